/** Verbatim pieces of a document with their places. */
import type { PublishedDocument, Quote } from "../../case/document.ts";

/** Starts of the lines of a document's text, found once: a document has thousands of quotes. */
const lineStarts = new WeakMap<PublishedDocument, readonly number[]>();

/** `[start, end)` in UTF-16 code units of the document's text. Cost: logarithmic, after the first quote of a document. */
export function quoteOf(document: PublishedDocument, start: number, end: number): Quote {
  let starts = lineStarts.get(document);
  if (starts === undefined) {
    starts = startsOf(document.text);
    lineStarts.set(document, starts);
  }
  const block =
    document.blocks[lastAtMost(document.blocks.length, (at) => document.blocks[at]?.span.start ?? 0, start)];
  const line = lastAtMost(starts.length, (at) => starts[at] ?? 0, start) + 1;
  return { start, end, text: document.text.slice(start, end), page: block?.page ?? 0, line };
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The last index whose value is at most `wanted`; -1 for none. */
function lastAtMost(count: number, valueAt: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
