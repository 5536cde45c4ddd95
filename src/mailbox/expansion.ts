/**
 * Guards against archives that unpack to absurd sizes (HM-140).
 *
 * One budget belongs to one outermost file on disk and is charged with everything that comes out at every level, so
 * that bombs inside bombs, and many small bombs side by side, count against the bytes on disk; what is inside never
 * earns anything. Slices of one zip are read by different workers that know nothing of each other: each has a budget for
 * its share, the bytes on disk of its own entries (`bytesOnDisk` of the zip's index), and the same share of the free
 * allowance. Shares of all slices add up to the file, so their budgets add up to what the file would have as a whole.
 */
import { limits } from "../base/limits.ts";
import { type ByteStream, readFully } from "./byte-stream.ts";

/** Bytes of zips inside archives that may be held in memory at once, over all levels. */
export const HELD_BYTES_MAX = 64 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Charged for each entry of a zip or tar and each member of a gzip or zstd, at every level, since opening one takes time even when
 * nothing comes out: so the budget bounds their number over all levels too. Real ones take 20 bytes on disk at least.
 */
const OPENING_BYTES = 4 * 1024;
/** Honest mail packs up to about so well: an entry of the outermost zip may come to that although the budget is spent. */
const RESERVE_RATIO = 100;

export class ExpansionBudget {
  /** Bytes that may come out in all. */
  readonly #allowance: number;
  #unpacked = 0;
  /** Bytes on disk that no entry has a reserve for yet. */
  #unreserved: number;
  /** Of the entry of the outermost zip or tar that is read. */
  #entryReserve = 0;
  #entryUnpacked = 0;
  #held = 0;

  /** `share`: what part of its outermost file the bytes on disk are, from 0 to 1. */
  constructor(bytesOnDisk: number, share = 1) {
    this.#allowance = Math.max(limits.archiveRatioFreeBytes * share, limits.archiveRatioMax * bytesOnDisk);
    this.#unreserved = bytesOnDisk;
  }

  /**
   * The next entry of the outermost zip or tar. A bomb in front must not hide honest mail behind it: each entry has a small
   * reserve for its own bytes on disk. No byte earns two reserves, so the reserves stay a tenth of the whole.
   */
  beginEntry(bytesOnDisk: number): void {
    const reserved = Math.min(bytesOnDisk, this.#unreserved);
    this.#unreserved -= reserved;
    this.#entryReserve = reserved * RESERVE_RATIO;
    this.#entryUnpacked = 0;
  }

  /** True when more came out than of any real mail: then unpacking must stop. */
  get isSpent(): boolean {
    return this.#unpacked > this.#allowance && this.#entryUnpacked > this.#entryReserve;
  }

  /** Bytes that may still come out. */
  get bytesLeft(): number {
    return Math.max(this.#allowance - this.#unpacked, this.#entryReserve - this.#entryUnpacked, 0);
  }

  /** Entries of a zip inside that can still be paid for. */
  get entriesLeft(): number {
    return Math.ceil(this.bytesLeft / OPENING_BYTES);
  }

  /** False when the budget is spent. */
  addUnpacked(bytes: number): boolean {
    this.#unpacked += bytes;
    this.#entryUnpacked += bytes;
    return !this.isSpent;
  }

  /** For an entry or member that is opened; false when the budget is spent. */
  addOpening(): boolean {
    return this.addUnpacked(OPENING_BYTES);
  }

  /** Room for `bytes` of a zip inside the archive; false when there is not so much left. */
  hold(bytes: number): boolean {
    if (this.#held + bytes > HELD_BYTES_MAX) return false;
    this.#held += bytes;
    return true;
  }

  release(bytes: number): void {
    this.#held -= bytes;
  }
}

/** A zip that came out of an archive: its directory stands at the end, so it is held whole. */
export class HeldBytes {
  readonly #budget: ExpansionBudget;
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor(budget: ExpansionBudget) {
    this.#budget = budget;
  }

  get size(): number {
    return this.#size;
  }

  /** False when it does not fit. */
  async fillFrom(stream: ByteStream): Promise<boolean> {
    while (this.#budget.hold(CHUNK_BYTES)) {
      const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
      this.#chunks.push(chunk);
      const count = await readFully(stream, chunk, 0, CHUNK_BYTES);
      this.#size += count;
      if (count < CHUNK_BYTES) return true;
    }
    return false;
  }

  read(target: Buffer, at: number, length: number, position: number): number {
    const within = position % CHUNK_BYTES;
    const end = Math.min(CHUNK_BYTES, within + length, within + this.#size - position);
    const chunk = this.#chunks[Math.floor(position / CHUNK_BYTES)];
    return chunk === undefined || end <= within ? 0 : chunk.copy(target, at, within, end);
  }

  release(): void {
    this.#budget.release(this.#chunks.length * CHUNK_BYTES);
    this.#chunks.length = 0;
  }
}
