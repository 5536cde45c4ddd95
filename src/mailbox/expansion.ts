/**
 * Guards against archives that unpack to absurd sizes (HM-140). One budget belongs to one packed file, or one entry of a
 * zip, and is shared by everything packed inside it, so that bombs inside bombs count against the outermost bytes.
 */
import { limits } from "../base/limits.ts";
import { type ByteStream, readFully } from "./byte-stream.ts";

/** Bytes of zips inside archives that may be held in memory at once, over all levels. */
export const HELD_BYTES_MAX = 64 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

export class ExpansionBudget {
  /** Packed bytes used up so far, of the outermost file. */
  #packed = 0;
  /** Bytes that came out so far, by level. */
  readonly #unpacked: number[] = Array.from({ length: limits.archiveDepthMax + 1 }, () => 0);
  #held = 0;

  addPacked(bytes: number): void {
    this.#packed += bytes;
  }

  /** False when the ratio is past every bound of real mail: then unpacking must stop. */
  addUnpacked(level: number, bytes: number): boolean {
    const total = (this.#unpacked[level] ?? 0) + bytes;
    this.#unpacked[level] = total;
    return total <= limits.archiveRatioFreeBytes || total <= this.#packed * limits.archiveRatioMax;
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
