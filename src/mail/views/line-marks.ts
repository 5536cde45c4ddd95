/**
 * One look at every byte of a message for what other readings hang on: odd line ends, lines that may be boundaries or the end
 * of an SMTP transfer, NULs.
 *
 * Hot path: every byte of all mail passes here once. Four are looked at together: in nearly all groups no byte is below 0x0e,
 * which one expression tells, with a bit for each such byte (a bit above a true one may be wrong, none is missing; so each
 * byte is looked at itself). Searching for each thing natively takes longer, since each search goes over the whole message.
 */
import { limits } from "../../base/limits.ts";
import type { Span } from "../../base/span.ts";
import { CR, isBlank, LF, SPACE, TAB } from "../bytes.ts";

export interface LineMarks {
  readonly hasNul: boolean;
  readonly hasCrLf: boolean;
  /** CR without LF. */
  readonly hasBareCr: boolean;
  /** LF without CR. */
  readonly hasBareLf: boolean;
  /** A line begins like a uuencoded or yEnc file (`begin`, `=ybegin`), after white space too. */
  readonly hasFileStart: boolean;
  /** Starts of lines that begin with two dashes; at most one more than `limits.dashedLinesMax`. */
  readonly dashed: readonly number[];
  /** Ends of lines that hold one full stop and nothing else; at most one more than `limits.dotLinesMax`. */
  readonly dots: readonly number[];
  /** Starts of lines of two full stops and something else; at most one more than `limits.dotLinesMax`. */
  readonly stuffed: readonly number[];
  /** A line begins with one full stop before something else. */
  readonly hasDottedLine: boolean;
}

const BEGIN = new Uint8Array(Buffer.from("begin"));
const INDENT_MAX = 2;
/** The first byte that means nothing here, four times; and the highest bit of each byte. As signed 32-bit numbers. */
const LOW = 0x0e0e0e0e;
const HIGH_BITS = 0x80808080 | 0;
const WORD_BYTES = Int32Array.BYTES_PER_ELEMENT;
/** Turns a byte of a word by its weight into a byte by its place: 3 where the heaviest byte comes first. */
const FLIP = new Uint8Array(new Int32Array([1]).buffer)[0] === 1 ? 0 : 3;
const DASH = 0x2d;
const SMALL_B = 0x62;
const SMALL_Y = 0x79;
const EQUALS = 0x3d;
const DOT = 0x2e;

/** Bytes that a line of interest may begin with: 1; so that all other lines cost one look. */
const OPENS = new Uint8Array(256);
for (const byte of [DASH, DOT, SMALL_B, EQUALS, SPACE, TAB]) OPENS[byte] = 1;

/** `clean`: spans that are known to hold nothing of all this, ascending; they are passed over. */
export function readLineMarks(bytes: Uint8Array, clean: readonly Span[] = []): LineMarks {
  const marks = new Marks();
  let at = 0;
  for (const { start, end } of clean) {
    if (end <= start || start < at) continue;
    scan(bytes, at, start, marks);
    at = end;
  }
  scan(bytes, at, bytes.length, marks);
  return marks;
}

function scan(bytes: Uint8Array, start: number, end: number, marks: Marks): void {
  const { buffer, byteOffset } = bytes;
  const aligned = start + ((WORD_BYTES - ((byteOffset + start) % WORD_BYTES)) % WORD_BYTES);
  const count = Math.floor((end - aligned) / WORD_BYTES);
  if (count <= 0) {
    scanBytes(bytes, start, end, marks);
    return;
  }
  scanBytes(bytes, start, aligned, marks);
  const words = new Int32Array(buffer, byteOffset + aligned, count);
  const last = bytes.length;
  let hasCrLf = false;
  for (let index = 0; index < count; index = (index + 1) | 0) {
    const word = words[index] as number;
    let low = ((word - LOW) | 0) & ~word & HIGH_BITS;
    for (; low !== 0; low &= low - 1) {
      const at = aligned + (index << 2) + (((31 - Math.clz32(low & -low)) >> 3) ^ FLIP);
      const byte = bytes[at] as number;
      // The end of an ordinary line, without a call.
      if (byte === LF && bytes[at - 1] === CR) {
        hasCrLf = true;
        if (at + 1 < last && OPENS[bytes[at + 1] as number] === 1) marks.addLine(bytes, at + 1);
      } else if (byte !== CR ? byte <= CR : bytes[at + 1] !== LF) marks.add(bytes, at, byte);
    }
  }
  if (hasCrLf) marks.hasCrLf = true;
  scanBytes(bytes, aligned + count * WORD_BYTES, end, marks);
}

function scanBytes(bytes: Uint8Array, start: number, end: number, marks: Marks): void {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte <= CR) marks.add(bytes, at, byte);
  }
}

class Marks implements LineMarks {
  hasNul = false;
  hasCrLf = false;
  hasBareCr = false;
  hasBareLf = false;
  hasFileStart = false;
  readonly dashed: number[] = [];
  readonly dots: number[] = [];
  readonly stuffed: number[] = [];
  hasDottedLine = false;

  /** A byte of white space or control at `at`. */
  add(bytes: Uint8Array, at: number, byte: number): void {
    if (byte === LF) {
      if (at > 0 && bytes[at - 1] === CR) this.hasCrLf = true;
      else this.hasBareLf = true;
      if (OPENS[bytes[at + 1] as number] === 1) this.addLine(bytes, at + 1);
    } else if (byte === CR) {
      if (bytes[at + 1] === LF) return;
      this.hasBareCr = true;
      if (OPENS[bytes[at + 1] as number] === 1) this.addLine(bytes, at + 1);
    } else if (byte === 0) this.hasNul = true;
  }

  addLine(bytes: Uint8Array, start: number): void {
    const first = bytes[start];
    if (first === DASH) {
      if (bytes[start + 1] === DASH && this.dashed.length <= limits.dashedLinesMax) this.dashed.push(start);
    } else if (first === DOT) {
      const next = bytes[start + 1];
      if (next === DOT) this.#addStuffed(bytes, start);
      else if (next !== CR && next !== LF) this.hasDottedLine ||= next !== undefined;
      else if (this.dots.length <= limits.dotLinesMax) this.dots.push(start + 1);
    } else if (!this.hasFileStart) this.hasFileStart = startsFile(bytes, start);
  }

  /** More than two are an ellipsis. */
  #addStuffed(bytes: Uint8Array, start: number): void {
    const next = bytes[start + 2];
    const isText = next !== undefined && next !== DOT && next !== CR && next !== LF;
    if (isText && this.stuffed.length <= limits.dotLinesMax) this.stuffed.push(start);
  }
}

/** `begin` after a little white space or `=y`. */
function startsFile(bytes: Uint8Array, start: number): boolean {
  let at = start;
  while (at < start + INDENT_MAX && isBlank(bytes[at])) at += 1;
  if (bytes[at] === EQUALS && bytes[at + 1] === SMALL_Y) at += 2;
  if (bytes[at] !== SMALL_B) return false;
  for (let index = 1; index < BEGIN.length; index += 1) if (bytes[at + index] !== BEGIN[index]) return false;
  return true;
}
