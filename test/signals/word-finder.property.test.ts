import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { WordFinder } from "../../src/signals/word-finder.ts";

const piece = fc.constantFrom("a", "b", "ab", "ü", "退", "\ud83d");
const word = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 200);

describe("many words in one walk", () => {
  test("property: finds what searching for each word finds", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), text, (words, within) => {
        const expected = words.some((one) => within.includes(one));
        assert.equal(new WordFinder(words).isIn(within), expected);
      }),
      { numRuns },
    );
  });

  test("property: tests the last place of each word, once", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 8 }), text, (words, within) => {
        const places: string[] = [];
        new WordFinder(words).someLast(within, (start, end) => {
          places.push(`${start} ${within.slice(start, end)}`);
          return false;
        });
        const expected = words.filter((one) => within.includes(one)).map((one) => `${within.lastIndexOf(one)} ${one}`);
        assert.deepEqual(places.sort(), expected.sort());
      }),
      { numRuns },
    );
  });
});
