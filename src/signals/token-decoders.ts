/**
 * Encodings that carry an address inside a URL field (threat-facts TF-121, TF-122): base64 and base64url with or
 * without padding, base32 with both alphabets, base16; zlib and gzip inside them. Also how a digest is written.
 *
 * Pure and total. Each decoder is linear and reads at most
 * `limits.tokenFieldCharsMax` characters; inflating is bounded, since
 * sixty bytes can claim to be sixty megabytes.
 */

import { gunzipSync, inflateSync } from "node:zlib";
import { limits } from "../base/limits.ts";

/** Shortest base64 worth decoding: `a@b.co` takes eight characters. */
const BASE64_CHARS_MIN = 8;
const BASE32_CHARS_MIN = 10;
const BASE16_CHARS_MIN = 12;
const INFLATED_BYTES_MAX = 16 * 1024;

export interface Decoded {
  /** `base64url`, `base32`, `base16` …: for people. */
  readonly encoding: string;
  readonly bytes: Uint8Array;
}

const HEX = 1;
const BASE32 = 2;
const BASE32_HEX = 4;
const BASE64 = 8;
const URL_SAFE = 16;
const UPPER = 32;
const LOWER = 64;
const PADDING = 128;

/** Which alphabets each ASCII character belongs to. */
const CLASSES = characterClasses();

function characterClasses(): Uint8Array {
  const classes = new Uint8Array(128);
  const mark = (characters: string, bits: number): void => {
    for (const character of characters)
      classes[character.charCodeAt(0)] = (classes[character.charCodeAt(0)] ?? 0) | bits;
  };
  const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  mark("0123456789", BASE64);
  mark(upper, BASE64 | UPPER);
  mark(upper.toLowerCase(), BASE64 | LOWER);
  mark("+/", BASE64);
  mark("-_", BASE64 | URL_SAFE);
  mark("0123456789ABCDEFabcdef", HEX);
  mark(`234567${upper}${upper.toLowerCase()}`, BASE32);
  mark("0123456789ABCDEFGHIJKLMNOPQRSTUVabcdefghijklmnopqrstuv", BASE32_HEX);
  mark("=", PADDING);
  return classes;
}

/**
 * Every way the whole field can be read as encoded bytes, the narrowest alphabet first; empty for what is in none.
 * Letters of both cases rule out base32, whose makers use one.
 */
export function decodings(field: string): readonly Decoded[] {
  const text = field.length > limits.tokenFieldCharsMax ? field.slice(0, limits.tokenFieldCharsMax) : field;
  if (text.length < BASE64_CHARS_MIN) return [];
  const { common, seen, length } = alphabetsOf(text);
  if (common === 0) return [];
  const body = length === text.length ? text : text.slice(0, length);
  const out: Decoded[] = [];
  const bothCases = (seen & UPPER) !== 0 && (seen & LOWER) !== 0;
  if ((common & HEX) !== 0 && length >= BASE16_CHARS_MIN && length % 2 === 0) {
    out.push({ encoding: "base16", bytes: Buffer.from(body, "hex") });
  }
  if (!bothCases && length >= BASE32_CHARS_MIN) {
    if ((common & BASE32) !== 0) out.push({ encoding: "base32", bytes: fromBase32(body, "std") });
    if ((common & BASE32_HEX) !== 0) out.push({ encoding: "base32hex", bytes: fromBase32(body, "hex") });
  }
  // A base64 text whose length is 1 above a multiple of 4 was cut: its last character holds no whole byte.
  if ((common & BASE64) !== 0) {
    out.push({ encoding: (seen & URL_SAFE) !== 0 ? "base64url" : "base64", bytes: Buffer.from(body, "base64") });
  }
  return out;
}

/** Alphabets that hold for every character (`common`), for any (`seen`), and the length without `=` at the end. */
function alphabetsOf(text: string): { readonly common: number; readonly seen: number; readonly length: number } {
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === 0x3d) length -= 1;
  let common = HEX | BASE32 | BASE32_HEX | BASE64;
  let seen = 0;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    const bits = code < 128 ? (CLASSES[code] ?? 0) : 0;
    common &= bits;
    seen |= bits;
    if (common === 0) return { common: 0, seen, length };
  }
  return { common, seen, length };
}

/** RFC 4648 sections 6 and 7; `text` must be in the alphabet (either case). Bits that fill no byte are dropped. */
function fromBase32(text: string, alphabet: "std" | "hex"): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    bits = ((bits << 5) | base32Digit(text.charCodeAt(i), alphabet)) & 0xfff;
    held += 5;
    if (held >= 8) {
      held -= 8;
      bytes[at] = (bits >> held) & 0xff;
      at += 1;
    }
  }
  return bytes;
}

function base32Digit(code: number, alphabet: "std" | "hex"): number {
  const isDigit = code <= 0x39;
  if (alphabet === "hex") return isDigit ? code - 0x30 : (code | 0x20) - 0x61 + 10;
  return isDigit ? code - 0x32 + 26 : (code | 0x20) - 0x61;
}

/** The inflated bytes when `bytes` start like zlib (RFC 1950 2.2) or gzip (RFC 1952 2.3.1), else null. */
export function inflated(bytes: Uint8Array): Decoded | null {
  const [first = 0, second = 0] = bytes;
  const gzip = first === 0x1f && second === 0x8b;
  const zlib = (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
  if (bytes.length < 8 || (!gzip && !zlib)) return null;
  try {
    const options = { maxOutputLength: INFLATED_BYTES_MAX };
    const out = gzip ? gunzipSync(bytes, options) : inflateSync(bytes, options);
    return { encoding: gzip ? "gzip" : "zlib", bytes: out };
  } catch {
    // Not compressed after all, damaged, or larger than any address: nothing to find.
    return null;
  }
}

/** True for bytes that read as text: nine in ten are printable ASCII, so random bytes pass one time in millions. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.length < 6) return false;
  let odd = 0;
  const oddMax = Math.floor(bytes.length / 10);
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if ((byte < 0x20 || byte > 0x7e) && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) {
      odd += 1;
      if (odd > oddMax) return false;
    }
  }
  return true;
}

/**
 * Undoes percent-encoding once, tolerantly: a `%` without two hex digits stays. Bytes become UTF-8 text.
 * Returns the same string when there is nothing to undo.
 */
export function percentDecode(text: string): string {
  if (!text.includes("%")) return text;
  const source = Buffer.from(text, "utf8");
  const out = Buffer.allocUnsafe(source.length);
  let at = 0;
  for (let i = 0; i < source.length; i += 1) {
    const byte = source[i] ?? 0;
    const value = byte === 0x25 ? hexPair(source[i + 1], source[i + 2]) : -1;
    out[at] = value < 0 ? byte : value;
    at += 1;
    if (value >= 0) i += 2;
  }
  return at === source.length ? text : out.toString("utf8", 0, at);
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const h = hexDigit(high);
  const l = hexDigit(low);
  return h < 0 || l < 0 ? -1 : h * 16 + l;
}

function hexDigit(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
