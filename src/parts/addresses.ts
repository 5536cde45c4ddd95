/**
 * Addresses of servers and shares, in texts and in binary files that are scanned and not parsed. Pure, total, linear.
 */
import { limits } from "../base/limits.ts";

export interface FoundAddress {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/** True for what begins with a scheme, `\\` or `//`: a path or a word alone names no server. */
export function pointsAway(value: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]{1,30}:|\\\\|\/\/)/i.test(value);
}

/** True for what Windows answers by signing in to a server. */
export function isShare(value: string): boolean {
  return /^\s*(?:\\\\|file:[\\/]{2,}(?![\\/a-z]:?[\\/|])[^\\/]|smb:|\\\/)/i.test(value);
}

const IN_TEXT =
  /(?<![\w+.-])(?:(?:https?|ftps?|sftp|file|smb|webcal|hkps?|ldaps?|davs?|ms-[a-z]{1,20}|search-ms|mhtml):[^\s<>"{}|^`\p{Cc}]{2,4096}|\\\\[\w.-]{1,255}(?:@[\w@]{1,20})?\\[^\s<>"|\p{Cc}]{1,4096})/giu;

/** In the order of the text. What ends a sentence ends no address. */
export function addressesInText(text: string): readonly FoundAddress[] {
  const found: FoundAddress[] = [];
  for (const match of text.matchAll(IN_TEXT)) {
    const url = withoutTail(match[0]);
    if (/^[a-z-]+:[\\/]*$/i.test(url)) continue;
    found.push({ url, start: match.index, end: match.index + url.length });
    if (found.length > limits.partReferencesMax) break;
  }
  return found;
}

function withoutTail(url: string): string {
  const lastOpen = url.lastIndexOf("(");
  // A bracket that the address opened belongs to it.
  const ownClose = lastOpen < 0 ? -1 : url.indexOf(")", lastOpen);
  let end = url.length;
  while (end > 0 && end - 1 !== ownClose && TAIL.includes(url[end - 1] ?? " ")) end -= 1;
  return url.slice(0, end);
}

const TAIL = ".,;:!?'\")]>*_";

const SCHEMES = ["https?", "ftp", "file", "smb", "mhtml", "script", "search-ms", "ms-[a-z]{1,20}"];
const NARROW = new RegExp(`(?:(?:${SCHEMES.join("|")}):|\\\\\\\\[\\w.-])[\\x21\\x23-\\x7e]{3,2048}`, "gi");
const WIDE_SCHEMES = ["http", "https", "ftp", "file", "smb", "mhtml", "script", "search-ms", "ms-"];
const WIDE = new RegExp(
  `(?:(?:${WIDE_SCHEMES.map((scheme) => [...scheme].map((char) => `${char}\\0`).join("")).join("|")})|\\\\\\0\\\\\\0[\\w.-]\\0)(?:[\\x21\\x23-\\x7e]\\0){3,2048}`,
  "gi",
);
/** Names of formats, which nobody asks for: of hosts that are no sender's, up to the slash, and of a redirector the formats' own. */
const NAMESPACE =
  /^https?:\/\/(?:schemas\.(?:openxmlformats\.org|microsoft\.com|xmlsoap\.org)\/|www\.w3\.org\/|purl\.org\/(?:dc|rss|ooxml)\/|purl\.oclc\.org\/ooxml\/|ns\.adobe\.com\/|(?:www\.)?iec\.ch(?:\/|$)|docs\.oasis-open\.org\/|openoffice\.org\/)/i;

/** Of a file that is no text: what stands there in one byte a character or two. Each address once. */
export function addressesInBytes(bytes: Buffer): readonly FoundAddress[] {
  const text = bytes.toString("latin1");
  const found = new Map<string, FoundAddress>();
  for (const pattern of [NARROW, WIDE]) {
    for (const match of text.matchAll(pattern)) {
      const url = match[0].replaceAll("\0", "");
      const isWide = pattern === WIDE && !/^[a-z-]+:|^\\\\/i.test(url);
      if (isWide || NAMESPACE.test(url) || found.has(url)) continue;
      found.set(url, { url, start: match.index, end: match.index + match[0].length });
      if (found.size > limits.partReferencesMax) return [...found.values()];
    }
  }
  return [...found.values()];
}

export function isNamespace(url: string): boolean {
  return NAMESPACE.test(url);
}
