/**
 * Is this `From ` at the start of a line the separator of an mbox, or just a sentence?
 *
 * There is no one mbox format (RFC 4155 appendix A, the mboxo, mboxrd, mboxcl and mboxcl2 manuals): files differ in
 * dates, in blank lines and in what they quote. The decision looks at the line, the line before and the beginning of
 * the line after, and at nothing else, so that it is the same wherever a slice of the file begins.
 */
import { lineKind } from "./header-line.ts";

/** A longer line is no separator. Real ones have less than 200 bytes. */
export const FROM_LINE_BYTES_MAX = 1024;

/** Bytes from the start of a line that must be at hand (or end in the end of the source) to decide. */
export const LOOKAHEAD_BYTES = 1536;

/** Bytes before the line that must be at hand: an empty line and the end of the one before. */
export const LOOKBEHIND_BYTES = 4;

const LF = 0x0a;
const CR = 0x0d;

/**
 * `perfect`: ends in the date of asctime(3), as RFC 4155 asks · `dated`: ends in another date · `dash`: `-` alone
 * (Netscape) · `bare`: no date, just an address or nothing · `none`: prose.
 */
export type FromLineGrade = "perfect" | "dated" | "dash" | "bare" | "none";

export interface FromLine {
  /** First byte of the message after it. */
  readonly next: number;
  /** Shape or surroundings are not as a mail program writes them: perhaps somebody planted it in a body (HM-230). */
  readonly suspect: boolean;
}

/**
 * `at` is where `From ` stands, at the start of a line. `end` is the end of the bytes: at least LOOKAHEAD_BYTES away
 * unless the source ends there.
 */
export function fromLineAt(bytes: Buffer, at: number, end: number, emptyLineBefore: boolean): FromLine | null {
  const limit = Math.min(end, at + FROM_LINE_BYTES_MAX);
  const newline = bytes.subarray(at, limit).indexOf(LF);
  if (newline < 0 && limit !== end) return null;
  const lineEnd = newline < 0 ? end : at + newline;
  const grade = gradeOf(bytes.toString("latin1", at + 5, lineEnd));
  if (grade === "none") return null;
  const next = newline < 0 ? end : lineEnd + 1;
  const opinion = verdict(grade, followedBy(bytes, next, end), emptyLineBefore);
  return opinion === null ? null : { next, suspect: opinion === "suspect" };
}

type Following = "known-field" | "field" | "end" | "other";

/** `>From …` as first header line is the envelope sender that old relays left there. */
function followedBy(bytes: Buffer, at: number, end: number): Following {
  const kind = lineKind(bytes, at, end);
  if (kind === "known-field" || kind === "field" || kind === "end") return kind;
  return bytes.toString("latin1", at, Math.min(end, at + 6)) === ">From " ? "field" : "other";
}

/**
 * A perfect line separates even without an empty line before it, if a header follows; a dated one needs both; a bare
 * one needs a header that only mail has. Of the bare ones nobody writes a dash in prose: it needs no empty line.
 */
function verdict(grade: FromLineGrade, following: Following, emptyLineBefore: boolean): "good" | "suspect" | null {
  const headerFollows = following !== "other";
  switch (grade) {
    case "perfect":
      if (!emptyLineBefore) return headerFollows ? "suspect" : null;
      return headerFollows ? "good" : "suspect";
    case "dated":
      return emptyLineBefore && headerFollows ? "good" : null;
    case "dash":
      if (!emptyLineBefore) return following === "known-field" ? "suspect" : null;
      return following === "known-field" || following === "end" ? "suspect" : null;
    case "bare":
      return emptyLineBefore && (following === "known-field" || following === "end") ? "suspect" : null;
    case "none":
      return null;
  }
}

/** True when the line before `at` is empty or does not exist. `start` is the index of the source's first byte, if at hand. */
export function hasEmptyLineBefore(bytes: Buffer, at: number, start: number): boolean {
  if (at <= start) return true;
  if (bytes[at - 1] !== LF) return false;
  if (at - 1 <= start || bytes[at - 2] === LF) return true;
  return bytes[at - 2] === CR && (at - 2 <= start || bytes[at - 3] === LF);
}

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)$/i;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i;
const DAY = /^\d{1,2}$/;
const TIME = /^\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?$/;
const YEAR = /^\d{4}$/;
const ZONE = /^(?:[+-]\d{4}|[A-Za-z]{1,5})$/;
const ISO_DATE = /^\d{4}[-/.]\d\d[-/.]\d\d$/;
const ISO_INSTANT = /^\d{4}-\d\d-\d\d[T_]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const ADDRESS = /^<?[^\s@:,;]{1,256}@[^\s@:,;>]{1,256}>?$/;

/** The grade of what follows `From `. Linear in the line, whatever it holds. */
export function gradeOf(text: string): FromLineGrade {
  const words = text.split(/[ \t\r]+/).filter((word) => word !== "");
  const only = words.length === 1 ? words[0] : undefined;
  if (only === "-") return "dash";
  if (words.length === 0 || (only !== undefined && ADDRESS.test(only))) return "bare";
  for (let i = 1; i < words.length; i += 1) {
    if (isAsctime(words, i)) return "perfect";
  }
  return endsInDate(words) ? "dated" : "none";
}

/** `Thu Aug 22 15:25:29 2002` to the end of the line; a zone may stand before or after the year, a UUCP path after all. */
function isAsctime(words: readonly string[], at: number): boolean {
  const word = (i: number): string => words[at + i] ?? "";
  if (!WEEKDAY.test(word(0)) || !MONTH.test(word(1)) || !DAY.test(word(2)) || !TIME.test(word(3))) return false;
  let i = 4;
  if (!YEAR.test(word(i)) && ZONE.test(word(i))) i += 1;
  if (!YEAR.test(word(i))) return false;
  i += 1;
  if (word(i) === "remote" && word(i + 1) === "from") return words.length === at + i + 3;
  if (ZONE.test(word(i))) i += 1;
  return words.length === at + i;
}

/** A time of day and a year among the last seven words, only zones after them: RFC 5322, ISO 8601 and localised dates. */
function endsInDate(words: readonly string[]): boolean {
  let last = words.length - 1;
  while (last > 0 && words.length - last <= 2 && ZONE.test(words[last] ?? "")) last -= 1;
  const tail = words.slice(Math.max(0, last - 4), last + 1).map((word) => word.replace(/,$/, ""));
  const final = tail.at(-1) ?? "";
  if (ISO_INSTANT.test(final)) return true;
  if (!TIME.test(final) && !YEAR.test(final) && !ISO_DATE.test(final)) return false;
  return tail.some((word) => TIME.test(word)) && tail.some((word) => YEAR.test(word) || ISO_DATE.test(word));
}
