/** Times that a stretch of text states. Pure, total; linear in the text times the number of patterns. */
import { epochMs } from "../base/brand.ts";
import { everyMatch } from "../base/every-match.ts";
import type { Span } from "../base/span.ts";
import type { StatedTime } from "../case/assertion.ts";
import type { Grammar } from "./grammar.ts";

export interface PlacedTime extends StatedTime {
  readonly span: Span;
  /** A day or a date, no length of time. */
  readonly isPoint: boolean;
}

export interface TimeWish {
  /** Of the text that is looked at: its place in the document. */
  readonly start: number;
  /** The document's date or null. */
  readonly now: number | null;
  readonly grammar: Grammar;
}

/** In order; where two readings overlap the earlier pattern of the list, which says more, is kept. */
export function timesOf(text: string, { start, now, grammar }: TimeWish): readonly PlacedTime[] {
  if (!grammar.timeHint.test(text)) return [];
  const found: PlacedTime[] = [];
  for (const { pattern, range, isPoint } of grammar.times) {
    for (const match of everyMatch(pattern, text)) {
      const words = match[0].trim();
      const begin = start + match.index + (match[0].length - match[0].trimStart().length);
      const span = { start: begin, end: begin + words.length };
      if (found.some((other) => span.start < other.span.end && other.span.start < span.end)) continue;
      const stated = range(match.groups ?? {}, now);
      const from = instant(stated?.from);
      found.push({ span, words, from, until: instant(stated?.until), isPoint: isPoint === true || from !== null });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const instant = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : epochMs(ms));
