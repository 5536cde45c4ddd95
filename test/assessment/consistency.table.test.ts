/** A campaign against a description: what fits, contradicts, cannot be told, and the grade; never a name. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { consistencyOf, type DescribedFacts, gradeOf } from "../../src/assessment/consistency.ts";
import type { ConsistencyGrade, HuntingProfile, TraitFit, TraitSign } from "../../src/case/hunting-profile.ts";
import { at, covertNews, evidence } from "./fixture.ts";

const quote = { start: 0, end: 4, text: "They", page: 0, line: 1 };

function profile(...signs: readonly TraitSign[]): HuntingProfile {
  return {
    source: "article.txt",
    sha256: "a".repeat(64),
    traits: signs.map((sign) => ({ sign, says: "so", quote })),
    beyondMail: [],
  };
}

const CAMPAIGN: DescribedFacts = {
  evidence: covertNews,
  loading: 17,
  linking: 17,
  attaching: 0,
  techniques: ["T1598.003"],
  first: at("2021-01-19T08:00:00Z"),
  last: at("2021-02-04T08:00:00Z"),
  roles: ["MP, foreign affairs", "legal adviser", "MP"],
  houseRoles: ["MP", "legal adviser", "MP", "clerk", "researcher", "clerk", "editor"],
  personalAccounts: 1,
  period: { first: at("2010-01-01T00:00:00Z"), last: at("2024-01-01T00:00:00Z") },
};
const PLAIN: DescribedFacts = {
  ...CAMPAIGN,
  evidence: evidence(),
  loading: 0,
  linking: 0,
  attaching: 0,
  techniques: [],
  roles: [],
  personalAccounts: null,
  first: null,
  last: null,
};

const NEWS: TraitSign = { kind: "lure", lure: "news" };
const LOGIN: TraitSign = { kind: "lure", lure: "login" };
const OPENING: TraitSign = { kind: "opening" };
const MPS: TraitSign = { kind: "target", walk: "legislature" };
const PHISHING: TraitSign = { kind: "technique", id: "T1566" };
const LINK: TraitSign = { kind: "technique", id: "T1598.003" };

function time(from: string | null, until: string | null): TraitSign {
  const day = (text: string | null) => (text === null ? null : at(`${text}T00:00:00Z`));
  return { kind: "time", from: day(from), until: day(until) };
}

// biome-ignore format: a table reads by row
const FITS: readonly (readonly [name: string, sign: TraitSign, facts: DescribedFacts, fit: TraitFit])[] = [
  ["the technique itself",                 LINK,                                    CAMPAIGN, "fits"],
  ["one below it",                         { kind: "technique", id: "T1598" },      CAMPAIGN, "fits"],
  ["one above it leaves it open",          { kind: "technique", id: "T1598.003" },  { ...CAMPAIGN, techniques: ["T1598"] }, "cannot-tell"],
  ["a number that only begins alike",      { kind: "technique", id: "T159" },       CAMPAIGN, "cannot-tell"],
  ["none",                                 PHISHING,                                PLAIN,    "cannot-tell"],
  ["opening is enough",                    OPENING,                                 CAMPAIGN, "fits"],
  ["opening tells nothing",                OPENING,                                 PLAIN,    "contradicts"],
  ["one copy",                             OPENING,                                 { ...PLAIN, evidence: evidence({ likelyOnly: 2 }) }, "cannot-tell"],
  ["news",                                 NEWS,                                    CAMPAIGN, "fits"],
  ["no news: none was recognised",         NEWS,                                    PLAIN,    "cannot-tell"],
  ["a service",                            { kind: "bulk-service" },                { ...PLAIN, evidence: evidence({ services: [{ name: "S", kind: "bulk", messages: 2 }] }) }, "fits"],
  ["no service",                           { kind: "bulk-service" },                PLAIN,    "cannot-tell"],
  ["people of that walk",                  MPS,                                     CAMPAIGN, "fits"],
  ["people of others",                     { kind: "target", walk: "energy" },      CAMPAIGN, "cannot-tell"],
  ["one of very many",                     { kind: "target", walk: "law" },         { ...CAMPAIGN, roles: ["legal adviser", ...Array<string>(9).fill("MP")] }, "cannot-tell"],
  ["no roster",                            MPS,                                     PLAIN,    "cannot-tell"],
  ["a private account",                    { kind: "personal-accounts" },           CAMPAIGN, "fits"],
  ["no roster of accounts",                { kind: "personal-accounts" },           PLAIN,    "cannot-tell"],
  ["inside the time",                      time("2021-01-01", "2021-03-01"),        CAMPAIGN, "fits"],
  ["partly inside",                        time("2021-02-01", "2021-03-01"),        CAMPAIGN, "fits"],
  ["after it: the end is outside",         time("2020-01-01", "2021-01-19"),        { ...CAMPAIGN, first: at("2021-01-19T00:00:00Z") }, "contradicts"],
  ["before it",                            time("2021-02-05", null),                CAMPAIGN, "contradicts"],
  ["the first instant belongs to it",      time("2021-02-04", null),                { ...CAMPAIGN, last: at("2021-02-04T00:00:00Z") }, "fits"],
  ["without dates",                        time("2021-01-01", null),                PLAIN,    "cannot-tell"],
];

describe("one trait", () => {
  for (const [name, sign, facts, fit] of FITS) {
    test(name, () => assert.equal(consistencyOf(profile(sign), facts).traits[0]?.fit, fit));
  }
});

// biome-ignore format: a table reads by row
const GRADES: readonly (readonly [name: string, signs: readonly TraitSign[], facts: DescribedFacts, grade: ConsistencyGrade])[] = [
  ["the known campaign's description",            [OPENING, NEWS, MPS, time("2010-01-01", "2024-03-25")], CAMPAIGN, "closely"],
  ["phishing as such says nothing",               [PHISHING],                                             { ...CAMPAIGN, techniques: ["T1566"] }, "broadly"],
  ["since then, and phishing, say nothing",       [PHISHING, time("2010-01-01", null)],                   { ...CAMPAIGN, techniques: ["T1566"] }, "broadly"],
  ["one telling trait",                           [OPENING, PHISHING],                                    CAMPAIGN, "partly"],
  ["one way of several is enough",                [NEWS, LOGIN, OPENING, MPS],                            CAMPAIGN, "closely"],
  ["a time that contradicts takes the closeness", [OPENING, NEWS, MPS, time(null, "2012-01-01")],         CAMPAIGN, "partly"],
  ["none of its ways",                            [NEWS, OPENING],                                        PLAIN,    "not"],
  ["nothing that can be compared",                [MPS, { kind: "bulk-service" }],                        PLAIN,    "untold"],
];

describe("the grade", () => {
  for (const [name, signs, facts, grade] of GRADES) {
    test(name, () => assert.equal(consistencyOf(profile(...signs), facts).grade, grade));
  }

  test("the sentence says what it is not", () => {
    const { sentence } = consistencyOf(profile(OPENING, NEWS, MPS), CAMPAIGN);
    assert.equal(
      sentence,
      "closely consistent with the description in article.txt: of 3 things it says, 3 fit, 0 contradict, 0 cannot be told here; this is no indicator match and no attribution",
    );
  });

  test("what fits broadly alone never rises above broadly, whatever its number", () => {
    const fit = fc.record({
      trait: fc.constantFrom(PHISHING, time("2010-01-01", null)).map((sign) => ({ sign, says: "so", quote })),
      fit: fc.constantFrom<TraitFit>("fits", "cannot-tell"),
      why: fc.constant("so"),
      isBroad: fc.constant(true),
    });
    fc.assert(
      fc.property(fc.array(fit, { maxLength: 40 }), (traits) => {
        assert.ok(["broadly", "untold"].includes(gradeOf(traits)));
      }),
    );
  });
});
