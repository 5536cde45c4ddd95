/**
 * Raw deflate (RFC 1951) as a pull: packed bytes are fed in small pieces and what comes out of a piece is held until it
 * is asked for. Memory: what 8 KiB can unpack to, 8.3 MiB at deflate's best ratio of 1032.
 */
import { createInflateRaw } from "node:zlib";
import { type ByteStream, type Damage, readFully } from "../byte-stream.ts";

const PIECE_BYTES = 8 * 1024;
const OUTPUT_BYTES = 64 * 1024;

/** Packed bytes with a look ahead: members of a gzip file end where they like. */
export class PackedInput {
  readonly #stream: ByteStream;
  readonly #buffer = Buffer.allocUnsafeSlow(8 * PIECE_BYTES);
  #start = 0;
  #fill = 0;
  #position = 0;

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  get damages(): readonly Damage[] {
    return this.#stream.damages;
  }

  /** Bytes taken so far. */
  get position(): number {
    return this.#position;
  }

  /** Up to `length` (at most PIECE_BYTES) bytes without taking them; fewer only at the end. */
  async peek(length: number): Promise<Buffer> {
    if (this.#fill - this.#start < length) {
      this.#buffer.copyWithin(0, this.#start, this.#fill);
      this.#fill -= this.#start;
      this.#start = 0;
      this.#fill += await readFully(this.#stream, this.#buffer, this.#fill, this.#buffer.length - this.#fill);
    }
    return this.#buffer.subarray(this.#start, Math.min(this.#fill, this.#start + length));
  }

  skip(length: number): void {
    this.#start += length;
    this.#position += length;
  }
}

/** `more`: goes on · `end`: the deflate stream is complete · `cut`: input ended before · `corrupt`. */
export type InflateState = "more" | "end" | "cut" | "corrupt";

/**
 * One deflate stream. Leaves `input` right behind it.
 *
 * Where packed data is damaged, the engine drops what it had unpacked of the piece at hand. With `reopen`, which gives
 * the same stream from its beginning, the piece is unpacked again byte by byte, so that everything before the damage
 * comes out; without it up to 64 KiB before the damage are lost.
 */
export class Inflater {
  readonly #input: PackedInput;
  readonly #reopen: (() => ByteStream) | null;
  readonly #engine = createInflateRaw({ chunkSize: OUTPUT_BYTES });
  readonly #ready: Buffer[] = [];
  #state: InflateState = "more";
  #wake: () => void = () => {};
  #fed = 0;
  #unpacked = 0;
  /** From here on the input is fed byte by byte. */
  #carefulFrom = Number.POSITIVE_INFINITY;

  constructor(input: PackedInput, reopen: (() => ByteStream) | null) {
    this.#input = input;
    this.#reopen = reopen;
    this.#engine.on("data", (chunk: Buffer) => {
      this.#ready.push(chunk);
      this.#unpacked += chunk.length;
    });
    this.#engine.on("end", () => this.#settle("end"));
    this.#engine.on("error", (error: Error & { readonly code?: string }) =>
      this.#settle(error.code === "Z_BUF_ERROR" ? "cut" : "corrupt"),
    );
  }

  get state(): InflateState {
    return this.#state;
  }

  /** The next unpacked bytes; null at the end, then `state` tells which. The chunk is the caller's. */
  async next(): Promise<Buffer | null> {
    while (this.#ready.length === 0 && this.#state === "more") await this.#feed();
    return this.#ready.shift() ?? null;
  }

  close(): void {
    this.#engine.destroy();
  }

  async #feed(): Promise<void> {
    const length = this.#fed < this.#carefulFrom ? Math.min(PIECE_BYTES, this.#carefulFrom - this.#fed) : 1;
    const piece = await this.#input.peek(length);
    const before = this.#engine.bytesWritten;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      // The engine may look at the piece in another thread: it stays in place until the engine is done with it.
      if (piece.length > 0) this.#engine.write(piece, () => resolve());
      else this.#engine.end();
    });
    if (this.#state === "corrupt" && this.#reopen !== null) await this.#recover(this.#reopen());
    const taken = this.#engine.bytesWritten - before;
    this.#input.skip(taken);
    this.#fed += taken;
  }

  /** Adds what the damaged piece holds before the damage. */
  async #recover(stream: ByteStream): Promise<void> {
    const again = new Inflater(new PackedInput(stream), null);
    again.#carefulFrom = this.#fed;
    let known = this.#unpacked;
    for (let chunk = await again.next(); chunk !== null; chunk = await again.next()) {
      if (chunk.length > known) this.#ready.push(chunk.subarray(known));
      known = Math.max(0, known - chunk.length);
    }
    again.close();
  }

  #settle(state: InflateState): void {
    this.#state = state;
    this.#wake();
  }
}
