/** What may leave: within the light, without places of this machine, and no source taken for another. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { outwardOf } from "../../../src/ledger/stix-out/outward.ts";
import { type Level, strictestOf } from "../../../src/ledger/stix-out/traffic-lights.ts";
import { ledgerDocument } from "../../support/ledger.ts";

describe("by the traffic light", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [light: string, asked: Level | null, goesAs: string | null])[] = [
    ["TLP:RED",          null,    null],
    ["TLP:RED",          "RED",   "TLP:RED"],
    ["TLP:AMBER+STRICT", null,    "TLP:AMBER+STRICT"],
    ["TLP:AMBER",        "GREEN", null],
    ["TLP:GREEN",        "GREEN", "TLP:GREEN"],
    ["",                 null,    ""],
    ["",                 "GREEN", "TLP:GREEN"],
    // What is no light that is known may be any.
    ["TLP:PURPLE",       null,    null],
  ];
  for (const [tlp, asked, goesAs] of cases) {
    test(`${tlp || "none"}, asked ${asked ?? "nothing"}`, () => {
      const { documents, leftOut } = outwardOf([ledgerDocument("x", [], { tlp })], asked);
      assert.deepEqual(
        documents.map((one) => one.tlp),
        goesAs === null ? [] : [goesAs],
      );
      assert.equal(leftOut.length, goesAs === null ? 1 : 0);
    });
  }
});

test("files of one name in two folders stay two sources, revisions of one stay one", () => {
  const names = outwardOf(
    [
      ledgerDocument("a", [], { source: "/a/statement.pdf" }),
      ledgerDocument("b", [], { source: "/b/statement.pdf" }),
      ledgerDocument("c", [], { source: "/a/statement.pdf", revision: 2 }),
    ],
    null,
  ).documents.map(({ source }) => source);
  assert.deepEqual(names, ["statement.pdf", "statement.pdf (2)", "statement.pdf"]);
});

test("the strictest of several; one that is not known counts as RED", () => {
  assert.equal(strictestOf(["TLP:GREEN", "", "TLP:AMBER"]), "TLP:AMBER");
  assert.equal(strictestOf(["TLP:PURPLE"]), "TLP:RED");
  assert.equal(strictestOf([""]), "");
});
