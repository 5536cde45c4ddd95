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

/** The whole value as a digest. */
export function writtenDigest(value: string, index: ReaderIndex): Hit | null {
  if (value.length < HEX_CHARS_MIN || value.length > HEX_CHARS_MAX) return null;
  if (NUMBER.test(value)) {
    const hit = index.digests().find(numberBytes(value));
    if (hit !== null) return hit;
  }
  if (HEX.test(value)) return index.digests().find(Buffer.from(value, "hex"));
  if (value.length === 36 && UUID.test(value))
    return index.digests().find(Buffer.from(value.replaceAll("-", ""), "hex"));
  return null;
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
const HEX_RUN = /[0-9a-f]{32,}/gi;
const BASE64_RUN = /[A-Za-z0-9+/_-]{22,}/g;
/** Runs of one URL that are looked at. */
const RUNS_MAX = 32;

/** A common digest of a main spelling anywhere inside a run of hex digits or of base64 letters. */
export function gluedDigest(href: string, index: ReaderIndex): GluedDigest | null {
  return gluedHex(href, index) ?? gluedBase64(href, index);
}

function gluedHex(href: string, index: ReaderIndex): GluedDigest | null {
  let runs = 0;
  for (const { 0: run } of href.matchAll(HEX_RUN)) {
    runs += 1;
    if (runs > RUNS_MAX) return null;
    let key = 0;
    for (let at = 0; at < run.length && at < limits.tokenFieldCharsMax; at += 1) {
      key = ((key << 4) | hexDigit(run.charCodeAt(at))) >>> 0;
      const start = at - 7;
      if (start < 0 || start > run.length - 32) continue;
      const restOf = (size: number) => bytesOf(run.slice(start, start + 2 * size), "hex", size);
      const hit = index.digests().glued(key, restOf);
      if (hit?.certain === true) return { value: run, hit, layers: [] };
    }
  }
  return null;
}

function hexDigit(code: number): number {
  return code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x61 + 10;
}

function gluedBase64(href: string, index: ReaderIndex): GluedDigest | null {
  let runs = 0;
  for (const { 0: run } of href.matchAll(BASE64_RUN)) {
    runs += 1;
    if (runs > RUNS_MAX) return null;
    /** The latest six letters: 36 bits, which a double holds. */
    let latest = 0;
    for (let at = 0; at < run.length && at < limits.tokenFieldCharsMax; at += 1) {
      latest = (latest % 2 ** 30) * 64 + base64Digit(run.charCodeAt(at));
      const start = at - 5;
      if (start < 0 || start > run.length - 22) continue;
      const restOf = (size: number) => bytesOf(run.slice(start, start + Math.ceil((size * 8) / 6)), "base64", size);
      const hit = index.digests().glued(Math.floor(latest / 16), restOf);
      if (hit?.certain === true) return { value: run, hit, layers: ["base64"] };
    }
  }
  return null;
}

function base64Digit(code: number): number {
  if (code >= 0x61) return code - 0x61 + 26;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 52;
  return code === 0x2b || code === 0x2d ? 62 : 63;
}

/** Null where there are fewer. */
function bytesOf(text: string, encoding: "hex" | "base64", size: number): Uint8Array | null {
  const bytes = Buffer.from(text, encoding);
  return bytes.length < size ? null : bytes.subarray(0, size);
}
