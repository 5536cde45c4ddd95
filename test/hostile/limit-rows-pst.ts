/** Limits of Outlook stores. */
import { join } from "node:path";
import { limits } from "../../src/base/limits.ts";
import { ItemBudget } from "../../src/mail/outlook/item-budget.ts";
import { memoryBytes } from "../../src/mail/outlook/random-bytes.ts";
import { PstBlocks } from "../../src/mailbox/outlook/pst/blocks.ts";
import type { PstLayout } from "../../src/mailbox/outlook/pst/layout.ts";
import { PageTree } from "../../src/mailbox/outlook/pst/page-tree.ts";
import { readAll, withFiles } from "../mailbox/mailbox-fixture.ts";
import { writePst } from "../support/pst-writer.ts";
import type { LimitCase, LimitOutcome } from "./limit-case.ts";

const layout: PstLayout = {
  ...{ form: "unicode", wordBytes: 8, pageBytes: 512, entriesBytes: 488, pageTypeAt: 496, heapIndexBits: 11 },
  ...{ blockAlign: 64, blockTrailerBytes: 16 },
};
const PAGE_TYPES = { nodes: 0x81, blocks: 0x80 } as const;

/** Entries of three words each, those of nodes in a leaf of four. */
function page(kind: keyof typeof PAGE_TYPES, level: number, entries: readonly (readonly number[])[]): Buffer {
  const bytes = Buffer.alloc(512);
  const entryBytes = kind === "nodes" && level === 0 ? 32 : 24;
  for (const [i, words] of entries.entries()) {
    for (const [j, word] of words.entries()) bytes.writeBigUInt64LE(BigInt(word), entryBytes * i + 8 * j);
  }
  bytes.set([entries.length, entries.length, entryBytes, level], 488);
  bytes.set([PAGE_TYPES[kind], PAGE_TYPES[kind]], 496);
  return bytes;
}

/** One page a level, the leaf last. */
function treeOf(levels: number): PageTree {
  const pages: Buffer[] = [Buffer.alloc(512)];
  for (let level = levels; level >= 0; level -= 1) pages.push(page("nodes", level, [[1, 0, 512 * (pages.length + 1)]]));
  return new PageTree(memoryBytes(Buffer.concat(pages)), layout, 512, "nodes");
}

/** The folder above all others (MS-PST 2.4.1). */
const ROOT = 0x122;
const LIST_MAX = 8_000;

function list(level: number, numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + 8 * numbers.length);
  bytes.set([1, level], 0);
  bytes.writeUInt16LE(numbers.length, 2);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, 8 + 8 * i);
  return bytes;
}

/** A list of lists that name one block over and over: `n` names in all. */
function blocksOf(n: number): PstBlocks {
  const lists = Math.ceil(n / (LIST_MAX + 1));
  const rest = n - lists - (lists - 1) * LIST_MAX;
  const same = (count: number) => Array.from({ length: count }, () => 4);
  const contents: readonly (readonly [number: number, bytes: Buffer])[] = [
    [4, Buffer.from("x")],
    [6, list(1, same(LIST_MAX))],
    [10, list(1, same(rest))],
    [14, list(2, [...Array.from({ length: lists - 1 }, () => 6), 10])],
  ];
  let offset = 1024;
  const entries = contents.map(([number, bytes]) => {
    offset += bytes.length;
    return [number, offset - bytes.length, bytes.length];
  });
  const file = [Buffer.alloc(512), page("blocks", 0, entries), ...contents.map(([, bytes]) => bytes)];
  return new PstBlocks(memoryBytes(Buffer.concat(file)), { layout, nodeRoot: 0, blockRoot: 512, encoding: 0 });
}

export const pstLimits: readonly LimitCase[] = [
  {
    limit: "pstTreeDepthMax",
    what: "told as pages that are broken",
    code: "broken",
    far: 200,
    read: (n) => {
      const tree = treeOf(n);
      const isThere = tree.find(1) !== null && [...tree.walk(0, 10)].length === 1;
      return { kept: isThere ? n : limits.pstTreeDepthMax, codes: tree.brokenPages > 0 ? ["broken"] : [] };
    },
  },
  {
    limit: "pstFolderDepthMax",
    what: "told in the name of the folder",
    code: "…",
    far: 300,
    read: async (n) => {
      const folders = Array.from({ length: n }, (_, i) => ({
        ...{ number: 0x8022 + 32 * i, parent: i === 0 ? ROOT : 0x8002 + 32 * i, name: `f${i}` },
      }));
      const item = { number: 0x200004, folder: 0x8002 + 32 * n, item: { properties: { 26: "IPM.Note", 55: "s" } } };
      let outcome: LimitOutcome = { kept: -1, codes: [] };
      await withFiles({ "a.pst": writePst({ folders, items: [item] }) }, async (root) => {
        const { messages } = await readAll([join(root, "a.pst")]);
        const levels = messages[0]?.location.folder.split("/").filter((level) => /^f\d+$/.test(level)) ?? [];
        outcome = { kept: levels.length, codes: messages[0]?.location.folder.includes("…") ? ["…"] : [] };
      });
      return outcome;
    },
  },
  {
    limit: "pstBlocksMax",
    code: "limit.pst-blocks",
    far: 60_000,
    read: (n) => {
      const budget = new ItemBudget(Number.POSITIVE_INFINITY);
      const read = [...blocksOf(n).data(14, budget)].length;
      return {
        kept: read + Math.ceil(limits.pstBlocksMax / (LIST_MAX + 1)),
        codes: budget.problems.map(({ code }) => code),
      };
    },
  },
];
