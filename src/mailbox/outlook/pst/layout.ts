/**
 * The three forms of a PST or OST (MS-PST 2.2.2.6) and where their fields lie: ANSI (to Outlook 2002), Unicode, and Unicode
 * with pages of 4 KiB (OST since 2013). The third is not in the specification; what is known of it was found out by others
 * ("Personal Folder File format" of libpff; "OST 2013 File Format: the missing documentation" of Mythicsoft):
 *
 * - pages of 4,096 bytes: entries 4,056, their count and the most there can be 2 each, their size 1, level 1, 10 unknown,
 *   trailer 24 (type, type again, signature, checksum, number, 8 unknown)
 * - blocks of at most 65,512 bytes and a trailer of 24, at multiples of 512
 * - an entry of the tree of blocks has, after number and place, the size as stored and the size before packing (2 each);
 *   where they differ, the block is a zlib stream
 * - a heap number has 14 bits for the place in a block (others take three of them for marks whose meaning is not known)
 *
 *     header | pages (two trees: nodes by number, blocks by number) | blocks (data, lists of blocks, lists of subnodes)
 */
import { crc32 } from "node:zlib";
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
  /** Blocks end with their trailer at a multiple of this. */
  readonly blockAlign: number;
  readonly blockTrailerBytes: number;
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
  blockAlign: 64,
  blockTrailerBytes: 12,
};
const UNICODE: PstLayout = {
  form: "unicode",
  wordBytes: 8,
  pageBytes: 512,
  entriesBytes: 488,
  pageTypeAt: 496,
  heapIndexBits: 11,
  blockAlign: 64,
  blockTrailerBytes: 16,
};
const UNICODE_4K: PstLayout = {
  form: "unicode-4k",
  wordBytes: 8,
  pageBytes: 4096,
  entriesBytes: 4056,
  pageTypeAt: 4072,
  heapIndexBits: 14,
  blockAlign: 512,
  blockTrailerBytes: 24,
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
  const [nodeRoot, blockRoot] = [readWord(header, 224, 8), readWord(header, 240, 8)];
  return { layout: pagesOf(bytes, version, nodeRoot), nodeRoot, blockRoot, encoding: header[513] ?? 0 };
}

/**
 * 36 says large pages. Others were seen or are said to be written (35 with large ones; 37 for files that Windows protects),
 * so the root page itself is asked where it does not look as the version says.
 */
function pagesOf(bytes: RandomBytes, version: number, nodeRoot: number): PstLayout {
  const [likely, other] = version === LARGE_PAGES_VERSION ? [UNICODE_4K, UNICODE] : [UNICODE, UNICODE_4K];
  const isPage = ({ pageTypeAt }: PstLayout) => {
    const type = nodeRoot <= 0 ? null : readRange(bytes, nodeRoot + pageTypeAt, 2);
    return type !== null && type[0] === NODE_PAGE && type[1] === NODE_PAGE;
  };
  return !isPage(likely) && isPage(other) ? other : likely;
}

const LARGE_PAGES_VERSION = 36;
/** `ptypeNBT`. */
const NODE_PAGE = 0x81;

/** A number of 4 or 8 bytes; beyond what a number can hold it is a lie, and -1. */
export function readWord(bytes: Buffer, at: number, wordBytes: 4 | 8): number {
  if (at + wordBytes > bytes.length) return -1;
  const low = bytes.readUInt32LE(at);
  if (wordBytes === 4) return low;
  const high = bytes.readUInt32LE(at + 4);
  return high > 0x1fffff ? -1 : high * 2 ** 32 + low;
}

/** Of a page or a block (MS-PST 5.3): CRC-32 that begins at zero and is not inverted at the end. */
export function checksum(bytes: Buffer): number {
  return (crc32(bytes, 0xffffffff) ^ 0xffffffff) >>> 0;
}
