/** Quoted-printable bodies (RFC 2045 6.7). */
import { CR, hexValue, isBlank, LF } from "./bytes.ts";
import type { DecodedBlock } from "./transfer.ts";

const EQUALS = 0x3d;
const SMALL_A = 0x61;
/** Beside a decoded byte: written with a small letter. */
const LOWER = 0x100;
const noCodes: readonly string[] = [];

/** Runs up to this length are searched byte by byte: a native call costs more. */
const SHORT_RUN_BYTES = 32;

/**
 * Decodes a block. `=XX` is a byte (either case), `=` before a line end joins lines (white space between is allowed, and
 * so is the end of the data), white space before a line end goes (rule 3). Any other `=` stays as it stands, with the
 * problem `qp.bad-escape`. What strict decoders leave alone is decoded, and said: `qp.lower-case` (rule 1 wants capitals),
 * `qp.blank-before-break` (white space after the `=` of a soft break).
 */
export function decodeQuotedPrintable(block: Buffer): DecodedBlock {
  const end = block.length;
  const bytes = Buffer.allocUnsafe(end);
  // `| 0` keeps counters plain machine integers, which makes the whole loop nearly twice as fast.
  let length = 0;
  let isOdd = false;
  let isLower = 0;
  let hasBlanks = false;
  let at = 0;
  while (at < end) {
    const run = at;
    while (at < end) {
      const byte = block[at] as number;
      if (byte === EQUALS || byte === LF) break;
      bytes[length] = byte;
      length = (length + 1) | 0;
      at = (at + 1) | 0;
    }
    if (at === end || block[at] === LF) {
      const dropped = blanksAtEnd(block, run, at) | 0;
      length = (length - dropped) | 0;
      if (at === end) break;
      if (dropped > 0 && block[at - 1] === CR) bytes[length - 1] = CR;
      bytes[length] = LF;
      length = (length + 1) | 0;
      at = (at + 1) | 0;
      continue;
    }
    const escaped = escapedByte(block, at) | 0;
    const next = escaped >= 0 ? at + 3 : softBreakEnd(block, at) | 0;
    isOdd = isOdd || next === -1;
    if (escaped >= 0 || next === -1) {
      bytes[length] = next === -1 ? EQUALS : escaped & 0xff;
      length = (length + 1) | 0;
      isLower |= next === -1 ? 0 : escaped & LOWER;
    } else {
      hasBlanks = hasBlanks || (isBlank(block[at + 1]) && next < end);
    }
    at = (next === -1 ? at + 1 : next) | 0;
  }
  if (!isOdd && isLower === 0 && !hasBlanks) return { bytes: bytes.subarray(0, length), codes: noCodes };
  const codes = [
    ...(isOdd ? ["qp.bad-escape"] : []),
    ...(isLower === 0 ? [] : ["qp.lower-case"]),
    ...(hasBlanks ? ["qp.blank-before-break"] : []),
  ];
  return { bytes: bytes.subarray(0, length), codes };
}

/** Rule 3: white space at the end of the plain bytes `[run, lineEnd)`, before the CR of a CRLF. */
function blanksAtEnd(block: Buffer, run: number, lineEnd: number): number {
  const hasCr = lineEnd < block.length && lineEnd > run && block[lineEnd - 1] === CR;
  const textEnd = hasCr ? lineEnd - 1 : lineEnd;
  let start = textEnd;
  while (start > run && isBlank(block[start - 1])) start--;
  return textEnd - start;
}

/** What the `=XX` at `at` stands for, with `LOWER` when a digit is no capital; -1 when it is none. Never looks past the end, which would cost the loop its code. */
function escapedByte(bytes: Buffer, at: number): number {
  if (at + 2 >= bytes.length) return -1;
  const high = hexDigits[bytes[at + 1] as number] as number;
  const low = hexDigits[bytes[at + 2] as number] as number;
  return (high | low) < 32 ? ((high & 15) << 4) | (low & 15) | (((high | low) & 16) << 4) : -1;
}

/** Whether rule 3 has anything to do: not for nearly all mail, whose encoders write such white space as `=20`. */
function hasTrailingBlanks(block: Buffer): boolean {
  if (endsBlank(block, block.length)) return true;
  for (let at = block.indexOf(LF); at !== -1; at = block.indexOf(LF, at + 1)) {
    if (endsBlank(block, at > 0 && block[at - 1] === CR ? at - 1 : at)) return true;
  }
  return false;
}

function endsBlank(block: Buffer, end: number): boolean {
  return end > 0 && isBlank(block[end - 1]);
}

/** For ascending decoded offsets the place of the byte or of its escape's `=`; `block.length` past the end. */
export function quotedPrintableOffsets(block: Buffer, wanted: readonly number[]): number[] {
  const hasBlanks = hasTrailingBlanks(block);
  const found: number[] = [];
  let decoded = 0;
  let at = 0;
  while (at < block.length && found.length < wanted.length) {
    const end = hasBlanks ? literalEnd(block, at) : nextEquals(block, at);
    const count = end - at;
    while (found.length < wanted.length && (wanted[found.length] as number) < decoded + count) {
      found.push(at + Math.max(0, (wanted[found.length] as number) - decoded));
    }
    decoded += count;
    at = end;
    if (at === block.length) break;
    if (block[at] === EQUALS && isEscapeAt(block, at, block.length)) at = takeEscape(3);
    else if (block[at] === EQUALS) at = takeEquals();
    else if (hasBlanks && isBlank(block[at])) at = blanksEnd(block, at);
  }
  while (found.length < wanted.length) found.push(block.length);
  return found;

  /** One decoded byte that takes `length` raw ones. */
  function takeEscape(length: number): number {
    while (found.length < wanted.length && (wanted[found.length] as number) <= decoded) found.push(at);
    decoded++;
    return at + length;
  }

  /** A soft break is nothing, any other `=` is itself. */
  function takeEquals(): number {
    const next = softBreakEnd(block, at);
    return next === -1 ? takeEscape(1) : next;
  }
}

function nextEquals(block: Buffer, at: number): number {
  const stop = Math.min(block.length, at + SHORT_RUN_BYTES);
  for (let near = at; near < stop; near++) if (block[near] === EQUALS) return near;
  const found = block.indexOf(EQUALS, stop);
  return found === -1 ? block.length : found;
}

/** The end of the bytes from `at` that stand for themselves: before an `=`, or white space that a line end follows. */
function literalEnd(block: Buffer, at: number): number {
  let end = at;
  while (end < block.length && block[end] !== EQUALS) {
    const next = isBlank(block[end]) ? blanksEnd(block, end) : end + 1;
    if (isBlank(block[end]) && isLineEnd(block, next)) break;
    end = next;
  }
  return end;
}

/** True when an `=XX` stands there. */
export function isEscapeAt(bytes: Buffer, at: number, end: number): boolean {
  return at + 2 < end && bytes[at] === EQUALS && hexValue(bytes[at + 1]) >= 0 && hexValue(bytes[at + 2]) >= 0;
}

/** After the line end that the `=` at `at` takes away; -1 when it is no soft line break. */
function softBreakEnd(block: Buffer, at: number): number {
  const end = blanksEnd(block, at + 1);
  if (end >= block.length) return block.length;
  if (block[end] === LF) return end + 1;
  if (block[end] !== CR) return -1;
  // White space before the LF goes (rule 3), and then the two are one line end.
  const afterCr = blanksEnd(block, end + 1);
  return block[afterCr] === LF ? afterCr + 1 : end + 1;
}

function blanksEnd(block: Buffer, at: number): number {
  let end = at;
  while (end < block.length && isBlank(block[end])) end++;
  return end;
}

/** The end of the data counts as one. */
function isLineEnd(block: Buffer, at: number): boolean {
  return at >= block.length || block[at] === LF || (block[at] === CR && block[at + 1] === LF);
}

/** Value of a hexadecimal digit, with 16 added when it is a small letter; 255 for other bytes. */
const hexDigits = Uint8Array.from({ length: 256 }, (_, byte) => {
  const value = hexValue(byte);
  return value < 0 ? 255 : value | (byte >= SMALL_A ? 16 : 0);
});
