/**
 * Zstandard (RFC 8878) as a stream: any number of frames, skippable ones between them, padding and trailing bytes told apart
 * (HM-234). Frames are walked block by block here, so that no engine is fed more than one block (128 KiB unpacked at most)
 * and the window is known before any memory is taken for it. Everything before a damage comes out.
 */
import { constants, createZstdDecompress, type ZstdDecompress } from "node:zlib";
import { limits } from "../../base/limits.ts";
import type { ByteStream, Damage } from "../byte-stream.ts";
import type { ExpansionBudget } from "../expansion.ts";
import { atStart, BOMB, CHECKSUM, CORRUPT, CUT } from "../gzip/gunzip.ts";
import { PackedInput } from "../gzip/inflate.ts";

const MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
const BLOCK_BYTES_MAX = 128 * 1024;
const PIECE_BYTES = 8 * 1024;

type Step = "header" | "block" | "data" | "checksum" | "end";

export class UnzstdStream implements ByteStream {
  readonly #input: PackedInput;
  readonly #budget: ExpansionBudget;
  readonly #damages: Damage[] = [];
  #engine: FrameEngine | null = null;
  #step: Step = "header";
  #frames = 0;
  /** Bytes of the block that were not fed yet. */
  #blockLeft = 0;
  #isLastBlock = false;
  #hasChecksum = false;
  #isEmpty = true;
  #chunk: Buffer = Buffer.alloc(0);

  constructor(stream: ByteStream, budget: ExpansionBudget) {
    this.#input = new PackedInput(stream);
    this.#budget = budget;
  }

  get damages(): readonly Damage[] {
    return [...this.#damages, ...this.#input.damages];
  }

  async read(target: Buffer, at: number, length: number): Promise<number> {
    while (this.#chunk.length === 0) {
      const ready = this.#engine?.take() ?? null;
      if (ready !== null) this.#accept(ready);
      else if (this.#step === "end") return 0;
      else await this.#advance();
    }
    const count = this.#chunk.copy(target, at, 0, length);
    this.#chunk = this.#chunk.subarray(count);
    return count;
  }

  /** Must be called when the stream is left before its end. */
  close(): void {
    this.#step = "end";
    this.#engine?.close();
    this.#engine = null;
  }

  #accept(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#isEmpty = false;
    if (!this.#budget.addUnpacked(chunk.length)) this.#stop(BOMB);
  }

  #advance(): Promise<void> {
    switch (this.#step) {
      case "block":
        return this.#beginBlock();
      case "data":
        return this.#feedBlock();
      case "checksum":
        return this.#endFrame();
      default:
        return this.#beginFrame();
    }
  }

  async #beginFrame(): Promise<void> {
    const magic = await this.#input.peek(4);
    if (magic.length < 4 && this.#frames === 0) return this.#stop(CUT);
    if (magic.length === 0) return this.#stop(null);
    const word = magic.length === 4 ? magic.readUInt32LE(0) : 0;
    this.#frames += 1;
    if ((word & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) return this.#skipFrame();
    if (word !== MAGIC) return this.#stop(await this.#afterLastFrame());
    if (!this.#budget.addOpening()) return this.#stop(BOMB);
    const header = parseFrameHeader(await this.#input.peek(18));
    if (typeof header === "string") return this.#stop(HEADER_DAMAGE[header]);
    this.#hasChecksum = header.hasChecksum;
    this.#engine ??= new FrameEngine();
    await this.#feed(header.bytes);
    if (this.#step !== "end") this.#step = "block";
  }

  async #skipFrame(): Promise<void> {
    const head = await this.#input.peek(8);
    if (head.length < 8) return this.#stop(CUT);
    if (!this.#budget.addOpening()) return this.#stop(BOMB);
    let left = head.readUInt32LE(4);
    this.#input.skip(8);
    while (left > 0) {
      const count = (await this.#input.peek(Math.min(left, PIECE_BYTES))).length;
      if (count === 0) return this.#stop(CUT);
      this.#input.skip(count);
      left -= count;
    }
  }

  async #beginBlock(): Promise<void> {
    const head = await this.#input.peek(3);
    if (head.length < 3) return this.#stop(CUT);
    const word = head.readUIntLE(0, 3);
    const type = (word >> 1) & 3;
    const size = word >>> 3;
    if (type === 3 || size > BLOCK_BYTES_MAX) return this.#stop(CORRUPT);
    this.#isLastBlock = (word & 1) === 1;
    this.#blockLeft = type === 1 ? 1 : size;
    await this.#feed(3);
    if (this.#step !== "end") this.#step = "data";
  }

  async #feedBlock(): Promise<void> {
    if (this.#blockLeft > 0) {
      const count = (await this.#input.peek(Math.min(this.#blockLeft, PIECE_BYTES))).length;
      if (count === 0) return this.#stop(CUT);
      this.#blockLeft -= count;
      await this.#feed(count);
    }
    if (this.#blockLeft === 0 && this.#step !== "end") this.#step = this.#isLastBlock ? "checksum" : "block";
  }

  async #endFrame(): Promise<void> {
    if (this.#hasChecksum) {
      if ((await this.#input.peek(4)).length < 4) return this.#stop(CUT);
      await this.#feed(4);
    }
    if (this.#step !== "end") this.#step = "header";
  }

  /** Hands the next bytes of the input to the engine. */
  async #feed(length: number): Promise<void> {
    const state = await this.#engine?.feed(await this.#input.peek(length));
    this.#input.skip(length);
    if (state === "more" || state === undefined) return;
    if (state === "corrupt") return this.#stopAfterReady(CORRUPT);
    // All of the frame came out, and its bytes do not fit: the next one may.
    if (!this.#damages.includes(CHECKSUM)) this.#damages.push(CHECKSUM);
    this.#engine?.close();
    this.#engine = null;
    this.#step = "header";
  }

  /** The engine's last output still comes. */
  #stopAfterReady(damage: Damage): void {
    this.#damages.push(this.#isEmpty && this.#engine?.isDry !== false ? atStart(damage) : damage);
    this.#step = "end";
    this.#engine?.stop();
  }

  async #afterLastFrame(): Promise<Damage | null> {
    if (this.#frames === 1) return CORRUPT;
    for (;;) {
      const piece = await this.#input.peek(4096);
      if (piece.length === 0) return null;
      if (piece.some((byte) => byte !== 0)) return TRAILING;
      this.#input.skip(piece.length);
    }
  }

  #stop(damage: Damage | null): void {
    if (damage !== null) this.#damages.push(this.#isEmpty ? atStart(damage) : damage);
    this.close();
  }
}

interface FrameHeader {
  readonly bytes: number;
  readonly hasChecksum: boolean;
}

/** RFC 8878 3.1.1.1. `head` begins with the magic number; 18 bytes are the longest header. */
export function parseFrameHeader(head: Buffer): FrameHeader | "cut" | "corrupt" | "window" | "dictionary" {
  const descriptor = head[4];
  if (descriptor === undefined) return "cut";
  const isSingle = (descriptor & 0x20) !== 0;
  if ((descriptor & 0x08) !== 0) return "corrupt";
  const idBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const sizeAt = 5 + (isSingle ? 0 : 1) + idBytes;
  const bytes = sizeAt + sizeBytes;
  if (head.length < bytes) return "cut";
  if (idBytes > 0 && head.readUIntLE(sizeAt - idBytes, idBytes) !== 0) return "dictionary";
  const window = isSingle ? contentSize(head, sizeAt, sizeBytes) : windowSize(head[5] ?? 0);
  return window > limits.zstdWindowBytesMax ? "window" : { bytes, hasChecksum: (descriptor & 0x04) !== 0 };
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

/** Beyond 2^53 it is not exact, and too large all the same. */
function contentSize(head: Buffer, at: number, length: number): number {
  if (length === 8) return Number(head.readBigUInt64LE(at));
  return head.readUIntLE(at, length) + (length === 2 ? 256 : 0);
}

/** The decoder behind a pull. Its output is held until it is taken: one block's at most. */
class FrameEngine {
  readonly #engine: ZstdDecompress;
  readonly #ready: Buffer[] = [];
  #state: "more" | "corrupt" | "checksum" = "more";
  #wake: () => void = () => {};

  constructor() {
    const windowLog = Math.log2(limits.zstdWindowBytesMax);
    this.#engine = createZstdDecompress({
      chunkSize: 64 * 1024,
      params: { [constants.ZSTD_d_windowLogMax]: windowLog },
    });
    this.#engine.on("data", (chunk: Buffer) => this.#ready.push(chunk));
    this.#engine.on("error", (error: Error & { readonly code?: string }) => {
      this.#state = error.code === "ZSTD_error_checksum_wrong" ? "checksum" : "corrupt";
      this.#wake();
    });
  }

  get isDry(): boolean {
    return this.#ready.length === 0;
  }

  take(): Buffer | null {
    return this.#ready.shift() ?? null;
  }

  async feed(piece: Buffer): Promise<"more" | "corrupt" | "checksum"> {
    if (this.#state !== "more") return this.#state;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      // The engine may look at the piece in another thread: it stays in place until the engine is done with it.
      this.#engine.write(piece, () => resolve());
    });
    return this.#state;
  }

  /** Takes no more; what is ready can still be taken. */
  stop(): void {
    this.#engine.destroy();
  }

  close(): void {
    this.#ready.length = 0;
    this.stop();
  }
}

const TRAILING: Damage = {
  code: "trailing-bytes",
  problem: null,
  message:
    "has bytes behind its packed data that are no zstd; they were not read. If mail is missing, look at the end of the file.",
};

const HEADER_DAMAGE: Readonly<Record<"cut" | "corrupt" | "window" | "dictionary", Damage>> = {
  cut: CUT,
  corrupt: CORRUPT,
  window: {
    code: "limit",
    problem: "limit.zstd-window",
    message: `asks for more than ${limits.zstdWindowBytesMax >> 20} MiB of memory to be unpacked, so it was not read from there on. If it is real mail, unpack it yourself (zstd -d --long=31) and scan the result.`,
  },
  dictionary: {
    code: "unsupported-method",
    problem: "source.truncated",
    message:
      "is packed with a dictionary that is not part of it, so it was not read from there on. Unpack it with that dictionary and scan the result.",
  },
};
