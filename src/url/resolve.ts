/**
 * References of mail as clients read them: the WHATWG URL of Node behind one function, and around it what it does not
 * know: Windows shares, references without a base, and what kind of contact a URL makes (threat-facts RL-31).
 *
 * Guarantees: never throws; nothing is looked up; cost linear in the reference, of which `limits.urlCharsMax` characters
 * are examined. Source: WHATWG URL 4.4; MS-DTYP 2.2.57 (UNC); RFC 8089 E.3.
 */
import { limits } from "../base/limits.ts";
import { trimmedEnd } from "../base/trim.ts";
import { plainHost } from "./plain-url.ts";
import { registrableDomain } from "./registrable-domain.ts";
import { kindOfScheme, type UrlKind } from "./schemes.ts";

export interface ResolvedUrl {
  /** Absolute and normalised; the cleaned reference where it cannot be made absolute. */
  readonly href: string;
  /** Lower case without the colon; empty for a relative reference without base. */
  readonly scheme: string;
  /** Lower case, A-labels, no port, no brackets, no trailing dot; empty when there is none. */
  readonly host: string;
  /** Registrable domain of `host`, or `host` itself. */
  readonly domain: string;
  readonly kind: UrlKind;
}

/** `relative` needs a base, `none` names nothing (empty). */
export type ReferenceKind = UrlKind | "relative" | "none";

export interface ClassifiedReference {
  readonly kind: ReferenceKind;
  /** Lower case, empty when the reference has none. */
  readonly scheme: string;
  /** Cleaned as clients do, `view-source:` taken off. */
  readonly text: string;
}

/**
 * C0 controls and spaces trimmed from both ends, tabs and line ends removed inside (WHATWG URL 4.4, steps 1 to 3), cut
 * at `limits.urlCharsMax`.
 */
export function cleanReference(reference: string): string {
  let start = 0;
  let end = reference.length;
  while (start < end && reference.charCodeAt(start) <= 0x20) start++;
  while (end > start && reference.charCodeAt(end - 1) <= 0x20) end--;
  let text = start === 0 && end === reference.length ? reference : reference.slice(start, end);
  if (text.length > limits.urlCharsMax) text = text.slice(0, limits.urlCharsMax);
  return /[\t\n\r]/.test(text) ? text.replace(/[\t\n\r]+/g, "") : text;
}

/** What contact the reference makes, by its beginning alone: cheap, and exact for everything but broken hosts. */
export function classifyReference(reference: string): ClassifiedReference {
  let text = cleanReference(reference);
  if (/^view-source:/i.test(text)) text = text.replace(/^(?:view-source:)+/i, "");
  if (text.length === 0) return { kind: "none", scheme: "", text };
  const first = text.charCodeAt(0);
  if (isSlash(first)) return { kind: kindOfSlashes(text), scheme: "", text };
  const colon = schemeEnd(text);
  if (colon < 0) return { kind: "relative", scheme: "", text };
  const scheme = text.slice(0, colon).toLowerCase();
  // A single letter is a Windows drive (`c:\x`), not a scheme.
  if (colon === 1) return { kind: "local", scheme: "file", text };
  if (scheme === "file") return { kind: uncHost(text.slice(colon + 1)) === "" ? "local" : "unc", scheme, text };
  return { kind: kindOfScheme(scheme), scheme, text };
}

/** `null` when the reference names nothing or is no URL; `base` must be absolute, or null. */
export function resolveReference(reference: string, base: string | null): ResolvedUrl | null {
  const host = reference.length > limits.urlCharsMax ? "" : plainHost(reference);
  if (host !== "") return plainUrl(reference, host);
  const { kind, scheme, text } = classifyReference(reference);
  switch (kind) {
    case "none":
      return null;
    case "inline":
    case "local":
      return { href: text, scheme, host: "", domain: "", kind };
    case "unc":
      return uncUrl(text, scheme);
    case "relative":
      return base === null ? { href: text, scheme: "", host: "", domain: "", kind: "local" } : against(text, base);
    case "other":
      return otherUrl(text, scheme);
    case "remote":
      return remoteUrl(text, base);
  }
}

function plainUrl(href: string, host: string): ResolvedUrl {
  const scheme = href.startsWith("https") ? "https" : "http";
  return { href, scheme, host, domain: registrableDomain(host), kind: "remote" };
}

function isSlash(code: number): boolean {
  return code === 0x2f || code === 0x5c;
}

/** `\\host\share` is a share; `//host` (and `/\host`, which browsers read alike) takes the base's protocol. */
function kindOfSlashes(text: string): ReferenceKind {
  if (!isSlash(text.charCodeAt(1))) return "relative";
  if (text.startsWith("\\\\")) return uncHost(text) === "" ? "local" : "unc";
  return "remote";
}

/** Index of the colon that ends a scheme (RFC 3986 3.1), or -1. */
function schemeEnd(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3a) return i > 0 ? i : -1;
    const letter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    const later = (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e;
    if (!letter && !(later && i > 0)) return -1;
  }
  return -1;
}

/**
 * The host of a share from `\\host\…`, `//host/…`, `///\\host\…`, `\\?\UNC\host\…`; empty for a local path. WebDAV's
 * `host@SSL@443` is cut to the host.
 */
function uncHost(path: string): string {
  let at = 0;
  while (at < path.length && isSlash(path.charCodeAt(at))) at++;
  // One slash, or three (`file:///C:/x`), name a local path.
  if (at < 2 || at === 3) {
    if (!(at === 3 && path.includes("\\\\", 1))) return "";
  }
  let rest = path.slice(at);
  if (/^[?.][\\/]/.test(rest)) {
    if (!/^[?.][\\/]UNC[\\/]/i.test(rest)) return "";
    // Windows takes any number of slashes behind it (CVE-2023-29324).
    rest = rest.slice(6).replace(/^[\\/]+/, "");
  }
  const end = rest.search(/[\\/?#!]/);
  const authority = (end < 0 ? rest : rest.slice(0, end)).replace(/@(ssl|\d+)(@\d+)?$/i, "");
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  return /^(?:localhost|[a-z]:?|[a-z]\|)?$/i.test(host) ? "" : host;
}

function uncUrl(text: string, scheme: string): ResolvedUrl {
  const path = scheme === "" ? text : text.slice(scheme.length + 1);
  const host = asciiHost(uncHost(/^[\\/]{2}/.test(path) ? path : `//${path}`));
  const domain = registrableDomain(host);
  return {
    href: scheme === "" ? `file:${text.replaceAll("\\", "/")}` : text,
    scheme: scheme || "file",
    host,
    domain,
    kind: "unc",
  };
}

function otherUrl(text: string, scheme: string): ResolvedUrl {
  if (scheme === "mailto") return mailUrl(text);
  const url = URL.parse(text);
  const own = url === null ? "" : asciiHost(url.hostname);
  const host = scheme.startsWith("search") ? innerShare(text) || own : own || innerHost(text);
  return { href: url?.href ?? text, scheme, host, domain: registrableDomain(host), kind: "other" };
}

/** Of the address inside another: `jar:https://…!/a`, `ms-word:ofe|u|https://…`, `search-ms:…location:\\host\share`; else empty. */
function innerHost(text: string): string {
  const inner = /(?:https?|ftps?):\/\/[^\s|"'<>&!]+/i.exec(text);
  return inner === null ? innerShare(text) : asciiHost(URL.parse(inner[0])?.hostname ?? "");
}

/** The place that Windows searches; what it searches for may name any server. */
function innerShare(text: string): string {
  const share = /(?:\\|%5c){2}([\w.-]+)(?:@[\w@]+)?(?:\\|%5c)/i.exec(text);
  return asciiHost(share?.[1] ?? "");
}

/** A mail contacts the server of its first address's domain. */
function mailUrl(text: string): ResolvedUrl {
  const host = asciiHost(/^mailto:[^?#,]{0,320}@([^?#,@\s>]{1,253})/i.exec(text)?.[1] ?? "");
  return { href: text, scheme: "mailto", host, domain: registrableDomain(host), kind: "other" };
}

const UNSEEN = /\p{Cf}/u;

function remoteUrl(text: string, base: string | null): ResolvedUrl | null {
  const protocol = base !== null && /^https?:/i.test(base) ? base : "https://base.invalid/";
  const parse = (one: string) => (isSlash(one.charCodeAt(0)) ? URL.parse(one, protocol) : URL.parse(one));
  // UTS 46 of old maps joiners and marks in a host to nothing, as several engines still do; the standard refuses the host.
  const url = parse(text) ?? (UNSEEN.test(text) ? parse(text.replace(/\p{Cf}+/gu, "")) : null);
  if (url === null) return null;
  // `feed:https://…` is the address inside.
  const resolved = toResolved(url);
  if (resolved.host !== "") return resolved;
  const host = innerHost(text);
  return { ...resolved, host, domain: registrableDomain(host) };
}

function against(text: string, base: string): ResolvedUrl | null {
  const url = URL.parse(text, base);
  if (url === null) return null;
  const { kind, scheme } = classifyReference(url.href);
  if (kind === "unc") return uncUrl(url.href, scheme);
  return kind === "remote" || kind === "other"
    ? toResolved(url)
    : { href: url.href, scheme, host: "", domain: "", kind: "local" };
}

function toResolved(url: URL): ResolvedUrl {
  const scheme = url.protocol.slice(0, -1);
  const host = asciiHost(url.hostname);
  return { href: url.href, scheme, host, domain: registrableDomain(host), kind: kindOfScheme(scheme) };
}

/** Lower-case A-labels; the host as it stands where the URL standard refuses it (Windows is laxer). */
function asciiHost(host: string): string {
  let ascii = host.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside ASCII is meant
  if (/[^\x00-\x7f]|%/.test(ascii)) ascii = URL.parse(`http://${ascii}/`)?.hostname ?? ascii;
  return trimmedEnd(ascii, ".").replace(/^\[|\]$/g, "");
}
