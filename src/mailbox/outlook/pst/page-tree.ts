/**
 * The trees of pages of a PST (MS-PST 2.2.2.7): entries by number. Looking up and walking end whatever the pages say: a
 * child must be one level lower than its parent, no deeper than `limits.pstTreeDepthMax`, and a walk takes each page once.
 */
import { limits } from "../../../base/limits.ts";
import { type RandomBytes, readRange } from "../../../mail/outlook/random-bytes.ts";
import { checksum, type PstLayout, readWord } from "./layout.ts";

export type TreeKind = "nodes" | "blocks";

const PAGE_TYPES: Readonly<Record<TreeKind, number>> = { nodes: 0x81, blocks: 0x80 };
const CACHED_PAGES = 64;

interface Page {
  readonly level: number;
  readonly entries: readonly Buffer[];
}

export class PageTree {
  readonly #bytes: RandomBytes;
  readonly #layout: PstLayout;
  readonly #root: number;
  readonly #kind: TreeKind;
  readonly #pages = new Map<number, Page | null>();
  /** Pages that could not be read, over all look-ups and walks. */
  readonly #broken = new Set<number>();
  readonly #doubtful = new Set<number>();

  constructor(bytes: RandomBytes, layout: PstLayout, root: number, kind: TreeKind) {
    this.#bytes = bytes;
    this.#layout = layout;
    this.#root = root;
    this.#kind = kind;
  }

  get brokenPages(): number {
    return this.#broken.size;
  }

  /** Pages that were read though their checksum is not that of their content. */
  get doubtfulPages(): number {
    return this.#doubtful.size;
  }

  /** The leaf entry with this number. */
  find(key: number): Buffer | null {
    let offset = this.#root;
    let level = limits.pstTreeDepthMax + 1;
    for (;;) {
      const page = this.#page(offset, level);
      if (page === null) return null;
      const entry = page.entries[this.#lastUpTo(page.entries, key)];
      if (entry === undefined) return null;
      if (page.level === 0) return this.#keyOf(entry) === toKey(key, this.#kind) ? entry : null;
      offset = this.#childOf(entry);
      level = page.level;
    }
  }

  /** Leaf entries with numbers in `[start, end)`, in the order of the tree. */
  *walk(start: number, end: number): Generator<Buffer> {
    const seen = new Set<number>();
    const open: { readonly offset: number; readonly below: number }[] = [
      { offset: this.#root, below: limits.pstTreeDepthMax + 1 },
    ];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next.offset)) continue;
      seen.add(next.offset);
      const page = this.#page(next.offset, next.below);
      if (page === null) continue;
      const { entries, level } = page;
      if (level === 0) {
        for (const entry of entries) {
          const key = this.#keyOf(entry);
          if (key >= start && key < end) yield entry;
        }
        continue;
      }
      for (let i = entries.length - 1; i >= 0; i -= 1) {
        const entry = entries[i] as Buffer;
        const following = entries[i + 1];
        const isAfter = this.#keyOf(entry) >= end;
        const isBefore = following !== undefined && this.#keyOf(following) <= start;
        if (!isAfter && !isBefore) open.push({ offset: this.#childOf(entry), below: level });
      }
    }
  }

  #keyOf(entry: Buffer): number {
    const key = readWord(entry, 0, this.#layout.wordBytes);
    // Node numbers have 32 bits; what stands above them is not theirs.
    return this.#kind === "nodes" ? entry.readUInt32LE(0) : toKey(key, this.#kind);
  }

  #childOf(entry: Buffer): number {
    return readWord(entry, 2 * this.#layout.wordBytes, this.#layout.wordBytes);
  }

  /** Place of the last entry whose number is no higher; -1 for none. Entries that are out of order only miss. */
  #lastUpTo(entries: readonly Buffer[], key: number): number {
    const wanted = toKey(key, this.#kind);
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#keyOf(entries[middle] as Buffer) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** MS-PST 2.2.2.7.7.2 to 2.2.2.7.7.4; those of large pages are the same. */
  #entryBytes(level: number): number {
    const { wordBytes } = this.#layout;
    return (level === 0 && this.#kind === "nodes" ? 4 : 3) * wordBytes;
  }

  /** A page of a level below `below`. */
  #page(offset: number, below: number): Page | null {
    let page = this.#pages.get(offset);
    if (page === undefined) {
      page = this.#readPage(offset);
      if (this.#pages.size >= CACHED_PAGES) this.#pages.delete(this.#pages.keys().next().value ?? 0);
    } else this.#pages.delete(offset);
    this.#pages.set(offset, page);
    if (page !== null && page.level < below) return page;
    this.#broken.add(offset);
    return null;
  }

  #readPage(offset: number): Page | null {
    const { pageBytes, entriesBytes, pageTypeAt, form, wordBytes } = this.#layout;
    if (offset <= 0) return null;
    const page = readRange(this.#bytes, offset, pageBytes);
    const type = PAGE_TYPES[this.#kind];
    if (page.length < pageBytes || page[pageTypeAt] !== type || page[pageTypeAt + 1] !== type) return null;
    const isLarge = form === "unicode-4k";
    const count = isLarge ? page.readUInt16LE(entriesBytes) : (page[entriesBytes] ?? 0);
    const entryBytes = page[entriesBytes + (isLarge ? 4 : 2)] ?? 0;
    const level = page[entriesBytes + (isLarge ? 5 : 3)] ?? 0;
    if (entryBytes !== this.#entryBytes(level) || count * entryBytes > entriesBytes) return null;
    // Of large pages no file was at hand that would show how it is reckoned.
    if (
      !isLarge &&
      page.readUInt32LE(pageTypeAt + (wordBytes === 4 ? 8 : 4)) !== checksum(page.subarray(0, pageTypeAt))
    ) {
      this.#doubtful.add(offset);
    }
    const entries: Buffer[] = [];
    for (let i = 0; i < count; i += 1) entries.push(page.subarray(i * entryBytes, (i + 1) * entryBytes));
    return { level, entries };
  }
}

/** The lowest bit of a block number says nothing. */
function toKey(key: number, kind: TreeKind): number {
  return kind === "blocks" ? key - (key % 2) : key;
}
