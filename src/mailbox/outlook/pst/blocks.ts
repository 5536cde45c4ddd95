/**
 * Nodes and blocks of a PST (MS-PST 2.2.2.7.7, 2.2.2.8): what a node's data and its subnodes are. Each block that is read is
 * charged to the item's budget, so lists that name one block a million times, or each other, end.
 */
import { inflateSync } from "node:zlib";
import { limits } from "../../../base/limits.ts";
import type { ItemBudget } from "../../../mail/outlook/item-budget.ts";
import { type RandomBytes, readRange } from "../../../mail/outlook/random-bytes.ts";
import { decodeBlock } from "./encodings.ts";
import { type PstHeader, readWord } from "./layout.ts";
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

const BLOCK_BYTES_MAX = 64 * 1024;
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
    for (const child of this.#numbers(bytes, 8)) {
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

  *#numbers(bytes: Buffer, from: number): Generator<number> {
    const { wordBytes } = this.header.layout;
    const count = bytes.length < 4 ? 0 : bytes.readUInt16LE(2);
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
    for (let i = 0, at: number = wordBytes; i < count && at + entryBytes <= bytes.length; i += 1, at += entryBytes) {
      if (found.size >= limits.pstBlocksMax) {
        budget.note("limit.pst-blocks");
        return;
      }
      if (level > 0) this.#collectSubnodes(readWord(bytes, at + wordBytes, wordBytes), level, found, budget);
      else {
        const node = this.#toNode(bytes.subarray(at, at + entryBytes));
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
    const { wordBytes, form } = this.header.layout;
    const offset = readWord(entry, wordBytes, wordBytes);
    const size = entry.readUInt16LE(2 * wordBytes);
    if (budget.takeBytes(size) < size) return null;
    const bytes = readRange(this.#bytes, Math.max(0, offset), size);
    if (offset <= 0 || bytes.length < size) {
      budget.note("source.truncated");
      if (bytes.length === 0 || offset <= 0) return null;
    }
    const isList = Math.floor(number / LIST_BIT) % 2 === 1;
    if (!isList) decodeBlock(bytes, this.header.encoding, number % 2 ** 32);
    const inflated = form === "unicode-4k" ? entry.readUInt16LE(2 * wordBytes + 2) : size;
    return { isList, bytes: inflated === size || inflated === 0 ? bytes : inflate(bytes, budget) };
  }
}

/** Blocks of an OST since 2013 may be packed. */
function inflate(bytes: Buffer, budget: ItemBudget): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: BLOCK_BYTES_MAX });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    budget.note("source.damaged");
    return Buffer.alloc(0);
  }
}
