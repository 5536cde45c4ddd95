/**
 * Dates as documents write them: by day, month by name in some twenty languages or as in ISO 8601. A date that can be read in two ways
 * (`03/04/2024`) is none, nor is one without a day: what a document does not say is not guessed.
 *
 * Pure and total; linear in the text.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";
import { everyMatch } from "../base/every-match.ts";
import type { Block } from "../case/document.ts";
import { monthOf, plainWord } from "../mail/date-words.ts";

const YEAR_MIN = 1970;
const YEAR_MAX = 2099;

/** Blocks, and characters of each, in which a document says when it was published. */
const HEAD_BLOCKS = 40;
const HEAD_CHARS = 6_000;
const LINE_CHARS_MAX = 120;

/** Words before the date of publication, in the languages that we meet most. */
const LABEL =
  /(?:publi(?:shed|cation|é|cado|cato|ziert)|release[ds]?|posted|issued|registration date|date de|dated?|datum|fecha|data|veröffentlicht|stand|発行日|дата)/i;
/** Words that make it another date: of an event, of the last change. */
const OTHER = /(?:update|modif|revis|last|expire|valid|deadline|version|accessed|retrieved|copyright|©)/i;

/** Of the lines near the beginning that are there to say it: labelled ones first, then a line that is little else. */
export function publicationDateOf(text: string, blocks: readonly Block[]): EpochMs | null {
  const lines = blocks
    .filter(({ kind, span }) => kind !== "furniture" && kind !== "code" && span.start < HEAD_CHARS)
    .slice(0, HEAD_BLOCKS)
    .flatMap(({ span }) => text.slice(span.start, Math.min(span.end, span.start + 600)).split("\n"))
    .map((line) => line.trim())
    .filter((line) => line.length <= LINE_CHARS_MAX);
  let plain: EpochMs | null = null;
  for (const line of lines) {
    const found = writtenDates(line)[0];
    if (found === undefined) continue;
    const before = line.slice(0, found.start);
    const rest = `${before} ${line.slice(found.end)}`;
    if (OTHER.test(rest)) continue;
    if (LABEL.test(before)) return found.at;
    if (plain === null && wordCount(rest) <= PLAIN_WORDS_MAX) plain = found.at;
  }
  return plain;
}

/** Weekday, place, author, `UTC`: a dateline has a few words beside its date. */
const PLAIN_WORDS_MAX = 6;

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

export interface WrittenDate {
  readonly at: EpochMs;
  readonly start: number;
  readonly end: number;
}

const ISO =
  /(?<![\d.-])(\d{4})([-/.])(\d{2})\2(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)/g;
const EAST_ASIAN = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g;
/** `29 October 2020`, `29. Oktober 2020`, `29 de octubre de 2020`, `1er mars 2021`. */
const DAY_FIRST =
  /(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?[ \u00a0](?:of |de |d’|d')?(\p{L}{3,12})\.?,?[ \u00a0](?:de |del |do )?(\d{4})(?!\d)/gu;
/** `October 29, 2020`. */
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,12})\.?[ \u00a0](\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0](\d{4})(?!\d)/gu;
/** `29-Oct-2020`. */
const DASHED = /(?<![\d-])(\d{1,2})-(\p{L}{3,9})-(\d{4})(?!\d)/gu;
/** `29.10.2020`: nobody puts the month first with dots. */
const DOTTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?![\d.])/g;
/** `29/10/2020` or `10/29/2020`, where only one reading is a date. */
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g;

/** All dates of a text, in order. */
export function writtenDates(text: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  if (!/\d{4}/.test(text)) return found;
  const add = (match: RegExpExecArray, at: EpochMs | null) => {
    if (at !== null) found.push({ at, start: match.index, end: match.index + match[0].length });
  };
  for (const match of everyMatch(ISO, text)) add(match, isoInstant(match));
  for (const match of everyMatch(EAST_ASIAN, text)) add(match, dayOf(match[1], Number(match[2]), match[3]));
  for (const match of everyMatch(DAY_FIRST, text)) add(match, dayOf(match[3], monthNamed(match[2]), match[1]));
  for (const match of everyMatch(MONTH_FIRST, text)) add(match, dayOf(match[3], monthNamed(match[1]), match[2]));
  for (const match of everyMatch(DASHED, text)) add(match, dayOf(match[3], monthNamed(match[2]), match[1]));
  for (const match of everyMatch(DOTTED, text)) add(match, dayOf(match[3], Number(match[2]), match[1]));
  for (const match of everyMatch(SLASHED, text)) add(match, slashed(match));
  return found.sort((a, b) => a.start - b.start);
}

/** An instant as machines write it (`datetime`, `dcterms:created`); else a date in words. */
export function instantOf(text: string): EpochMs | null {
  return writtenDates(text.slice(0, 200))[0]?.at ?? null;
}

function isoInstant(match: RegExpExecArray): EpochMs | null {
  const [, year, , month, day, hour = "0", minute = "0", second = "0", zone = "Z"] = match;
  const midnight = dayOf(year, Number(month), day);
  if (midnight === null || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return midnight;
  const sign = zone.startsWith("-") ? -1 : 1;
  const digits = zone === "Z" ? "0000" : zone.replace(/\D/g, "");
  const east = sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
  return epochMs(midnight + ((Number(hour) * 60 + Number(minute) - east) * 60 + Number(second)) * 1_000);
}

function slashed([, first, second, year]: RegExpExecArray): EpochMs | null {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b <= 12) return dayOf(year, b, first);
  if (b > 12 && a <= 12) return dayOf(year, a, second);
  return a === b ? dayOf(year, a, first) : null;
}

function monthNamed(word = ""): number {
  return monthOf(plainWord(word));
}

/** Midnight UTC; null for a day that is none. */
function dayOf(yearDigits: string | undefined, month: number, dayDigits: string | undefined): EpochMs | null {
  const [year, day] = [Number(yearDigits), Number(dayDigits)];
  if (!(year >= YEAR_MIN && year <= YEAR_MAX && month >= 1 && month <= 12 && day >= 1)) return null;
  const at = Date.UTC(year, month - 1, day);
  return new Date(at).getUTCDate() === day ? epochMs(at) : null;
}
