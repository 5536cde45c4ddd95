import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SCALE, wordsOf } from "../../src/assessment/scale.ts";

describe("wordsOf", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [percent: number, id: string])[] = [
    [0, "remote-chance"], [5, "remote-chance"], [5.1, "highly-unlikely"], [7.5, "highly-unlikely"], [10, "highly-unlikely"], [20, "highly-unlikely"],
    [21, "unlikely"], [35, "unlikely"], [36, "realistic-possibility"], [50, "realistic-possibility"], [52, "realistic-possibility"],
    [55, "likely"], [75, "likely"], [79, "likely"], [80, "highly-likely"], [90, "highly-likely"], [94.9, "highly-likely"], [95, "almost-certain"], [100, "almost-certain"],
  ];
  for (const [percent, id] of cases) test(`${percent} → ${id}`, () => assert.equal(wordsOf(percent / 100).id, id));

  test("the ranges are in order and do not overlap", () => {
    for (const [index, { from, to }] of SCALE.entries()) {
      assert.ok(from < to);
      assert.ok(from > (SCALE[index - 1]?.to ?? -1));
    }
  });
});
