/**
 * What an attached file is by its bytes, where that is something else as well, or something else than it is said to be
 * (hostile-mail HM-113). Types are told by what programs look at to open them; nothing is unpacked.
 *
 * Pure; reads the first and the last bytes of each object, so the cost does not grow with large files.
 */
import { toBuffer } from "../mail/bytes.ts";
import type { FoundObject } from "../mail/views/found-objects.ts";

type Kind = "program" | "zip" | "ole" | "pdf" | "rar" | "7z" | "picture" | "page" | "unknown";

// biome-ignore format: a table reads by column
const MAGICS: readonly (readonly [magic: string, kind: Kind])[] = [
  ["\x7fELF",            "program"],
  ["\xca\xfe\xba\xbe",   "program"],
  ["\xcf\xfa\xed\xfe",   "program"],
  ["\xce\xfa\xed\xfe",   "program"],
  ["PK\x03\x04",         "zip"],
  ["\xd0\xcf\x11\xe0",   "ole"],
  ["%PDF-",              "pdf"],
  ["Rar!\x1a",           "rar"],
  ["7z\xbc\xaf\x27\x1c", "7z"],
  ["\x89PNG\r\n\x1a",    "picture"],
  ["GIF8",               "picture"],
  ["\xff\xd8\xff",       "picture"],
];

const PAGE = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|script|body)\b/i;
const SCRIPT = /<(?:script|html|iframe|body|\?php)\b/i;
/** `GIF89a=1` and `GIF89a/*`: a picture of impossible width, and the start of a program in JavaScript. */
const GIF_SCRIPT = /^GIF8[79]a(?:=[ -~]|\/\*)/;
/** A web archive that Word opens as a document of its own. */
const WEB_ARCHIVE = /^\s*(?:MIME-Version|Content-Type: multipart\/related)\b/i;

const HEAD_BYTES = 4_096;
/** Readers of PDF look for its mark in so many bytes (ISO 32000-1 annex H, note 13). */
const PDF_HEAD_BYTES = 1_024;
/** The end record of a zip and its comment (APPNOTE 4.3.16). */
const ZIP_TAIL_BYTES = 22 + 65_535;
const ZIP_FILE = Buffer.from("PK\x03\x04", "latin1");
const ZIP_END = Buffer.from("PK\x05\x06", "latin1");
const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** Adds `polyglot` and `type-mismatch` for one object. */
export function typeFlags(object: FoundObject): readonly string[] {
  const bytes = toBuffer(object.bytes);
  const head = bytes.toString("latin1", 0, HEAD_BYTES);
  const kind = kindOf(head);
  return [
    ...(isPolyglot(object, { bytes, head, kind }) ? ["polyglot"] : []),
    ...(isMislabelled(object.mediaType, kind) ? ["type-mismatch"] : []),
  ];
}

function kindOf(head: string): Kind {
  const known = MAGICS.find(([magic]) => head.startsWith(magic));
  if (known !== undefined) return known[1];
  // Two letters begin a text as well; the header of a program is full of zeros.
  if (head.startsWith("MZ") && head.slice(0, 64).includes("\0")) return "program";
  return PAGE.test(head) ? "page" : "unknown";
}

interface Content {
  readonly bytes: Buffer;
  readonly head: string;
  readonly kind: Kind;
}

function isPolyglot({ mediaType, names }: FoundObject, { bytes, head, kind }: Content): boolean {
  switch (kind) {
    case "picture":
      return SCRIPT.test(head) || GIF_SCRIPT.test(head) || holdsPdf(head) || endsAsZip(bytes);
    case "pdf":
      return endsAsZip(bytes);
    case "page":
      // The body of a mail may hold anything; a file that is both was made.
      return names.length > 0 && (bytes.includes(PNG) || holdsPdf(head) || endsAsZip(bytes));
    case "program":
      return holdsPdf(head);
    case "unknown":
      if (isSaidToBeZip(mediaType, names)) return endsAsZip(bytes);
      return names.some((name) => /\.(?:doc|xls|ppt|rtf)$/i.test(name)) && WEB_ARCHIVE.test(head);
    default:
      // Archives and compound files hold other files as they are.
      return false;
  }
}

function holdsPdf(head: string): boolean {
  const at = head.indexOf("%PDF-");
  return at > 0 && at < PDF_HEAD_BYTES;
}

function endsAsZip(bytes: Buffer): boolean {
  const start = Math.max(0, bytes.length - ZIP_TAIL_BYTES);
  const end = bytes.subarray(start).lastIndexOf(ZIP_END);
  return end >= 0 && bytes.subarray(0, start + end).includes(ZIP_FILE);
}

function isSaidToBeZip(mediaType: string, names: readonly string[]): boolean {
  return (
    /^application\/(?:x-)?zip/.test(mediaType) || names.some((name) => /\.(?:zip|jar|[dx][ol][cs]x|pptx)$/i.test(name))
  );
}

/** Said to be something to look at, and is something to open. Programs that do not know a type say `octet-stream`. */
function isMislabelled(mediaType: string, kind: Kind): boolean {
  const [type = ""] = mediaType.split("/", 1);
  switch (kind) {
    case "program":
    case "zip":
    case "ole":
    case "rar":
    case "7z":
      return type === "image" || type === "audio" || type === "video" || type === "text";
    case "pdf":
    case "page":
      return type === "image" || type === "audio" || type === "video";
    default:
      return false;
  }
}
