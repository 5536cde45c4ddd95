import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Severity, TrackingClass, Verdict } from "../../src/case/judgement.ts";
import { policy, verdictOf } from "../../src/verdict/policy.ts";

type Told = readonly (readonly [rule: string, severity: Severity])[];

describe("from findings to a verdict", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, trackingClass: TrackingClass, told: Told, verdict: Verdict])[] = [
    ["nothing",                          "none",        [],                                                        "clear"],
    ["a tracker alone",                  "unexplained", [],                                                        "tracked"],
    ["info weighs nothing",              "none",        [["a.x", "info"], ["b.x", "info"], ["c.x", "info"]],       "clear"],
    ["one sign",                         "none",        [["a.x", "low"]],                                          "clear"],
    ["two signs",                        "none",        [["a.x", "low"], ["b.x", "low"]],                          "clear"],
    ["three signs of different kinds",   "none",        [["a.x", "low"], ["b.x", "low"], ["c.x", "low"]],          "suspicious"],
    ["three signs of one kind",          "none",        [["a.x", "low"], ["a.y", "low"], ["a.z", "low"]],          "clear"],
    ["one of medium severity",           "none",        [["a.x", "medium"]],                                       "suspicious"],
    ["two of medium severity",           "commercial",  [["a.x", "medium"], ["b.x", "medium"]],                    "suspicious"],
    ["many of medium severity",          "none",        [..."abcdefgh"].map((kind) => [`${kind}.x`, "medium"] as const), "suspicious"],
    ["one of high severity",             "none",        [["a.x", "high"]],                                         "hostile"],
    ["high among many of its kind",      "covert",      [["a.x", "low"], ["a.y", "high"]],                         "hostile"],
  ];
  for (const [name, trackingClass, told, verdict] of cases) {
    test(`${name}: ${verdict}`, () => {
      const findings = told.map(([rule, severity]) => ({ rule, severity }));
      assert.equal(verdictOf(trackingClass, findings), verdict);
    });
  }
  test("the weights are data", () => {
    const strict = { ...policy, suspicious: 1 };
    assert.equal(verdictOf("none", [{ rule: "a.x", severity: "low" }], strict), "suspicious");
  });
  test("a finding of lower severity never weighs more", () => {
    const { info, low, medium, high } = policy.points;
    assert.ok(info === 0 && info < low && low < medium && medium < high && policy.suspicious <= policy.hostile);
  });
});
