/**
 * Tag lists, the form of DKIM and ARC fields, key records and DMARC policies: `v=1; a=rsa-sha256; …` (RFC 6376 3.2).
 *
 * Total, linear. Says what breaks the syntax instead of guessing: a verifier that guesses can be made to see another list.
 */

export interface TagList {
  /** Names as written (they are case-sensitive); values with white space around them taken off. Of repeated tags the first. */
  readonly tags: ReadonlyMap<string, string>;
  /** Names in order, repeated ones too. */
  readonly names: readonly string[];
  /** All of it follows the syntax, and no tag stands twice. */
  readonly isSound: boolean;
}

/** Longer lists exist only to waste time; real signatures have two thousand characters. */
const CHARS_MAX = 64 * 1024;
const TAGS_MAX = 200;

export function parseTagList(text: string): TagList {
  const tags = new Map<string, string>();
  const names: string[] = [];
  let isSound = text.length <= CHARS_MAX;
  const pieces = text.slice(0, CHARS_MAX).split(";", TAGS_MAX);
  // One semicolon may end the list.
  if (pieces.length > 1 && pieces.at(-1)?.trim() === "") pieces.pop();
  for (const piece of pieces) {
    const equals = piece.indexOf("=");
    const name = piece.slice(0, Math.max(0, equals)).trim();
    const value = piece.slice(equals + 1).trim();
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) isSound = false;
    else if (tags.has(name)) isSound = false;
    else tags.set(name, value);
    names.push(name);
  }
  return { tags, names, isSound };
}

/** A value without any white space, which means nothing in most tags. Empty when the tag is not there. */
export function bare(list: TagList, name: string): string {
  return (list.tags.get(name) ?? "").replace(/[ \t\r\n]+/g, "");
}

/** Seconds since 1970 as milliseconds; null for no time. RFC 6376 3.5 allows numbers to the year 200,000. */
export function timeOf(list: TagList, name: string): number | null {
  const text = bare(list, name);
  return /^\d{1,12}$/.test(text) ? Number(text) * 1_000 : null;
}
