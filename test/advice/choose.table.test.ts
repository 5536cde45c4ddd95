/** Which advice is chosen for whom; what the data must be. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { chooseAdvice, FIRST_MAX, FIRST_MINUTES_MAX, triggersOf } from "../../src/advice/choose.ts";
import type { Advice } from "../../src/advice/entry.ts";
import { OFFICIAL } from "../../src/advice/official.ts";
import { OWN } from "../../src/advice/own.ts";
import { COUNTRIES, type FindingCode, SELVES, type Self, type Situation } from "../../src/advice/situation.ts";

const ALL: readonly Advice[] = [...OWN, ...OFFICIAL];
const CODES = [...new Set(ALL.flatMap(({ when }) => when))];

function situation(
  findings: readonly FindingCode[],
  changes: Partial<Omit<Situation, "findings" | "self">> & { readonly self?: readonly Self[] } = {},
): Situation {
  const { self = [], ...rest } = changes;
  return { audience: "person", country: null, ...rest, findings: new Set(findings), self: new Set(self) };
}

const ids = (entries: readonly Advice[]) => entries.map(({ id }) => id);

describe("chooseAdvice", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, given: Situation, first: readonly string[]])[] = [
    ["opened directly", situation(["MSG.TRACK", "EXP.DIRECT", "TGT.PERSON"]), ["GD-001", "GD-002", "own.pictures", "own.router", "GD-302"]],
    ["not opened", situation(["MSG.TRACK"]), ["GD-001", "GD-002", "own.pictures", "own.second-factor", "own.authority"]],
    ["opened, in the UK", situation(["MSG.TRACK", "EXP.DIRECT", "TGT.PERSON"], { country: "GB" }), ["GD-001", "GD-002", "own.pictures", "own.router", "GD-100"]],
    ["answered", situation(["MSG.CREDPHISH", "EXP.ENGAGED"]), ["GD-001", "own.channel", "GD-002", "own.password", "GD-224"]],
    ["fires by itself", situation(["MSG.ZEROCLICK"]), ["GD-001", "own.channel", "GD-002", "own.delivery", "own.second-factor"]],
    ["a warning by a provider", situation(["TGT.NOTIFIED"]), ["GD-001", "own.channel", "GD-002", "GD-300", "GD-320"]],
    ["somebody in exile: safety before computers", situation(["TGT.PERSON", "MSG.TRACK"], { self: ["diaspora"] }), ["own.safety", "GD-001", "GD-002", "own.pictures", "GD-500"]],
    ["an organisation", situation(["TGT.GROUP", "EXP.DIRECT", "MSG.TRACK"], { audience: "organisation" }), ["GD-001", "GD-004", "GD-006", "own.logs", "own.copies"]],
    ["nothing found", situation(["NONE"], { audience: "organisation" }), ["GD-503", "own.keep-case"]],
  ];
  for (const [what, given, first] of cases) test(what, () => assert.deepEqual(ids(chooseAdvice(given).first), first));

  const any = fc.record({
    findings: fc.subarray(CODES, { minLength: 1 }),
    audience: fc.constantFrom("person" as const, "organisation" as const, "it" as const),
    country: fc.option(fc.constantFrom(...Object.keys(COUNTRIES), "DE", "ZZ")),
    self: fc.subarray([...SELVES]),
  });

  test("at most five first, the first one done in ten minutes, one of a topic; nothing twice; only what fits", () => {
    fc.assert(
      fc.property(any, ({ findings, audience, country, self }) => {
        const given = situation(findings, { audience, country, self });
        const { first, further, unknown } = chooseAdvice(given);
        assert.ok(first.length <= FIRST_MAX);
        assert.ok((first[0]?.minutes ?? 0) <= FIRST_MINUTES_MAX);
        assert.equal(new Set(first.map(({ topic }) => topic)).size, first.length);
        const shown = [...first, ...further];
        assert.equal(new Set(ids(shown)).size, shown.length);
        for (const entry of shown) {
          assert.ok(entry.audience.includes(audience));
          assert.ok(entry.when.length === 0 || triggersOf(entry, given).length > 0);
          if (entry.kind === "official" && entry.country !== null) assert.equal(entry.country, country);
        }
        assert.ok(unknown.length > 0);
      }),
    );
  });

  test("what was found by nobody brings no advice as if it had been", () => {
    const { first, further } = chooseAdvice(situation(["NONE"]));
    assert.ok([...first, ...further].every(({ when }) => when.includes("NONE")));
  });

  describe("what the advice does not know is said", () => {
    // biome-ignore format: a table reads by column
    const unknown: readonly (readonly [given: Situation, says: RegExp])[] = [
      [situation(["MSG.TRACK"]), /In which country you are/],
      [situation(["MSG.TRACK"], { country: "ZZ" }), /Official advice of ZZ: none is in our notes/],
      [situation(["MSG.TRACK"]), /Who you are/],
      [situation(["MSG.TRACK"]), /typed a password/],
      [situation(["MSG.TRACK"], { audience: "it" }), /What your logs hold/],
    ];
    for (const [given, says] of unknown)
      test(String(says), () => assert.match(chooseAdvice(given).unknown.join(" "), says));
    test("nothing is asked that was said", () => {
      const { unknown: left } = chooseAdvice(situation(["MSG.TRACK"], { country: "GB", self: ["press"] }));
      assert.doesNotMatch(left.join(" "), /--country|--self/);
    });
  });
});

describe("the advice itself", () => {
  test("ids are unique", () => assert.equal(new Set(ids(ALL)).size, ALL.length));
  test("official advice names its source and how it was read", () => {
    for (const { id, source, checkedOn, read } of OFFICIAL) {
      assert.match(id, /^GD-\d{3}$/);
      assert.ok(source.length > 3, id);
      assert.ok(checkedOn === null || /^20\d\d-[01]\d-[0-3]\d$/.test(checkedOn), id);
      assert.ok(read === "official" || read === "reported", id);
    }
  });
  test("nobody is blamed, nothing tells to delete or to forward a lure", () => {
    for (const { id, action } of ALL) {
      assert.doesNotMatch(action, /\b(?:your fault|mistake|careless|should have|fell for|victim)\b/i, id);
      assert.doesNotMatch(action, /^(?:Delete|Forward)/, id);
    }
  });
  test("wherever a report is advised, it is said that the sender may see it", () => {
    for (const { id, action } of OFFICIAL.filter((one) => /@/.test(one.action)))
      assert.match(action, /sender may see/, id);
  });
  test("every finding has advice for a person, an organisation or its IT", () => {
    for (const code of CODES)
      assert.ok(
        ALL.some(({ when }) => when.includes(code)),
        code,
      );
  });
});
