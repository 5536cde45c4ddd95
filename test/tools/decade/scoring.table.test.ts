import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  bCubed,
  type Said,
  type SaidMessage,
  scoreOf,
  type TruthLine,
  type Truths,
  takenTogether,
} from "../../../tools/decade/scoring.ts";

function line(sha256: string, campaign: string, rest: Partial<TruthLine> = {}): TruthLine {
  const exposure = { mail: { level: 4, likelihood: "possible" }, all: { level: 5, likelihood: "confirmed" } };
  return {
    ...{
      sha256,
      kind: "campaign",
      actor: campaign.slice(0, 2),
      campaign,
      wave: 1,
      person: "p1",
      scheme: "reader",
      exposure,
    },
    ...rest,
  };
}

function said(sha256: string, campaign: string | null, found = true): SaidMessage {
  return { sha256, found, campaign };
}

describe("B-cubed", () => {
  const gold = [line("a", "A1-C1"), line("b", "A1-C1"), line("c", "A2-C1"), line("d", "A2-C1")];
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, messages: readonly SaidMessage[], precision: number, recall: number])[] = [
    ["all right",              ["a1", "b1", "c2", "d2"].map((s) => said(s.charAt(0), s.charAt(1))), 1,     1],
    ["all in one",             ["a", "b", "c", "d"].map((s) => said(s, "x")),                       0.5,   1],
    ["each by itself",         ["a", "b", "c", "d"].map((s) => said(s, null)),                      1,     0.5],
    ["nothing said",           [],                                                                  1,     0.5],
    ["one false one among 2",  [said("a", "x"), said("b", "x"), said("z", "x"), said("c", "y"), said("d", "y")], (2 / 3 + 2 / 3 + 2) / 4, 1],
  ];
  for (const [what, messages, precision, recall] of cases) {
    test(what, () => {
      const agreement = bCubed(messages, gold, ({ campaign }) => campaign);
      assert.ok(Math.abs(agreement.precision - precision) < 1e-12, `precision ${agreement.precision}`);
      assert.ok(Math.abs(agreement.recall - recall) < 1e-12, `recall ${agreement.recall}`);
    });
  }
});

test("found, missed, false, targets and levels are counted apart", () => {
  const lines = [
    line("a", "A1-C1"),
    line("b", "A1-C1", { wave: 2, person: "p2" }),
    line("c", "A2-C1", { person: "p3", scheme: "none" }),
    line("r", "A1-C1", { kind: "reaction", exposure: null, person: "p4" }),
    line("s", "decoy-sales-1", { kind: "decoy", exposure: null }),
  ];
  const messages = [said("a", "x"), said("b", "x"), said("r", "x"), said("s", null), said("n", null)];
  const person = (address: string, level: number, likelihood = "possible") => ({
    ...{ addresses: [address], messages: 1, exposure: { level, likelihood } },
  });
  const people = [person("p1@x.example", 4), person("p2@x.example", 6), person("p9@x.example", 1)];
  const truths: Truths = {
    lines,
    kindOf: (sha256) => (sha256 === "s" ? "decoy-sales" : "newsletter"),
    personOf: (address) => address.slice(0, 2),
  };
  const score = scoreOf({ messages, people, makers: [] } satisfies Said, truths);
  assert.deepEqual(score.planted, { found: 2, of: 3 });
  assert.deepEqual(score.byScheme, { none: { found: 0, of: 1 }, reader: { found: 2, of: 2 } });
  assert.deepEqual(score.waves, { found: 2, of: 3 });
  assert.deepEqual(score.false, { messages: 2, byKind: { "decoy-sales": 1, newsletter: 1 } });
  assert.deepEqual(score.targets, { found: 2, of: 3, false: 1 });
  assert.deepEqual(score.exposure.mail, { right: 1, low: 0, high: 1, likelihood: 1 });
  assert.deepEqual(score.exposure.planted, score.exposure.all);
  assert.deepEqual(score.exposure.all, { right: 0, low: 1, high: 1, likelihood: 0 });
  assert.deepEqual([score.campaigns.true, score.campaigns.said, score.campaigns.saidFalse], [2, 1, 0]);
});

test("campaigns that perhaps have one maker are taken together, and pairs of one actor counted", () => {
  const lines = [
    line("a", "A1-C1", { person: "p1" }),
    line("b", "A1-C2", { person: "p1" }),
    line("c", "A2-C1", { person: "p1" }),
    line("d", "A2-C2", { person: "p1" }),
  ];
  const messages = [said("a", "w"), said("b", "x"), said("c", "y"), said("d", "z")];
  const makers = [
    ["w", "x"],
    ["x", "y"],
  ] as const;
  assert.deepEqual(
    takenTogether({ messages, makers }).map(({ campaign }) => campaign),
    ["w", "w", "w", "z"],
  );
  const truths: Truths = { lines, kindOf: () => "", personOf: (address) => address };
  const { campaigns } = scoreOf({ messages, people: [], makers }, truths);
  assert.deepEqual(campaigns.pairs, { found: 1, of: 2 });
  assert.deepEqual([campaigns.actors.precision, campaigns.actors.recall], [1, 0.5]);
  assert.equal(campaigns.makers.precision.toFixed(3), ((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4).toFixed(3));
  assert.equal(campaigns.makers.recall, (1 + 1 + 0.5 + 0.5) / 4);
});
