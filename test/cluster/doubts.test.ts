/** What is remembered of a sender's doubtful mail. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { RuleAnswerRecord } from "../../src/case/record.ts";
import { DoubtBook } from "../../src/cluster/doubts.ts";
import { recordOf } from "../support/record.ts";

const answer: RuleAnswerRecord = {
  rule: "lure.dense",
  title: "t",
  kind: "rule",
  about: "crime",
  severity: "medium",
  techniques: [],
  reasons: [],
  openQuestions: [],
  spans: [],
  rest: "not letterlock.source.is_related",
};

/** Doubts after mail of one sender with these answers. */
function after(...answers: readonly Partial<RuleAnswerRecord>[]): readonly [messages: number, doubtful: number] {
  const book = new DoubtBook();
  let last = { messages: 0, doubtful: 0 };
  for (const [n, one] of answers.entries()) {
    const rules = { set: "", answers: [{ ...answer, ...one }], undecided: 0, missing: [] };
    last = book.add({ ...recordOf({ name: `m${n}`, from: "shop@firm.example", on: "2024-01-01" }), rules });
  }
  return [last.messages, last.doubtful];
}

describe("doubtful mail of a sender", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, answer: Partial<RuleAnswerRecord>, doubtful: number])[] = [
    ["what waits for who the sender is", {}, 1],
    ["what holds whoever the sender is", { rest: "" }, 1],
    ["what waits for something else", { rest: "letterlock.tracking.class == \"covert\"" }, 0],
    ["a sign that says little", { severity: "low" }, 0],
    ["what speaks of targeting", { about: "targeting" }, 0],
    ["an exclusion", { kind: "exclusion" }, 0],
  ];
  for (const [what, one, doubtful] of cases) {
    test(what, () => assert.deepEqual(after(one), [1, doubtful]));
  }

  test("of a sender all is counted, the last one too", () => {
    assert.deepEqual(after({}, { severity: "low" }, {}), [3, 2]);
  });

  test("another sender's mail is not counted", () => {
    const book = new DoubtBook();
    const rules = { set: "", answers: [answer], undecided: 0, missing: [] };
    book.add({ ...recordOf({ name: "a", from: "a@firm.example", on: "2024-01-01" }), rules });
    const other = book.add(recordOf({ name: "b", from: "b@house.example", on: "2024-01-02" }));
    assert.deepEqual(other, { messages: 1, doubtful: 0 });
  });
});
