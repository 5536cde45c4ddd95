/** Sightings come and go: a judgement is made anew from what is stored of it, and what was there before is there again. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Indicator, IndicatorSighting } from "../../src/case/indicator.ts";
import type { Finding, Judgement } from "../../src/case/judgement.ts";
import { sightedAnew, unlinked } from "../../src/verdict/sighted.ts";
import { judgementOf } from "../store/fixtures.ts";
import { shaOf } from "../support/record.ts";

const indicator: Indicator = {
  ...{ id: "i-1", type: "domain-name", value: "news.example", name: "", place: "line 1" },
  ...{ from: null, until: null, groups: [] },
};

function sighting(more: Partial<IndicatorSighting> = {}): IndicatorSighting {
  const seen = { where: ["link"], value: "news.example", doubt: null } as const;
  return { sha256: shaOf("a"), indicator, source: "list", kind: "exact", ...seen, ...more };
}

function finding(rule: string, severity: Finding["severity"], about: Finding["about"]): Finding {
  return { rule, title: rule, severity, about, techniques: [], reasons: [], undetermined: [], spans: [] };
}

const linked = finding("campaign.linked", "medium", "targeting");
const crime = finding("lure.sum", "medium", "crime");

const clear = judgementOf("a");
const tracked = judgementOf("a", { trackingClass: "unexplained", verdict: "tracked", targeting: "tracked" });
const fraud = judgementOf("a", { findings: [crime], verdict: "suspicious" });
const drawnIn = judgementOf("a", {
  findings: [crime, linked],
  ...{ verdict: "suspicious", targeting: "suspicious", campaign: "c-1" },
});

const exact = [sighting()];
const host = [sighting({ kind: "host" })];
const doubted = [sighting({ doubt: "everybody uses it" })];

describe("a judgement by other sightings", () => {
  // biome-ignore format: a table reads by column
  const rows: readonly (readonly [name: string, before: Judgement, sightings: readonly IndicatorSighting[], verdict: string, targeting: string])[] = [
    ["clear, seen",             clear,   exact,   "hostile",    "hostile"],
    ["clear, the host alone",   clear,   host,    "suspicious", "suspicious"],
    ["clear, doubted",          clear,   doubted, "clear",      "clear"],
    ["tracked, doubted",        tracked, doubted, "tracked",    "tracked"],
    ["fraud, seen",             fraud,   exact,   "hostile",    "hostile"],
    ["fraud, doubted",          fraud,   doubted, "suspicious", "clear"],
    ["drawn in, seen",          drawnIn, exact,   "hostile",    "hostile"],
    ["drawn in, doubted",       drawnIn, doubted, "suspicious", "suspicious"],
  ];
  for (const [name, before, sightings, verdict, targeting] of rows) {
    test(name, () => {
      const seen = sightedAnew(before, sightings);
      assert.deepEqual([seen.verdict, seen.targeting, seen.campaign], [verdict, targeting, before.campaign]);
      assert.equal(seen.findings.filter(({ rule }) => rule === "intel.indicator").length, 1);
      assert.deepEqual(sightedAnew(seen, sightings), seen, "twice is once");
      assert.deepEqual(sightedAnew(sightedAnew(seen, host), []), before, "gone, it is as before");
    });
  }

  test("what a campaign drew in is without it what it was", () => {
    assert.deepEqual(unlinked(drawnIn), fraud);
  });
});
