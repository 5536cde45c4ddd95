/** Forward-only bytes: a range of a file, or what comes out of unpacking one. */

/** Why bytes are missing or doubtful. Found out while reading, reported when the reading is over. */
export interface Damage {
  /** Code of the not-covered item: `truncated`, `corrupt`, `limit`, `io`, `changed`, `trailing-bytes`. */
  readonly code: string;
  /** Code of the problem at the message that the damage hit; null when no message is worse for it. */
  readonly problem: string | null;
  /** What happened, why it matters, what to do; follows the name of the file in a sentence. */
  readonly message: string;
}

export interface ByteStream {
  /**
   * Writes up to `length` bytes into `target` from `at`. 0 means the end, for ever; short reads are normal.
   * Never fails: a fault ends the stream and is named in `damages`.
   */
  read(target: Buffer, at: number, length: number): number | Promise<number>;
  /** Complete once `read` has returned 0. */
  readonly damages: readonly Damage[];
}

/** Reads until `length` bytes are there or the stream ends. */
export async function readFully(stream: ByteStream, target: Buffer, at: number, length: number): Promise<number> {
  let done = 0;
  while (done < length) {
    const count = await stream.read(target, at + done, length - done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

/** A stream whose first bytes were read already, to see what it is. */
export class PeekedStream implements ByteStream {
  readonly #head: Buffer;
  readonly #rest: ByteStream;
  #taken = 0;

  constructor(head: Buffer, rest: ByteStream) {
    this.#head = head;
    this.#rest = rest;
  }

  get damages(): readonly Damage[] {
    return this.#rest.damages;
  }

  read(target: Buffer, at: number, length: number): number | Promise<number> {
    if (this.#taken === this.#head.length) return this.#rest.read(target, at, length);
    const count = this.#head.copy(target, at, this.#taken, Math.min(this.#head.length, this.#taken + length));
    this.#taken += count;
    return count;
  }
}
