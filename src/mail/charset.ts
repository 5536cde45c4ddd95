/**
 * Bytes to text by a charset label, and text offsets back to byte offsets.
 *
 * Follows the WHATWG Encoding Standard, whose labels browsers and webmail use, plus the labels that only mail has and
 * UTF-7 (RFC 2152). Total on any bytes: what is invalid becomes U+FFFD. Deterministic, linear; text that is ASCII or
 * valid UTF-8 is decoded natively. The text is well-formed UTF-16 (no lone surrogates).
 */
import { isAscii, isUtf8 } from "node:buffer";
import type { Problem } from "../base/problem.ts";
import { toBuffer } from "./bytes.ts";
import { resolveCharset } from "./charset-labels.ts";
import { ebcdicTable, isEbcdic } from "./ebcdic.ts";
import { isMultiByteCharset, type MultiByteCharset, type UnitSink, walkMultiByte } from "./multi-byte.ts";
import { walkUtf7 } from "./utf7.ts";

export interface DecodedCharset {
  readonly text: string;
  /** What the bytes were read as: a WHATWG encoding name, `utf-7`, `iso-2022-kr`, `hz-gb-2312`, `ibm037` or `ibm1026`. */
  readonly charset: string;
  readonly problems: readonly Problem[];
}

const REPLACEMENT = 0xfffd;
const noProblems: readonly Problem[] = [];

/**
 * Decodes by a label from the mail; a byte order mark of UTF-8 or UTF-16 wins over it and is removed.
 *
 * An empty label means none was given: UTF-8 when the bytes are valid UTF-8, else windows-1252. An unknown label is
 * treated the same, with the problem `charset.unknown`. Bytes that the charset does not allow give `charset.invalid`.
 */
export function decodeCharset(bytes: Uint8Array, label: string): DecodedCharset {
  const buffer = toBuffer(bytes);
  const resolved = resolveCharset(label);
  const charset = charsetOfMark(buffer) ?? resolved ?? guessCharset(buffer);
  if (resolved === "us-ascii") return decodeAscii(buffer);
  const text = decodeAs(buffer, charset);
  const isUnknown = resolved === null && label !== "";
  const isInvalid = hasReplacement(buffer, charset, text);
  if (!isUnknown && !isInvalid) return { text, charset, problems: noProblems };
  const codes = [...(isUnknown ? ["charset.unknown"] : []), ...(isInvalid ? ["charset.invalid"] : [])];
  return { text, charset, problems: codes.map((code) => ({ code })) };
}

/**
 * For each offset into the decoded text (UTF-16 units, ascending) the byte offset where that character begins.
 *
 * `charset` is what `decodeCharset` answered for these bytes. An offset inside a surrogate pair gives the pair's start; one
 * at or past the end of the text gives `bytes.length`.
 */
export function toByteOffsets(bytes: Uint8Array, charset: string, textOffsets: readonly number[]): number[] {
  const buffer = toBuffer(bytes);
  const finder = new OffsetFinder(textOffsets, buffer.length);
  const start = markLength(buffer, charset);
  if (charset === "utf-8") findInUtf8(buffer, start, finder);
  else if (charset === "utf-16le" || charset === "utf-16be") walkUtf16(buffer, start, charset, finder);
  else if (charset === "utf-7") walkUtf7(buffer, finder);
  else if (isMultiByteCharset(charset)) walkMultiByte(buffer, charset, finder);
  else finder.putBytes(0, buffer.length);
  return finder.offsets();
}

/** Decodes with a WHATWG single-byte encoding; every byte gives one UTF-16 unit. */
export function decodeSingleByte(bytes: Buffer, encoding: string): string {
  const latin1 = encoding === "windows-1252" ? bytes.toString("latin1") : null;
  // Western mail rarely uses the 32 places where windows-1252 is not Latin-1.
  if (latin1 !== null && !/[\u0080-\u009f]/.test(latin1)) return latin1;
  const table = singleByteTable(encoding);
  const units = new Uint16Array(bytes.length);
  // `| 0` keeps the counter a plain machine integer, which makes the loop twice as fast.
  for (let at = 0; at < bytes.length; at = (at + 1) | 0) units[at] = table[bytes[at] as number] as number;
  return unitsToText(units);
}

/** Label `us-ascii` is a claim that 8-bit bytes disprove: they are judged as if nothing had been said. */
function decodeAscii(bytes: Buffer): DecodedCharset {
  if (isAscii(bytes)) return { text: bytes.toString("latin1"), charset: "windows-1252", problems: noProblems };
  const charset = charsetOfMark(bytes) ?? guessCharset(bytes);
  return { text: decodeAs(bytes, charset), charset, problems: [{ code: "charset.not-ascii" }] };
}

function guessCharset(bytes: Buffer): string {
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** What a byte order mark names; null for none. WHATWG Encoding 6, BOM sniff. */
export function charsetOfMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return null;
}

/** Bytes of the mark, if it is one of this charset: they are no text. */
export function markLength(bytes: Buffer, charset: string): number {
  if (charsetOfMark(bytes) !== charset) return 0;
  return charset === "utf-8" ? 3 : 2;
}

/** Decodes in one charset, by a name that `resolveCharset` gave; a byte order mark of another one is text. */
export function decodeAs(bytes: Buffer, charset: string): string {
  const start = markLength(bytes, charset);
  switch (charset) {
    case "utf-8":
      return isAscii(bytes) ? bytes.toString("latin1") : bytes.toString("utf8", start, bytes.length);
    case "utf-16le":
    case "utf-16be":
      return decodeUtf16(bytes.subarray(start), charset);
    case "utf-7":
      return collectUnits(bytes.length, (sink) => walkUtf7(bytes, sink));
    default:
      return decodeLegacy(bytes, charset);
  }
}

function decodeLegacy(bytes: Buffer, charset: string): string {
  if (!isMultiByteCharset(charset)) {
    const isSame = isAscii(bytes) && !isEbcdic(charset);
    return isSame ? bytes.toString("latin1") : decodeSingleByte(bytes, charset);
  }
  if (!hasEscapes(charset) && isAscii(bytes)) return bytes.toString("latin1");
  return collectUnits(bytes.length, (sink) => walkMultiByte(bytes, charset, sink));
}

/** Charsets in which ASCII bytes may stand for something else. */
function hasEscapes(charset: MultiByteCharset): boolean {
  return charset === "iso-2022-jp" || charset === "iso-2022-kr" || charset === "hz-gb-2312";
}

function decodeUtf16(bytes: Buffer, charset: "utf-16le" | "utf-16be"): string {
  const even = bytes.length & ~1;
  const little = charset === "utf-16le" ? bytes : Buffer.from(bytes.subarray(0, even)).swap16();
  const decoded = little.toString("utf16le", 0, even);
  // A large text lies outside the heap as it is decoded; mending copies it there.
  const text = decoded.isWellFormed() ? decoded : decoded.toWellFormed();
  return even === bytes.length ? text : `${text}\ufffd`;
}

function hasReplacement(bytes: Buffer, charset: string, text: string): boolean {
  if (charset === "utf-8") return !isUtf8(bytes);
  return charset !== "windows-1252" && text.includes("\ufffd");
}

const singleByteTables = new Map<string, Uint16Array>();

/** The encoding's 256 characters, asked of the platform once. Bounded: there are as many tables as encodings. */
function singleByteTable(encoding: string): Uint16Array {
  const known = singleByteTables.get(encoding);
  if (known !== undefined) return known;
  const table = isEbcdic(encoding) ? ebcdicTable(encoding) : platformTable(encoding);
  singleByteTables.set(encoding, table);
  return table;
}

function platformTable(encoding: string): Uint16Array {
  const decoder = new TextDecoder(encoding);
  return Uint16Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)).charCodeAt(0));
}

/** Keeps the units of a walk. A byte never gives more than one unit, so `unitsMax` is the number of bytes. */
class UnitCollector implements UnitSink {
  readonly #units: Uint16Array;
  #count = 0;
  readonly isDone = false;

  constructor(unitsMax: number) {
    this.#units = new Uint16Array(unitsMax);
  }

  put(unit: number): void {
    this.#units[this.#count++] = unit;
  }

  text(): string {
    return unitsToText(this.#units.subarray(0, this.#count)).toWellFormed();
  }
}

/** Notes where asked-for units begin. */
class OffsetFinder implements UnitSink {
  readonly #wanted: readonly number[];
  readonly #found: number[] = [];
  readonly #end: number;
  #count = 0;

  constructor(wanted: readonly number[], end: number) {
    this.#wanted = wanted;
    this.#end = end;
  }

  get isDone(): boolean {
    return this.#found.length === this.#wanted.length;
  }

  put(_unit: number, start: number): void {
    while (this.#found.length < this.#wanted.length && (this.#wanted[this.#found.length] as number) <= this.#count) {
      this.#found.push(start);
    }
    this.#count++;
  }

  /** Units of one byte each: `[start, end)`. */
  putBytes(start: number, end: number): void {
    const last = this.#count + end - start;
    for (let wanted = this.#next(); wanted < last; wanted = this.#next()) {
      this.#found.push(start + Math.max(0, wanted - this.#count));
    }
    this.#count = last;
  }

  /** The offset that is looked for; infinite when all were found. */
  #next(): number {
    return this.#wanted[this.#found.length] ?? Number.POSITIVE_INFINITY;
  }

  /** Passes over so many units at once; false when one of them is wanted. */
  skip(units: number): boolean {
    if (this.#next() < this.#count + units) return false;
    this.#count += units;
    return true;
  }

  offsets(): number[] {
    while (this.#found.length < this.#wanted.length) this.#found.push(this.#end);
    return this.#found;
  }
}

function collectUnits(unitsMax: number, walk: (sink: UnitSink) => void): string {
  const collector = new UnitCollector(unitsMax);
  walk(collector);
  return collector.text();
}

function unitsToText(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString("utf16le", 0, units.byteLength);
}

/** Bytes that are only counted, natively, when they are ASCII or nothing wanted lies in them. */
const UTF8_CHUNK_BYTES = 512;

function findInUtf8(bytes: Buffer, start: number, finder: OffsetFinder): void {
  let at = start;
  while (at < bytes.length && !finder.isDone) {
    const end = characterStart(bytes, Math.min(at + UTF8_CHUNK_BYTES, bytes.length));
    if (isAscii(bytes.subarray(at, end))) finder.putBytes(at, end);
    else if (!finder.skip(bytes.toString("utf8", at, end).length)) walkUtf8(bytes, at, end, finder);
    at = end;
  }
}

/**
 * At or up to three bytes before `at`, a place that no character and no maximal subpart spans: before any byte that is no
 * continuation, and inside a longer run of them, which is stray by then.
 */
function characterStart(bytes: Buffer, at: number): number {
  for (let back = 0; back <= 3; back++) {
    const byte = bytes[at - back];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return at - back;
  }
  return at;
}

/** Puts a unit for each character, or two at the same start beyond the Basic Multilingual Plane. */
function walkUtf8(bytes: Buffer, start: number, end: number, sink: UnitSink): void {
  let at = start;
  while (at < end && !sink.isDone) {
    const lead = bytes[at] as number;
    const length = lead < 0x80 ? 1 : utf8Length(bytes, at, lead);
    sink.put(REPLACEMENT, at);
    // Incomplete subparts have at most three bytes, so four are a character of two units.
    if (length === 4) sink.put(REPLACEMENT, at);
    at += length;
  }
}

/** Bytes of the character at `at`, or of the maximal subpart that one U+FFFD stands for (Unicode 3.9, table 3-7). */
function utf8Length(bytes: Buffer, at: number, lead: number): number {
  const wanted = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
  let length = 1;
  while (length < wanted && isUtf8Trail(lead, bytes[at + length], length)) length++;
  return length;
}

function isUtf8Trail(lead: number, byte: number | undefined, index: number): boolean {
  if (byte === undefined) return false;
  if (index > 1) return byte >= 0x80 && byte <= 0xbf;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}

function walkUtf16(bytes: Buffer, start: number, charset: "utf-16le" | "utf-16be", sink: UnitSink): void {
  const high = charset === "utf-16le" ? 1 : 0;
  let pairStart = -1;
  for (let at = start; at < bytes.length && !sink.isDone; at += 2) {
    const lead = at + 1 < bytes.length ? (bytes[at + high] as number) & 0xfc : 0;
    const isSecond = lead === 0xdc && pairStart === at - 2;
    sink.put(REPLACEMENT, isSecond ? pairStart : at);
    pairStart = lead === 0xd8 ? at : -1;
  }
}
