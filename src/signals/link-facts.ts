/**
 * What a link is made to look like and where it leads, one link at a time: text against target, wrappers and redirectors, odd
 * hosts, pages that anybody can put up, log-in pages, names of known senders in places that are not theirs, the reader's own
 * address (threat-facts TF-204, TF-205).
 *
 * Facts, no verdict: honest bulk mail leads through click counters, honest sites have log-in pages. Pure; what costs more than a
 * look is worked out when the fact is read, since most mail is asked for few of them.
 */
import { limits } from "../base/limits.ts";
import { type AccountPage, accountPage } from "../url/account-pages.ts";
import { mayBeWrapped, unwrap } from "../url/gateways.ts";
import { isDisguisedDomain } from "../url/look-alikes.ts";
import { type OddHost, oddHosts } from "../url/odd-hosts.ts";
import { type PublicHostKind, publicHostKind } from "../url/public-hosts.ts";
import { redirectOf } from "../url/redirects.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { classifyReference, type ReferenceKind, type ResolvedUrl, resolveReference } from "../url/resolve.ts";
import { type KnownSenders, type ResembledSender, registeredSenders } from "./known-senders.ts";
import { isLinkShortener } from "./link-shorteners.ts";
import { isInsideProgram, isOpaquePath, lurePathWords } from "./lure-paths.ts";
import { type ReaderPlace, readerInLink } from "./reader-in-link.ts";
import type { KnownSender } from "./registry/entry.ts";
import { serviceOfHost } from "./services/tables.ts";

export interface LinkFacts {
  /** What a click does; `remote` opens a web page. */
  readonly kind: ReferenceKind;
  /** Lower case, without the colon; empty for what has none. */
  readonly scheme: string;
  /** `javascript`, `data`, `blob` …: a page or program that the mail brings itself. Empty for all others. */
  readonly inlineScheme: string;
  /** Where it leads with wrappers and readable redirects taken off; null where it opens no server. */
  readonly target: ResolvedUrl | null;
  /** The host as the mail has it, before anything was taken off. */
  readonly firstHost: string;
  /** A gateway's or provider's wrapping was taken off. */
  readonly isWrapped: boolean;
  /** A host that leads anywhere for anybody: a shortener, a large site's redirector, an address inside the address. */
  readonly passesOn: "shortener" | "redirector" | "inner" | null;
  /** A service counts the click, and the link says where it leads then. */
  readonly isCounted: boolean;
  readonly odd: readonly OddHost[];
  readonly publicHost: PublicHostKind | null;
  /** A service that counts clicks for its customers. */
  readonly throughService: boolean;
  /** The text is a web address or host of another registrable domain than the link opens; that domain. */
  readonly shownDomain: string | null;
  readonly pathWords: readonly string[];
  readonly isInsideProgram: boolean;
  /** Its path is one value that reads like no word. */
  readonly isOpaque: boolean;
  readonly reader: ReaderPlace | null;
  /** A provider's own page on which somebody else is let into an account. */
  readonly accountPage: AccountPage | null;
  /** Made to be taken for a known sender's domain. */
  readonly resembles: ResembledSender | null;
  /** Names a known sender in its path, and is not at a host of theirs. */
  readonly namedInPath: KnownSender | null;
}

export interface LinkContext {
  /** Lower-case addresses of whom the mail went to. */
  readonly readers: readonly string[];
  /** Absolute base of relative addresses, or null. */
  readonly base: string | null;
  readonly known?: KnownSenders;
}

/** Redirects inside redirects that are followed as far as they can be read. */
const HOPS_MAX = 4;

export function linkFacts(url: string, text: string, context: LinkContext): LinkFacts {
  return new OpenedLink(url, text, context);
}

/** A class, since an object that brings its own getters costs more to make than all that is asked of most links. */
class OpenedLink implements LinkFacts {
  readonly kind: ReferenceKind;
  readonly scheme: string;
  readonly inlineScheme: string;
  readonly target: ResolvedUrl | null;
  readonly firstHost: string;
  readonly isWrapped: boolean;
  readonly passesOn: LinkFacts["passesOn"];
  readonly isCounted: boolean;
  readonly #url: string;
  readonly #text: string;
  readonly #readers: readonly string[];
  readonly #senders: KnownSenders;
  /** Null where it opens no page of a host. */
  readonly #page: ResolvedUrl | null;

  constructor(url: string, text: string, { readers, base, known }: LinkContext) {
    const { kind, scheme } = classifyReference(url);
    const first = resolveReference(url, base);
    const unwrapped = first !== null && mayBeWrapped(first.domain) ? unwrap(first) : null;
    const { target, passesOn, isCounted } = followed(unwrapped?.inner ?? (unwrapped === null ? first : null));
    this.kind = kind;
    this.scheme = scheme;
    this.inlineScheme = /^(?:javascript|vbscript|data|blob)$/.test(scheme) ? scheme : "";
    this.target = target;
    this.firstHost = first?.host ?? "";
    this.isWrapped = unwrapped !== null;
    this.passesOn = passesOn;
    this.isCounted = isCounted;
    this.#url = url;
    this.#text = text;
    this.#readers = readers;
    this.#senders = known ?? registeredSenders();
    this.#page = target?.kind === "remote" && target.host !== "" ? target : null;
  }

  get odd(): readonly OddHost[] {
    return oddHosts(this.isWrapped ? (this.target?.href ?? "") : this.#url);
  }

  get publicHost(): PublicHostKind | null {
    return this.#page === null ? null : publicHostKind(this.#page.host);
  }

  get throughService(): boolean {
    return this.#page !== null && serviceOfHost(this.#page.host) !== undefined;
  }

  get shownDomain(): string | null {
    return this.#page === null ? null : shownDomain(this.#text, this.#page);
  }

  get pathWords(): readonly string[] {
    return this.#page === null ? [] : lurePathWords(pathOf(this.#page.href));
  }

  get isInsideProgram(): boolean {
    return this.#page !== null && isInsideProgram(pathOf(this.#page.href));
  }

  get isOpaque(): boolean {
    return this.#page !== null && isOpaquePath(pathOf(this.#page.href));
  }

  get reader(): ReaderPlace | null {
    return this.#page === null ? null : readerInLink(this.#page.href, this.#readers);
  }

  get accountPage(): AccountPage | null {
    return this.target === null ? null : accountPage(this.target);
  }

  get resembles(): ResembledSender | null {
    return this.#page === null ? null : this.#senders.resembled(this.#page.host);
  }

  get namedInPath(): KnownSender | null {
    return this.#page === null ? null : namedInPath(pathOf(this.#page.href), this.#page.host, this.#senders);
  }
}

/** Through redirects that say where they lead. A shortener's target nobody here knows. */
function followed(first: ResolvedUrl | null): Pick<LinkFacts, "target" | "passesOn" | "isCounted"> {
  let target = first;
  let passesOn: LinkFacts["passesOn"] = first !== null && isLinkShortener(first.domain) ? "shortener" : null;
  let isCounted = false;
  for (let hop = 0; hop < HOPS_MAX && target !== null; hop += 1) {
    const redirect = redirectOf(target);
    if (redirect === null) break;
    if (redirect.isCounter) isCounted = redirect.inner !== null;
    else passesOn ??= redirect.isKnown ? "redirector" : "inner";
    // Only redirectors that are known to lead there: others may only mention the address.
    if (redirect.inner === null || !redirect.isKnown) break;
    target = redirect.inner;
  }
  return { target, passesOn, isCounted };
}

function pathOf(href: string): string {
  const start = href.indexOf("/", href.indexOf("//") + 2);
  return start < 0 ? "" : href.slice(start);
}

const SHOWN_HOST =
  /^\W{0,3}(?:(https?):\/{1,3})?(?:[^\s/@]{1,100}@)?((?:[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,62})\.){1,10}[a-z\u00a1-\uffff]{2,24})(?::\d{1,5})?(?:[/?#]\S*)?\W{0,3}$/i;
/** Endings of file names that are top-level domains too. */
const FILE_NAME = /\.(?:zip|mov|md|py|sh|rs|pl|ps|pdf|docx?|xlsx?|html?|php|js|txt|png|jpe?g|gif)$/i;

/** The registrable domain that the text shows, where the link opens another one. */
function shownDomain(text: string, target: ResolvedUrl): string | null {
  const match = SHOWN_HOST.exec(text.slice(0, limits.linkTextCharsMax).trim());
  if (match === null) return null;
  const [, scheme, name = ""] = match;
  if (scheme === undefined && FILE_NAME.test(name)) return null;
  const host = name.toLowerCase();
  // `name@domain` shown for a link to the same domain's site is a mail address, and no site's name.
  if (scheme === undefined && text.includes("@")) return null;
  const shown = registrableDomain(resolveReference(`https://${host}/`, null)?.host ?? host);
  if (!shown.includes(".") || shown === target.domain) return null;
  const isSibling = labelOf(shown) === labelOf(target.domain) && !isDisguisedDomain(target.domain);
  return isSibling ? null : shown;
}

function labelOf(domain: string): string {
  return domain.split(".")[0] ?? "";
}

/** Names of five letters and more: shorter ones stand in random paths. */
const NAME_CHARS_MIN = 5;

function namedInPath(path: string, host: string, senders: KnownSenders): KnownSender | null {
  const text = path
    .slice(0, 300)
    .replace(/[?#].*$/s, "")
    .replace(/[^A-Za-z]+/g, " ")
    .trim();
  if (text.length < NAME_CHARS_MIN) return null;
  for (const sender of senders.mentioned(text).keys()) {
    if (sender.name.length >= NAME_CHARS_MIN && !senders.ofHost(host).includes(sender)) return sender;
  }
  return null;
}
