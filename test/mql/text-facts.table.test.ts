/** What is known of a text: the same of a short and a long one, however many literals are asked for, and in whatever order. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LiteralIndex } from "../../src/mql/literal-index.ts";
import { TextFacts } from "../../src/mql/text-facts.ts";

describe("literals of a text", () => {
  const literals = Array.from({ length: 40 }, (_, n) => `word${n}!`);
  const index = new LiteralIndex(literals);
  const there = literals.filter((_, n) => n % 3 === 0);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [asked: number, chars: number])[] = [
    [1, 150], [4, 150], [5, 150], [12, 150], [13, 150], [40, 150],
    [1, 900], [4, 900], [5, 900], [12, 900], [13, 900], [40, 900],
  ];
  for (const [asked, chars] of cases) {
    test(`${asked} asked of ${chars} characters`, () => {
      const facts = new TextFacts(there.join(" ").toUpperCase().padEnd(chars), index);
      assert.equal(facts.text.length, chars);
      const found = literals.slice(0, asked).filter((literal, number) => facts.has(number, literal));
      assert.deepEqual(
        found,
        there.filter((literal) => literals.indexOf(literal) < asked),
      );
    });
  }
});
