/** Base64 bodies (RFC 2045 6.8), strict ones natively and damaged ones with all that can be saved. */
import { CR, LF, SPACE, TAB } from "./bytes.ts";
import type { DecodedBlock } from "./transfer.ts";

const PAD = 0x3d;
const DASH = 0x2d;
const UNDERSCORE = 0x5f;

/** Classes of the decoding table above the 64 digits. */
const WHITE = 64;
const PADDING = 65;
const JUNK = 66;

/**
 * Decodes a block. White space is skipped; so is every other foreign byte (`base64.junk`). Digits after an equals sign,
 * wherever it stands, start a new run (`base64.data-after-padding`), as when encoded files were put end to end. A single digit left over holds no byte
 * (`base64.truncated`). The URL-safe digits `-` and `_` count when the block has no `+` and no `/`.
 */
export function decodeBase64(block: Buffer): DecodedBlock {
  return decodeClean(block) ?? decodeDamaged(block);
}

/** For ascending decoded offsets the place of the digit that holds the byte's first bit; `block.length` past the end. */
export function base64Offsets(block: Buffer, wanted: readonly number[]): number[] {
  const table = tableFor(block);
  const found: number[] = [];
  let decoded = 0;
  let phase = 0;
  let previous = 0;
  for (let at = 0; at < block.length && found.length < wanted.length; at++) {
    // Whole groups without a wanted byte are passed together.
    for (
      const next = wanted[found.length] as number;
      phase === 0 && next > decoded + 2 && at + 3 < block.length;
      at += 4
    ) {
      const first = table[block[at] as number] as number;
      const second = table[block[at + 1] as number] as number;
      const third = table[block[at + 2] as number] as number;
      const fourth = table[block[at + 3] as number] as number;
      if ((first | second | third | fourth) >= WHITE) break;
      decoded += 3;
    }
    if (at >= block.length) break;
    const value = table[block[at] as number] as number;
    if (value === PADDING) phase = 0;
    if (value >= WHITE) continue;
    if (phase > 0) {
      while (found.length < wanted.length && (wanted[found.length] as number) <= decoded) found.push(previous);
      decoded++;
    }
    phase = (phase + 1) & 3;
    previous = at;
  }
  while (found.length < wanted.length) found.push(block.length);
  return found;
}

/** The next base64 digit in `[at, end)`, either alphabet; `end` when there is none. */
export function nextBase64Byte(bytes: Buffer, at: number, end: number): number {
  let index = at;
  while (index < end && (urlSafeTable[bytes[index] as number] as number) >= WHITE) index++;
  return index;
}

/**
 * Native decoding when nothing is odd, else `null`.
 *
 * The platform skips foreign bytes silently. So the line ends are counted, and only when exactly as many bytes came out as
 * all the rest allows was every byte of it a digit.
 */
function decodeClean(block: Buffer): DecodedBlock | null {
  const digitsEnd = paddingStart(block);
  if (digitsEnd === -1 || isUrlSafe(block)) return null;
  const digits = digitsEnd - countLineEnds(block, digitsEnd);
  if ((digits & 3) === 1) return null;
  const length = Math.floor((digits * 3) / 4);
  const bytes = Buffer.allocUnsafe(length);
  const written = bytes.write(block.toString("latin1", 0, digitsEnd), "base64");
  return written === length ? { bytes, codes: [] } : null;
}

/** Where the padding (or the white space) at the end begins; -1 when padding stands anywhere else. */
function paddingStart(block: Buffer): number {
  let end = block.length;
  while (end > 0 && isTail(block[end - 1] as number)) end--;
  const pad = block.indexOf(PAD);
  return pad === -1 || pad >= end ? end : -1;
}

function isTail(byte: number): boolean {
  return byte === PAD || byte === LF || byte === CR || byte === SPACE || byte === TAB;
}

function isUrlSafe(block: Buffer): boolean {
  return block.includes(DASH) || block.includes(UNDERSCORE);
}

/**
 * Bytes of CR LF and LF in `[0, end)`; any other white space makes the count of digits wrong, which is noticed.
 *
 * Encoders cut lines of one length: as long as a line ends where the first one lets expect, only its end is looked at. A
 * line end that is passed over so makes the count of digits wrong, too.
 */
function countLineEnds(block: Buffer, end: number): number {
  const first = block.indexOf(LF);
  if (first === -1 || first >= end) return 0;
  const endingBytes = lineEndBytes(block, first);
  let lines = 1;
  let last = first;
  for (let at = last + first + 1; at < end && block[at] === LF && lineEndBytes(block, at) === endingBytes; ) {
    lines++;
    last = at;
    at += first + 1;
  }
  let count = lines * endingBytes;
  for (let at = block.indexOf(LF, last + 1); at !== -1 && at < end; at = block.indexOf(LF, at + 1)) {
    count += lineEndBytes(block, at);
  }
  return count;
}

/** Of the line end whose LF stands at `at`. */
function lineEndBytes(block: Buffer, at: number): 1 | 2 {
  return at > 0 && block[at - 1] === CR ? 2 : 1;
}

function decodeDamaged(block: Buffer): DecodedBlock {
  const table = tableFor(block);
  const bytes = Buffer.allocUnsafe(Math.ceil((block.length * 3) / 4));
  const codes = new Set<string>();
  let length = 0;
  let phase = 0;
  let bits = 0;
  let isPadded = false;
  let hasJunk = false;
  /** Digits after padding. */
  let hasMore = false;
  for (let at = 0; at < block.length; at++) {
    // Whole groups as long as there are any: nearly all of a damaged block is whole.
    for (; phase === 0 && at + 3 < block.length; at += 4) {
      const first = table[block[at] as number] as number;
      const second = table[block[at + 1] as number] as number;
      const third = table[block[at + 2] as number] as number;
      const fourth = table[block[at + 3] as number] as number;
      if ((first | second | third | fourth) >= WHITE) break;
      hasMore ||= isPadded;
      bytes[length] = (first << 2) | (second >> 4);
      bytes[length + 1] = (second << 4) | (third >> 2);
      bytes[length + 2] = (third << 6) | fourth;
      length += 3;
    }
    if (at >= block.length) break;
    const value = table[block[at] as number] as number;
    if (value >= WHITE) {
      if (value === JUNK) hasJunk = true;
      if (value !== PADDING) continue;
      if (phase === 1) codes.add("base64.truncated");
      isPadded = true;
      phase = 0;
      continue;
    }
    hasMore ||= isPadded;
    bits = ((bits << 6) | value) & 0xfff;
    if (phase > 0) bytes[length++] = bits >> (6 - 2 * phase);
    phase = (phase + 1) & 3;
  }
  if (hasJunk) codes.add("base64.junk");
  if (hasMore) codes.add("base64.data-after-padding");
  if (phase === 1) codes.add("base64.truncated");
  return { bytes: bytes.subarray(0, length), codes: [...codes] };
}

function tableFor(block: Buffer): Uint8Array {
  return isUrlSafe(block) && !block.includes(0x2b) && !block.includes(0x2f) ? urlSafeTable : standardTable;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const standardTable = buildTable(`${alphabet}+/`);
const urlSafeTable = buildTable(`${alphabet}+/`, "-_");

function buildTable(digits: string, alternatives = ""): Uint8Array {
  const table = new Uint8Array(256).fill(JUNK);
  for (const byte of [TAB, LF, CR, SPACE]) table[byte] = WHITE;
  table[PAD] = PADDING;
  for (let value = 0; value < digits.length; value++) table[digits.charCodeAt(value)] = value;
  for (let index = 0; index < alternatives.length; index++) table[alternatives.charCodeAt(index)] = 62 + index;
  return table;
}
