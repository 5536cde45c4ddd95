/** Verbatim pieces of a document with their places. */
import type { PublishedDocument, Quote } from "../../case/document.ts";

export function quoteOf(document: PublishedDocument, start: number, end: number): Quote {
  const { text, blocks } = document;
  const block = blocks.find(({ span }) => span.start <= start && start < span.end);
  return {
    start,
    end,
    text: text.slice(start, end),
    page: block?.page ?? 0,
    line: text.slice(0, start).split("\n").length,
  };
}
