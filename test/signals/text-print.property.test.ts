/** The print of a text against the same made plainly: split at white space, letters matched, words joined as a string. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { textPrint } from "../../src/signals/text-print.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 500);
const names: ReadonlySet<string> = new Set(["ada", "jürgen", "мария"]);

function plainPrint(text: string): string {
  const tokens = text.normalize("NFC").toLowerCase().split(/\s/);
  const readable = tokens.filter((token) => !/@|:\/\/|mailto:|www\./.test(token));
  const words = readable.flatMap((token) => token.match(/\p{L}+/gu) ?? []).filter((word) => !names.has(word));
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return letters < 40 ? "" : createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 32);
}

const piece = fc.constantFrom(
  ..." \n\t.,;:@/-7",
  "\u00a0",
  "Ada",
  "Jürgen",
  "ju\u0308rgen",
  "Мария",
  "letters",
  "ÄÖ",
  "İ",
  "𐐀𐐨",
  "\ud800",
  "漢字",
  "://",
  "www.",
  "mailto:",
  "x".repeat(30),
);

test("words are hashed as they would be when joined", () => {
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (shown) => assert.equal(textPrint(shown, names), plainPrint(shown))),
    { numRuns },
  );
});

test("a text longer than the memory of those before", () => {
  const text = "wörter und letters ".repeat(12_000);
  assert.equal(textPrint(text, names), plainPrint(text));
});
