/** Which known word is meant by one that is not known. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nearWord } from "../../src/base/near-word.ts";

const known = ["sender", "subject", "email", "strings.icontains", "strings.contains", "of", "a"];

// biome-ignore format: a table reads by column
const cases: readonly (readonly [word: string, near: string | null])[] = [
  ["sendr",             "sender"],
  ["sbujct",            null],
  ["subjet",            "subject"],
  ["emial",             "email"],
  ["strings.icontain",  "strings.icontains"],
  // One edit from either: the first of the list.
  ["strings.Xcontains", "strings.icontains"],
  ["b",                 "a"],
  ["zzzz",              null],
  ["",                  "a"],
  ["s".repeat(10_000),  null],
];
for (const [word, near] of cases) {
  test(`${word.slice(0, 20)}: ${near ?? "none"}`, () => assert.equal(nearWord(word, known), near));
}
