import assert from "node:assert/strict";
import { test } from "node:test";
import { trimmed, trimmedEnd } from "../../src/base/trim.ts";

const rows: readonly (readonly [text: string, characters: string, both: string, end: string])[] = [
  ["", "-", "", ""],
  ["----", "-", "", ""],
  ["--a-b--", "-", "a-b", "--a-b"],
  ["a", "-", "a", "a"],
  ["<> a >.", "<>. ", "a", "<> a"],
  ["aé-", "-é", "a", "a"],
];

for (const [text, characters, both, end] of rows) {
  test(`${JSON.stringify(text)} without ${JSON.stringify(characters)}`, () => {
    assert.equal(trimmed(text, characters), both);
    assert.equal(trimmedEnd(text, characters), end);
  });
}
