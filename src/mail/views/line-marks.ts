/**
 * One look at every byte of a message for what other readings hang on: odd line ends, lines that may be boundaries or the end
 * of an SMTP transfer, NULs.
 *
 * Hot path: every byte of all mail passes here once. Four are looked at together: in nearly all groups no byte is below 0x0e,
 * which one expression tells (it may say so wrongly, never miss one). Searching for each thing natively takes several times as
 * long, since each search goes over the whole message.
 */
import type { Span } from "../../base/span.ts";
import { CR, isBlank, LF, SPACE, TAB } from "../bytes.ts";

export interface LineMarks {
  readonly hasNul: boolean;
  readonly hasCrLf: boolean;
  /** A line begins like a uuencoded or yEnc file (`begin`, `=ybegin`), after white space too. */
  readonly hasFileStart: boolean;
  /** Places of CR without LF, and of LF without CR; the first `MARKS_MAX` each. */
  readonly bareCr: readonly number[];
  readonly bareLf: readonly number[];
  /** Starts of lines that begin with two dashes; the first `DASHED_MAX`. */
  readonly dashed: readonly number[];
  /** Ends of lines that hold one full stop and nothing else; the first `MARKS_MAX`. */
  readonly dots: readonly number[];
}

const BEGIN = new Uint8Array(Buffer.from("begin"));
const INDENT_MAX = 2;
const MARKS_MAX = 256;
const DASHED_MAX = 100_000;
/** The first byte that means nothing here, four times; and the highest bit of each byte. As signed 32-bit numbers. */
const LOW = 0x0e0e0e0e;
const HIGH_BITS = 0x80808080 | 0;
const WORD_BYTES = Int32Array.BYTES_PER_ELEMENT;
const DASH = 0x2d;
const SMALL_B = 0x62;
const SMALL_Y = 0x79;
const EQUALS = 0x3d;
const DOT = 0x2e;

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
  const words = new Int32Array(buffer, byteOffset + aligned, count);
  scanBytes(bytes, start, aligned, marks);
  for (let index = 0; index < count; index += 1) {
    const word = words[index] as number;
    if ((((word - LOW) | 0) & ~word & HIGH_BITS) === 0) continue;
    const at = aligned + index * WORD_BYTES;
    scanBytes(bytes, at, at + WORD_BYTES, marks);
  }
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
  hasFileStart = false;
  readonly bareCr: number[] = [];
  readonly bareLf: number[] = [];
  readonly dashed: number[] = [];
  readonly dots: number[] = [];

  add(bytes: Uint8Array, at: number, byte: number): void {
    if (byte === LF) this.#addLf(bytes, at);
    else if (byte === CR) this.#addCr(bytes, at);
    else if (byte === 0) this.hasNul = true;
  }

  #addLf(bytes: Uint8Array, at: number): void {
    if (at > 0 && bytes[at - 1] === CR) this.hasCrLf = true;
    else if (this.bareLf.length < MARKS_MAX) this.bareLf.push(at);
    this.#addLine(bytes, at + 1);
  }

  #addCr(bytes: Uint8Array, at: number): void {
    if (bytes[at + 1] === LF) return;
    if (this.bareCr.length < MARKS_MAX) this.bareCr.push(at);
    this.#addLine(bytes, at + 1);
  }

  #addLine(bytes: Uint8Array, start: number): void {
    const first = bytes[start];
    if (first === DASH) {
      if (bytes[start + 1] === DASH && this.dashed.length < DASHED_MAX) this.dashed.push(start);
    } else if (first === DOT) {
      const next = bytes[start + 1];
      if ((next === CR || next === LF) && this.dots.length < MARKS_MAX) this.dots.push(start + 1);
    } else if (!this.hasFileStart && (first === SMALL_B || first === EQUALS || first === SPACE || first === TAB)) {
      this.hasFileStart = startsFile(bytes, start);
    }
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
