/**
 * Remembers what a pure function made of its latest texts, across documents. Nothing can be told from outside but speed:
 * the whole text is the key, and what is remembered must be immutable. Bounded in entries and in characters; the one that
 * was asked for longest ago goes first. A text longer than a quarter of the characters is not remembered. Texts come as
 * parts of a mail: a copy is kept and given to the function, so that no mail stays in memory for a part of it.
 */
import { ownText } from "./own-text.ts";

export class TextMemo<Value> {
  readonly #known = new Map<string, Value>();
  readonly #entriesMax: number;
  readonly #charsMax: number;
  #chars = 0;

  constructor(entriesMax: number, charsMax: number) {
    this.#entriesMax = entriesMax;
    this.#charsMax = charsMax;
  }

  get(text: string, make: (text: string) => Value): Value {
    const known = this.#known.get(text);
    if (known !== undefined) {
      this.#known.delete(text);
      this.#known.set(text, known);
      return known;
    }
    if (text.length > this.#charsMax / 4) return make(text);
    const copy = ownText(text);
    const value = make(copy);
    this.#add(copy, value);
    return value;
  }

  #add(text: string, value: Value): void {
    this.#known.set(text, value);
    this.#chars += text.length;
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#entriesMax && this.#chars <= this.#charsMax) return;
      this.#known.delete(oldest);
      this.#chars -= oldest.length;
    }
  }
}
