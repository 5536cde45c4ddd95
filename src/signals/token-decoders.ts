/**
 * Encodings that carry an address inside a URL field (threat-facts TF-121, TF-122): base64 and base64url with or
 * without padding, base32 with both alphabets, base16, base58. What is compressed inside them: `token-inflation.ts`.
 *
 * Pure and total. Each decoder is linear, but base58, which reads short fields only; all read at most
 * `limits.tokenFieldCharsMax` characters.
 */

import { limits } from "../base/limits.ts";

/** Shortest base64 worth decoding: `a@b.co` takes eight characters. */
const BASE64_CHARS_MIN = 8;
const BASE32_CHARS_MIN = 10;
const BASE16_CHARS_MIN = 12;
/** Longer numbers to the base 58 hold whole documents, and reading them is quadratic. */
const BASE58_CHARS_MIN = 12;
const BASE58_CHARS_MAX = 384;

export interface Decoded {
  /** `base64url`, `base32`, `base16` …: for people. */
  readonly encoding: string;
  readonly bytes: Uint8Array;
  /** The field may as well be words, which no digest in this encoding could be but by a chance of one in two hundred. */
  readonly wordLike?: boolean;
}

const HEX = 1;
const BASE32 = 2;
const BASE32_HEX = 4;
const BASE64 = 8;
const URL_SAFE = 16;
const UPPER = 32;
const LOWER = 64;
const PADDING = 128;
const BASE58 = 256;
const DIGIT = 512;

/** Which alphabets each ASCII character belongs to. */
const CLASSES = characterClasses();

function characterClasses(): Uint16Array {
  const classes = new Uint16Array(128);
  const mark = (characters: string, bits: number): void => {
    for (const character of characters)
      classes[character.charCodeAt(0)] = (classes[character.charCodeAt(0)] ?? 0) | bits;
  };
  const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  mark("0123456789", BASE64 | DIGIT);
  mark(upper, BASE64 | UPPER);
  mark(upper.toLowerCase(), BASE64 | LOWER);
  mark("+/", BASE64);
  mark("-_", BASE64 | URL_SAFE);
  mark("0123456789ABCDEFabcdef", HEX);
  mark(`234567${upper}${upper.toLowerCase()}`, BASE32);
  mark("0123456789ABCDEFGHIJKLMNOPQRSTUVabcdefghijklmnopqrstuv", BASE32_HEX);
  mark("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", BASE58);
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
  const wordLike = (seen & DIGIT) === 0;
  if (!bothCases && length >= BASE32_CHARS_MIN) {
    if ((common & BASE32) !== 0) out.push({ encoding: "base32", bytes: fromBase32(body, "std"), wordLike });
    if ((common & BASE32_HEX) !== 0) out.push({ encoding: "base32hex", bytes: fromBase32(body, "hex"), wordLike });
  }
  // A base64 text whose length is 1 above a multiple of 4 was cut: its last character holds no whole byte.
  if ((common & BASE64) !== 0) {
    const encoding = (seen & URL_SAFE) !== 0 ? "base64url" : "base64";
    out.push({ encoding, bytes: Buffer.from(body, "base64"), wordLike: !bothCases });
  }
  if ((common & BASE58) !== 0 && bothCases && length >= BASE58_CHARS_MIN && length <= BASE58_CHARS_MAX) {
    for (const [encoding, values] of BASE58_ALPHABETS) out.push({ encoding, bytes: fromBase58(body, values) });
  }
  return out;
}

/** Alphabets that hold for every character (`common`), for any (`seen`), and the length without `=` at the end. */
function alphabetsOf(text: string): { readonly common: number; readonly seen: number; readonly length: number } {
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === 0x3d) length -= 1;
  let common = HEX | BASE32 | BASE32_HEX | BASE58 | BASE64;
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

/** Of the three in use (Bitcoin, Flickr, Ripple): what each ASCII character is worth. */
const BASE58_ALPHABETS: readonly (readonly [name: string, values: Uint8Array])[] = (
  [
    ["base58", "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"],
    ["base58 (Flickr)", "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"],
    ["base58 (Ripple)", "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"],
  ] as const
).map(([name, alphabet]) => [
  name,
  Uint8Array.from({ length: 128 }, (_, at) => alphabet.indexOf(String.fromCharCode(at))),
]);

const BASE58_CHUNK = 4;
const BASE58_CHUNK_VALUE = 58 ** BASE58_CHUNK;

/** The text as one number, in bytes; four digits at a time, so 300 characters take some 7,000 steps. */
function fromBase58(text: string, values: Uint8Array): Uint8Array {
  /** Base 2^24, least significant first: times 58^4 it stays exact. */
  const limbs: number[] = [];
  const head = text.length % BASE58_CHUNK;
  for (let end = head === 0 ? BASE58_CHUNK : head, start = 0; start < text.length; start = end, end += BASE58_CHUNK) {
    let carry = 0;
    for (let at = start; at < end; at += 1) carry = carry * 58 + (values[text.charCodeAt(at)] ?? 0);
    const factor = start === 0 ? 1 : BASE58_CHUNK_VALUE;
    for (let at = 0; at < limbs.length; at += 1) {
      carry += (limbs[at] ?? 0) * factor;
      limbs[at] = carry % 2 ** 24;
      carry = Math.floor(carry / 2 ** 24);
    }
    for (; carry > 0; carry = Math.floor(carry / 2 ** 24)) limbs.push(carry % 2 ** 24);
  }
  const bytes = new Uint8Array(limbs.length * 3);
  limbs.forEach((limb, at) => {
    const last = bytes.length - 3 * at;
    bytes[last - 1] = limb & 0xff;
    bytes[last - 2] = (limb >> 8) & 0xff;
    bytes[last - 3] = limb >> 16;
  });
  const first = bytes.findIndex((byte) => byte !== 0);
  return first <= 0 ? bytes : bytes.subarray(first);
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
