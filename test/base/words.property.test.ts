import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normalForm } from "../../src/base/normal-form.ts";
import { wordsOf } from "../../src/base/words.ts";

/** What the words are by definition: the whole text is brought into normal forms, and cut then. */
function definedWords(text: string): readonly string[] {
  const apart = normalForm(text.toLowerCase(), "NFKD").replace(
    /(?<=[a-z\u0370-\u052f])[\u0300-\u036f]+|\p{Cf}|(?<=[a-z])['\u2019](?=[a-z])/gu,
    "",
  );
  const words = normalForm(apart, "NFC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return (words ?? []).map((word) =>
    word.replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("ł", "l").replaceAll("đ", "d"),
  );
}

/** Letters that join, marks, spaces that are no ASCII, halves of characters. */
const ODD = [
  ..."ab zI'\u2019 \n\t\u00a0éßΣσςİøﬁ①한ㄱ가中\u00a8\u037a٣\u2028\u0345ŉđＡ\u3000\u0307\u1fbf`´-1",
  ..."\u0300\u0301\u200b\u00ad\ufe0f",
  "😀",
  "\ud800",
  "\udc00",
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...ODD), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);

test("run by run the words are those of the whole text", () => {
  fc.assert(fc.property(texts, (text) => assert.deepEqual(wordsOf(text, 1_000), definedWords(text))));
});

test("at most as many as asked for, and the first ones", () => {
  fc.assert(
    fc.property(texts, fc.nat(8), (text, max) =>
      assert.deepEqual(wordsOf(text, max), definedWords(text).slice(0, max)),
    ),
  );
});
