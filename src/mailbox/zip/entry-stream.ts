/** The unpacked bytes of one zip entry, checked against the size and checksum that its record promises. */
import { crc32 } from "node:zlib";
import type { ByteStream, Damage } from "../byte-stream.ts";
import type { ExpansionBudget } from "../expansion.ts";
import { FileStream } from "../files/open-file.ts";
import { atStart, BOMB, CHECKSUM, CORRUPT, CUT } from "../gzip/gunzip.ts";
import { Inflater, PackedInput } from "../gzip/inflate.ts";
import type { ZipBytes } from "./directory.ts";
import type { PackedEntry } from "./local-header.ts";

const DEFLATED = 8;

export class EntryStream implements ByteStream {
  readonly #entry: PackedEntry;
  readonly #budget: ExpansionBudget;
  readonly #packed: FileStream;
  readonly #inflater: Inflater | null;
  readonly #isCut: boolean;
  readonly #damages: Damage[] = [];
  #chunk: Buffer = Buffer.alloc(0);
  #crc = 0;
  #size = 0;
  #ended = false;

  /** Method 0 or 8, not encrypted. */
  constructor(bytes: ZipBytes, entry: PackedEntry, budget: ExpansionBudget) {
    this.#entry = entry;
    this.#budget = budget;
    const again = () => new FileStream(bytes, Math.min(entry.start, bytes.size), Math.min(entry.end, bytes.size));
    this.#packed = again();
    this.#isCut = entry.end > bytes.size;
    const input = new PackedInput(this.#packed);
    this.#inflater = entry.method === DEFLATED ? new Inflater(input, again) : null;
  }

  get damages(): readonly Damage[] {
    return [...this.#damages, ...this.#packed.damages];
  }

  async read(target: Buffer, at: number, length: number): Promise<number> {
    if (this.#ended) return 0;
    const count = await (this.#inflater === null
      ? this.#packed.read(target, at, length)
      : this.#inflated(target, at, length));
    if (count === 0) {
      this.#end();
      return 0;
    }
    this.#crc = crc32(target.subarray(at, at + count), this.#crc);
    this.#size += count;
    if (!this.#budget.addUnpacked(count)) this.#stop(BOMB);
    return count;
  }

  close(): void {
    this.#ended = true;
    this.#inflater?.close();
  }

  async #inflated(target: Buffer, at: number, length: number): Promise<number> {
    if (this.#chunk.length === 0) this.#chunk = (await this.#inflater?.next()) ?? Buffer.alloc(0);
    const count = this.#chunk.copy(target, at, 0, length);
    this.#chunk = this.#chunk.subarray(count);
    return count;
  }

  #end(): void {
    const state = this.#inflater?.state;
    if (this.#isCut || state === "cut") this.#stop(CUT);
    else if (state === "corrupt") this.#stop(CORRUPT);
    else this.#stop(this.#keepsPromise() ? null : CHECKSUM);
  }

  #keepsPromise(): boolean {
    const { size, crc } = this.#entry;
    return (size === null || size === this.#size) && (crc === null || crc === this.#crc);
  }

  #stop(damage: Damage | null): void {
    if (damage !== null) this.#damages.push(this.#size === 0 ? atStart(damage) : damage);
    this.close();
  }
}
