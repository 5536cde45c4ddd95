/**
 * Verbatim pieces of a document with their places, and which blocks stand where: what every reading of a document asks for.
 *
 * Pure and total: spans outside the text are cut to it. The first question of a document costs a look at its text, each further one
 * O(log n).
 */
import type { Span } from "../base/span.ts";
import type { Block, PublishedDocument, Quote } from "../case/document.ts";

/** The text `[start, end)` with its page and line. */
export function quoteOf(document: PublishedDocument, start: number, end: number): Quote {
  const { length } = document.text;
  const from = clamped(start, 0, length);
  const to = clamped(end, from, length);
  const text = document.text.slice(from, to);
  return { start: from, end: to, text, page: pageOf(document, from), line: lineOf(document, from) };
}

/** 1-based line of the text in which `offset` lies. */
export function lineOf(document: PublishedDocument, offset: number): number {
  return countUpTo(lineStartsOf(document.text), clamped(offset, 0, document.text.length));
}

/** 1-based page; between blocks that of the one before, 0 where the format has none. */
export function pageOf(document: PublishedDocument, offset: number): number {
  const { blocks } = document;
  return (blocks[lastBlockFrom(blocks, offset)] ?? blocks[0])?.page ?? 0;
}

/** The block in which `offset` lies; null between blocks. */
export function blockAt(document: PublishedDocument, offset: number): Block | null {
  const block = document.blocks[lastBlockFrom(document.blocks, offset)];
  return block !== undefined && offset < block.span.end ? block : null;
}

/** Blocks of which any part lies in `[start, end)`, in order. */
export function blocksOf(document: PublishedDocument, { start, end }: Span): readonly Block[] {
  const { blocks } = document;
  let at = Math.max(0, lastBlockFrom(blocks, start));
  if ((blocks[at]?.span.end ?? 0) <= start) at += 1;
  const found: Block[] = [];
  for (let block = blocks[at]; block !== undefined && block.span.start < end; block = blocks[++at]) found.push(block);
  return found;
}

/** Blocks that the document says something in: all but furniture. */
export function blocksOfContent(document: PublishedDocument): readonly Block[] {
  return document.blocks.filter(({ kind }) => kind !== "furniture");
}

export function textOfBlock(document: PublishedDocument, { span }: Block): string {
  return document.text.slice(span.start, span.end);
}

/** Index of the last block that begins at or before `offset`; -1 for none. */
function lastBlockFrom(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The lines of the text that was asked for last: questions about one document come together. */
let latest: { readonly text: string; readonly starts: Uint32Array } = { text: "", starts: Uint32Array.of(0) };

function lineStartsOf(text: string): Uint32Array {
  if (latest.text !== text) latest = { text, starts: Uint32Array.from(startsIn(text)) };
  return latest.starts;
}

function startsIn(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** How many of the ascending `starts` are at most `offset`. */
function countUpTo(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clamped(value: number, min: number, max: number): number {
  return Math.min(Math.max(Number.isFinite(value) ? Math.trunc(value) : min, min), max);
}
