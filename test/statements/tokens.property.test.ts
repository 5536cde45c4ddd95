/** Tokens are told without asking the pattern where that is sure: on any text they are what the pattern finds. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { TOKEN, tokensOf } from "../../src/statements/tokens.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 2_000);

/** By the pattern alone. */
const pattern = new RegExp(TOKEN);

function matched(text: string) {
  return [...text.matchAll(pattern)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    text: word,
    lower: word.toLowerCase().replaceAll("\u2019", "'"),
  }));
}

const PIECES =
  "a Ab U.S. U. S n't don't n\u2019t 's s' x's \u2019s http://a.example/b ab:// abcdefghijk:// a_b _ 1 1st 12,000.5 3rd4 a1 1a - -- a-b a- -b & a&b . .. a.b a. .b : :// ' \u2019 é éa aé e\u0301 a\u0301 İ ı ß Ω 日本 \u2028 \u00a0 \ufeff \t \n \r\n \u0000 \u007f ( ) \" \u201c , ; ! ? @ # $ % * / = + < > [ ] ^ ` { | } ~ \ud800 😀".split(
    " ",
  );

const texts = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.constant(" "), fc.string({ unit: "binary", maxLength: 3 })))
    .map((all) => all.join("")),
  fc.string({ unit: "grapheme-ascii" }),
  fc.string({ unit: "binary" }),
);

describe("tokens", () => {
  test("are what the pattern finds, on any text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.deepEqual(tokensOf(text), matched(text));
      }),
      { numRuns },
    );
  });

  test("of a part of a text lie in the text", () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, text, behind) => {
        const whole = before + text + behind;
        const found = tokensOf(whole, before.length, before.length + text.length);
        const moved = matched(text).map((token) => ({
          ...token,
          start: token.start + before.length,
          end: token.end + before.length,
        }));
        assert.deepEqual(found, moved);
      }),
      { numRuns },
    );
  });
});
