import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Disclosure, Exposure } from "../../src/case/judgement.ts";
import { learnedInShort } from "../../src/report/exposure-short.ts";
import { disclosureOf } from "../../src/report/exposure-words.ts";
import { verdictMeaning } from "../../src/report/labels.ts";

function exposure(learned: readonly Disclosure[], wish: Partial<Exposure> = {}): Exposure {
  return { level: 6, likelihood: "confirmed", reasons: [], learned, ...wish };
}

const AUTOMATIC = exposure(["live", "client", "answer"]);
const CLICK = exposure(["live", "opened", "network", "device", "action"]);

describe("what was learned, in short", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, exposures: readonly Exposure[], said: string | null])[] = [
    ["an automatic answer", [AUTOMATIC], "what the answer held was disclosed"],
    ["two clicks", [CLICK, CLICK], "location, network and device and what they clicked were disclosed"],
    ["a click and an automatic answer", [CLICK, AUTOMATIC],
      "location, network and device (1 of 2) and what they clicked (1 of 2) and what the answer held (1 of 2) were disclosed"],
    ["a receipt, and perhaps a load", [exposure(["live", "opened", "client", "network"], { learnedAs: { network: "possible" } })],
      "that they read it, and when, and what the answer held were disclosed; location, network and device may have been disclosed"],
    ["opened with all it loads", [exposure(["live", "opened", "network", "device"], { level: 4, likelihood: "probable" })],
      "location, network and device were probably disclosed"],
    ["one stored by an older version", [AUTOMATIC, { level: 6, likelihood: "confirmed", reasons: [] }], null],
  ];
  for (const [what, exposures, said] of cases) test(what, () => assert.equal(learnedInShort(exposures), said));
});

describe("what was learned, in full", () => {
  test("of an automatic answer nobody says that the mail was read", () => {
    const { disclosed, notDisclosed } = disclosureOf(AUTOMATIC);
    assert.doesNotMatch(disclosed.join(" "), /opened|read the mail/);
    assert.ok(notDisclosed.includes("Whether and when the mail was read."));
  });

  test("of an answer nobody says that the network was not given away: its head may tell", () => {
    assert.doesNotMatch(disclosureOf(AUTOMATIC).notDisclosed.join(" "), /network|device/i);
    assert.match(disclosureOf(AUTOMATIC).disclosed.join(" "), /many servers write the network address/);
  });

  test("of a click nobody says that something was typed", () => {
    assert.match(disclosureOf(CLICK).disclosed.join(" "), /what was typed in there, if anything was/);
  });
});

test("tracked mail that no known service explains is not called commercial", () => {
  assert.match(verdictMeaning("tracked", "clear", "commercial"), /commercial tracking only/);
  assert.doesNotMatch(verdictMeaning("tracked", "clear", "unexplained"), /commercial|not targeted/);
});
