/**
 * Digests in the text of a URL: in hex digits of either case, as a UUID, as a decimal number, and glued to other characters
 * (threat-facts TF-123, TF-124). Pure; linear in the text, one look-up a character at most.
 */
import { limits } from "../base/limits.ts";
import type { Hit } from "./address-tables.ts";
import type { ReaderIndex } from "./reader-index.ts";

/** Eight digits are 32 bits. */
const HEX_CHARS_MIN = 8;
/** SHA-512. */
const HEX_CHARS_MAX = 128;
const HEX = /^[0-9a-f]+$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Some libraries write a checksum as a signed number. Shorter numbers are dates, sizes and rows of small tables. */
const NUMBER = /^-?\d{8,20}$/;
const NUMBER_CHARS_MAX = 21;

/** The whole value as a digest. */
export function writtenDigest(value: string, index: ReaderIndex): Hit | null {
  if (value.length < HEX_CHARS_MIN || value.length > HEX_CHARS_MAX) return null;
  // Most fields are words, and most words begin or end with another letter.
  if (!mayBelong(value.charCodeAt(0)) || !mayBelong(value.charCodeAt(value.length - 1))) return null;
  if (value.length <= NUMBER_CHARS_MAX && NUMBER.test(value)) {
    const hit = index.digests().find(numberBytes(value));
    if (hit !== null) return hit;
  }
  if (HEX.test(value)) return index.digests().find(Buffer.from(value, "hex"));
  if (value.length === 36 && UUID.test(value))
    return index.digests().find(Buffer.from(value.replaceAll("-", ""), "hex"));
  return null;
}

function mayBelong(code: number): boolean {
  return code === 0x2d || (code < 128 && HEX_DIGITS[code] !== NO_LETTER);
}

/** As 4 bytes where they suffice, else as 8; empty where those do not. */
function numberBytes(value: string): Uint8Array {
  if (value.length <= 11) {
    const number = Number(value);
    if (number < 2 ** 32 && number >= -(2 ** 31)) {
      return Uint8Array.of(number >> 24, number >> 16, number >> 8, number);
    }
  }
  const number = BigInt(value);
  if (number >= 2n ** 64n || number < -(2n ** 63n)) return new Uint8Array(0);
  const out = Buffer.alloc(8);
  out.writeBigUInt64BE(BigInt.asUintN(64, number));
  return out;
}

export interface GluedDigest {
  /** What the URL shows of it. */
  readonly value: string;
  readonly hit: Hit;
  readonly layers: readonly string[];
}

/** MD5 in hex, and in base64 without padding. */
const HEX_RUN_MIN = 32;
const BASE64_RUN_MIN = 22;

const NO_LETTER = 255;
/** What each ASCII character is worth as a letter of base64, of either alphabet. */
const BASE64 = letterValues("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", "-_");
const HEX_DIGITS = letterValues("0123456789abcdef", "");
for (let digit = 10; digit < 16; digit += 1) HEX_DIGITS[digit + 0x37] = digit;

function letterValues(letters: string, alsoLast: string): Uint8Array {
  const values = new Uint8Array(128).fill(NO_LETTER);
  for (let at = 0; at < letters.length; at += 1) values[letters.charCodeAt(at)] = at;
  for (let at = 0; at < alsoLast.length; at += 1) {
    values[alsoLast.charCodeAt(at)] = letters.length - alsoLast.length + at;
  }
  return values;
}

/** Which of the two alphabets each ASCII character belongs to, and its case. */
const IN_HEX = 1;
const IN_BASE64 = 2;
const BOTH_CASES = 4 | 8;
const RUNS = Uint8Array.from(BASE64, (value, code) => {
  const letters = (HEX_DIGITS[code] === NO_LETTER ? 0 : IN_HEX) | (value === NO_LETTER ? 0 : IN_BASE64);
  return letters | (value < 26 ? 4 : value < 52 ? 8 : 0);
});

/**
 * A common digest of a main spelling anywhere inside a run of hex digits or of base64 letters. Runs too short for one cost
 * a table access a character.
 */
export function gluedDigest(href: string, index: ReaderIndex): GluedDigest | null {
  if (href.length < BASE64_RUN_MIN) return null;
  let hexStart = 0;
  let base64Start = 0;
  let seen = 0;
  for (let at = 0; at <= href.length; at += 1) {
    const code = at < href.length ? href.charCodeAt(at) : NO_ASCII;
    const runs = code < NO_ASCII ? (RUNS[code] as number) : 0;
    seen |= runs;
    if ((runs & IN_HEX) === 0) {
      const found = at - hexStart < HEX_RUN_MIN ? null : gluedHex(href.slice(hexStart, at), index);
      if (found !== null) return found;
      hexStart = at + 1;
    }
    if ((runs & IN_BASE64) === 0) {
      // Words in one case, with marks between, are none, but by one chance in a hundred thousand.
      const isLong = at - base64Start >= BASE64_RUN_MIN && (seen & BOTH_CASES) === BOTH_CASES;
      const found = isLong ? gluedBase64(href.slice(base64Start, at), index) : null;
      if (found !== null) return found;
      base64Start = at + 1;
      seen = 0;
    }
  }
  return null;
}

const NO_ASCII = 128;

function gluedHex(run: string, index: ReaderIndex): GluedDigest | null {
  const digests = index.digests();
  const common = digests.commonKeys();
  let key = 0;
  const end = Math.min(run.length, limits.tokenFieldCharsMax);
  for (let at = 0; at < end; at += 1) {
    key = ((key << 4) | (HEX_DIGITS[run.charCodeAt(at)] as number)) >>> 0;
    const start = at - 7;
    if (start < 0 || start > run.length - HEX_RUN_MIN || !common.has(key)) continue;
    const hit = digests.common(key, (size) => bytesOf(run.slice(start, start + 2 * size), "hex", size));
    if (hit?.certain === true) return { value: run, hit, layers: [] };
  }
  return null;
}

function gluedBase64(run: string, index: ReaderIndex): GluedDigest | null {
  const digests = index.digests();
  const common = digests.commonKeys();
  /** The latest five letters, 30 bits; with two of the sixth they are a key. */
  let latest = 0;
  const end = Math.min(run.length, limits.tokenFieldCharsMax);
  for (let at = 0; at < end; at += 1) {
    const letter = BASE64[run.charCodeAt(at)] as number;
    const key = ((latest << 2) | (letter >> 4)) >>> 0;
    latest = ((latest << 6) | letter) & 0x3fffffff;
    const start = at - 5;
    if (start < 0 || start > run.length - BASE64_RUN_MIN || !common.has(key)) continue;
    const hit = digests.common(key, (size) =>
      bytesOf(run.slice(start, start + Math.ceil(size / 0.75)), "base64", size),
    );
    if (hit?.certain === true) return { value: run, hit, layers: ["base64"] };
  }
  return null;
}

/** Null where there are fewer. */
function bytesOf(text: string, encoding: "hex" | "base64", size: number): Uint8Array | null {
  const bytes = Buffer.from(text, encoding);
  return bytes.length < size ? null : bytes.subarray(0, size);
}
