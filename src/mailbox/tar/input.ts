/** The bytes of a tar in order: blocks, entries, and what is passed over. Memory: one block and a scratch of 64 KiB. */
import { type ByteStream, type Damage, readFully } from "../byte-stream.ts";
import { CUT } from "../gzip/gunzip.ts";
import { BLOCK_BYTES, hasTarMagic, isTarHeader, isZeroBlock } from "./header.ts";

const SCRATCH_BYTES = 64 * 1024;

export class TarInput {
  readonly #stream: ByteStream;
  readonly #scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  /** Bytes that were read and given back. */
  #returned: Buffer = Buffer.alloc(0);
  #position = 0;
  #ended = false;

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  /** Offset of the next byte. */
  get position(): number {
    return this.#position;
  }

  get damages(): readonly Damage[] {
    return this.#stream.damages;
  }

  /** The stream ended: there is nothing more. */
  get ended(): boolean {
    return this.#ended;
  }

  async read(target: Buffer, at: number, length: number): Promise<number> {
    const wanted = Math.max(0, length);
    if (this.#returned.length > 0) {
      const count = this.#returned.copy(target, at, 0, wanted);
      this.#returned = this.#returned.subarray(count);
      this.#position += count;
      return count;
    }
    const count = wanted === 0 ? 0 : await this.#stream.read(target, at, wanted);
    if (count === 0 && wanted > 0) this.#ended = true;
    this.#position += count;
    return count;
  }

  /** A block of its own memory; shorter only at the end. */
  async block(): Promise<Buffer> {
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    const count = await readFully({ read: (...place) => this.read(...place), damages: [] }, block, 0, BLOCK_BYTES);
    return block.subarray(0, count);
  }

  /** The block is the next to be read again. */
  giveBack(block: Buffer): void {
    this.#returned = Buffer.concat([block, this.#returned]);
    this.#position -= block.length;
  }

  /** Bytes that were there. */
  async skip(length: number): Promise<number> {
    let done = 0;
    while (done < length) {
      const count = await this.read(this.#scratch, 0, Math.min(SCRATCH_BYTES, length - done));
      if (count === 0) break;
      done += count;
    }
    return done;
  }
}

export interface EntryExtent {
  /** As the header says. */
  readonly size: number;
  /**
   * The size cannot be true, so the entry ends where the next header or a block of zeros stands: nothing behind it is
   * swallowed.
   */
  readonly isDoubtful: boolean;
}

/** The data of one entry. Must be finished before the next block is read. */
export class TarEntryStream implements ByteStream {
  readonly #input: TarInput;
  readonly #isDoubtful: boolean;
  readonly #padding: number;
  readonly #damages: Damage[] = [];
  #left: number;
  #isCut = false;
  /** Of a doubtful entry: what is left of the block that was looked at. */
  #chunk: Buffer = Buffer.alloc(0);

  constructor(input: TarInput, { size, isDoubtful }: EntryExtent) {
    this.#input = input;
    this.#left = size;
    this.#isDoubtful = isDoubtful;
    this.#padding = (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
    if (isDoubtful) this.#damages.push(BAD_SIZE);
  }

  get damages(): readonly Damage[] {
    return this.#damages;
  }

  /** The tar ended inside, and `damages` says so. */
  get isCut(): boolean {
    return this.#isCut;
  }

  async read(target: Buffer, at: number, length: number): Promise<number> {
    if (this.#left === 0) return 0;
    if (this.#isDoubtful) return this.#readDoubtful(target, at, length);
    const count = await this.#input.read(target, at, Math.min(length, this.#left));
    this.#left -= count;
    if (count === 0 && length > 0) this.#endEarly();
    return count;
  }

  /** Passes over what nobody read, up to the next header. */
  async finish(): Promise<void> {
    if (this.#isDoubtful) {
      const scratch = Buffer.allocUnsafe(BLOCK_BYTES);
      while ((await this.read(scratch, 0, scratch.length)) > 0);
    } else if (!this.#input.ended) await this.#input.skip(this.#left + this.#padding);
    this.#left = 0;
  }

  async #readDoubtful(target: Buffer, at: number, length: number): Promise<number> {
    if (this.#chunk.length === 0) {
      const block = await this.#input.block();
      if (endsEntry(block)) {
        this.#input.giveBack(block);
        this.#left = 0;
        return 0;
      }
      this.#chunk = block;
    }
    const count = this.#chunk.copy(target, at, 0, length);
    this.#chunk = this.#chunk.subarray(count);
    return count;
  }

  #endEarly(): void {
    this.#left = 0;
    this.#isCut = true;
    const { damages } = this.#input;
    this.#damages.push(...(damages.length > 0 ? damages : [CUT]));
  }
}

function endsEntry(block: Buffer): boolean {
  return block.length === 0 || isZeroBlock(block) || (hasTarMagic(block) && isTarHeader(block));
}

const BAD_SIZE: Damage = {
  code: "corrupt",
  problem: "source.corrupt",
  message:
    "has a header with a size that cannot be true; it was read up to the next header. Look for a sound copy of the archive.",
};
