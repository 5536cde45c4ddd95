/**
 * What a file or an unpacked stream is, by its first bytes, then by its name. Bounded: looks at SNIFF_BYTES at most.
 */
import { isCompoundFile } from "../mail/outlook/compound-file.ts";
import { parseCountLine } from "./emlx/count-line.ts";
import { FROM_LINE_BYTES_MAX, fromLineAt, gradeOf, hasEmptyLineBefore } from "./mbox/from-line.ts";
import { lineKind } from "./mbox/header-line.ts";
import { hasTarMagic, isTarHeader } from "./tar/header.ts";

/** So much of the beginning decides most files. */
export const SNIFF_BYTES = 8 * 1024;
/** So much is looked at when that was not enough: an mbox may begin with something else. */
export const SNIFF_BYTES_MAX = 64 * 1024;

/** `outlook-item`: `.msg`, `.oft` · `unsupported`: mail may be in it, in a format that is not read. */
export type ContentKind =
  | "mbox"
  | "message"
  | "emlx"
  | "outlook-item"
  | "pst"
  | "gzip"
  | "zstd"
  | "tar"
  | "zip"
  | "unsupported"
  | "empty"
  | "none";

/** Signatures of formats that may hold mail but are not read: 7z, RAR, xz, bzip2, compress, MMDF mailboxes, Babyl (of Emacs). */
const UNSUPPORTED: readonly (readonly [offset: number, magic: string])[] = [
  [0, "7z\xbc\xaf\x27\x1c"],
  [0, "Rar!\x1a\x07"],
  [0, "\xfd7zXZ\x00"],
  [0, "BZh"],
  [0, "\x1f\x9d"],
  [0, "\x01\x01\x01\x01\n"],
  [0, "BABYL OPTIONS:"],
];

/**
 * Names are hints only: `.eml` holds one message whatever it looks like, `.mbox` and `.zip` may begin with
 * something else, and some formats have no signature.
 */
const EML_NAME = /\.eml$/i;
const EMLX_NAME = /\.emlx$/i;
const MBOX_NAME = /\.mbo?x$/i;
const ZIP_NAME = /\.zip$/i;
const OUTLOOK_ITEM_NAME = /\.(?:msg|oft)$/i;
const UNSUPPORTED_NAME = /\.(?:emlx|partialemlx|msg|pst|ost|nst|dbx|olm|nsf|mbx)$/i;

/** Fields looked at before a file is said to be no mail. */
const FIELDS_MAX = 200;

/** `whole` says that `head` is all there is. */
export function contentKind(head: Buffer, name: string, whole: boolean): ContentKind {
  if (head.length === 0) return whole ? "empty" : "none";
  const packing = packingOf(head);
  if (packing !== null) return packing;
  if (isTarHeader(head)) return "tar";
  if (startsWith(head, "PK\x03\x04") || startsWith(head, "PK\x05\x06")) return "zip";
  if (startsWith(head, PST_MAGIC)) return "pst";
  if (isOutlookItem(head, name)) return "outlook-item";
  if (EML_NAME.test(name)) return "message";
  if (isEmlx(head, name)) return "emlx";
  const start = textStart(head);
  if (isFromLine(head, start) || isOddFromLine(head, start)) return "mbox";
  if (looksLikeMessage(head, start)) return MBOX_NAME.test(name) ? "mbox" : "message";
  if (hasTarMagic(head)) return "tar";
  if (isUnsupported(head, name)) return "unsupported";
  if (hasPerfectFromLine(head)) return "mbox";
  return kindByName(name);
}

/** A line with a count, and mail behind it; the name stands for the mail. */
function isEmlx(head: Buffer, name: string): boolean {
  const line = parseCountLine(head);
  return line !== null && (EMLX_NAME.test(name) || looksLikeMessage(head, line.next));
}

const PST_MAGIC = "!BDN";
/** Every Outlook item has properties of this name; other compound files (Word, Excel, installers) have none. */
const OUTLOOK_STREAM = Buffer.from("__substg1.0_", "utf16le");

function isOutlookItem(head: Buffer, name: string): boolean {
  return isCompoundFile(head) && (OUTLOOK_ITEM_NAME.test(name) || head.includes(OUTLOOK_STREAM));
}

/** Reading looks further than the head, and says what it did not find. */
function kindByName(name: string): ContentKind {
  if (MBOX_NAME.test(name)) return "mbox";
  return ZIP_NAME.test(name) ? "zip" : "none";
}

/** True for a file that is one message: bare, with what a mail program put around it, or to be rebuilt. */
export function isOneMessage(kind: ContentKind): boolean {
  return kind === "message" || kind === "emlx" || kind === "outlook-item";
}

/** True when more than `head` could change the verdict. */
export function wantsMore(kind: ContentKind): boolean {
  return kind === "none";
}

/**
 * True for bytes that begin like the header of a message: fields only, and one that mail has among them. White space before
 * the first name, or on lines of its own, is as readers of mail pass over it.
 */
export function looksLikeMessage(head: Buffer, start: number): boolean {
  let at = start;
  for (let fields = 0; fields < FIELDS_MAX; fields += 1) {
    const kind = lineKind(head, at, head.length);
    if (kind === "known-field") return true;
    const fits = kind === "field" || kind === "continuation";
    const lineEnd = fits ? head.indexOf(0x0a, at) : -1;
    if (lineEnd < 0) return false;
    at = lineEnd + 1;
  }
  return false;
}

/** After a byte order mark and empty lines. */
export function textStart(head: Buffer): number {
  let at = startsWith(head, "\xef\xbb\xbf") ? 3 : 0;
  while (at < head.length && (head[at] === 0x0a || head[at] === 0x0d)) at += 1;
  return at;
}

const FROM = Buffer.from("From ");

function isFromLine(head: Buffer, at: number): boolean {
  return startsWith(head, "From ", at) && fromLineAt(head, at, head.length, true) !== null;
}

/** At the start of a file even a `From ` without address and date is a separator, when mail stands behind it. */
export function isOddFromLine(head: Buffer, at: number): boolean {
  const lineEnd = startsWith(head, "From ", at) ? head.indexOf(0x0a, at) : -1;
  return lineEnd >= 0 && looksLikeMessage(head, lineEnd + 1);
}

/** A separator further down, with an empty line before it and a header after it: something stands before the first. */
function hasPerfectFromLine(head: Buffer): boolean {
  for (let at = head.indexOf(FROM); at >= 0; at = head.indexOf(FROM, at + 1)) {
    if (!hasEmptyLineBefore(head, at, 0)) continue;
    const line = fromLineAt(head, at, head.length, true);
    if (line !== null && !line.suspect) return true;
  }
  return false;
}

/** A frame, or a skippable one before it (RFC 8878 3.1.2). */
function isZstd(head: Buffer): boolean {
  if (startsWith(head, "\x28\xb5\x2f\xfd")) return true;
  const isSkippable = startsWith(head, "\x2a\x4d\x18", 1) && ((head[0] ?? 0) & 0xf0) === 0x50;
  return isSkippable && !startsWith(head, "\x00\x00\x00\x00", 4);
}

function isUnsupported(head: Buffer, name: string): boolean {
  if (UNSUPPORTED_NAME.test(name) || isMacMbox(head)) return true;
  return UNSUPPORTED.some(([offset, magic]) => startsWith(head, magic, offset));
}

/** An mbox whose lines end in CR alone, as the first Macintosh systems wrote text. */
function isMacMbox(head: Buffer): boolean {
  const start = textStart(head);
  if (!startsWith(head, "From ", start) || head.includes(0x0a)) return false;
  const lineEnd = head.indexOf(0x0d, start);
  if (lineEnd < 0 || lineEnd - start > FROM_LINE_BYTES_MAX) return false;
  const grade = gradeOf(head.toString("latin1", start + FROM.length, lineEnd));
  return grade === "perfect" || grade === "dated";
}

function startsWith(head: Buffer, magic: string, at = 0): boolean {
  return head.length >= at + magic.length && head.toString("latin1", at, at + magic.length) === magic;
}

/** How a stream is packed as a whole: RFC 1952 2.3.1 (deflate is the one method there is), RFC 8878 3.1.1. */
export function packingOf(head: Buffer): "gzip" | "zstd" | null {
  if (startsWith(head, "\x1f\x8b\x08")) return "gzip";
  return isZstd(head) ? "zstd" : null;
}
