/**
 * Messages in pieces that other mail libraries test themselves with, where the shared corpus lies beside the project: what is
 * joined has the fields and the body of what they join, line for line.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { joinPieces } from "../../src/mail/join-pieces.ts";
import { unpackSet } from "../../tools/corpus.ts";

const folder = unpackSet("parser-torture");

/** Fields in any order: what a library writes anew it may sort. */
function headAndBody(text: string): readonly [fields: readonly string[], body: string] {
  const end = text.indexOf("\n\n");
  return [
    text
      .slice(0, end)
      .split(/\n(?![ \t])/)
      .sort(),
    text.slice(end),
  ];
}

if (folder === null) {
  test("pieces of the corpus: skipped, the corpus is not here", () => {});
} else {
  const pieces = join(folder, "mimekit/partial");
  const wholes = readdirSync(pieces).filter((name) => /^[^.]+\.eml$/.test(name));
  test("there are some", () => assert.ok(wholes.length > 0));
  for (const whole of wholes) {
    test(whole, () => {
      const stem = whole.slice(0, -".eml".length);
      const names = readdirSync(pieces).filter((name) => name.startsWith(`${stem}.`) && name !== whole);
      const joined = joinPieces(names.sort().map((name) => readFileSync(join(pieces, name))));
      const expected = readFileSync(join(pieces, whole), "latin1").replaceAll("\r\n", "\n");
      assert.ok(names.length > 1);
      assert.deepEqual(headAndBody(joined.toString("latin1").replaceAll("\r\n", "\n")), headAndBody(expected));
    });
  }
}
