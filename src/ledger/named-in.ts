/** A document → the indicators in its text, each with the words around it, and the words by which persons may be named. Pure and total. */
import { limits } from "../base/limits.ts";
import type { PublishedDocument, Quote } from "../case/document.ts";
import type { UnusableIndicator } from "../case/indicator.ts";
import type { QuotedIndicator } from "../case/ledger.ts";
import { blockAt } from "../documents/quote.ts";
import { NO_WATCH, type ReadingWatch } from "../documents/reading-watch.ts";
import { extractIndicators } from "../intel/extraction/extract.ts";
import type { Warnings } from "../intel/extraction/warnings.ts";
import { namesIn } from "./names-in-text.ts";
import { placeOf } from "./quote-place.ts";
import { partsUnder, type ReportPart } from "./report-parts.ts";

export interface Named {
  readonly indicators: readonly QuotedIndicator[];
  readonly rejectedCount: number;
  /** The first of them. */
  readonly rejected: readonly UnusableIndicator[];
  readonly isPartial: boolean;
  /** In small letters. */
  readonly nameWords: readonly string[];
  readonly dear: readonly ReportPart[];
}

const NO_INDICATORS: ReturnType<typeof extractIndicators> = { indicators: [], rejected: [], isPartial: false };

/** `warnings`: lists of the user, whose values are doubted. */
export function namedIn(
  document: PublishedDocument,
  watch: ReadingWatch = NO_WATCH,
  warnings: Warnings | null = null,
): Named {
  const { within, dear } = partsUnder(watch);
  const { indicators, rejected, isPartial } = within(
    "indicators",
    () => extractIndicators(document, warnings === null ? {} : { warnings }),
    NO_INDICATORS,
  );
  return {
    indicators: indicators.map(({ type, value, quote, doubt }) => ({
      type,
      value,
      quote: inSentence(document, quote),
      doubt,
    })),
    rejectedCount: rejected.length,
    rejected: rejected
      .slice(0, limits.unusableListedMax)
      .map(({ value, quote, why }) => ({ place: placeOf(quote), text: value.slice(0, 200), why })),
    isPartial,
    nameWords: within("names", () => namesIn(textsOf(document)), []),
    dear,
  };
}

/** Characters on each side of a value that are quoted with it. */
const AROUND_CHARS = 80;

/** A value with the words of its sentence or cell, so that a reader sees what is said of it; its page and line stay. */
function inSentence(read: PublishedDocument, quote: Quote): Quote {
  const block = blockAt(read, quote.start);
  if (block === null) return quote;
  const from = Math.max(block.span.start, quote.start - AROUND_CHARS);
  const to = Math.min(block.span.end, quote.end + AROUND_CHARS);
  const before = read.text.slice(from, quote.start);
  const behind = read.text.slice(quote.end, to);
  const begin = Math.max(0, ...[...before.matchAll(/[.!?:]\s+|\n|\t/g)].map(({ index, 0: gap }) => index + gap.length));
  const end = /[.!?](?=\s)|\n|\t/.exec(behind);
  const start = from + begin;
  const stop = quote.end + (end === null ? behind.length : end.index + (end[0].trim() === "" ? 0 : 1));
  const text = read.text.slice(start, stop);
  const { length } = text.trimStart();
  return { ...quote, start: start + text.length - length, end: start + text.trimEnd().length, text: text.trim() };
}

/** What it says; furniture and code name nobody who is quoted. */
function textsOf({ text, blocks }: PublishedDocument): readonly string[] {
  return blocks
    .filter(({ kind }) => kind !== "furniture" && kind !== "code")
    .map(({ span }) => text.slice(span.start, span.end));
}
