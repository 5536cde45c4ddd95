/**
 * The canonical forms of header fields and body that DKIM and ARC sign (RFC 6376 3.4), and the hash of a body.
 *
 * Lines end in CR LF there, however a mailbox stores them, so a message kept with LF verifies as it was sent. Pure, total; one
 * pass over the bytes.
 */
import { type BinaryToTextEncoding, createHash } from "node:crypto";
import { toBuffer } from "../mail/bytes.ts";
import type { HeaderField } from "../mail/message.ts";

export type Canonicalization = "simple" | "relaxed";

const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;
const CHUNK_BYTES = 64 * 1024;
const BASE64: BinaryToTextEncoding = "base64";

/** A field as bytes in latin1, its last line end included. */
export function canonicalField(bytes: Uint8Array, field: HeaderField, form: Canonicalization): string {
  const { start, end } = field.span;
  const raw = toBuffer(bytes).toString("latin1", start, end);
  return form === "simple" ? simpleField(raw) : relaxedField(raw);
}

function simpleField(raw: string): string {
  return `${raw.replace(/\r*\n$|\r$/, "").replace(/\r?\n/g, "\r\n")}\r\n`;
}

/** RFC 6376 3.4.2: name in lower case, unfolded, white space to one space, none at the end or around the colon. */
function relaxedField(raw: string): string {
  const colon = raw.indexOf(":");
  const name = asciiLower(raw.slice(0, colon).replace(/[ \t\r\n]+$/, ""));
  const value = raw
    .slice(colon + 1)
    .replace(/\r?\n/g, "")
    .replace(/[ \t]+/g, " ")
    .replace(/^ | $/g, "");
  return `${name}:${value}\r\n`;
}

/** Bytes beyond ASCII stay what they are. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A signature field as it signs itself: the value of its tag `b` taken out, no line end after it (RFC 6376 3.7). */
export function unsignedForm(field: string): string {
  const colon = field.indexOf(":");
  const pieces = field.slice(colon + 1).split(";");
  const without = pieces.map((piece) => {
    const equals = piece.indexOf("=");
    return equals > 0 && piece.slice(0, equals).trim() === "b" ? keepEnd(piece, equals) : piece;
  });
  return field.slice(0, colon + 1) + without.join(";").replace(/\r\n$/, "");
}

/** Of the last tag the line end after it is no part. */
function keepEnd(piece: string, equals: number): string {
  return piece.slice(0, equals + 1) + (piece.endsWith("\r\n") ? "\r\n" : "");
}

export interface BodyHash {
  /** Base64. */
  readonly hash: string;
  /** Of the whole canonical body, also where fewer were hashed. */
  readonly canonicalBytes: number;
}

export interface BodyForm {
  readonly form: Canonicalization;
  readonly algorithm: "sha256" | "sha1";
  /** Only so many bytes of the canonical body; null for all. */
  readonly lengthMax: number | null;
}

/** RFC 6376 3.4.3, 3.4.4. Cost: one pass over the body. */
export function bodyHash(body: Uint8Array, { form, algorithm, lengthMax }: BodyForm): BodyHash {
  const hash = createHash(algorithm);
  const isRelaxed = form === "relaxed";
  const chunk = Buffer.alloc(CHUNK_BYTES + 4);
  let fill = 0;
  let total = 0;
  const flush = (): void => {
    const room = lengthMax === null ? fill : Math.max(0, Math.min(fill, lengthMax - total));
    if (room > 0) hash.update(chunk.subarray(0, room));
    total += fill;
    fill = 0;
  };
  const put = (byte: number): void => {
    chunk[fill++] = byte;
    if (fill >= CHUNK_BYTES) flush();
  };
  let lines = 0;
  let hasBlank = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] as number;
    if (byte === LF || (byte === CR && body[at + 1] === LF)) {
      if (byte === CR) at += 1;
      lines += 1;
      hasBlank = false;
    } else if (isRelaxed && (byte === SPACE || byte === TAB)) {
      hasBlank = true;
    } else {
      for (; lines > 0; lines -= 1) {
        put(CR);
        put(LF);
      }
      if (hasBlank) put(SPACE);
      hasBlank = false;
      put(byte);
    }
  }
  // A last line of nothing but white space is none; of simple bodies the empty one is a line end.
  if (total + fill > 0 || !isRelaxed) {
    put(CR);
    put(LF);
  }
  flush();
  return { hash: hash.digest(BASE64), canonicalBytes: total };
}
