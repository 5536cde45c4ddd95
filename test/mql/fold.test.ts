/** Simple case folding, against the engine's own for every cased letter, and for texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fold } from "../../src/mql/fold.ts";

test("letters are the same but for case where a case-insensitive pattern says so", () => {
  const cased: string[] = [];
  for (let codePoint = 0; codePoint < 0x20000; codePoint++) {
    const letter = String.fromCodePoint(codePoint);
    if (/[\p{CWCF}\p{CWL}\p{CWU}]/u.test(letter)) cased.push(letter);
  }
  assert.ok(cased.length > 2500, `only ${cased.length} cased letters`);
  const classes = Map.groupBy(cased, fold);
  for (const letter of cased) {
    const pattern = new RegExp(`^[${letter}]$`, "iu");
    for (const other of [
      letter,
      letter.toLowerCase(),
      letter.toUpperCase(),
      fold(letter),
      ...(classes.get(fold(letter)) ?? []),
    ]) {
      if ([...other].length !== 1) continue;
      assert.equal(
        fold(letter) === fold(other),
        pattern.test(other),
        `${letter} ${other} ${other.codePointAt(0)?.toString(16)}`,
      );
    }
  }
});

test("the number of code points stays, and folding again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const folded = fold(text);
      assert.equal([...folded].length, [...text].length);
      assert.equal(fold(folded), folded);
    }),
  );
});

test("a text is folded letter by letter, whatever stands around", () => {
  const letters = fc.constantFrom(
    "a",
    "B",
    "\u03a3",
    "\u0130",
    "\u00c9",
    "\u0416",
    "\u017f",
    "\u1e9e",
    "\u13a0",
    "\uab70",
    "\u{10400}",
    "\u1c80",
    "\u01c5",
  );
  fc.assert(
    fc.property(fc.array(letters), (parts) => {
      assert.equal(fold(parts.join("")), parts.map(fold).join(""));
    }),
  );
});
