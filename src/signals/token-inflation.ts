/**
 * Compressed texts inside a token (threat-facts TF-122): gzip (RFC 1952), zlib (RFC 1950), raw deflate (RFC 1951), brotli
 * (RFC 7932) and lz-string. Only the first two have a mark of their own; of the others any bytes could be the beginning,
 * so their first symbols are read here, and only what begins like text is given to the real decoder. Opaque tokens, which
 * most bytes are, so cost a few steps.
 *
 * Pure and total. What comes out is bounded, since sixty bytes can claim to be sixty megabytes.
 */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type { Decoded } from "./token-decoders.ts";

const INFLATED_BYTES_MAX = 16 * 1024;
/** No address fits into fewer. */
const PACKED_BYTES_MIN = 8;
/** Symbols of raw deflate that must be text. */
const SYMBOLS_LOOKED_AT = 6;

type Kind = "gzip" | "zlib" | "deflate" | "brotli" | "lz-string";

const INFLATE = { gzip: gunzipSync, zlib: inflateSync, deflate: inflateRawSync, brotli: brotliDecompressSync } as const;

/** The bytes that were compressed, or null. Text is never taken for compressed: ask for other bytes only. */
export function inflated(bytes: Uint8Array): Decoded | null {
  if (bytes.length < PACKED_BYTES_MIN) return null;
  const kind = kindOf(bytes);
  if (kind === null) return null;
  if (kind === "lz-string") {
    const text = fromLzString(bytes);
    return text === null ? null : { encoding: kind, bytes: Buffer.from(text, "utf8") };
  }
  try {
    return { encoding: kind, bytes: INFLATE[kind](bytes, { maxOutputLength: INFLATED_BYTES_MAX }) };
  } catch {
    // Not compressed after all, damaged, or larger than any address: nothing to find.
    return null;
  }
}

function kindOf(bytes: Uint8Array): Kind | null {
  const first = bytes[0] ?? 0;
  const second = bytes[1] ?? 0;
  if (first === 0x1f && second === 0x8b) return "gzip";
  const hasZlibHead = (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
  if (hasZlibHead && beginsDeflated(bytes, 2 + ((second & 0x20) !== 0 ? 4 : 0))) return "zlib";
  if (beginsDeflated(bytes, 0)) return "deflate";
  if (beginsBrotli(bytes)) return "brotli";
  return beginsLzString(bytes) ? "lz-string" : null;
}

/** Bits from the lowest of each byte up, as deflate has them. */
function bitAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1;
}

/** At most 9 bits. */
function numberAt(bytes: Uint8Array, at: number, bits: number): number {
  const byte = at >> 3;
  return (((bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8)) >> (at & 7)) & ((1 << bits) - 1);
}

/** A last block with the fixed code whose first symbols are text, or a block whose own code is a whole one. */
function beginsDeflated(bytes: Uint8Array, from: number): boolean {
  const start = from * 8;
  const type = numberAt(bytes, start + 1, 2);
  if (type === 1) return bitAt(bytes, start) === 1 && hasTextInFixedCode(bytes, start + 3);
  return type === 2 && hasWholeCode(bytes, start + 3);
}

/** RFC 1951 3.2.6: literals below 144 have 8 bits, from 00110000; what is higher is no ASCII. */
function hasTextInFixedCode(bytes: Uint8Array, start: number): boolean {
  if (start + 8 * SYMBOLS_LOOKED_AT > bytes.length * 8) return false;
  for (let symbol = 0; symbol < SYMBOLS_LOOKED_AT; symbol += 1) {
    let code = 0;
    for (let bit = 0; bit < 8; bit += 1) code = (code << 1) | bitAt(bytes, start + 8 * symbol + bit);
    const literal = code - 0x30;
    if (literal < 0x20 || literal > 0x7e) return false;
  }
  return true;
}

/** RFC 1951 3.2.7: the code of the code lengths fills its space exactly, which chance does one time in hundreds. */
function hasWholeCode(bytes: Uint8Array, start: number): boolean {
  const count = numberAt(bytes, start + 10, 4) + 4;
  if (numberAt(bytes, start, 5) > 29 || numberAt(bytes, start + 5, 5) > 29) return false;
  if (start + 14 + 3 * count > bytes.length * 8) return false;
  let space = 0;
  for (let at = 0; at < count; at += 1) {
    const length = numberAt(bytes, start + 14 + 3 * at, 3);
    if (length > 0) space += 128 >> length;
    if (space > 128) return false;
  }
  return space === 128;
}

/** RFC 7932 9.1 and 9.2: a last block of a size that so many bytes could hold; with windows of 2^18 and more. */
function beginsBrotli(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0;
  if (first >> 4 !== 1 || (first & 1) === 0 || (first & 15) === 1) return false;
  const size = (bytes[1] ?? 0) + (bytes[2] ?? 0) * 256 + 1;
  return size >= bytes.length / 2 && size <= Math.min(INFLATED_BYTES_MAX, bytes.length * 64);
}

/** Bits from the highest of each byte down. */
class LzBits {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at > this.#bytes.length * 8;
  }

  /** The lowest bit comes first. */
  read(bits: number): number {
    let value = 0;
    for (let bit = 0; bit < bits; bit += 1, this.at += 1) {
      value |= (((this.#bytes[this.at >> 3] ?? 0) >> (7 - (this.at & 7))) & 1) << bit;
    }
    return value;
  }
}

/** Code 0 of two bits, then a printable character of eight; the next one must be new as well, or the first again. */
function beginsLzString(bytes: Uint8Array): boolean {
  if ((bytes[0] ?? 0) >= 0x40) return false;
  const bits = new LzBits(bytes);
  if (bits.read(2) !== 0 || !isPrintable(bits.read(8))) return false;
  const code = bits.read(3);
  return code === 0 && isPrintable(bits.read(8));
}

function isPrintable(code: number): boolean {
  return code >= 0x20 && code <= 0x7e;
}

/**
 * The text of lz-string's `compress…` functions; null for what is none. Its dictionary grows by one entry a code, each a
 * character longer than another at most, and what comes out is bounded.
 */
function fromLzString(bytes: Uint8Array): string | null {
  const bits = new LzBits(bytes);
  const entries: string[] = ["", "", ""];
  let width = 2;
  /** Codes until they become a bit wider. */
  let left = 4;
  let out = "";
  let before = "";
  const grow = (): void => {
    if (left !== 0) return;
    left = 2 ** width;
    width += 1;
  };
  while (out.length <= INFLATED_BYTES_MAX && !bits.isAtEnd) {
    let code = bits.read(width);
    if (code === 2) return out;
    if (code === 0 || code === 1) {
      entries.push(String.fromCharCode(bits.read(code === 0 ? 8 : 16)));
      code = entries.length - 1;
      if (before !== "") left -= 1;
      grow();
    }
    const entry: string | undefined = code < entries.length ? entries[code] : before + before.charAt(0);
    if (entry === undefined || entry === "" || code > entries.length) return null;
    out += entry;
    if (before !== "") {
      entries.push(before + entry.charAt(0));
      left -= 1;
      grow();
    } else {
      width = 3;
    }
    before = entry;
  }
  return null;
}
