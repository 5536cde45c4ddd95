/**
 * What can be read in any file without knowing its format: printable runs, the whole as text, addresses, and how random its bytes are.
 *
 * Pure, total, linear in at most `limits.fileTextBytesMax` bytes; what lies beyond is told by `isCut`.
 */
import { limits } from "../base/limits.ts";
import { addressesInText, isNamespace } from "./addresses.ts";
import { isTextual } from "./file-kind.ts";

export interface Found<T> {
  readonly items: readonly T[];
  /** There may be more. */
  readonly isCut: boolean;
}

const RUN_CHARS_MIN = 4;

/** Runs of printable ASCII, in one byte a character or two, in the order of their first bytes. */
export function printableRuns(bytes: Buffer): Found<string> {
  const head = bytes.subarray(0, limits.fileTextBytesMax);
  const found: string[] = [];
  for (let at = 0; at < head.length && found.length <= limits.fileStringsMax; ) {
    if (!isPrintable(head[at])) {
      at += 1;
      continue;
    }
    const end = head[at + 1] === 0 ? wideEnd(head, at) : narrowEnd(head, at);
    const isWide = head[at + 1] === 0;
    const chars = isWide ? (end - at) / 2 : end - at;
    if (chars >= RUN_CHARS_MIN)
      found.push(isWide ? head.toString("utf16le", at, end) : head.toString("latin1", at, end));
    at = end;
  }
  const isCut = bytes.length > head.length || found.length > limits.fileStringsMax;
  return { items: found.slice(0, limits.fileStringsMax), isCut };
}

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === 0x09);
}

function narrowEnd(bytes: Buffer, from: number): number {
  let at = from + 1;
  while (isPrintable(bytes[at])) at += 1;
  return at;
}

function wideEnd(bytes: Buffer, from: number): number {
  let at = from + 2;
  while (isPrintable(bytes[at]) && bytes[at + 1] === 0) at += 2;
  return Math.min(at, bytes.length);
}

/** Null for what is no text, unless `isKnownText`. */
export function wholeText(
  bytes: Buffer,
  isKnownText = false,
): { readonly text: string; readonly isCut: boolean } | null {
  if (!isKnownText && !isTextual(bytes)) return null;
  const head = bytes.subarray(0, limits.fileTextBytesMax);
  return { text: decodedText(head), isCut: head.length < bytes.length };
}

/** By its mark, as UTF-8 where it is, else as windows-1252. */
export function decodedText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2, bytes.length & ~1).toString("utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  }
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = isMarked ? bytes.subarray(3) : bytes;
  return decodeAs(text, "utf8") ?? new TextDecoder("windows-1252").decode(text);
}

/** Encodings by the names that rules use; null where the bytes do not fit, or the name is unknown. */
export function decodeAs(bytes: Buffer, encoding: string): string | null {
  const name = encoding.toLowerCase().replaceAll(/[-_ ]/g, "");
  switch (name) {
    case "ascii":
      return bytes.every((byte) => byte < 0x80) ? bytes.toString("latin1") : null;
    case "utf8":
      return decodedOrNull(bytes, "utf-8");
    case "utf16":
    case "utf16le":
      return bytes.length % 2 === 0 ? decodedOrNull(bytes, "utf-16le") : null;
    case "utf16be":
      return bytes.length % 2 === 0 ? decodedOrNull(bytes, "utf-16be") : null;
    case "latin1":
    case "iso88591":
    case "windows1252":
    case "cp1252":
      return new TextDecoder("windows-1252").decode(bytes);
    default:
      return null;
  }
}

function decodedOrNull(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // The decoder has no other way to say that bytes do not fit.
    return null;
  }
}

/** Each once, in the order of the text; names of formats are left out. */
export function addressesOf(text: string): Found<string> {
  const found = addressesInText(text.slice(0, limits.fileTextBytesMax));
  const urls = new Set<string>();
  for (const { url } of found) if (!isNamespace(url)) urls.add(url);
  for (const match of text.slice(0, limits.fileTextBytesMax).matchAll(BARE)) {
    if (urls.size > limits.fileFactsMax) break;
    urls.add(match[0]);
  }
  const isCut =
    found.length > limits.partReferencesMax || urls.size > limits.fileFactsMax || text.length > limits.fileTextBytesMax;
  return { items: [...urls].slice(0, limits.fileFactsMax), isCut };
}

/** Addresses that people write without a scheme. */
const BARE = /(?<![\w./@+-])www\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?:[/?#][^\s<>"'{}|^`\p{Cc}]{0,2048})?/giu;

/** Shannon entropy of the bytes, in bits a byte: 0 to 8. */
export function entropyOf(bytes: Buffer): number {
  if (bytes.length === 0) return 0;
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  let bits = 0;
  for (const count of counts) {
    if (count > 0) bits -= (count / bytes.length) * Math.log2(count / bytes.length);
  }
  return bits;
}
