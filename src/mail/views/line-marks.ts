/**
 * One look at every byte of a message for what other readings hang on: odd line ends, lines that may be boundaries or the end
 * of an SMTP transfer, NULs.
 *
 * Hot path: every byte of all mail passes here once. Nearly all are above CR and cost one comparison; searching for each thing
 * by itself, natively, took twice as long, since each search goes over the whole message.
 */
import { CR, LF } from "../bytes.ts";

export interface LineMarks {
  readonly hasNul: boolean;
  readonly hasCrLf: boolean;
  /** Places of CR without LF, and of LF without CR; the first `MARKS_MAX` each. */
  readonly bareCr: readonly number[];
  readonly bareLf: readonly number[];
  /** Starts of lines that begin with two dashes; the first `DASHED_MAX`. */
  readonly dashed: readonly number[];
  /** Ends of lines that hold one full stop and nothing else; the first `MARKS_MAX`. */
  readonly dots: readonly number[];
}

const MARKS_MAX = 256;
const DASHED_MAX = 100_000;
const DASH = 0x2d;
const DOT = 0x2e;

export function readLineMarks(bytes: Uint8Array): LineMarks {
  const marks = new Marks();
  const end = bytes.length;
  let previous = 0;
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte <= CR) {
      if (byte === LF) marks.addLf(bytes, at, previous === CR);
      else if (byte === CR) marks.addCr(bytes, at);
      else if (byte === 0) marks.hasNul = true;
    }
    previous = byte;
  }
  return marks;
}

class Marks implements LineMarks {
  hasNul = false;
  hasCrLf = false;
  readonly bareCr: number[] = [];
  readonly bareLf: number[] = [];
  readonly dashed: number[] = [];
  readonly dots: number[] = [];

  addLf(bytes: Uint8Array, at: number, isCrLf: boolean): void {
    if (isCrLf) this.hasCrLf = true;
    else if (this.bareLf.length < MARKS_MAX) this.bareLf.push(at);
    this.#addLine(bytes, at + 1);
  }

  addCr(bytes: Uint8Array, at: number): void {
    if (bytes[at + 1] === LF) return;
    if (this.bareCr.length < MARKS_MAX) this.bareCr.push(at);
    this.#addLine(bytes, at + 1);
  }

  #addLine(bytes: Uint8Array, start: number): void {
    const first = bytes[start];
    if (first === DASH && bytes[start + 1] === DASH) {
      if (this.dashed.length < DASHED_MAX) this.dashed.push(start);
    } else if (first === DOT && (bytes[start + 1] === CR || bytes[start + 1] === LF)) {
      if (this.dots.length < MARKS_MAX) this.dots.push(start + 1);
    }
  }
}
