/**
 * A print of how HTML was made: its tags in order, each with the names of its attributes and its style, and the set of these tags.
 * Equal for mail from one template, whatever stands in it.
 *
 * Reads tags as a scanner and not as a browser does: a print must be the same for the same bytes, and need not be right. Like
 * tags that follow each other count once. Pure, total; linear in the markup up to the `TAGS_MAX`th tag.
 */
const TAGS_MAX = 100;
const MARKUP_CHARS_MAX = 16 * 1024;

export interface MarkupPrint {
  /** 8 hex digits of the tags in order, `-`, how many different ones there are; empty for no tags. */
  readonly order: string;
  /** The same of the set of tags with their attributes' names. */
  readonly tags: string;
}

export const NO_MARKUP_PRINT: MarkupPrint = { order: "", tags: "" };

export function markupPrint(markup: string): MarkupPrint {
  const end = Math.min(markup.length, MARKUP_CHARS_MAX);
  const seen = new Set<number>();
  let order = 0x811c9dc5;
  let last = 0;
  let at = 0;
  for (let tags = 0; tags < TAGS_MAX; ) {
    at = markup.indexOf("<", at);
    if (at < 0 || at >= end) break;
    at += 1;
    if (markup.startsWith("!--", at)) {
      at = markup.indexOf("-->", at);
      if (at < 0) break;
      continue;
    }
    if (!isNameStart(markup.charCodeAt(at))) continue;
    tags += 1;
    at = readTag(markup, at, end);
    seen.add(tagNames);
    if (tagHash !== last) order = Math.imul(order ^ tagHash, 0x01000193);
    last = tagHash;
  }
  if (seen.size === 0) return NO_MARKUP_PRINT;
  let sum = 0;
  for (const tag of seen) sum = (sum + Math.imul(tag ^ (tag >>> 15), 0x2c1b3c6d)) | 0;
  return { order: `${hex(order)}-${seen.size}`, tags: `${hex(sum)}-${seen.size}` };
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}

/** What `readTag` read last: of name, attributes' names and style; and without the style. */
let tagHash = 0;
let tagNames = 0;

const STYLE = hashOf("style");

function hashOf(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) + 7;
  return hash;
}

/** From a tag's name on; returns where it ends. */
function readTag(markup: string, start: number, end: number): number {
  let at = start;
  let name = 0;
  let code = markup.charCodeAt(at);
  while (at < end && isNameCode(code)) {
    name = Math.imul(name ^ (code | 0x20), 0x01000193) + 7;
    at += 1;
    code = markup.charCodeAt(at);
  }
  tagHash = name;
  tagNames = name;
  while (at < end) {
    code = markup.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (!isNameStart(code)) {
      at += 1;
      continue;
    }
    let attribute = 0;
    while (at < end && isNameCode(code)) {
      attribute = Math.imul(attribute ^ (code | 0x20), 0x01000193) + 7;
      at += 1;
      code = markup.charCodeAt(at);
    }
    tagNames = Math.imul(tagNames ^ attribute, 0x01000193);
    tagHash = Math.imul(tagHash ^ attribute, 0x01000193);
    while (at < end && isSpace(markup.charCodeAt(at))) at += 1;
    if (markup.charCodeAt(at) === 0x3d) at = readValue(markup, { start: at + 1, end }, attribute === STYLE);
  }
  return at;
}

function readValue(markup: string, { start, end }: { start: number; end: number }, isStyle: boolean): number {
  let at = start;
  while (at < end && isSpace(markup.charCodeAt(at))) at += 1;
  const quote = markup.charCodeAt(at);
  const isQuoted = quote === 0x22 || quote === 0x27;
  if (isQuoted) at += 1;
  if (isQuoted && !isStyle) {
    const close = markup.indexOf(quote === 0x22 ? '"' : "'", at);
    return close < 0 || close > end ? end : close + 1;
  }
  for (; at < end; at += 1) {
    const code = markup.charCodeAt(at);
    if (isQuoted ? code === quote : isSpace(code) || code === 0x3e) return isQuoted ? at + 1 : at;
    if (isStyle && !isSpace(code)) tagHash = Math.imul(tagHash ^ code, 0x01000193);
  }
  return at;
}

function isNameStart(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isNameCode(code: number): boolean {
  return isNameStart(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x5f;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
