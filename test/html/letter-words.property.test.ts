import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countLetterWords } from "../../src/html/letter-words.ts";

/** Letters of one byte and of more, marks, halves of characters; nothing that is markup. */
const texts = fc
  .array(fc.constantFrom("a", "b", "Z", "é", "中", "😀", "𝒜", "\ud835", "\u0301", " ", "\n", "1", "'", "-", "\u00a0"), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(""));

function countedPlainly(text: string): number {
  return text.match(/\p{L}{3,}/gu)?.length ?? 0;
}

test("words are runs of three letters and more, in any script", () => {
  fc.assert(fc.property(texts, (text) => assert.equal(countLetterWords(text), countedPlainly(text))));
});
