/** Verbatim pieces of a published document, with the page and line where they stand. Pure and total. */
import type { PublishedDocument, Quote } from "../../case/document.ts";

/** `start` and `end` are clamped into the text. Cost: linear in what stands before it, so ask for a `Quoter` for many. */
export function quoteOf(document: PublishedDocument, start: number, end: number): Quote {
  const { text, blocks } = document;
  const from = Math.max(0, Math.min(start, text.length));
  const until = Math.max(from, Math.min(end, text.length));
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < from; at = text.indexOf("\n", at + 1)) line += 1;
  const block = blocks.find(({ span }) => from < span.end);
  return { start: from, end: until, text: text.slice(from, until), page: block?.page ?? 0, line };
}
