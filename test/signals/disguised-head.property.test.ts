/** Words with their letters apart are told by a loop: it counts the words that a pattern finds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isScattered } from "../../src/signals/disguised-head.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 1000);

function byPattern(text: string): boolean {
  const runs = [...text.slice(0, 10_000).matchAll(/[\p{L}0-9]+/gu)].map(([run]) => run);
  const words = runs.filter((run) => !/[0-9]/.test(run)).slice(0, 300);
  const single = words.filter((word) => /^[a-z]{1,2}$/i.test(word));
  return words.length >= 40 && single.length / words.length >= 0.5;
}

/** Letters of one, two and four bytes, halves of pairs, marks, digits, and what stands between words. */
const piece = fc.constantFrom(
  ...["a", "B", "zz", "word", "é", "ß", "я", "中", "\u{1d400}", "\ud835", "\udc00", "e\u0301", "\u200b", "1", "_", "'"],
);
const word = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom("a", "B", "zz") },
  { weight: 1, arbitrary: fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join("")) },
);
const text = fc
  .tuple(fc.array(word, { minLength: 30, maxLength: 120 }), fc.constantFrom(" ", "  ", "\n", "-", "1"), fc.nat(12_000))
  .map(([words, between, chars]) => words.join(between).repeat(8).slice(0, chars));

test("the loop and the pattern say the same", () => {
  const seen = { scattered: 0, not: 0 };
  fc.assert(
    fc.property(text, (shown) => {
      const wanted = byPattern(shown);
      seen[wanted ? "scattered" : "not"] += 1;
      assert.equal(isScattered(shown), wanted);
    }),
    { numRuns: RUNS },
  );
  assert.ok(Math.min(seen.scattered, seen.not) > RUNS / 20, JSON.stringify(seen));
});
