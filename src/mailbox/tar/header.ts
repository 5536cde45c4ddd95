/**
 * One block of a tar that says what follows (POSIX.1-2017 pax, 4.2 BSD and GNU tar manuals). Total on any 512 bytes:
 *
 *     0 name · 100 mode · 124 size · 148 checksum · 156 type · 157 link name · 257 magic · 345 prefix · 482 GNU: more follows
 */
import { limits } from "../../base/limits.ts";

export const BLOCK_BYTES = 512;

const CHECKSUM_AT = 148;
const MAGIC_AT = 257;
const PREFIX_AT = 345;
const EXTENDED_AT = 482;

export interface TarHeader {
  /** Prefix and name as they stand, not yet text. */
  readonly name: Buffer;
  /** Bytes that follow; null when the field holds no number that can be. */
  readonly size: number | null;
  /** Type flag as a character; `0` for the NUL of old archives. */
  readonly type: string;
  /** GNU sparse: further blocks of the map stand before the data. */
  readonly isExtended: boolean;
}

/** Null where no header stands: the checksum does not fit. */
export function parseTarHeader(block: Buffer): TarHeader | null {
  if (!isTarHeader(block)) return null;
  const isPosix = block.toString("latin1", MAGIC_AT, MAGIC_AT + 6) === "ustar\0";
  const prefix = isPosix ? untilNul(block, PREFIX_AT, 155) : Buffer.alloc(0);
  const own = untilNul(block, 0, 100);
  const flag = block[156] ?? 0;
  return {
    name: prefix.length === 0 ? Buffer.from(own) : Buffer.concat([prefix, Buffer.from("/"), own]),
    size: parseNumber(block.subarray(124, 136)),
    type: flag === 0 ? "0" : String.fromCharCode(flag),
    isExtended: block[EXTENDED_AT] === 1,
  };
}

/** True when 512 bytes are at hand, there is a name, and the checksum fits, added up as bytes or as signed bytes. */
export function isTarHeader(block: Buffer): boolean {
  if (block.length < BLOCK_BYTES || (block[0] === 0 && block[PREFIX_AT] === 0)) return false;
  const wanted = parseNumber(block.subarray(CHECKSUM_AT, CHECKSUM_AT + 8));
  if (wanted === null || wanted === 0) return false;
  let sum = 8 * 0x20;
  let signedSum = sum;
  for (let i = 0; i < BLOCK_BYTES; i += 1) {
    if (i >= CHECKSUM_AT && i < CHECKSUM_AT + 8) continue;
    const byte = block[i] ?? 0;
    sum += byte;
    signedSum += byte < 0x80 ? byte : byte - 0x100;
  }
  return wanted === sum || wanted === signedSum;
}

/** A header by its magic alone, for one whose checksum is damaged. */
export function hasTarMagic(block: Buffer): boolean {
  return block.length >= BLOCK_BYTES && block.toString("latin1", MAGIC_AT, MAGIC_AT + 5) === "ustar";
}

export function isZeroBlock(block: Buffer): boolean {
  return block[0] === 0 && block.every((byte) => byte === 0);
}

/** Octal digits, or base 256 of GNU tar where the first bit is set. Null for what is neither, is negative or beyond 2^53. */
function parseNumber(field: Buffer): number | null {
  if (((field[0] ?? 0) & 0x80) !== 0) return parseBase256(field);
  const digits = /^[ \0]*([0-7]*)[ \0]*$/.exec(field.toString("latin1"))?.[1];
  const value = digits === undefined ? Number.NaN : Number.parseInt(digits || "0", 8);
  return Number.isSafeInteger(value) ? value : null;
}

function parseBase256(field: Buffer): number | null {
  let value = (field[0] ?? 0) & 0x7f;
  for (const byte of field.subarray(1)) value = value * 256 + byte;
  return Number.isSafeInteger(value) ? value : null;
}

function untilNul(block: Buffer, at: number, length: number): Buffer {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return end < 0 ? field : field.subarray(0, end);
}

/** What PAX records and GNU long names say about the next entry. */
export interface TarExtension {
  readonly name: Buffer | null;
  readonly size: number | null;
  /** A size was given that is no number. */
  readonly badSize: boolean;
  readonly isSparse: boolean;
  /** There were more records than are looked at. */
  readonly isCut: boolean;
}

export const NO_EXTENSION: TarExtension = { name: null, size: null, badSize: false, isSparse: false, isCut: false };

/**
 * Records `LENGTH KEY=VALUE\n` (pax 4.3). A record that does not fit ends the reading of the list; at most
 * `limits.tarRecordsMax` are looked at. Later records win.
 */
export function parsePax(data: Buffer, before: TarExtension): TarExtension {
  let { name, size, badSize, isSparse, isCut } = before;
  let at = 0;
  for (let records = 0; at < data.length && !isCut; records += 1) {
    const space = data.indexOf(0x20, at);
    const digits = space < 0 || space - at > 8 ? "" : data.toString("latin1", at, space);
    const end = /^[0-9]{1,8}$/.test(digits) ? at + Number(digits) : 0;
    if (end <= space + 1 || end > data.length) break;
    const equals = data.indexOf(0x3d, space);
    if (equals < 0 || equals >= end) break;
    const key = data.toString("latin1", space + 1, Math.min(equals, space + 64));
    isCut = records >= limits.tarRecordsMax;
    if (isCut) break;
    const value = data.subarray(equals + 1, end - 1);
    if (key === "path" && value.length > 0) name = Buffer.from(value);
    else if (key === "size") {
      size = parseDecimal(value);
      badSize = size === null;
    } else if (key.startsWith("GNU.sparse.")) isSparse = true;
    at = end;
  }
  return { name, size, badSize, isSparse, isCut };
}

function parseDecimal(value: Buffer): number | null {
  if (value.length > 20) return null;
  const text = value.toString("latin1");
  const number = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

/** The whole value of a GNU long name: up to its NUL. */
export function parseLongName(data: Buffer): Buffer {
  const end = data.indexOf(0);
  return Buffer.from(end < 0 ? data : data.subarray(0, end));
}
