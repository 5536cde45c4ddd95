/** Indicators that a document names, each with its quote; those that are doubted with the reason. Total. */
import type { PublishedDocument, Quote } from "../../case/document.ts";
import type { IndicatorType } from "../../case/indicator.ts";
import { Collector } from "../collector.ts";
import { readText } from "../read-text.ts";

export interface ExtractedIndicator {
  readonly type: IndicatorType;
  readonly value: string;
  readonly quote: Quote;
  readonly doubt: string | null;
}

export interface ExtractedIndicators {
  readonly indicators: readonly ExtractedIndicator[];
  /** Values that look like indicators and were taken for none. */
  readonly rejectedCount: number;
}

export function extractIndicators(document: PublishedDocument): ExtractedIndicators {
  const collector = new Collector(document.sha256);
  readText(document.text, collector);
  const starts = lineStarts(document.text);
  const indicators = collector.indicators.map(({ type, value, place }): ExtractedIndicator => {
    const line = Number(/\d+/.exec(place)?.[0] ?? 1);
    const start = starts[line - 1] ?? 0;
    const end = Math.max(start, (starts[line] ?? document.text.length + 1) - 1);
    const text = document.text.slice(start, end);
    return { type, value, quote: { text, start, end, page: 0, line }, doubt: null };
  });
  return { indicators, rejectedCount: collector.unusableCount };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}
