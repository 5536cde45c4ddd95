/** The text of `expected.json`: what a reader of the corpus must find. */
import type { VectorCase } from "./case.ts";

export function expectedText(all: readonly VectorCase[]): string {
  const cases = all.map(({ name, row, evasion, about, loads }) => ({
    ...{ file: `mail/${name}.eml`, row, evasion, about, loads },
  }));
  return `${JSON.stringify({ format: 1, cases }, null, 2)}\n`;
}
