/**
 * What a file is, by its bytes alone: a document of a form that is read here, or something else, which is named in a sentence.
 *
 * Pure and total; looks at the beginning of the file, of a zip at its directory.
 */
import { err, ok, type Result } from "../base/result.ts";
import type { DocumentFormat } from "../case/document.ts";
import { type FileKind, fileKindOf, isTextual } from "../parts/file-kind.ts";

const HEAD_BYTES = 4_096;
const PDF_HEAD_BYTES = 1_024;

/** The format; the error says what the file is, as the rest of a sentence that its path begins. */
export function documentKindOf(bytes: Buffer): Result<DocumentFormat | "text-like", string> {
  if (isPdfFile(bytes)) return ok("pdf");
  if (isWide(bytes) !== null) return ok("text-like");
  const kind = fileKindOf(bytes);
  if (kind.type === "docx" || kind.type === "docm" || isWordZip(kind)) return ok("docx");
  if (kind.flavors.includes("email_file")) return ok("eml");
  const head = bytes.toString("latin1", 0, HEAD_BYTES);
  if (isTextual(bytes)) {
    const other = otherText(kind, head);
    if (other !== null) return err(other);
    return ok(isHtml(kind, head) ? "html" : "text-like");
  }
  return err(otherFile(kind));
}

function isWordZip({ mime }: FileKind): boolean {
  return mime.startsWith("application/vnd.openxmlformats-officedocument.wordprocessingml");
}

/** The mark may stand behind other bytes (ISO 32000-1, annex H, note 13); a text may speak of it. */
function isPdfFile(bytes: Buffer): boolean {
  const at = bytes.subarray(0, PDF_HEAD_BYTES).indexOf("%PDF-");
  if (at <= 0) return at === 0;
  return !isTextual(bytes) || bytes.includes("endobj");
}

/** UTF-16 without its mark; null for all else. */
export function isWide(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  const end = Math.min(bytes.length & ~1, HEAD_BYTES);
  if (end < 16) return null;
  let low = 0;
  let high = 0;
  for (let at = 0; at < end; at += 2) {
    low += Number(bytes[at] === 0);
    high += Number(bytes[at + 1] === 0);
  }
  const most = (end / 2) * WIDE_SHARE;
  if (high >= most && low === 0) return "utf-16le";
  return low >= most && high === 0 ? "utf-16be" : null;
}

/** Of its units, that have a zero byte in a text mostly of Latin letters. */
const WIDE_SHARE = 0.7;

function isHtml({ flavors }: FileKind, head: string): boolean {
  if (
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml\b[^<>]{0,300}\?>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2048}-->\s*)*<(?:!doctype\s+html|html|head|body|article|section|main|header|title|meta|table|div|center|p|h[1-6])\b/i.test(
      head,
    )
  )
    return true;
  return (
    flavors.includes("html_file") &&
    /<\/(?:p|div|td|h[1-6]|li|body|html|head|title)>/i.test(head) &&
    !/^\s{0,3}#{1,6} \S/m.test(head)
  );
}

/** Texts that are data or programs; null for what people read. */
function otherText({ flavors, type }: FileKind, head: string): string | null {
  if (/^(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{\s*")/.test(head))
    return "is JSON, no document; if it is STIX or MISP, give it as such";
  if (head.startsWith("{\\rt")) return "is RTF; save it as PDF, DOCX or text";
  if (head.startsWith("%!PS")) return "is PostScript; save it as PDF";
  if (flavors.includes("wordml_file")) return "is a Word document in one XML file; save it as DOCX";
  if (isXml(head)) return "is XML, no document; if it is STIX 1 or OpenIOC, give it as such";
  if (flavors.includes("mhtml_file")) return null;
  if (type === "ics" || flavors.includes("pgp_file") || flavors.includes("x509_pem_file"))
    return `is ${type === "ics" ? "a calendar" : "a key, a signature or something encrypted"}, no document`;
  if (flavors.includes("php_file") || flavors.includes("batch_file")) return "is a program, no document";
  return null;
}

/** Not XHTML, which is read as HTML. */
function isXml(head: string): boolean {
  const isDeclared =
    /^(?:\xef\xbb\xbf)?\s*<\?xml\b/.test(head) ||
    /^(?:\xef\xbb\xbf)?\s*<[\w.-]{1,80}(?::[\w.-]{1,80})?\s[^<>]{0,2000}\bxmlns(?::[\w.-]{1,40})?\s{0,9}=/.test(head);
  return isDeclared && !/<(?:!doctype\s+html|html)\b/i.test(head);
}

// biome-ignore format: a table reads by column
const TYPES: ReadonlyMap<string, string> = new Map([
  ["xlsx", "a spreadsheet (Excel); save it as CSV"],
  ["xlsm", "a spreadsheet (Excel); save it as CSV"],
  ["pptx", "slides (PowerPoint); save them as PDF"],
  ["pptm", "slides (PowerPoint); save them as PDF"],
  ["doc",  "an old Word document (DOC); save it as DOCX or PDF"],
  ["xls",  "an old spreadsheet (XLS); save it as CSV"],
  ["ppt",  "old slides (PPT); save them as PDF"],
  ["rtf",  "RTF; save it as PDF, DOCX or text"],
  ["epub", "an e-book (EPUB); save it as PDF or text"],
  ["exe",  "a program, no document"],
  ["dll",  "a program, no document"],
  ["elf",  "a program, no document"],
  ["macho", "a program, no document"],
  ["dex",  "a program, no document"],
  ["wasm", "a program, no document"],
  ["sqlite", "a database, no document"],
  ["eps",  "PostScript; save it as PDF"],
  ["ps",   "PostScript; save it as PDF"],
]);

function otherFile({ type, mime, flavors }: FileKind): string {
  const known = TYPES.get(type);
  if (known !== undefined) return `is ${known}`;
  if (mime === "application/encrypted")
    return "is an Office document locked with a password; open it and save it without one";
  if (mime.startsWith("application/vnd.oasis.opendocument")) return "is an OpenDocument file; save it as PDF or DOCX";
  if (mime === "application/vnd.ms-outlook") return "is a mail saved by Outlook (MSG); save it as EML";
  if (mime === "application/x-ole-storage") return "is an old Office file; save it as DOCX or PDF";
  const name = type === "unknown" ? "" : ` (${type.toUpperCase()})`;
  if (mime.startsWith("image/")) return `is a picture${name}, no text; letters in pictures are not read`;
  if (mime.startsWith("audio/") || mime.startsWith("video/")) return `is a recording${name}, no document`;
  if (mime.startsWith("font/")) return `is a font${name}, no document`;
  if (
    flavors.some((flavor) => flavor.startsWith("mz") || flavor.includes("pe_file")) ||
    /msdos|dosexec|executable|portable/.test(mime)
  )
    return "is a program, no document";
  if (ARCHIVES.test(mime) || type === "zip") return `is an archive${name}; unpack it and give its documents`;
  return "is no document that can be read: neither text, Markdown, HTML, PDF, DOCX nor a mail (EML)";
}

const ARCHIVES = /zip|rar|7z|compress|xz|lzip|lzma|zstd|cab|xar|arj|cpio|archive|tar|debian|rpm|gzip/;
