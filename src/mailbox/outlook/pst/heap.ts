/**
 * The heap of a node (MS-PST 2.3.1) and the ordered lists in it (2.3.2): small pieces of bytes by number.
 *
 *     heap number: 5 bits type (0) | 11 or 14 bits place in the block, from 1 | block
 */
import { limits } from "../../../base/limits.ts";
import type { ItemBudget } from "../../../mail/outlook/item-budget.ts";

/** 8 MiB in blocks of 8 KiB: property lists and tables; long values lie in subnodes. */
const HEAP_BLOCKS_MAX = 1_024;
const SIGNATURE = 0xec;
const LIST_SIGNATURE = 0xb5;
/** Eleven bits. */
const SHORT_INDEX = 0x7ff;

/** `bClientSig`: what the heap holds. */
export const heapKinds = { properties: 0xbc, table: 0x7c } as const;

export class Heap {
  readonly kind: number;
  /** Heap number of the root. */
  readonly root: number;
  readonly #blocks: readonly Buffer[];
  readonly #indexBits: number;
  readonly #budget: ItemBudget;

  constructor(blocks: readonly Buffer[], indexBits: number, budget: ItemBudget) {
    this.#budget = budget;
    const first = blocks[0];
    this.kind = first?.[3] ?? 0;
    this.root = first === undefined ? 0 : first.readUInt32LE(4);
    this.#blocks = blocks;
    this.#indexBits = indexBits;
  }

  /** Null for numbers that lead nowhere. */
  piece(number: number): Buffer | null {
    if ((number & 0x1f) !== 0) return null;
    const block = this.#blocks[number >>> (5 + this.#indexBits)];
    if (block === undefined || block.length < 2) return null;
    const map = block.readUInt16LE(0);
    if (map + 4 > block.length) return null;
    const count = block.readUInt16LE(map);
    const full = (number >>> 5) & (2 ** this.#indexBits - 1);
    // The upper bits may be marks where there are more than 11.
    const index = full > count ? full & SHORT_INDEX : full;
    const at = map + 4 + 2 * (index - 1);
    if (index === 0 || index > count || at + 4 > block.length) return null;
    const [start, end] = [block.readUInt16LE(at), block.readUInt16LE(at + 2)];
    return start > end || end > block.length ? null : block.subarray(start, end);
  }

  /** Entries of an ordered list with keys of `keyBytes`, at most `limits.mapiPropertiesMax`; the budget is told of more. */
  *list(number: number, keyBytes: number): Generator<Buffer> {
    const header = this.piece(number);
    if (header === null || header.length < 8 || header[0] !== LIST_SIGNATURE || header[1] !== keyBytes) return;
    const valueBytes = header[2] ?? 0;
    const levels = header[3] ?? 0;
    if (levels > limits.pstTreeDepthMax) this.#budget.note("source.damaged");
    const seen = new Set<number>();
    let left: number = limits.mapiPropertiesMax;
    const open = [{ number: header.readUInt32LE(4), level: Math.min(levels, limits.pstTreeDepthMax) }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const piece = seen.has(next.number) ? null : this.piece(next.number);
      seen.add(next.number);
      if (piece === null) continue;
      const entryBytes = keyBytes + (next.level === 0 ? valueBytes : 4);
      const entries: Buffer[] = [];
      for (let at = 0; at + entryBytes <= piece.length; at += entryBytes, left -= 1) {
        if (left === 0) {
          this.#budget.note("limit.mapi-properties");
          break;
        }
        entries.push(piece.subarray(at, at + entryBytes));
      }
      if (next.level === 0) yield* entries;
      else {
        for (const entry of entries.reverse())
          open.push({ number: entry.readUInt32LE(keyBytes), level: next.level - 1 });
      }
    }
  }
}

/** Null when the blocks hold no heap. */
export function openHeap(data: Iterable<Buffer>, indexBits: number, budget: ItemBudget): Heap | null {
  const blocks: Buffer[] = [];
  for (const block of data) {
    if (blocks.length === HEAP_BLOCKS_MAX) {
      budget.note("limit.outlook-parts");
      break;
    }
    blocks.push(block);
  }
  const first = blocks[0];
  if (first === undefined || first.length < 12 || first[2] !== SIGNATURE) return null;
  return new Heap(blocks, indexBits, budget);
}
