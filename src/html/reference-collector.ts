/**
 * Gathers the loads and links of one HTML part: decides what counts as a load, keeps the first `limits.loadsMax`, and
 * counts all exactly. Relative references wait until the end, because a `<base>` may come after them (HTML 4.2.3).
 */
import { limits } from "../base/limits.ts";
import { ownText } from "../base/own-text.ts";
import { classifyReference, resolveReference } from "../url/resolve.ts";
import { isPersonScheme } from "../url/schemes.ts";
import type { HtmlLink, HtmlReference } from "./reading.ts";
import type { Visibility } from "./visibility.ts";

/** Where relative references of a document look for their base. */
export interface BaseScope {
  /** Of the document's own first `<base href>`. */
  href: string | null;
  /** Of its first `xml:base`, for want of any other: it holds for its element alone, and must hide no true one. */
  ofElement: string | null;
  /** An inner document (`srcdoc`) falls back to the outer one's. */
  readonly outer: BaseScope | null;
  /** Relative references that were only counted. */
  uncounted: number;
}

export function createBaseScope(outer: BaseScope | null): BaseScope {
  return { href: null, ofElement: null, outer, uncounted: 0 };
}

export function baseOf(scope: BaseScope | null): string | null {
  for (let at = scope; at !== null; at = at.outer) if (at.href !== null) return at.href;
  for (let at = scope; at !== null; at = at.outer) if (at.ofElement !== null) return at.ofElement;
  return null;
}

/** A reference in the making: its visibility may change until its element is closed. */
export interface DraftReference extends HtmlReference {
  vector: string;
  url: string;
  hidden: boolean;
  why: string;
}

interface Kept {
  readonly draft: DraftReference;
  /** Null for an absolute reference. */
  readonly scope: BaseScope | null;
  readonly order: number;
}

const webSchemes: ReadonlySet<string> = new Set(["", "http", "https", "ws", "wss"]);

export interface Offer {
  readonly vector: string;
  readonly url: string;
  readonly start: number;
  readonly end: number;
  readonly fires: "open" | "click";
}

export class ReferenceCollector {
  readonly #links: HtmlLink[] = [];
  /** What was there before the second reading of the same text; null during the first. */
  #known: ReadonlySet<string> | null = null;
  readonly #problems = new Set<string>();
  readonly #absolute: Kept[] = [];
  readonly #relative: Kept[] = [];
  readonly #scopes = new Set<BaseScope>();
  #count = 0;
  #order = 0;

  problem(code: string): void {
    this.#problems.add(code);
  }

  get problems(): readonly string[] {
    return [...this.#problems];
  }

  get links(): readonly HtmlLink[] {
    return this.#links;
  }

  link(link: HtmlLink): void {
    if (this.#known?.has(keyOf(link))) return;
    this.#links.push({ ...link, url: ownText(link.url) });
  }

  /** From here on, what was found at the same place with the same URL is no new find: the text is read a second time. */
  onlyNew(): void {
    const drafts = [...this.#absolute, ...this.#relative].map((one) => one.draft);
    this.#known = new Set([...drafts, ...this.#links].map(keyOf));
  }

  /** Takes a reference if it contacts a server, or may once a base is known; `null` when it is no load or is only counted. */
  offer(offer: Offer, visibility: Visibility, scope: BaseScope): DraftReference | null {
    const { kind, scheme, text } = classifyReference(offer.url);
    if (this.#known?.has(keyOf({ url: offer.url.trim(), start: offer.start }))) return null;
    if (kind === "none" || kind === "local" || kind === "inline" || isPersonScheme(scheme)) return null;
    if (kind === "relative") {
      // A fragment alone stays in the document, whatever the base.
      return text.startsWith("#") ? null : this.#keep(this.#relative, this.#draft(offer, visibility), scope);
    }
    this.#count++;
    const vector = kind === "remote" && webSchemes.has(scheme) ? offer.vector : "RL-31";
    return this.#keep(this.#absolute, this.#draft({ ...offer, vector }, visibility), null);
  }

  /** The kept loads by first seen, and how many there are in all. */
  finish(main: BaseScope): { readonly references: readonly HtmlReference[]; readonly referenceCount: number } {
    let count = this.#count;
    const kept = [...this.#absolute, ...this.#relative.filter((one) => this.#resolves(one, main))];
    for (const scope of this.#scopes) if (contactsServer(baseOf(scope))) count += scope.uncounted;
    count += kept.length - this.#absolute.length;
    kept.sort((a, b) => a.order - b.order);
    if (kept.length > limits.loadsMax) kept.length = limits.loadsMax;
    if (count > kept.length) this.problem("limit.loads");
    return { references: kept.map((one) => one.draft), referenceCount: count };
  }

  #draft(offer: Offer, visibility: Visibility): DraftReference {
    let url = offer.url.trim();
    if (url.length > limits.urlCharsMax) {
      url = url.slice(0, limits.urlCharsMax);
      this.problem("limit.url");
    }
    return { ...offer, url: ownText(url), ...visibility };
  }

  #keep(list: Kept[], draft: DraftReference, scope: BaseScope | null): DraftReference | null {
    if (scope !== null) this.#scopes.add(scope);
    if (list.length >= limits.loadsMax) {
      if (scope !== null) scope.uncounted++;
      return null;
    }
    list.push({ draft, scope, order: this.#order++ });
    return draft;
  }

  /** Whether a relative reference is a load after all; one of an inner document with a base of its own is made absolute. */
  #resolves(kept: Kept, main: BaseScope): boolean {
    const base = baseOf(kept.scope);
    if (base === null) return false;
    const resolved = resolveReference(kept.draft.url, base);
    if (resolved === null || resolved.kind === "local" || resolved.kind === "inline") return false;
    if (resolved.kind !== "remote" || !webSchemes.has(resolved.scheme)) kept.draft.vector = "RL-31";
    if (base !== baseOf(main)) kept.draft.url = resolved.href;
    return true;
  }
}

function keyOf(found: { readonly url: string; readonly start: number }): string {
  return `${found.start} ${found.url}`;
}

function contactsServer(base: string | null): boolean {
  if (base === null) return false;
  const { kind } = classifyReference(base);
  return kind === "remote" || kind === "unc" || kind === "other";
}
