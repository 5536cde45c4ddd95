/** Globs: table, and against a brute force. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { matchesGlob, parseGlob } from "../../src/mql/glob.ts";

/** By definition: a star takes any number of code points, one after the other. */
function brute(text: readonly string[], glob: readonly string[]): boolean {
  const [first, ...rest] = glob;
  if (first === undefined) return text.length === 0;
  if (first === "*") return brute(text, rest) || (text.length > 0 && brute(text.slice(1), glob));
  return text.length > 0 && (first === "?" || first === text[0]) && brute(text.slice(1), rest);
}

describe("globs", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, glob: string, fits: boolean])[] = [
    ["", "", true],
    ["", "*", true],
    ["a", "", false],
    ["a\nb", "a*b", true],
    ["a\nb", "a?b", true],
    ["[x]", "[x]", true],
    ["x", "[x]", false],
    ["\\", "\\", true],
    ["\u{1f4e7}", "?", true],
    ["\u{1f4e7}", "??", false],
    ["a\u{1f4e7}", "*?", true],
    ["aa", "a*a*a", false],
    ["ab", "*b*", true],
  ];
  for (const [text, glob, fits] of cases) {
    test(`${JSON.stringify(text)} like ${JSON.stringify(glob)}: ${fits}`, () => {
      assert.equal(matchesGlob(text, parseGlob(glob)), fits);
    });
  }

  test("agrees with the definition", () => {
    const letter = fc.constantFrom("a", "b", "\u{1f4e7}");
    fc.assert(
      fc.property(
        fc.array(letter, { maxLength: 8 }),
        fc.array(fc.oneof(letter, fc.constantFrom("*", "?")), { maxLength: 7 }),
        (text, glob) => {
          assert.equal(matchesGlob(text.join(""), parseGlob(glob.join(""))), brute(text, glob));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("many stars cost no more than the text is long", () => {
    assert.equal(matchesGlob("a".repeat(200_000), parseGlob("*a".repeat(1000).concat("b"))), false);
  });
});
