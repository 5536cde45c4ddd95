/** A description that names everything tells nothing: no campaign comes out closely consistent with it, whatever the campaign. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { consistencyOf, type DescribedFacts } from "../../src/assessment/consistency.ts";
import type { HuntingProfile, Lure, TraitSign } from "../../src/case/hunting-profile.ts";
import { WALKS_OF_LIFE } from "../../src/case/walks-of-life.ts";
import { at, evidence } from "./fixture.ts";

const LURES: readonly Lure[] = ["news", "invitation", "login", "document", "appeal"];
const quote = { start: 0, end: 4, text: "They", page: 0, line: 1 };

function profileOfAll(signs: readonly TraitSign[]): HuntingProfile {
  const traits = signs.map((sign) => ({ sign, says: "so", quote }));
  return { source: "everything.txt", sha256: "a".repeat(64), traits, beyondMail: [] };
}

const EVERYTHING = profileOfAll([
  { kind: "opening" },
  ...LURES.map((lure): TraitSign => ({ kind: "lure", lure })),
  ...WALKS_OF_LIFE.map(({ id }): TraitSign => ({ kind: "target", walk: id })),
  ...["T1566.001", "T1566.002", "T1598.003", "T1534", "T1203", "T1189", "T1221", "T1187", "T1059.007"].map(
    (id): TraitSign => ({ kind: "technique", id }),
  ),
  { kind: "bulk-service" },
  { kind: "personal-accounts" },
  { kind: "time", from: at("2020-01-01T00:00:00Z"), until: at("2020-06-01T00:00:00Z") },
]);

const count = fc.nat({ max: 9 });
const facts: fc.Arbitrary<DescribedFacts> = fc
  .record({
    seen: fc.record({
      news: count,
      hiddenPersonal: count,
      likelyOnly: count,
      credentials: count,
      malware: count,
      invitations: count,
    }),
    loading: count,
    linking: count,
    attaching: count,
    techniques: fc.subarray(["T1566.001", "T1598.003", "T1534", "T1203", "T1189", "T1221", "T1187", "T1059.007"]),
    roles: fc.array(fc.constantFrom("MP", "lawyer", "journalist", "professor", "banker", "army officer"), {
      maxLength: 8,
    }),
    personalAccounts: fc.option(count),
    isDated: fc.boolean(),
  })
  .map(({ seen, isDated, roles, ...rest }) => ({
    ...rest,
    roles,
    houseRoles: [...roles, "clerk", "clerk", "clerk"],
    evidence: evidence({ ...seen, services: [{ name: "S", kind: "bulk", messages: 1 }] }),
    first: isDated ? at("2020-02-01T00:00:00Z") : null,
    last: isDated ? at("2020-03-01T00:00:00Z") : null,
    period: { first: at("2010-01-01T00:00:00Z"), last: at("2024-01-01T00:00:00Z") },
  }));

test("never closely", () => {
  fc.assert(
    fc.property(facts, (one) => {
      assert.notEqual(consistencyOf(EVERYTHING, one).grade, "closely");
    }),
  );
});

test("the same campaign is close to a description that says little and all of it right", () => {
  const signs: readonly TraitSign[] = [
    { kind: "opening" },
    { kind: "lure", lure: "news" },
    { kind: "target", walk: "legislature" },
  ];
  const campaign: DescribedFacts = {
    evidence: evidence({ news: 3, hiddenPersonal: 3 }),
    loading: 3,
    linking: 0,
    attaching: 0,
    techniques: [],
    first: null,
    last: null,
    roles: ["MP"],
    houseRoles: ["MP", "clerk", "clerk"],
    personalAccounts: null,
    period: null,
  };
  assert.equal(consistencyOf(profileOfAll(signs), campaign).grade, "closely");
});

// What tells little, and why: in the sentence beside it.
// biome-ignore format: a table reads by row
const BROAD: readonly (readonly [name: string, signs: readonly TraitSign[], changes: Partial<DescribedFacts>])[] = [
  ["four ways named",               [{ kind: "lure", lure: "news" }, { kind: "lure", lure: "login" }, { kind: "lure", lure: "document" }, { kind: "lure", lure: "appeal" }], {}],
  ["six walks of life named",       WALKS_OF_LIFE.slice(0, 6).map(({ id }): TraitSign => ({ kind: "target", walk: id })), {}],
  ["most of the house is of these", [{ kind: "target", walk: "legislature" }], { houseRoles: ["MP", "MP", "clerk"] }],
  ["most of the mail is of then",   [{ kind: "time", from: at("2010-01-01T00:00:00Z"), until: at("2024-01-01T00:00:00Z") }], {}],
];

for (const [name, signs, changes] of BROAD) {
  test(`fits and tells nothing: ${name}`, () => {
    const campaign: DescribedFacts = {
      evidence: evidence({ news: 3 }),
      loading: 3,
      linking: 3,
      attaching: 0,
      techniques: [],
      first: at("2020-02-01T00:00:00Z"),
      last: at("2020-03-01T00:00:00Z"),
      roles: ["MP"],
      houseRoles: ["MP", "clerk", "clerk"],
      personalAccounts: null,
      period: { first: at("2012-01-01T00:00:00Z"), last: at("2024-01-01T00:00:00Z") },
      ...changes,
    };
    assert.equal(consistencyOf(profileOfAll(signs), campaign).grade, "broadly");
  });
}
