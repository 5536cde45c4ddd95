/**
 * Payloads that a reader must find: a marker with a random tail, alone, in a longer text, or as the address of a remote
 * picture; and their transfer encodings, in which the marker is not to be read.
 */
import { BASE62, HEX, type Random } from "../../src/demo/random.ts";

export type PayloadKind = "short" | "long" | "html";
export type Encoding = "base64" | "quoted-printable";

export interface Payload {
  readonly kind: PayloadKind;
  /** `LETTERLOCK-CANARY-` and 16 hex digits. */
  readonly marker: string;
  /** ASCII without a line end, so that no rewriting of line ends changes it. */
  readonly bytes: Buffer;
  readonly mediaType: string;
}

export interface Canary {
  readonly payload: Payload;
  readonly encoding: Encoding;
  /** Lines of at most 76 characters, CR LF between them, none at the end. */
  readonly encoded: string;
}

export const ENCODINGS: readonly Encoding[] = ["base64", "quoted-printable"];
const KINDS: readonly PayloadKind[] = ["short", "long", "html"];
const LONG_WORDS = 400;

export function createPayload(random: Random, kind: PayloadKind): Payload {
  const marker = `LETTERLOCK-CANARY-${random.text(16, HEX)}`;
  const text = textOf(random, kind, marker);
  const mediaType = kind === "html" ? "text/html" : "application/octet-stream";
  return { kind, marker, bytes: Buffer.from(text, "latin1"), mediaType };
}

function textOf(random: Random, kind: PayloadKind, marker: string): string {
  switch (kind) {
    case "short":
      return marker;
    case "long":
      return `${marker} ${Array.from({ length: LONG_WORDS }, () => random.text(7, BASE62)).join(" ")}`;
    case "html":
      return `<html><body><p>Good morning</p><img src="http://pixel.tracker.example/o.gif?id=${marker}" width="1" height="1"></body></html>`;
  }
}

export function createCanary(random: Random, encoding: Encoding, kind: PayloadKind = "short"): Canary {
  const payload = createPayload(random, kind);
  const encoded = encoding === "base64" ? toBase64(payload.bytes) : toQuotedPrintable(payload.bytes);
  return { payload, encoding, encoded };
}

/** One of each encoding and kind. */
export function allCanaries(random: Random): readonly Canary[] {
  return ENCODINGS.flatMap((encoding) => KINDS.map((kind) => createCanary(random, encoding, kind)));
}

export function toBase64(bytes: Buffer, lineChars = 76): string {
  return cutLines(bytes.toString("base64"), lineChars, "\r\n");
}

/** Escapes more than is needed: the marker must not stand in the raw text. */
export function toQuotedPrintable(bytes: Buffer): string {
  const pieces: string[] = [];
  let column = 0;
  for (const byte of bytes) {
    const isPlain = byte >= 0x20 && byte < 0x7f && !"=-K<".includes(String.fromCharCode(byte));
    const piece = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (column + piece.length > 72) {
      pieces.push("=\r\n");
      column = 0;
    }
    pieces.push(piece);
    column += piece.length;
  }
  return pieces.join("");
}

export function cutLines(text: string, lineChars: number, eol: string): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += lineChars) lines.push(text.slice(at, at + lineChars));
  return lines.join(eol);
}

/** uuencode (POSIX), with its `begin` and `end` lines. */
export function toUuencode(bytes: Buffer, name: string): string {
  const lines = [`begin 644 ${name}`];
  for (let at = 0; at < bytes.length; at += 45) lines.push(uuLine(bytes.subarray(at, at + 45)));
  return [...lines, "`", "end"].join("\r\n");
}

function uuLine(bytes: Buffer): string {
  const digit = (value: number) => (value === 0 ? "`" : String.fromCharCode(0x20 + value));
  let line = digit(bytes.length);
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) line += digit((group >> shift) & 63);
  }
  return line;
}

/** yEnc 1.2, one part; characters of the answer are bytes. */
export function toYenc(bytes: Buffer, name: string): string {
  const data: string[] = [];
  for (const byte of bytes) {
    const value = (byte + 42) & 0xff;
    const isCritical = value === 0 || value === 0x0a || value === 0x0d || value === 0x3d || value === 0x2e;
    data.push(isCritical ? `=${String.fromCharCode((value + 64) & 0xff)}` : String.fromCharCode(value));
  }
  const body = data.join("");
  const header = `=ybegin line=${Math.max(128, body.length)} size=${bytes.length} name=${name}`;
  return [header, body, `=yend size=${bytes.length}`].join("\r\n");
}
