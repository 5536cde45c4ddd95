/**
 * uuencode (POSIX `uuencode`, historical algorithm): files inside text, and the transfer encoding `x-uuencode`.
 *
 * A block is `begin <mode> <name>` (mode and name loosely), lines whose first character gives their number of bytes, and `end`. Blocks without an
 * `end` stop at the first line that is no data. Linear.
 */
import { limits } from "../base/limits.ts";
import type { Span } from "../base/span.ts";
import { span as spanOf } from "../base/span.ts";
import { CR, LF, toBuffer } from "./bytes.ts";
import type { DecodedBlock } from "./transfer.ts";

export interface UuencodedFile {
  /** As written, cut at 255 characters; may hold path separators and anything else: never a file name to write to. */
  readonly name: string;
  /** From `begin` to the end of the `end` line. */
  readonly span: Span;
  /** The data lines. */
  readonly data: Span;
}

const BACKTICK = 0x60;
const NAME_CHARS_MAX = 255;
const BEGIN = Buffer.from("begin ");

/**
 * The files in `[span.start, span.end)` of the raw message, in order; at most one more than `limits.entitiesMax`, so that who
 * takes no more sees that there are.
 */
export function findUuencoded(bytes: Uint8Array, span: Span): readonly UuencodedFile[] {
  const block = toBuffer(bytes).subarray(span.start, span.end);
  return findInBlock(block).map((file) => ({
    name: file.name,
    span: spanOf(span.start + file.span.start, span.start + file.span.end),
    data: spanOf(span.start + file.data.start, span.start + file.data.end),
  }));
}

/** The content of a file that `findUuencoded` found. */
export function decodeUuencoded(bytes: Uint8Array, file: UuencodedFile): Buffer {
  return decodeLines(toBuffer(bytes).subarray(file.data.start, file.data.end), new ByteCollector(file.data)).bytes();
}

/** A body with the transfer encoding x-uuencode: its files put together, or its lines when no `begin` is there. */
export function decodeUuencodedBody(block: Buffer): DecodedBlock {
  const collector = new ByteCollector({ start: 0, end: block.length });
  const parts = dataOf(block);
  for (const data of parts) decodeLines(block.subarray(data.start, data.end), collector);
  const codes = collector.isOdd ? ["uuencode.bad-line"] : [];
  return { bytes: collector.bytes(), codes: parts.length > limits.entitiesMax ? [...codes, "limit.entities"] : codes };
}

/** For ascending decoded offsets the place of the character that holds the byte's first bit; `block.length` past the end. */
export function uuencodedBodyOffsets(block: Buffer, wanted: readonly number[]): number[] {
  const finder = new OffsetCollector(wanted);
  for (const data of dataOf(block)) {
    finder.base = data.start;
    decodeLines(block.subarray(data.start, data.end), finder);
  }
  return finder.offsets(block.length);
}

function dataOf(block: Buffer): readonly Span[] {
  const files = findInBlock(block);
  return files.length > 0 ? files.map((file) => file.data) : [{ start: 0, end: block.length }];
}

function findInBlock(block: Buffer): UuencodedFile[] {
  const files: UuencodedFile[] = [];
  let at = block.indexOf(BEGIN);
  while (at !== -1 && files.length <= limits.entitiesMax) {
    const file = at === 0 || block[at - 1] === LF || block[at - 1] === CR ? readFile(block, at) : null;
    if (file !== null) files.push(file);
    at = block.indexOf(BEGIN, file === null ? at + 1 : file.span.end);
  }
  return files;
}

/** The file whose `begin` line starts at `at`, or `null` when what follows is no data. */
function readFile(block: Buffer, at: number): UuencodedFile | null {
  const lineEnd = endOfLine(block, at);
  const begin = /^begin +[0-9]{1,6}(?: +(.*))?$/.exec(
    block.toString("latin1", at, Math.min(lineEnd, at + 1024)).trimEnd(),
  );
  if (begin === null) return null;
  const start = Math.min(lineEnd + 1, block.length);
  let next = start;
  while (next < block.length && isDataLine(block, next)) next = Math.min(endOfLine(block, next) + 1, block.length);
  if (next === start) return null;
  const end = /^end[ \t\r]*$/.test(block.toString("latin1", next, Math.min(endOfLine(block, next), next + 16)))
    ? Math.min(endOfLine(block, next) + 1, block.length)
    : next;
  return { name: (begin[1] ?? "").slice(0, NAME_CHARS_MAX), span: spanOf(at, end), data: spanOf(start, next) };
}

/** The length character fits the length of the line; mailers may have cut the spaces at its end. */
function isDataLine(block: Buffer, at: number): boolean {
  const length = lineBytes(block[at]);
  if (length < 0) return false;
  const characters = endOfText(block, endOfLine(block, at)) - at - 1;
  const wanted = Math.ceil(length / 3) * 4;
  return characters <= wanted + 3 && (length === 0 || characters >= Math.ceil((length * 4) / 3) - 3);
}

/** How many bytes a line holds, by its first character; -1 for none of these. */
function lineBytes(byte: number | undefined): number {
  if (byte === undefined || byte < 0x20 || byte > BACKTICK) return -1;
  return (byte - 0x20) & 63;
}

function endOfLine(block: Buffer, at: number): number {
  const found = block.indexOf(LF, at);
  return found === -1 ? block.length : found;
}

function endOfText(block: Buffer, lineEnd: number): number {
  return block[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
}

interface ByteSink {
  isOdd: boolean;
  put(byte: number, at: number): void;
}

/** Puts each byte with the place of the character that holds its first bit. A cut line is filled with spaces, as zero. */
function decodeLines<Sink extends ByteSink>(lines: Buffer, sink: Sink): Sink {
  let at = 0;
  while (at < lines.length) {
    const lineEnd = endOfLine(lines, at);
    const textEnd = endOfText(lines, lineEnd);
    const length = lineBytes(lines[at]);
    if (length < 0 || (length > 0 && textEnd - at < 2)) sink.isOdd = true;
    else decodeLine(lines, at + 1, textEnd, length, sink);
    at = lineEnd + 1;
  }
  return sink;
}

/** A line that is much shorter than it claims gives no more bytes than it has characters. */
function decodeLine(lines: Buffer, start: number, end: number, length: number, sink: ByteSink): void {
  const count = Math.min(length, end - start);
  for (let index = 0; index < count; index++) {
    const at = start + Math.floor(index / 3) * 4 + (index % 3);
    const high = at < end ? (lines[at] as number) - 0x20 : 0;
    const low = at + 1 < end ? (lines[at + 1] as number) - 0x20 : 0;
    const shift = 2 * (index % 3) + 2;
    sink.put((((high & 63) << shift) | ((low & 63) >> (6 - shift))) & 0xff, Math.min(at, end));
  }
}

class ByteCollector implements ByteSink {
  readonly #bytes: Buffer;
  #length = 0;
  isOdd = false;

  /** A raw byte never gives more than one decoded byte. */
  constructor(data: Span) {
    this.#bytes = Buffer.alloc(data.end - data.start);
  }

  put(byte: number): void {
    this.#bytes[this.#length++] = byte;
  }

  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}

class OffsetCollector implements ByteSink {
  readonly #wanted: readonly number[];
  readonly #found: number[] = [];
  #count = 0;
  base = 0;
  isOdd = false;

  constructor(wanted: readonly number[]) {
    this.#wanted = wanted;
  }

  put(_byte: number, at: number): void {
    while (this.#found.length < this.#wanted.length && (this.#wanted[this.#found.length] as number) <= this.#count) {
      this.#found.push(this.base + at);
    }
    this.#count++;
  }

  offsets(end: number): number[] {
    while (this.#found.length < this.#wanted.length) this.#found.push(end);
    return this.#found;
  }
}
