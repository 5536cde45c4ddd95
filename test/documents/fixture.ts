/** Reading a document made by a test, and how its blocks are told. */
import assert from "node:assert/strict";
import type { PublishedDocument } from "../../src/case/document.ts";
import { readDocument } from "../../src/documents/read-document.ts";

export async function read(source: string | Uint8Array, path = "given/report.bin"): Promise<PublishedDocument> {
  const read = await readDocument(typeof source === "string" ? Buffer.from(source) : source, path);
  assert.ok(read.ok, read.ok ? "" : read.error);
  checkPlaces(read.value);
  return read.value;
}

export async function refusal(source: string | Uint8Array): Promise<string> {
  const read = await readDocument(typeof source === "string" ? Buffer.from(source) : source, "given/report.bin");
  return read.ok ? `read as ${read.value.format}` : read.error;
}

/** `heading1: Title`, `cell 0/1: x`. */
export function told(document: PublishedDocument): readonly string[] {
  return document.blocks.map(({ kind, level, table, row, span }) => {
    const place = table === null ? "" : ` ${table}/${row}`;
    return `${kind}${level === 0 ? "" : level}${place}: ${document.text.slice(span.start, span.end)}`;
  });
}

export function linksTold(document: PublishedDocument): readonly string[] {
  return document.links.map(({ span, href }) => `${document.text.slice(span.start, span.end)} → ${href}`);
}

/** What holds of every document (src/case/document.ts). */
export function checkPlaces({ text, blocks, links }: PublishedDocument): void {
  let at = 0;
  for (const { span, page, kind, level } of blocks) {
    assert.ok(
      span.start >= at && span.end > span.start && span.end <= text.length,
      `block ${span.start}–${span.end} behind ${at}`,
    );
    assert.equal(text.slice(at, span.start).trim(), "", "text between blocks");
    assert.equal(
      text.slice(span.start, span.end).trim(),
      text.slice(span.start, span.end),
      "white space at the ends of a block",
    );
    assert.ok(page >= 0 && level >= 0 && level <= 6 && (kind === "heading") === level > 0, `${kind} of level ${level}`);
    at = span.end;
  }
  assert.equal(text.slice(at).trim(), "", "text behind the last block");
  for (const { span, href } of links) {
    assert.ok(
      span.start >= 0 && span.end > span.start && span.end <= text.length && href !== "",
      `link ${span.start}–${span.end}`,
    );
  }
  assert.ok(text.isWellFormed());
}
