/** What the rules of one pass need of one text: its folded form and which literals occur in it, each worked out once and when asked. */
import { fold } from "./fold.ts";
import type { LiteralIndex } from "./literal-index.ts";

/**
 * Texts are searched at first, which costs less than a scan and its result unless many literals are asked for: of the texts of a letter three in four
 * are asked about one or two, and of what stands in long ones half. A long one is soon scanned, since each search may go through all of it.
 */
const SEARCHES_MAX = 12;
const LONG_CHARS_MIN = 200;
const LONG_SEARCHES_MAX = 4;

export class TextFacts {
  readonly text: string;
  readonly #index: LiteralIndex;
  #folded: string | null = null;
  #found: Uint32Array | null = null;
  #searches = 0;

  constructor(text: string, index: LiteralIndex) {
    this.text = text;
    this.#index = index;
  }

  get folded(): string {
    this.#folded ??= fold(this.text);
    return this.#folded;
  }

  /** Whether the case-folded literal, of that number in the index, occurs in the folded text. */
  has(number: number, literal: string): boolean {
    if (this.#found === null) {
      const most = this.text.length < LONG_CHARS_MIN ? SEARCHES_MAX : LONG_SEARCHES_MAX;
      if (this.#searches++ < most) return this.folded.includes(literal);
      this.#found = this.#index.scan(this.folded);
    }
    if (!this.#index.isFiled(number)) return this.folded.includes(literal);
    return (((this.#found[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  }
}
