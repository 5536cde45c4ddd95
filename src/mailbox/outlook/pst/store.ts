/**
 * A PST or OST as a source: slices are ranges of node numbers, so a run resumes where it stopped, and mail is found by its
 * node whether or not a folder's table still lists it (what was deleted and not yet overwritten is read too).
 */
import { ItemBudget } from "../../../mail/outlook/item-budget.ts";
import { namedProperties } from "../../../mail/outlook/named-properties.ts";
import type { RandomBytes } from "../../../mail/outlook/random-bytes.ts";
import { nodeTypes, PstBlocks } from "./blocks.ts";
import { PstFolders } from "./folders.ts";
import { PstItems } from "./items.ts";
import { readPstHeader } from "./layout.ts";

const NAMES_NODE = 0x61;
const NAMES_BYTES_MAX = 16 * 1024 * 1024;
const SLICE_ITEMS = 512;
/** One more than any node's number. */
export const NODES_END = 2 ** 32;

export interface PstStore {
  readonly blocks: PstBlocks;
  readonly items: PstItems;
  readonly folders: PstFolders;
  /** The table that says what the numbers of named properties mean is damaged. */
  readonly hasBrokenNames: boolean;
}

/** Null when the header is none that is known. */
export function openPst(bytes: RandomBytes): PstStore | null {
  const header = readPstHeader(bytes);
  if (header === null) return null;
  const blocks = new PstBlocks(bytes, header);
  const { names, isBroken } = namesOf(blocks);
  const items = new PstItems(blocks, names);
  return { blocks, items, folders: new PstFolders(blocks, items), hasBrokenNames: isBroken };
}

/** Ranges of nodes with about `SLICE_ITEMS` items each; together they are all nodes. */
export function pstRanges(bytes: RandomBytes): readonly { readonly start: number; readonly end: number }[] {
  const header = readPstHeader(bytes);
  const starts = [0];
  let count = 0;
  if (header !== null) {
    for (const { number } of new PstBlocks(bytes, header).nodes(0, NODES_END)) {
      if (!isItem(number)) continue;
      // A tree out of order must not make ranges out of order.
      if (count > 0 && count % SLICE_ITEMS === 0 && number > (starts.at(-1) ?? 0)) starts.push(number);
      count += 1;
    }
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? NODES_END }));
}

export function isItem(number: number): boolean {
  const type = number & 0x1f;
  return type === nodeTypes.message || type === nodeTypes.hidden;
}

function namesOf(blocks: PstBlocks): { readonly names: ReadonlyMap<number, string>; readonly isBroken: boolean } {
  const node = blocks.node(NAMES_NODE);
  const budget = new ItemBudget(NAMES_BYTES_MAX);
  const bag = node === null ? null : new PstItems(blocks, new Map()).properties(node, budget);
  const read = (id: number) => bag?.content(id, NAMES_BYTES_MAX) ?? Buffer.alloc(0);
  const names = namedProperties({ guids: read(2), entries: read(3), strings: read(4) }, budget);
  return { names, isBroken: bag === null || budget.problems.length > 0 };
}
