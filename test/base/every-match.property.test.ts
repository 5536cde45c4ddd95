import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { everyMatch } from "../../src/base/every-match.ts";

const PATTERNS = [/a+/g, /b*/g, /(?<=a)b?/g, /\p{L}*/gu, /(?:)/gu, /$/g];

test("finds what matchAll finds, empty matches too, and begins anew each time", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "\u{1f980}", "\ud83e") }), (text) => {
      for (const pattern of PATTERNS) {
        const plain = (all: Iterable<RegExpExecArray>) => [...all].map(({ index, 0: words }) => [index, words]);
        const expected = plain(text.matchAll(pattern));
        assert.deepEqual(plain(everyMatch(pattern, text)), expected);
        assert.deepEqual(plain(everyMatch(pattern, text)), expected);
      }
    }),
  );
});

test("a pattern that finds one match alone is a mistake of ours", () => {
  assert.throws(() => everyMatch(/a/, "a"), /assertion failed/);
});
