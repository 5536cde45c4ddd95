/**
 * Many texts that are alike, such as JSON of one shape, kept compressed: they are deflated (RFC 1951) in blocks, which leaves about a tenth
 * of them. Quick to read in the order of coming; each other text costs inflating its block. Pure.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Deflate looks back 32 KiB, so that larger blocks leave hardly less. */
const BLOCK_CHARS = 1 << 16;

export class TextPool {
  readonly #blocks: Uint8Array[] = [];
  /** Text → its block: `blockOf[n]` is the number of the first text of block `n`. */
  readonly #firsts: number[] = [];
  #open: string[] = [];
  #openChars = 0;
  #size = 0;
  #inflated: { readonly block: number; readonly texts: readonly string[] } | null = null;

  /** Bytes that the finished blocks take. */
  get bytes(): number {
    return this.#blocks.reduce((sum, { length }) => sum + length, 0);
  }

  /** Returns the number of the text: 0, 1, 2 … `text` is JSON or another text without U+0000. */
  add(text: string): number {
    if (this.#open.length === 0) this.#firsts.push(this.#size);
    this.#open.push(text);
    this.#openChars += text.length;
    this.#size += 1;
    if (this.#openChars >= BLOCK_CHARS) this.#close();
    return this.#size - 1;
  }

  /** Undefined for a number that `add` did not return. */
  at(number: number): string | undefined {
    const block = this.#blockOf(number);
    return this.#textsOf(block)[number - (this.#firsts[block] ?? 0)];
  }

  #close(): void {
    // Copied, since zlib gives a slice of a buffer that is larger.
    this.#blocks.push(new Uint8Array(deflateRawSync(this.#open.join(SEPARATOR), { level: 1 })));
    this.#open = [];
    this.#openChars = 0;
  }

  #textsOf(block: number): readonly string[] {
    const bytes = this.#blocks[block];
    if (bytes === undefined) return this.#open;
    if (this.#inflated?.block !== block) {
      this.#inflated = { block, texts: inflateRawSync(bytes).toString("utf8").split(SEPARATOR) };
    }
    return this.#inflated.texts;
  }

  /** The last block that begins at or before the text. */
  #blockOf(number: number): number {
    let [low, high] = [0, this.#firsts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#firsts[middle] ?? 0) <= number) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** JSON writes it as an escape. */
const SEPARATOR = "\0";
