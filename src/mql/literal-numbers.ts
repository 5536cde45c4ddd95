/** The literals that compiled rules look for in texts, numbered while they are compiled; then made into one index. */
import { LiteralIndex } from "./literal-index.ts";

export class LiteralNumbers {
  readonly #numbers = new Map<string, number>();

  /** Of a case-folded literal. */
  numberOf(literal: string): number {
    let number = this.#numbers.get(literal);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(literal, number);
    }
    return number;
  }

  get size(): number {
    return this.#numbers.size;
  }

  index(): LiteralIndex {
    return new LiteralIndex([...this.#numbers.keys()]);
  }
}
