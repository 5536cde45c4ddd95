/**
 * Names of tags and attributes as strings that are made once: mail says `td` and `style` a million times over. A pure
 * memo: it holds the latest name of each slot, never more than `SLOTS` short ones, and a miss only costs a new string.
 */

/** A power of two; mail uses about a hundred names. */
const SLOTS = 1024;
/** Longer names are not remembered. */
const NAME_CHARS_MAX = 24;

const names: string[] = Array.from({ length: SLOTS }, () => "");

/** `source.slice(start, end)` of an ASCII name, in lower case. */
export function lowerCaseName(source: string, start: number, end: number): string {
  const length = end - start;
  if (length > NAME_CHARS_MAX) return source.slice(start, end).toLowerCase();
  let hash = length;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash, 31) + lower(source.charCodeAt(at));
  const slot = hash & (SLOTS - 1);
  const known = names[slot] ?? "";
  if (known.length === length && isSpelled(known, source, start)) return known;
  const name = source.slice(start, end).toLowerCase();
  names[slot] = name;
  return name;
}

function isSpelled(name: string, source: string, start: number): boolean {
  for (let i = 0; i < name.length; i += 1) {
    if (name.charCodeAt(i) !== lower(source.charCodeAt(start + i))) return false;
  }
  return true;
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}
