/** Bytes that are text → its characters, and these as Markdown or as plain text. Pure, total, linear. */
import type { DocumentFormat } from "../case/document.ts";
import { metaCharset } from "../mail/body.ts";
import { decodeAs, decodeCharset } from "../mail/charset.ts";
import { isWide } from "./document-kind.ts";
import type { DocumentDraft } from "./draft.ts";
import { isMarkdown, MARKDOWN_CHARS_MAX, readMarkdown } from "./read-markdown.ts";
import { readPlain } from "./read-plain.ts";

export function textOf(bytes: Buffer): string {
  const wide = isWide(bytes);
  return wide === null ? decodeCharset(bytes, "").text : decodeAs(bytes, wide);
}

/** Of a web page, which may name its charset. */
export function markedUpText(bytes: Buffer): string {
  return decodeCharset(bytes, metaCharset(bytes)).text;
}

/** `isNamed`: its file's name says that it is Markdown. */
export function readText(
  text: string,
  isNamed: boolean,
): { readonly format: DocumentFormat; readonly draft: DocumentDraft } {
  const isMarked = text.length <= MARKDOWN_CHARS_MAX && (isNamed || isMarkdown(text));
  return isMarked ? { format: "markdown", draft: readMarkdown(text) } : { format: "text", draft: readPlain(text) };
}
