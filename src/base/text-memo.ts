/**
 * Remembers what a pure function made of its latest texts, across documents. Nothing can be told from outside but speed:
 * the whole text is the key, and what is remembered must be immutable. Texts come as parts of a mail: a copy is kept and
 * given to the function, so that no mail stays in memory for a part of it.
 *
 * Bounded in entries and in characters by two generations of half the size: a full one takes the place of the one before
 * it, which is dropped with all that was not asked for meanwhile. So a text that is asked for again and again costs one
 * look-up, where keeping all in the order of their last use would cost three. A text longer than a quarter of the
 * characters is not remembered.
 */
import { ownText } from "./own-text.ts";

export class TextMemo<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #youngChars = 0;
  readonly #entriesMax: number;
  readonly #charsMax: number;

  constructor(entriesMax: number, charsMax: number) {
    this.#entriesMax = entriesMax;
    this.#charsMax = charsMax;
  }

  get(text: string, make: (text: string) => Value): Value {
    const known = this.#young.get(text);
    if (known !== undefined) return known;
    if (text.length > this.#charsMax / 4) return make(text);
    const older = this.#old.get(text);
    const own = ownText(text);
    const value = older ?? make(own);
    this.#add(own, value);
    return value;
  }

  #add(text: string, value: Value): void {
    if (this.#young.size >= this.#entriesMax / 2 || this.#youngChars + text.length > this.#charsMax / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngChars = 0;
    }
    this.#young.set(text, value);
    this.#youngChars += text.length;
  }
}
