/** HM-104: marks without end on one letter cost their number, not its square, and ordinary text comes out as ever. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normalForm } from "../../src/base/normal-form.ts";

test("text with up to thirty marks on a letter is normalised as the platform does it", () => {
  const letter = fc.tuple(
    fc.constantFrom("a", "é", "ﷺ", "한", "ﬁ"),
    fc.array(fc.constantFrom("\u0301", "\u0323", "\u0315"), { maxLength: 29 }),
  );
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 5 }), fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"), (letters, form) => {
      const text = letters.map(([first, marks]) => first + marks.join("")).join("");
      assert.equal(normalForm(text, form), text.normalize(form));
    }),
  );
});

test("a million marks leave thirty", () => {
  const text = `a${"\u0301\u0323\u0315".repeat(333_333)}b`;
  assert.equal([...normalForm(text, "NFD")].length, 32);
});
