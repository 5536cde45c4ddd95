/** Sums over messages of what rules were asked and could not decide. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { RuleAnswersRecord } from "../../src/case/record.ts";
import { RuleBook } from "../../src/pipeline/rule-book.ts";

const NONE = { rules: 0, missing: [] };

function rules(set: string | undefined, undecided = 0, missing: readonly string[] = []): RuleAnswersRecord {
  return { set, answers: [], undecided, missing };
}

test("no message: nothing", () => {
  assert.deepEqual(new RuleBook().all(), { sets: [], undecidedMessages: 0, undecidedRulesMax: 0, missing: [] });
});

test("messages are counted by set, by undecided rules, and by what was missing, each message once", () => {
  const book = new RuleBook();
  book.add({ status: "ok", rules: null }, NONE);
  book.add({ status: "ok", rules: rules("a", 3, ["nlu", "ocr"]) }, { rules: 2, missing: ["list.org", "nlu"] });
  book.add({ status: "partial", rules: rules("a", 1, ["nlu"]) }, NONE);
  book.add({ status: "ok", rules: rules(undefined) }, { rules: 1, missing: ["ocr"] });
  book.add({ status: "unparseable", rules: null }, NONE);
  assert.deepEqual(book.all(), {
    sets: [
      { set: "", messages: 2 },
      { set: "a", messages: 2 },
    ],
    undecidedMessages: 3,
    undecidedRulesMax: 5,
    missing: [
      { capability: "nlu", messages: 2 },
      { capability: "ocr", messages: 2 },
      { capability: "list.org", messages: 1 },
    ],
  });
});
