/** A published document's bytes → its text with places. Total; the error is a sentence for the user. */
import { createHash } from "node:crypto";
import { decodeText } from "../../base/decode-text.ts";
import { ok, type Result } from "../../base/result.ts";
import type { Block, PublishedDocument } from "../../case/document.ts";

export async function readDocument(bytes: Uint8Array, path: string): Promise<Result<PublishedDocument, string>> {
  const { text } = decodeText(bytes);
  const blocks = [...text.matchAll(/\S[\s\S]*?(?=\n\s*\n|\s*$)/g)].map((match): Block => {
    const span = { start: match.index, end: match.index + match[0].length };
    return { kind: "paragraph", span, level: 0, page: 0, table: null, row: null };
  });
  const title = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const tlp = /\bTLP\s?:\s?(?:RED|AMBER(?:\+STRICT)?|GREEN|CLEAR|WHITE)/i.exec(text)?.[0] ?? "";
  return ok({
    path,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    format: "text",
    title,
    publisher: "",
    date: null,
    language: "",
    tlp: tlp.toUpperCase().replace(/\s/g, ""),
    text,
    blocks,
    links: [],
    problems: [],
    isPartial: false,
  });
}
