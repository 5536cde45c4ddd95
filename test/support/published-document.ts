/** Published documents made from plain text, for tests of what is read in them: paragraphs are divided by empty lines. */
import { createHash } from "node:crypto";
import type { Block, PublishedDocument } from "../../src/case/document.ts";

export function documentOf(text: string, more: Partial<PublishedDocument> = {}): PublishedDocument {
  const blocks: Block[] = [];
  const paragraph = /[^\n]+(?:\n(?![ \t\r]*\n)[^\n]*)*/g;
  for (const match of text.matchAll(paragraph)) {
    if (match[0].trim() === "") continue;
    const span = { start: match.index, end: match.index + match[0].length };
    blocks.push({ kind: "paragraph", span, level: 0, page: 0, table: null, row: null });
  }
  return {
    path: "/intel/article.txt",
    sha256: createHash("sha256").update(text).digest("hex"),
    format: "text",
    title: "article",
    publisher: "",
    date: null,
    language: "en",
    tlp: "",
    text,
    blocks,
    links: [],
    problems: [],
    isPartial: false,
    ...more,
  };
}
