/** Many quotes of one document, in any order: the line and page of a place are found by halving. Pure; a quote costs the logarithm. */
import type { PublishedDocument, Quote } from "../case/document.ts";

/** `start` and `end` are clamped into the text. */
export type Quoter = (start: number, end: number) => Quote;

export function quoterOf({ text, blocks }: PublishedDocument): Quoter {
  const breaks: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) breaks.push(at);
  return (start, end) => {
    const from = Math.max(0, Math.min(start, text.length));
    const until = Math.max(from, Math.min(end, text.length));
    const line = firstIndex(breaks.length, (index) => (breaks[index] ?? 0) >= from) + 1;
    const block = blocks[firstIndex(blocks.length, (index) => (blocks[index]?.span.end ?? 0) > from)];
    return { start: from, end: until, text: text.slice(from, until), page: block?.page ?? 0, line };
  };
}

/** First index below `count` that `isPast`, which turns true once; `count` for none. */
function firstIndex(count: number, isPast: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
