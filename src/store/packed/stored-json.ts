/**
 * JSON columns: text as it is, deflated (RFC 1950) when it is long.
 *
 * Setting up a compressor costs more than all other work on a usual record, so only what is long is deflated: there it
 * pays, since a long record is mostly the same field names again and again.
 */
import { deflateSync, inflateSync } from "node:zlib";

export type StoredJson = string | Uint8Array;

/** Few records are longer, and these have many loads, of which deflate leaves little. */
const PLAIN_CHARS_MAX = 8192;

/** The longest string V8 can hold: more cannot have been written, so a longer one is a bomb. */
const INFLATED_BYTES_MAX = 2 ** 29 - 24;

/** The bytes have a buffer of their own, so that a thread can be sent them and nothing else. */
export function encodeJson(value: unknown): StoredJson {
  const text = JSON.stringify(value);
  return text.length <= PLAIN_CHARS_MAX ? text : new Uint8Array(deflateSync(text, { level: 1 }));
}

/** Throws on what `encodeJson` never makes; the value is still to be checked. */
export function decodeJson(stored: unknown): unknown {
  if (typeof stored === "string") return JSON.parse(stored);
  if (!(stored instanceof Uint8Array)) throw new Error("neither text nor deflated text");
  return JSON.parse(inflateSync(stored, { maxOutputLength: INFLATED_BYTES_MAX }).toString("utf8"));
}
