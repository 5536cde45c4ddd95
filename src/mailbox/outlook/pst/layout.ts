/**
 * The three forms of a PST or OST (MS-PST 2.2.2.6) and where their fields lie: ANSI (to Outlook 2002), Unicode, and Unicode
 * with pages of 4 KiB (OST since 2013; not in the specification, known from other readers of the format).
 *
 *     header | pages (two trees: nodes by number, blocks by number) | blocks (data, lists of blocks, lists of subnodes)
 */
import { type RandomBytes, readRange } from "../../../mail/outlook/random-bytes.ts";

export interface PstLayout {
  readonly form: "ansi" | "unicode" | "unicode-4k";
  /** Bytes of a block number or file offset: 4 or 8. */
  readonly wordBytes: 4 | 8;
  readonly pageBytes: number;
  /** Bytes of a page that hold entries. */
  readonly entriesBytes: number;
  /** Place of `ptype` in a page. */
  readonly pageTypeAt: number;
  /** Low bits of a heap number: 5 for the type, then so many for the index. */
  readonly heapIndexBits: number;
}

export interface PstHeader {
  readonly layout: PstLayout;
  /** File offsets of the roots. */
  readonly nodeRoot: number;
  readonly blockRoot: number;
  readonly encoding: number;
}

const ANSI: PstLayout = {
  form: "ansi",
  wordBytes: 4,
  pageBytes: 512,
  entriesBytes: 496,
  pageTypeAt: 500,
  heapIndexBits: 11,
};
const UNICODE: PstLayout = {
  form: "unicode",
  wordBytes: 8,
  pageBytes: 512,
  entriesBytes: 488,
  pageTypeAt: 496,
  heapIndexBits: 11,
};
const UNICODE_4K: PstLayout = {
  form: "unicode-4k",
  wordBytes: 8,
  pageBytes: 4096,
  entriesBytes: 4056,
  pageTypeAt: 4072,
  heapIndexBits: 14,
};

const HEADER_BYTES = 564;

/** Null when the bytes are no PST in a known form. */
export function readPstHeader(bytes: RandomBytes): PstHeader | null {
  const header = readRange(bytes, 0, HEADER_BYTES);
  if (header.length < HEADER_BYTES || header.toString("latin1", 0, 4) !== "!BDN") return null;
  const version = header.readUInt16LE(10);
  if (version === 14 || version === 15) {
    const [nodeRoot, blockRoot] = [header.readUInt32LE(188), header.readUInt32LE(196)];
    return { layout: ANSI, nodeRoot, blockRoot, encoding: header[461] ?? 0 };
  }
  if (version < 21 || version > 37) return null;
  const layout = version >= 36 ? UNICODE_4K : UNICODE;
  const [nodeRoot, blockRoot] = [readWord(header, 224, 8), readWord(header, 240, 8)];
  return { layout, nodeRoot, blockRoot, encoding: header[513] ?? 0 };
}

/** A number of 4 or 8 bytes; beyond what a number can hold it is a lie, and -1. */
export function readWord(bytes: Buffer, at: number, wordBytes: 4 | 8): number {
  if (at + wordBytes > bytes.length) return -1;
  const low = bytes.readUInt32LE(at);
  if (wordBytes === 4) return low;
  const high = bytes.readUInt32LE(at + 4);
  return high > 0x1fffff ? -1 : high * 2 ** 32 + low;
}
