/**
 * A file that somebody published → its text with places: plain text, Markdown, HTML, PDF, DOCX and mail, told apart by content; by
 * name alone Markdown is known from plain text, where it is too short to tell.
 *
 * Pure: no file, socket or clock; nothing a document names is fetched, no script in it runs. Total: the error is the rest of a sentence
 * that the path begins; what could be read of a damaged document is kept and `problems` says what is missing.
 */
import { createHash } from "node:crypto";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { DocumentFormat, PublishedDocument } from "../case/document.ts";
import { toBuffer } from "../mail/bytes.ts";
import { documentKindOf } from "./document-kind.ts";
import type { DocumentDraft } from "./draft.ts";
import { languageOf, primaryTag } from "./language.ts";
import { NO_WATCH, type ReadingWatch, TOO_DEAR } from "./reading-watch.ts";
import { trafficLightOf } from "./traffic-light.ts";
import { publicationDateOf } from "./written-date.ts";

/** `path`: as it is told; its last part is the title where the document gives none. */
export async function readDocument(
  bytes: Uint8Array,
  path: string,
  watch: ReadingWatch = NO_WATCH,
): Promise<Result<PublishedDocument, string>> {
  if (bytes.length > limits.documentBytesMax) {
    return err(`is larger than ${limits.documentBytesMax / 1024 / 1024} MiB; give it in parts`);
  }
  const read = await readAny(toBuffer(bytes), { watch, nesting: 0, isNamedMarkdown: MARKDOWN_NAME.test(path) });
  if (!read.ok) return read;
  const { draft, format } = read.value;
  if (draft.blocks.length === 0 && draft.problems.length === 0) return err("holds no text");
  return ok(published(draft, { bytes, path, format }));
}

interface Read {
  readonly draft: DocumentDraft;
  readonly format: DocumentFormat;
}

interface Around {
  readonly watch: ReadingWatch;
  /** Mails that it lies in. */
  readonly nesting: number;
  /** By the file's name: a short text has no signs of it that a plain one could not have. */
  readonly isNamedMarkdown: boolean;
}

const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd)$/i;

async function readAny(bytes: Buffer, around: Around): Promise<Result<Read, string>> {
  if (bytes.length === 0) return err("is empty");
  const kind = documentKindOf(bytes);
  if (!kind.ok) return kind;
  const { watch } = around;
  if (watch.step() !== "read") return err(TOO_DEAR);
  // Each format's reader is loaded when it is met: a PDF needs none of HTML and mail.
  switch (kind.value) {
    case "eml":
      return readMail(bytes, around);
    case "html": {
      const [{ readWebPage }, { markedUpText }] = await Promise.all([
        import("./read-web-page.ts"),
        import("./read-text.ts"),
      ]);
      return ok({ format: "html", draft: readWebPage(markedUpText(bytes)) });
    }
    case "pdf": {
      const { readPdfDocument } = await import("./read-pdf.ts");
      const draft = await readPdfDocument(bytes, watch);
      return draft.ok ? ok({ format: "pdf", draft: draft.value }) : draft;
    }
    case "docx": {
      const { readWordDocument } = await import("./read-word.ts");
      const draft = readWordDocument(bytes);
      return draft.ok ? ok({ format: "docx", draft: draft.value }) : draft;
    }
    default: {
      const { readText, textOf } = await import("./read-text.ts");
      return ok(readText(textOf(bytes), around.isNamedMarkdown));
    }
  }
}

async function readMail(bytes: Buffer, around: Around): Promise<Result<Read, string>> {
  const [{ readLetter }, { readText, textOf }, { isTextual }] = await Promise.all([
    import("./read-letter.ts"),
    import("./read-text.ts"),
    import("../parts/file-kind.ts"),
  ]);
  const draft = await readLetter(bytes, {
    readText: (text) => readText(text, false).draft,
    readInner: innerReader(around),
  });
  // A page that begins with the fields of a mail that it quotes is no mail: it says all there, and no server wrote in it.
  const isQuoted =
    draft.text.trim() === "" && isTextual(bytes) && !CARRIED.test(bytes.toString("latin1", 0, HEAD_BYTES));
  return ok(isQuoted ? readText(textOf(bytes), around.isNamedMarkdown) : { format: "eml", draft });
}

function innerReader({ watch, nesting: outer }: Around): (bytes: Uint8Array) => Promise<Result<DocumentDraft, string>> {
  const nesting = outer + 1;
  return async (bytes) => {
    if (nesting > limits.documentNestingMax) return err("lies too deep in other mails");
    const read = await readAny(toBuffer(bytes), { watch, nesting, isNamedMarkdown: false });
    return read.ok ? ok(read.value.draft) : read;
  };
}

interface Source {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly format: DocumentFormat;
}

function published(draft: DocumentDraft, { bytes, path, format }: Source): PublishedDocument {
  const { text, blocks, links, problems, isPartial } = draft;
  const fileName = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const title = titleOf(draft);
  return {
    path,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    format,
    title: title || fileName,
    publisher: draft.publisher.replace(/\s+/g, " ").trim(),
    date: draft.date ?? publicationDateOf(text, blocks),
    language: primaryTag(draft.language) || languageOf(text),
    tlp: trafficLightOf(text, blocks, [title, fileName]),
    text,
    blocks,
    links,
    problems,
    isPartial,
  };
}

/** Fields that a mail on its way has. */
const CARRIED = /^(?:received|message-id|mime-version|content-type|return-path):/im;
const HEAD_BYTES = 4_096;

const TITLE_CHARS_MAX = 300;
/** A heading further down is no title. */
const TITLE_BLOCKS = 12;

function titleOf({ title, text, blocks }: DocumentDraft): string {
  const declared = title.replace(/\s+/g, " ").trim();
  if (declared !== "") return declared.slice(0, TITLE_CHARS_MAX);
  const content = blocks.filter(({ kind }) => kind !== "furniture").slice(0, TITLE_BLOCKS);
  const at = content.findIndex(({ level }) => level === 1);
  const from = at < 0 ? content.findIndex(({ level }) => level > 0) : at;
  if (from < 0) return "";
  // A title of several lines is several headings in some formats.
  const level = content[from]?.level;
  const end = content.findIndex((block, index) => index > from && block.level !== level);
  const lines = content.slice(from, end < 0 ? undefined : end).slice(0, TITLE_LINES);
  return lines
    .map(({ span }) => text.slice(span.start, span.end))
    .join(" ")
    .replace(/\s+/g, " ")
    .slice(0, TITLE_CHARS_MAX);
}

const TITLE_LINES = 4;
