/**
 * Passages whose statements were written down before they were read (`sentences/*.txt`): how many are read right today, and how many wrong. The
 * floors are what stands, so that a change of the grammar that loses some is seen; each miss is printed by `tools/statement-score.ts`.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { countOf, judgedOf } from "../support/expected-statements.ts";

const fileOf = (name: string): string => readFileSync(new URL(`sentences/${name}.txt`, import.meta.url), "utf8");

describe("passages with what they state", () => {
  // biome-ignore format: a table reads by column
  const rows: readonly (readonly [file: string, of: number, right: number, wrong: number, invented: number])[] = [
    ["working",        73, 65, 0, 0],
    ["working-second", 32, 29, 0, 0],
    ["working-third",  26, 24, 0, 0],
    ["held-out",       35, 25, 1, 4],
    ["working-fourth", 27, 25, 0, 0],
    ["working-fifth",  79, 78, 0, 1],
    ["working-sixth",  56, 50, 0, 0],
    ["held-out-second", 78, 48, 3, 5],
  ];
  for (const [name, all, right, wrong, invented] of rows) {
    test(`${name}: at least ${right} of ${all} right, at most ${wrong} wrong`, async () => {
      const count = countOf(await judgedOf(fileOf(name)));
      assert.ok(count.right >= right, `${count.right} right`);
      assert.ok(count.wrong <= wrong, `${count.wrong} wrong`);
      assert.ok(count.invented <= invented, `${count.invented} invented`);
    });
  }
});

describe("the judge", () => {
  const rows: readonly (readonly [expected: string, verdict: string])[] = [
    ["accusation by=Finland against=Russia targets=lawmakers", "right"],
    ["accusation by=Finland against=Russia targets=lawmakers;ministers?", "right"],
    ["denial|accusation by=Norway|Finland against=Russia targets=lawmakers", "right"],
    ["accusation by=Finland against=Russia targets=lawmakers;ministers", "partly"],
    ["accusation by=Finland against=Russia targets=lawmakers num=7..7", "partly"],
    ["accusation by=Finland against=Russia", "partly"],
    ["accusation by=Norway against=Russia targets=lawmakers", "wrong"],
    ["accusation by=Finland targets=lawmakers", "wrong"],
    ["accusation neg=yes by=Finland against=Russia targets=lawmakers", "wrong"],
    ["denial by=Finland against=Russia", "missed, invented"],
    ["none", "invented"],
  ];
  for (const [expected, verdict] of rows) {
    test(`${expected}: ${verdict}`, async () => {
      const judged = await judgedOf(`S Finland accused Russia of spying on lawmakers.\n= ${expected}\n`);
      assert.equal(judged.map((one) => one.verdict).join(", "), verdict);
    });
  }
});
