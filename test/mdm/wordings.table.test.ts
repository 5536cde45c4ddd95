/** `ml.nlu_classifier` by phrases: what it finds, and that it never says that something is not there. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { mailSchema } from "../../src/mdm/schema.ts";
import { compileRule } from "../../src/mql/check.ts";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import { hostOf } from "../support/model.ts";

const LURE =
  "Dear customer, unusual activity was seen. Your account has been suspended. Please verify your account within 24hrs.";
const PLAIN = "The rehearsal is on Tuesday at seven, bring the red folder and some cake.";
const MIDDLE = "Your account has been suspended.";

// biome-ignore format: a table reads by column
const cases: readonly (readonly [text: string, condition: string, members: string])[] = [
  [LURE,   'any(NLU.intents, .name == "cred_theft" and .confidence == "high")',     "t"],
  [LURE,   'any(NLU.intents, .name == "bec")',                                      "tfn"],
  [LURE,   'not any(NLU.intents, .name == "benign")',                               "tfn"],
  [LURE,   'any(NLU.entities, .name == "urgency")',                                 "t"],
  [LURE,   'any(NLU.entities, .text == "x")',                                       "tfn"],
  [LURE,   "length(NLU.intents) >= 1",                                              "t"],
  [LURE,   "length(NLU.intents) == 1",                                              "tf"],
  [LURE,   'length(filter(NLU.intents, .name == "cred_theft")) > 0',                "t"],
  [LURE,   'all(NLU.intents, .name == "cred_theft")',                               "tfn"],
  [LURE,   'NLU.intents[0].name == "cred_theft"',                                   "t"],
  [LURE,   'NLU.intents[1].name == "cred_theft"',                                   "tfn"],
  [LURE,   'NLU.intents[7].name is null',                                           "tfn"],
  [LURE,   "length(NLU.intents[5:9]) == 0",                                         "tf"],
  [LURE,   "length(NLU.topics) == 0",                                               "tfn"],
  [LURE,   'NLU.language == "english"',                                             "tfn"],
  [MIDDLE, 'any(NLU.intents, .name == "cred_theft")',                               "t"],
  [MIDDLE, 'any(NLU.intents, .name == "cred_theft" and .confidence == "high")',     "tfn"],
  [PLAIN,  'any(NLU.intents, .name == "cred_theft")',                               "tfn"],
  [PLAIN,  "length(NLU.intents) == 0",                                              "tfn"],
  [PLAIN,  'not any(NLU.entities, .name == "urgency")',                             "tfn"],
];

describe("ml.nlu_classifier", () => {
  for (const [text, condition, members] of cases) {
    test(`${text.slice(0, 20)}… ${condition} → ${members}`, () => {
      const source = condition.replace("NLU", "ml.nlu_classifier(body.current_thread.text)");
      const host = hostOf(["From: ada@example.com", "", text, ""]);
      const { checked, problems } = compileRule(source, {
        schema: mailSchema,
        problemOf: patternError,
        wanted: "condition",
      });
      assert.deepEqual(problems, []);
      assert.ok(checked !== null);
      const { mask, reasons } = evaluate(checked, scopeOf(checked, mailSchema, host));
      assert.equal(["t", "f", "n"].filter((_, bit) => (mask & (1 << bit)) !== 0).join(""), members);
      assert.deepEqual(reasons, members.length > 1 ? ["nlu"] : []);
      const [outcome] = new RuleSet([checked], mailSchema).run(host);
      assert.equal(outcome?.isMatch ?? false, members === "t");
    });
  }

  test("null for null", () => {
    assert.equal(mailSchema.functions.get("ml.nlu_classifier")?.call(hostOf(["", ""]), [null], new Map()), null);
  });
});
