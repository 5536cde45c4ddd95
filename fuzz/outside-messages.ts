/**
 * Bytes of a mail file that no message has: nothing but separators, empty lines, and what a mail program put around a message.
 * A message that an mbox lost, or that was cut, shows here.
 */
import { readFileSync } from "node:fs";

/** Bytes of one message in its file. */
export interface Place {
  readonly offset: number;
  readonly length: number;
  /** Lies in an archive or store in the file. */
  readonly isInside: boolean;
}

/** Compound files (.msg): what was read of them is rebuilt, and no range of the file. */
const OUTLOOK_MAGIC = "\xd0\xcf\x11\xe0";

/** An mbox separator, after the empty line before it. Or the count that Apple Mail writes above a message, or its list below. */
const SEPARATOR = /^(?:\xef\xbb\xbf)?[\r\n]*(?:From [^\n]*\n?)?[\r\n]*$/;
const APPLE_COUNT = /^\d{1,20}[ \t]*\r?\n$/;
const APPLE_LIST = /^\s*<\?xml /;

/** Sentences on what lies outside; none for files that are unpacked or rebuilt to be read. `isStartTold`: the scan names its begin. */
export function outsideMessages(file: string, places: readonly Place[], isStartTold: boolean): readonly string[] {
  if (places.length === 0 || places.some(({ isInside }) => isInside)) return [];
  const text = readFileSync(file, "latin1");
  if (text.startsWith(OUTLOOK_MAGIC)) return [];
  return gaps(places, text.length)
    .filter(({ start }) => start > 0 || !isStartTold)
    .filter(({ start, end }) => !isExplained(text.slice(start, end)))
    .map(({ start, end }) => `${file}: bytes ${start} to ${end} are in no message`);
}

function isExplained(gap: string): boolean {
  return SEPARATOR.test(gap) || APPLE_COUNT.test(gap) || APPLE_LIST.test(gap);
}

/** In order. A message may lie inside another, where a forged length says so. */
function gaps(places: readonly Place[], bytes: number): readonly { readonly start: number; readonly end: number }[] {
  const found = [];
  let at = 0;
  for (const { offset, length } of [...places].sort((a, b) => a.offset - b.offset)) {
    if (offset > at) found.push({ start: at, end: offset });
    at = Math.max(at, offset + length);
  }
  if (at < bytes) found.push({ start: at, end: bytes });
  return found;
}
