/**
 * The `Content-Length` field of mboxcl and mboxcl2 (qmail's mbox manual page): bytes of the body as they stand in the file.
 *
 * Any sender can write one, so it is a question, not an answer: only where it leads to a separator or to the end of the
 * source does it tell where a message ends.
 */
import { fromLineAt, hasEmptyLineBefore } from "./from-line.ts";

/** Header bytes that are looked through. */
export const LENGTH_HEADER_BYTES_MAX = 64 * 1024;

/** Bytes behind the end of a body that decide what stands there, besides the look-ahead of a separator. */
export const LINE_END_BYTES = 2;

const LF = 0x0a;
const CR = 0x0d;
const NAME = "Content-Length:";
/** Searched for first, since most mail has none; a capital is rarer than any letter before it. */
const NAME_END = Buffer.from("Length:");
/** Fields that the same programs put behind it. */
const APPENDED = /^(?:lines|status|x-status|x-keywords|x-uid|x-imap|x-imapbase):/i;
const FROM = "From ";

export interface LengthField {
  /** The field with its line end. */
  readonly start: number;
  readonly end: number;
  /** Where the body begins. */
  readonly body: number;
  readonly length: number;
  /** It ends the header, where programs that keep mail put it: then it is theirs, and no part of the message. */
  readonly isAppended: boolean;
}

/**
 * The last such field of the header at `start`, in the spelling of every program that writes it. `open`: no end of the header before `end`, so more bytes may change it; never when `isAll`.
 * Null when the header has none, or no end.
 */
export function findLengthField(
  bytes: Buffer,
  start: number,
  { end, isAll }: { readonly end: number; readonly isAll: boolean },
): { readonly state: "open" | "whole"; readonly field: LengthField | null } {
  if (isAll && !bytes.subarray(start, end).includes(NAME_END)) return { state: "whole", field: null };
  let found: Omit<LengthField, "body" | "isAppended"> | null = null;
  let isAppended = true;
  for (let at = start; at < end; ) {
    const newline = bytes.indexOf(LF, at);
    if (newline < 0 || newline >= end) break;
    const next = newline + 1;
    if (newline === at || (bytes[at] === CR && newline === at + 1)) {
      return { state: "whole", field: found === null ? null : { ...found, body: next, isAppended } };
    }
    const length = lengthOf(bytes, at, newline);
    if (length !== null) {
      found = { start: at, end: next, length };
      isAppended = true;
    } else if (found !== null && isAppended) {
      isAppended = APPENDED.test(bytes.toString("latin1", at, Math.min(newline, at + 16)));
    }
    at = next;
  }
  return { state: isAll ? "whole" : "open", field: null };
}

function lengthOf(bytes: Buffer, at: number, newline: number): number | null {
  if (bytes[at] !== 0x43 || newline - at > 64) return null;
  const line = bytes.toString("latin1", at, newline);
  const digits = line.startsWith(NAME) ? /^[ \t]*([0-9]{1,12})[ \t\r]*$/.exec(line.slice(NAME.length))?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/**
 * Where the next separator stands when a body ends at `at`: there, or behind one line end; `end` when the source ends so.
 * Null when neither is true. `sourceStart` as in `hasEmptyLineBefore`.
 */
export function separatorBehind(
  bytes: Buffer,
  at: number,
  {
    end,
    isSourceEnd,
    sourceStart,
  }: { readonly end: number; readonly isSourceEnd: boolean; readonly sourceStart: number },
): number | null {
  const lineEnd = at + (bytes[at] === LF ? 1 : bytes[at] === CR && bytes[at + 1] === LF ? 2 : 0);
  for (const place of lineEnd === at ? [at] : [at, lineEnd]) {
    if (place === end && isSourceEnd) return end;
    const isLineStart = bytes[place - 1] === LF && bytes.toString("latin1", place, place + FROM.length) === FROM;
    if (isLineStart && fromLineAt(bytes, place, end, hasEmptyLineBefore(bytes, place, sourceStart)) !== null)
      return place;
  }
  return null;
}
