/** A plain text without form as a document: paragraphs by blank lines. For texts of which nothing but the text is known. */
import type { Block, PublishedDocument } from "../../case/document.ts";

export function documentOfText(text: string): PublishedDocument {
  return {
    path: "",
    sha256: "",
    format: "text",
    title: "",
    publisher: "",
    date: null,
    language: "",
    tlp: "",
    text,
    blocks: paragraphsOf(text),
    links: [],
    problems: [],
    isPartial: false,
  };
}

function paragraphsOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = -1;
  let end = 0;
  const close = (): void => {
    if (start >= 0) blocks.push({ kind: "paragraph", span: { start, end }, level: 0, page: 0, table: null, row: null });
    start = -1;
  };
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf("\n", at);
    const lineEnd = found < 0 ? text.length : found;
    const line = text.slice(at, lineEnd);
    if (line.trim() === "") close();
    else {
      if (start < 0) start = at + line.length - line.trimStart().length;
      end = at + line.trimEnd().length;
    }
    at = lineEnd + 1;
  }
  close();
  return blocks;
}
