/**
 * Nodes and blocks of a PST (MS-PST 2.2.2.7.7, 2.2.2.8): what a node's data and its subnodes are. Each block that is read is
 * charged to the item's budget, packed or not, so lists that name one block a million times, or each other, end. A block whose
 * trailer or packed size is not what its content makes it is read and told (`source.damaged`).
 */
import { constants, inflateSync } from "node:zlib";
import { limits } from "../../../base/limits.ts";
import type { ItemBudget } from "../../../mail/outlook/item-budget.ts";
import { type RandomBytes, readRange } from "../../../mail/outlook/random-bytes.ts";
import { decodeBlock } from "./encodings.ts";
import { checksum, type PstHeader, type PstLayout, readWord } from "./layout.ts";
import { PageTree } from "./page-tree.ts";

/** Low five bits of a node's number (MS-PST 2.2.2.1). */
export const nodeTypes = { folder: 0x02, message: 0x04, attachment: 0x05, hidden: 0x08 } as const;

export interface PstNode {
  readonly number: number;
  /** Block numbers; 0 for none. */
  readonly data: number;
  readonly subnodes: number;
  /** Of the folder; 0 for subnodes. */
  readonly parent: number;
}

interface Block {
  readonly isList: boolean;
  readonly bytes: Buffer;
}

/** Bit 1 of a block number: lists, which are not encoded. */
const LIST_BIT = 2;

export class PstBlocks {
  readonly header: PstHeader;
  readonly #bytes: RandomBytes;
  readonly #nodes: PageTree;
  readonly #blocks: PageTree;

  constructor(bytes: RandomBytes, header: PstHeader) {
    this.header = header;
    this.#bytes = bytes;
    this.#nodes = new PageTree(bytes, header.layout, header.nodeRoot, "nodes");
    this.#blocks = new PageTree(bytes, header.layout, header.blockRoot, "blocks");
  }

  /** Of both trees, as far as they were looked at. */
  get brokenPages(): number {
    return this.#nodes.brokenPages + this.#blocks.brokenPages;
  }

  get doubtfulPages(): number {
    return this.#nodes.doubtfulPages + this.#blocks.doubtfulPages;
  }

  node(number: number): PstNode | null {
    const entry = this.#nodes.find(number);
    return entry === null ? null : this.#toNode(entry);
  }

  /** Nodes with numbers in `[start, end)`. */
  *nodes(start: number, end: number): Generator<PstNode> {
    for (const entry of this.#nodes.walk(start, end)) yield this.#toNode(entry);
  }

  /** The blocks of a node's data, in order. */
  *data(number: number, budget: ItemBudget): Generator<Buffer> {
    yield* this.#data(number, budget, { left: limits.pstBlocksMax, below: 3 });
  }

  /** Subnodes by number. */
  subnodes(number: number, budget: ItemBudget): ReadonlyMap<number, PstNode> {
    const found = new Map<number, PstNode>();
    if (number !== 0) this.#collectSubnodes(number, 2, found, budget);
    return found;
  }

  #toNode(entry: Buffer): PstNode {
    const { wordBytes } = this.header.layout;
    return {
      number: entry.readUInt32LE(0),
      data: Math.max(0, readWord(entry, wordBytes, wordBytes)),
      subnodes: Math.max(0, readWord(entry, 2 * wordBytes, wordBytes)),
      parent: entry.length >= 3 * wordBytes + 4 ? entry.readUInt32LE(3 * wordBytes) : 0,
    };
  }

  /** `below`: the level of a list must be lower, so a list cannot hold itself. */
  *#data(number: number, budget: ItemBudget, scope: { left: number; below: number }): Generator<Buffer> {
    const block = this.#read(number, budget);
    if (block === null) return;
    if (!block.isList) {
      yield block.bytes;
      return;
    }
    const { bytes } = block;
    const level = bytes[1] ?? 0;
    if (bytes[0] !== 1 || level === 0 || level >= scope.below) {
      budget.note("source.damaged");
      return;
    }
    for (const child of this.#numbers(bytes, 8, budget)) {
      if (scope.left === 0) {
        budget.note("limit.pst-blocks");
        return;
      }
      scope.left -= 1;
      const inner = { left: scope.left, below: level };
      yield* this.#data(child, budget, inner);
      scope.left = inner.left;
    }
  }

  *#numbers(bytes: Buffer, from: number, budget: ItemBudget): Generator<number> {
    const { wordBytes } = this.header.layout;
    const count = bytes.length < 4 ? 0 : bytes.readUInt16LE(2);
    if (from + count * wordBytes > bytes.length) budget.note("source.damaged");
    for (let i = 0; i < count && from + (i + 1) * wordBytes <= bytes.length; i += 1) {
      yield readWord(bytes, from + i * wordBytes, wordBytes);
    }
  }

  #collectSubnodes(number: number, below: number, found: Map<number, PstNode>, budget: ItemBudget): void {
    const block = this.#read(number, budget);
    if (block === null) return;
    const { bytes } = block;
    const level = bytes[1] ?? 0;
    if (bytes[0] !== 2 || level >= below || bytes.length < 8) {
      budget.note("source.damaged");
      return;
    }
    const { wordBytes } = this.header.layout;
    const entryBytes = (level === 0 ? 3 : 2) * wordBytes;
    const count = bytes.readUInt16LE(2);
    if (wordBytes + count * entryBytes > bytes.length) budget.note("source.damaged");
    for (let i = 0, at: number = wordBytes; i < count && at + entryBytes <= bytes.length; i += 1, at += entryBytes) {
      if (found.size >= limits.pstBlocksMax) {
        budget.note("limit.pst-blocks");
        return;
      }
      if (level > 0) this.#collectSubnodes(readWord(bytes, at + wordBytes, wordBytes), level, found, budget);
      else {
        const node = this.#toNode(bytes.subarray(at, at + entryBytes));
        // Whichever came first was an attachment, a value, the recipients: something is lost.
        if (found.has(node.number)) budget.note("source.damaged");
        found.set(node.number, node);
      }
    }
  }

  #read(number: number, budget: ItemBudget): Block | null {
    const entry = number > 0 ? this.#blocks.find(number) : null;
    if (entry === null) {
      budget.note("source.damaged");
      return null;
    }
    const stored = this.#stored(entry, budget);
    if (stored === null) return null;
    const isList = Math.floor(number / LIST_BIT) % 2 === 1;
    const decode = (bytes: Buffer) => {
      if (!isList) decodeBlock(bytes, this.header.encoding, number % 2 ** 32);
      return bytes;
    };
    const size = unpackedSize(entry, this.header.layout);
    return { isList, bytes: size === null ? decode(stored) : unpack(stored, { size, budget, decode }) };
  }

  /** Null when nothing of it can be read. */
  #stored(entry: Buffer, budget: ItemBudget): Buffer | null {
    const { wordBytes, blockAlign, blockTrailerBytes, form } = this.header.layout;
    const offset = readWord(entry, wordBytes, wordBytes);
    const size = entry.readUInt16LE(2 * wordBytes);
    if (budget.takeBytes(size) < size) return null;
    const space = Math.ceil((size + blockTrailerBytes) / blockAlign) * blockAlign;
    const all = readRange(this.#bytes, Math.max(0, offset), space);
    const bytes = all.subarray(0, size);
    if (offset <= 0 || bytes.length < size) {
      budget.note("source.truncated");
      return bytes.length === 0 || offset <= 0 ? null : bytes;
    }
    // Of large pages nobody has written down what the checksum is of.
    if (form !== "unicode-4k" && all.length === space) {
      const trailer = all.subarray(space - blockTrailerBytes);
      if (!isTrailerOf(trailer, entry, wordBytes, bytes)) budget.note("source.damaged");
    }
    return bytes;
  }
}

/** MS-PST 2.2.2.8.1: size 2, signature 2, checksum 4, number 8; ANSI has the number (4) before the checksum. */
function isTrailerOf(trailer: Buffer, entry: Buffer, wordBytes: 4 | 8, bytes: Buffer): boolean {
  const [numberAt, checksumAt] = wordBytes === 4 ? [4, 8] : [8, 4];
  const isSameNumber = (readWord(trailer, numberAt, wordBytes) ^ readWord(entry, 0, wordBytes)) >>> 1 === 0;
  return (
    isSameNumber && trailer.readUInt16LE(0) === bytes.length && trailer.readUInt32LE(checksumAt) === checksum(bytes)
  );
}

/** Null for a block that is not packed. */
function unpackedSize(entry: Buffer, { form, wordBytes }: PstLayout): number | null {
  if (form !== "unicode-4k") return null;
  const stored = entry.readUInt16LE(2 * wordBytes);
  const size = entry.readUInt16LE(2 * wordBytes + 2);
  return size === stored || size === 0 ? null : size;
}

interface Unpacking {
  /** As promised. */
  readonly size: number;
  readonly budget: ItemBudget;
  /** Undoes the hiding, in place. */
  readonly decode: (bytes: Buffer) => Buffer;
}

/**
 * Other readers unpack first and decode then; whether Outlook ever hides a packed block is not known, so that is tried where the
 * one does not give what is promised. What comes out is charged too: a few bytes can promise 64 KiB.
 */
function unpack(stored: Buffer, { size, budget, decode }: Unpacking): Buffer {
  if (budget.takeBytes(size) < size) return Buffer.alloc(0);
  const seen = inflate(stored, size);
  if (seen.length === size) return decode(seen);
  const decoded = decode(stored);
  const hidden = inflate(decoded, size);
  if (hidden.length === size) return hidden;
  budget.note("source.damaged");
  if (seen.length > 0) return decode(seen);
  return hidden.length > 0 ? hidden : decoded;
}

/** RFC 1950 2.2: deflate, and a check of the first two bytes. */
function isZlib(bytes: Buffer): boolean {
  return bytes.length > 2 && ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}

/** At most `size` bytes; what comes before damage; nothing when there would be more than promised, or it is no zlib stream. */
function inflate(bytes: Buffer, size: number): Buffer {
  if (!isZlib(bytes)) return Buffer.alloc(0);
  try {
    return inflateSync(bytes, { maxOutputLength: size, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return Buffer.alloc(0);
  }
}
