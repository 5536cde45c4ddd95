/**
 * Gzip (RFC 1952) as a stream: any number of members, each with its checksum tested, padding and trailing bytes told
 * apart (HM-234). Everything before a damage comes out.
 */
import { crc32 } from "node:zlib";
import { limits } from "../../base/limits.ts";
import type { ByteStream, Damage } from "../byte-stream.ts";
import type { ExpansionBudget } from "../expansion.ts";
import { Inflater, PackedInput } from "./inflate.ts";

const FIXED_HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
/** File name and comment fields of a header; longer ones are damage, not names. */
const NAME_BYTES_MAX = 4096;
const FLAG_CRC = 0x02;
const FLAG_EXTRA = 0x04;
const FLAG_NAME = 0x08;
const FLAG_COMMENT = 0x10;

/** The packed stream once more, from an offset. */
export type Reopen = (position: number) => ByteStream;

export class GunzipStream implements ByteStream {
  readonly #input: PackedInput;
  readonly #budget: ExpansionBudget;
  readonly #reopen: Reopen | null;
  readonly #damages: Damage[] = [];
  #inflater: Inflater | null = null;
  #members = 0;
  #crc = 0;
  #memberBytes = 0;
  /** Nothing came out so far. */
  #isEmpty = true;
  #chunk: Buffer = Buffer.alloc(0);
  #ended = false;

  /** `reopen` gives the stream again from an offset, where that can be done: then nothing before a damage is lost. */
  constructor(stream: ByteStream, budget: ExpansionBudget, reopen: Reopen | null) {
    this.#input = new PackedInput(stream);
    this.#budget = budget;
    this.#reopen = reopen;
  }

  get damages(): readonly Damage[] {
    return [...this.#damages, ...this.#input.damages];
  }

  async read(target: Buffer, at: number, length: number): Promise<number> {
    while (this.#chunk.length === 0) {
      if (this.#ended) return 0;
      await this.#step();
    }
    const count = this.#chunk.copy(target, at, 0, length);
    this.#chunk = this.#chunk.subarray(count);
    return count;
  }

  /** Must be called when the stream is left before its end. */
  close(): void {
    this.#ended = true;
    this.#inflater?.close();
    this.#inflater = null;
  }

  async #step(): Promise<void> {
    if (this.#inflater === null) return this.#begin();
    const chunk = await this.#inflater.next();
    if (chunk === null) return this.#endMember(this.#inflater);
    this.#crc = crc32(chunk, this.#crc);
    this.#memberBytes += chunk.length;
    this.#isEmpty = false;
    this.#chunk = chunk;
    if (!this.#budget.addUnpacked(chunk.length)) this.#stop(BOMB);
  }

  async #begin(): Promise<void> {
    const magic = await this.#input.peek(2);
    if (magic.length === 0) return this.#stop(this.#members === 0 ? CUT : null);
    if (magic[0] !== 0x1f || magic[1] !== 0x8b) return this.#stop(await this.#afterLastMember());
    if (!(await this.#skipHeader())) return this.#stop(CUT);
    this.#members += 1;
    if (!this.#budget.addOpening()) return this.#stop(BOMB);
    this.#crc = 0;
    this.#memberBytes = 0;
    const { position } = this.#input;
    const reopen = this.#reopen;
    this.#inflater = new Inflater(this.#input, reopen === null ? null : () => reopen(position));
  }

  /** Zero bytes are padding of tapes and tools; anything else is said. */
  async #afterLastMember(): Promise<Damage | null> {
    for (;;) {
      const piece = await this.#input.peek(4096);
      if (piece.length === 0) return null;
      if (piece.some((byte) => byte !== 0)) return TRAILING;
      this.#input.skip(piece.length);
    }
  }

  async #skipHeader(): Promise<boolean> {
    const fixed = await this.#input.peek(FIXED_HEADER_BYTES);
    const flags = fixed[3] ?? 0;
    if (fixed.length < FIXED_HEADER_BYTES) return false;
    this.#input.skip(FIXED_HEADER_BYTES);
    if (flags & FLAG_EXTRA && !(await this.#skipExtra())) return false;
    if (flags & FLAG_NAME && !(await this.#skipText())) return false;
    if (flags & FLAG_COMMENT && !(await this.#skipText())) return false;
    return (flags & FLAG_CRC) === 0 || this.#skipExactly(2);
  }

  async #skipExtra(): Promise<boolean> {
    const length = await this.#input.peek(2);
    if (length.length < 2) return false;
    this.#input.skip(2);
    let left = length.readUInt16LE(0);
    while (left > 0) {
      const count = (await this.#input.peek(Math.min(left, 4096))).length;
      if (count === 0) return false;
      this.#input.skip(count);
      left -= count;
    }
    return true;
  }

  async #skipText(): Promise<boolean> {
    const end = (await this.#input.peek(NAME_BYTES_MAX)).indexOf(0);
    if (end < 0) return false;
    this.#input.skip(end + 1);
    return true;
  }

  async #skipExactly(length: number): Promise<boolean> {
    const count = (await this.#input.peek(length)).length;
    this.#input.skip(count);
    return count === length;
  }

  async #endMember(inflater: Inflater): Promise<void> {
    inflater.close();
    this.#inflater = null;
    if (inflater.state === "cut") return this.#stop(CUT);
    if (inflater.state === "corrupt") return this.#stop(CORRUPT);
    const trailer = Buffer.from(await this.#input.peek(TRAILER_BYTES));
    this.#input.skip(trailer.length);
    if (trailer.length < TRAILER_BYTES) return this.#stop(CUT);
    const fits = trailer.readUInt32LE(0) === this.#crc && trailer.readUInt32LE(4) === this.#memberBytes % 2 ** 32;
    if (!fits && !this.#damages.includes(CHECKSUM)) this.#damages.push(CHECKSUM);
  }

  #stop(damage: Damage | null): void {
    if (damage !== null) this.#damages.push(this.#isEmpty ? atStart(damage) : damage);
    this.close();
  }
}

export const CUT: Damage = {
  code: "truncated",
  problem: "source.truncated",
  message:
    "ends before its packed data is complete; everything before was read, what came after is missing. Look for a whole copy of the file.",
};

export const CORRUPT: Damage = {
  code: "corrupt",
  problem: "source.truncated",
  message:
    "has damaged packed data; what came before the damage was read, the rest cannot be unpacked. Look for a sound copy of the file.",
};

/** The same for a stream of which nothing came out. */
export function atStart(damage: Damage): Damage {
  const message = AT_START.get(damage);
  return message === undefined ? damage : { ...damage, message };
}

const AT_START: ReadonlyMap<Damage, string> = new Map([
  [
    CUT,
    "ends before anything could be unpacked, so nothing of it was read. If mail should be in it, look for a whole copy of the file.",
  ],
  [
    CORRUPT,
    "has damaged packed data from its very beginning, so nothing of it was read. If mail should be in it, look for a sound copy of the file.",
  ],
]);

export const CHECKSUM: Damage = {
  code: "corrupt",
  problem: "source.corrupt",
  message:
    "does not fit its own checksum: it was read to the end, but some bytes may be wrong. Compare with another copy of the file.",
};

export const BOMB: Damage = {
  code: "limit",
  problem: "limit.archive-ratio",
  message: `was not unpacked to its end: what the whole file unpacks to is far more than mail ever is (over ${limits.archiveRatioMax} times its size). What came before was read. If it is real mail, unpack it yourself and scan the result.`,
};

const TRAILING: Damage = {
  code: "trailing-bytes",
  problem: null,
  message:
    "has bytes behind its packed data that are no gzip; they were not read. If mail is missing, look at the end of the file.",
};
