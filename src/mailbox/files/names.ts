/**
 * File names as strings without loss. A name on disk is bytes; where they are no UTF-8, each such byte becomes the
 * private-use character U+10FF00 + byte, and bytes that spell one of those characters are treated as no UTF-8 either,
 * so that the mapping can be undone for every name (HM-231: mail must not be lost for its name).
 */
import { isUtf8 } from "node:buffer";

const ESCAPE_BASE = 0x10ff00;
const ASCII = /^[ -~]*$/;
/** The high surrogate of U+10FC00–U+10FFFF: only then can a string hold an escaped byte. */
const MAY_HOLD_ESCAPE = /\udbff[\udf00-\udfff]/;

/** From a name that was read with encoding `latin1`, a character for each byte. */
export function nameFromLatin1(latin1: string): string {
  return ASCII.test(latin1) ? latin1 : nameFromBytes(Buffer.from(latin1, "latin1"));
}

export function nameFromBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) {
    const name = bytes.toString("utf8");
    if (!MAY_HOLD_ESCAPE.test(name)) return name;
  }
  return escapedName(bytes);
}

/** The path to hand to the file system: a string, or bytes where the name is no UTF-8. */
export function diskPath(path: string): string | Buffer {
  if (!MAY_HOLD_ESCAPE.test(path)) return path;
  const parts: Buffer[] = [];
  for (const character of path) {
    const code = character.codePointAt(0) ?? 0;
    parts.push(code >= ESCAPE_BASE ? Buffer.from([code - ESCAPE_BASE]) : Buffer.from(character, "utf8"));
  }
  return Buffer.concat(parts);
}

/** Byte by byte: whole UTF-8 characters stay, everything else is escaped. Linear. */
function escapedName(bytes: Buffer): string {
  let name = "";
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length > 0) name += bytes.toString("utf8", at, at + length);
    else name += String.fromCodePoint(ESCAPE_BASE + bytes.readUInt8(at));
    at += Math.max(length, 1);
  }
  return name;
}

/** Bytes of the UTF-8 character at `at`; 0 when there is none that stands for itself. */
function characterLength(bytes: Buffer, at: number): number {
  const lead = bytes.readUInt8(at);
  const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const piece = bytes.subarray(at, at + length);
  return piece.length === length && isUtf8(piece) && !MAY_HOLD_ESCAPE.test(piece.toString("utf8")) ? length : 0;
}

/**
 * A name or path for a sentence: control, format and bidi characters, escaped bytes and lone surrogates as `\u{…}`
 * (INV-9), cut in the middle past 200 characters.
 */
export function shown(path: string): string {
  const visible = path.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
  return visible.length <= 200 ? visible : `${visible.slice(0, 98)}…${visible.slice(-98)}`;
}
