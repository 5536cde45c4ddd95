/**
 * The hostile-mail catalogue: every row, every variant, against the invariants and the row's own expectations.
 *
 * What is known to be missing stands in `known-misses.ts`; the suite fails when it gets worse, and when it gets better.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { catalogue, filesOf } from "./catalogue.ts";
import { file } from "./file.ts";
import { knownMisses } from "./known-misses.ts";
import { examine } from "./misses.ts";
import { standingOf, suite } from "./standing.ts";

/** Lines shown of a row that fails. */
const SHOWN_MAX = 20;

describe("hostile-mail catalogue", () => {
  for (const row of catalogue) {
    test(`${row.id} ${row.title}`, () => {
      const { files, misses, lines } = standingOf(row, suite);
      assert.ok(files > 0, `${row.id} makes no file`);
      const known = knownMisses.find((entry) => entry.row === row.id);
      const shown = [...lines.slice(0, SHOWN_MAX), ...(lines.length > SHOWN_MAX ? [`… ${lines.length} in all`] : [])];
      assert.deepEqual(misses, known?.misses ?? {}, `${row.id} stands otherwise than known:\n${shown.join("\n")}`);
      if (known !== undefined) assert.equal(files, known.files, `${row.id} has ${files} files`);
    });
  }
});

test("every variant of a row is named once, and the same seed gives the same bytes", () => {
  for (const row of catalogue) {
    const files = filesOf(row, suite);
    assert.equal(new Set(files.map(({ variant }) => variant)).size, files.length, row.id);
    const again = filesOf(row, suite);
    assert.ok(
      files.every(({ bytes }, index) => again[index]?.bytes.equals(bytes)),
      row.id,
    );
  }
});

test("the catalogue expands to thousands of files, and known misses name rows that are there", () => {
  const ids = catalogue.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    knownMisses.filter(({ row }) => !ids.includes(row)),
    [],
  );
  const count = catalogue.reduce((sum, row) => sum + filesOf(row, suite).length, 0);
  assert.ok(count >= 5_000, `only ${count} files`);
});

test("the check itself sees what is missing", () => {
  const wish = {
    contents: [Buffer.from("never there")],
    within: ["nor this"],
    loads: ["nor that"],
    flags: ["no-such-flag"],
    limits: ["limit.none"],
    senders: ["nobody@example.org"],
    notSenders: ["ada@example.org"],
    names: ["nothing.bin"],
    statuses: ["unparseable" as const],
    probe: () => ["probed"],
  };
  const { misses } = examine(file("x", "From: ada@example.org\r\n\r\nGood morning.", wish));
  const kinds = misses.map(({ kind }) => kind);
  assert.deepEqual(kinds, ["canary", "canary", "load", "flag", "limit", "sender", "sender", "name", "status", "probe"]);
});
