/** What is left of rules when mail was read, decided when it is judged: by what the user gave, and never by saying nothing. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { describe, test } from "node:test";
import type { Finding } from "../../src/case/judgement.ts";
import type { RuleAnswerRecord } from "../../src/case/record.ts";
import { listOf } from "../../src/mdm/lists/list.ts";
import { shippedList } from "../../src/mdm/lists/shipped.ts";
import type { GivenKnowledge } from "../../src/pipeline/ask-rules.ts";
import { judge } from "../../src/pipeline/judge.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { Conditions } from "../../src/verdict/conditions.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { pixel } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SOURCE = { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "Inbox" } as const;

function answer(rest: string, kind: RuleAnswerRecord["kind"] = "rule"): RuleAnswerRecord {
  const texts = { techniques: [], reasons: ["it says so"], openQuestions: [], spans: [] };
  return { rule: `a.${kind}`, title: `The ${kind}`, kind, about: "targeting", severity: "medium", ...texts, rest };
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly missing: readonly string[];
}

async function judged(answers: readonly RuleAnswerRecord[], given: Partial<GivenKnowledge> = {}): Promise<Judged> {
  const folder = temporaryFolder();
  try {
    const store = must(await openCase(folder, { mode: "write", registrableDomain }));
    const rules = { set: "0123456789ab", answers, undecided: 0, missing: [] };
    const loads = [pixel("https://t.tracker.example/o?u=Zx81Qq02mYy4")];
    await readSource(store, SOURCE, [
      itemOf({ name: "m", from: "desk@outlet.test", on: "2021-03-05", loads, rules }, 0),
    ]);
    must(await judge(store, new Conditions([]), () => {}, given));
    const [one] = await Array.fromAsync(store.messages({}));
    const tally = await store.ruleTally();
    await store.close();
    return {
      findings: one?.judgement?.findings ?? [],
      missing: tally?.missing.map(({ capability }) => capability) ?? [],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ids = ({ findings }: Judged) => findings.map(({ rule }) => rule);

describe("a rest that asks what the user gave", () => {
  const rest = "any(letterlock.loads, .tracks and .domain in $tranco_10k)";
  test("is undecided without it, and told", async () => {
    const without = await judged([answer(rest)]);
    assert.deepEqual([ids(without), without.missing], [[], ["list.ranked"]]);
  });
  test("is decided by it", async () => {
    const list: GivenKnowledge["list"] = (name) =>
      name === "tranco_10k" ? listOf(["tracker.example"]) : shippedList(name);
    const told = await judged([answer(rest)], { list });
    assert.deepEqual([ids(told), told.missing], [["a.rule"], []]);
  });
});

describe("an exclusion", () => {
  const match = answer("");
  test("that holds takes the message out", async () => {
    assert.deepEqual(ids(await judged([match, answer("", "exclusion")])), ["a.exclusion"]);
  });
  test("that could not be decided is told by what it may take away", async () => {
    const { findings } = await judged([match, answer('undetermined("true false null", "nlu")', "exclusion")]);
    assert.deepEqual(
      findings.map(({ rule, undetermined }) => [rule, undetermined]),
      [["a.rule", ['whether the exclusion "The exclusion" takes the message out: it could not be decided']]],
    );
  });
  test("that says no is not told", async () => {
    const { findings } = await judged([match, answer("letterlock.source.is_own", "exclusion")]);
    assert.deepEqual(
      findings.map(({ undetermined }) => undetermined),
      [[]],
    );
  });
});

test("what another version left of a rule is undecided, and no silent no", async () => {
  const { findings, missing } = await judged([answer("letterlock.source.gone_by_then")]);
  assert.deepEqual([findings, missing], [[], ["version"]]);
});
