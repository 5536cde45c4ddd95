/**
 * Links as rules read them (mdm.md, 4.7): of HTML by what its reader found, of plain text as clients make links of it. Pure and total.
 */
import { limits } from "../base/limits.ts";
import type { HtmlReading } from "../html/reading.ts";
import { domainFacts } from "./domains.ts";
import { type ModelObject, maker } from "./model-object.ts";
import { looksLikeHost, parseUrl, parseUrlText, urlObject } from "./urls.ts";

export interface LinkFacts {
  /** As written. */
  readonly reference: string;
  /** Absolute, for relative references; null for none. */
  readonly base: string | null;
  /** What is shown for it; empty for nothing. */
  readonly text: string;
  readonly parser: "hyperlink" | "plain";
  readonly isVisible: boolean;
}

/** A link and where it begins in the text that it stands in. */
export interface PlacedLink extends LinkFacts {
  readonly at: number;
}

export const linkObject = maker<"Link", LinkFacts>("Link", {
  display_text: ({ text, parser }) => (text === "" || parser === "plain" || isUrlText(text) ? null : text),
  display_url: ({ text }) => (text !== "" && isUrlText(text) ? parseUrlText(text, false) : null),
  href_url: ({ reference, base }) => urlObject(parseUrl(reference, base)),
  mismatched: (link) => isMismatched(link),
  parser: ({ parser }) => parser,
  visible: ({ isVisible }) => isVisible,
});

const SHOWN_URL_CHARS_MAX = 2_000;

function isUrlText(text: string): boolean {
  if (text.length > SHOWN_URL_CHARS_MAX || /\s/.test(text)) return false;
  return /^(?:https?|ftp):[/\\]{2}[^/\\]/i.test(text) || looksLikeHost(text);
}

function isMismatched({ reference, base, text }: LinkFacts): boolean | null {
  const shown = text !== "" && isUrlText(text) ? parseUrlText(text, false) : null;
  const opened = urlObject(parseUrl(reference, base));
  const [left, right] = [rootOf(shown), rootOf(opened)];
  return left === null || right === null ? null : left !== right;
}

/** Of a valid domain. */
function rootOf(url: ReturnType<typeof urlObject>): string | null {
  const domain = url === null || url.facts.ip !== null ? null : domainFacts(url.facts.host);
  return domain?.isValid === true ? domain.root : null;
}

/** Links that lead somewhere: not to places in the text itself, and not relative to nothing. */
export function htmlLinks({ links, base }: Pick<HtmlReading, "links" | "base">): readonly LinkFacts[] {
  return links
    .slice(0, limits.linksMax)
    .map(({ url, text, hidden }) => toLink({ url, text, isHidden: hidden }, base))
    .filter((link) => leadsAway(link));
}

export function toLink(
  link: { readonly url: string; readonly text: string; readonly isHidden: boolean },
  base: string | null,
): LinkFacts {
  return { reference: link.url, base, text: link.text, parser: "hyperlink", isVisible: !link.isHidden };
}

export function leadsAway({ reference, base }: LinkFacts): boolean {
  return !reference.startsWith("#") && (base !== null || /^\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(reference));
}

/** With a scheme, or with the name that web servers have; up to white space or a closing mark. */
const PLAIN_URL = /(?:https?:[/\\]{2}|ftp:\/\/|mailto:|(?<![\w@./-])www\.)[^\s<>"'()[\]{}\u00a0\u3000]{1,2000}/gi;

/** In order, with their places. */
export function plainLinks(text: string): readonly PlacedLink[] {
  const found: PlacedLink[] = [];
  for (const { 0: url, index } of text.matchAll(PLAIN_URL)) {
    if (found.length >= limits.linksMax) break;
    const shown = url.replace(/[.,;:!?*_]{1,100}$/, "");
    const reference = /^www\./i.test(shown) ? `http://${shown}` : shown;
    found.push({ reference, base: null, text: shown, parser: "plain", isVisible: true, at: index });
  }
  return found;
}

/** Each target with each text once. */
export function linkObjects(links: readonly LinkFacts[]): readonly ModelObject<LinkFacts>[] {
  const seen = new Set<string>();
  const objects: ModelObject<LinkFacts>[] = [];
  for (const link of links) {
    const key = `${link.reference}\n${link.text}\n${link.parser}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const object = linkObject(link);
    if (object !== null) objects.push(object);
  }
  return objects;
}
