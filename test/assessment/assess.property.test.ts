/** For any evidence: an assessment, no name without a match, words that hold together. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { assess, leadingOf } from "../../src/assessment/assess.ts";
import type { CampaignEvidence } from "../../src/assessment/evidence.ts";
import { covertNews, evidence, NO_DATES, SOME_DAYS, YEARS } from "./fixture.ts";

const n = fc.nat({ max: 40 });
const group = fc.constantFrom("Paper Lantern", "Gray Ferry", "Third Tide");
const match = fc.record({
  value: fc.constantFrom("a.example", "203.0.113.7"),
  kind: fc.constantFrom("indicator" as const, "infrastructure" as const, "statement" as const),
  group: fc.option(group),
  source: fc.constant("list.csv"),
  date: fc.constant(null),
  isOfficial: fc.boolean(),
  isShared: fc.boolean(),
});
const intel = fc.record({
  groups: fc.uniqueArray(
    fc.record({
      name: group,
      standing: fc.constantFrom("accused" as const, "known" as const),
      techniques: fc.constant(["T1598.003"]),
      accusedBy: fc.constantFrom([], ["Northern Centre (2031-05-02)"]),
      deniedBy: fc.constantFrom([], ["Ministry (2031-05-03)"]),
    }),
    { selector: ({ name }) => name, maxLength: 3 },
  ),
  matches: fc.array(match, { maxLength: 4 }),
});
const any: fc.Arbitrary<CampaignEvidence> = fc
  .record({
    messages: n,
    readers: fc.nat({ max: 400 }),
    mailboxes: fc.nat({ max: 900 }),
    news: n,
    hiddenPersonal: n,
    likelyOnly: n,
    covert: n,
    aligned: n,
    failed: n,
    firstContact: fc.option(fc.boolean()),
    verifiedSimulation: n,
    claimedSimulation: n,
    listUnsubscribe: n,
    fullExit: n,
    credentials: n,
    malware: n,
    exploits: n,
    asking: n,
    warnedReaders: fc.nat({ max: 3 }),
    timing: fc.constantFrom(SOME_DAYS, YEARS, NO_DATES),
    intel,
    services: fc.array(
      fc.record({
        name: fc.constant("S"),
        kind: fc.constantFrom("bulk" as const, "sales" as const, "simulation" as const, "other" as const),
        messages: n,
      }),
      { maxLength: 3 },
    ),
  })
  .map((changes) => evidence(changes));
const runs = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) };

describe("assess", () => {
  test("names a group only where an unshared match names it", () => {
    fc.assert(
      fc.property(any, (given) => {
        const allowed = new Set(
          given.intel.matches.flatMap(({ group: name, isShared }) => (name === null || isShared ? [] : [name])),
        );
        const { explanations, attribution } = assess(given);
        for (const { groups, kind, estimate } of explanations) {
          assert.ok(groups.every((name) => allowed.has(name)));
          if ((kind === "accused" || kind === "other-group") && groups.length === 0) assert.equal(estimate, null);
        }
        for (const name of ["Paper Lantern", "Gray Ferry", "Third Tide"]) {
          if (!allowed.has(name)) assert.ok(!(attribution.sentence ?? "").includes(name));
        }
        // Whoever is said to be accused is said to have denied it, where the record has that.
        for (const { name, accusedBy = [], deniedBy = [] } of given.intel.groups) {
          const told = (attribution.sentence ?? "").split("; ");
          const at = told.findIndex((part) => part.startsWith(`${name} is accused by`));
          if (at < 0) continue;
          assert.ok(allowed.has(name) && accusedBy.length > 0);
          assert.match(told[at + 1] ?? "", deniedBy.length > 0 ? /^denied by Ministry/ : /^no denial of it/);
        }
      }),
      runs,
    );
  });

  test("estimates are ordered, at most one is above even chances, none is almost certain", () => {
    fc.assert(
      fc.property(any, (given) => {
        const { explanations, isEnough } = assess(given);
        const estimates = explanations.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
        assert.equal(estimates.length > 0, isEnough);
        assert.ok(estimates.filter(({ from }) => from > 50).length <= 1);
        assert.ok(estimates.every(({ id }) => id !== "almost-certain"));
        for (const [index, { from }] of estimates.entries()) assert.ok(from <= (estimates[index - 1]?.from ?? 100));
      }),
      runs,
    );
  });

  test("one message, or none, is never enough", () => {
    fc.assert(
      fc.property(any, (given) => !assess({ ...given, messages: Math.min(1, given.messages) }).isEnough),
      runs,
    );
  });

  test("the same evidence gives the same assessment", () => {
    fc.assert(
      fc.property(any, (given) => assert.deepEqual(assess(given), assess(given))),
      runs,
    );
  });

  test("weak items do not take the lead from a covert campaign", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat({ max: 17 }), (known, aligned) => {
        assert.equal(leadingOf(assess({ ...covertNews, aligned, firstContact: !known }))?.kind, "unknown");
      }),
      runs,
    );
  });
});
