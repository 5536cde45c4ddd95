/** Our packs: every rule has what a reader needs to trust it, and test messages that it passes. The same process, so that it costs seconds. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { readTestFolders } from "../../src/cli/rule-test-files.ts";
import { runRuleTests, type TestOutcome } from "../../src/cli/rule-tests.ts";
import { SHIPPED_FOLDER, shippedRules } from "../../src/cli/shipped-rules.ts";
import { ourRulesPage } from "../../tools/our-rules-page.ts";

const rules = shippedRules();

test("docs/our-rules.md is made from the rules: run node tools/our-rules.ts", () => {
  const page = readFileSync(new URL("../../docs/our-rules.md", import.meta.url), "utf8");
  assert.equal(page, ourRulesPage());
});

describe("rules of our packs", () => {
  for (const { rule } of rules) {
    test(`${rule.id} says what it is, why it holds and where it errs`, () => {
      assert.match(rule.id, /^[a-z][a-z-]*(?:\.[a-z][a-z0-9-]*)+$/);
      assert.ok(rule.severity !== null, "no severity");
      const texts = { name: rule.name, description: rule.description, why: rule.why };
      for (const [key, text] of Object.entries(texts)) assert.ok(text.trim().length >= 12, `${key} says nothing`);
      assert.ok(rule.falsePositives.length > 0, "no false positives: say at least that none are known");
      assert.ok(
        rule.techniques.every((id) => /^T\d{4}(?:\.\d{3})?$/.test(id)),
        rule.techniques.join(", "),
      );
      // What makes a message suspicious by itself accuses somebody of something, and ATT&CK has a name for it.
      const accuses = rule.severity === "medium" || rule.severity === "high" || rule.severity === "critical";
      assert.ok(!accuses || rule.techniques.length > 0, "no techniques");
    });
  }
});

describe("test messages of our packs", () => {
  let outcome: TestOutcome = { rules: [], strange: [] };
  before(async () => {
    const folders = readTestFolders([SHIPPED_FOLDER]);
    assert.ok(folders.ok, folders.ok ? "" : folders.error);
    outcome = await runRuleTests(rules, folders.value, { hasBroken: false });
  });

  test("every folder is of a rule, and every file is a test", () => assert.deepEqual(outcome.strange, []));

  test("every rule is tested", () => {
    assert.ok(outcome.rules.length >= 16, "no rules were looked at");
    assert.equal(outcome.rules.length, rules.length);
  });

  for (const { rule } of rules) {
    test(`${rule.id} matches what it must and leaves its neighbours alone`, () => {
      const one = outcome.rules.find((found) => found.rule.rule.id === rule.id);
      assert.deepEqual(
        one?.mailboxes.filter(({ isRight }) => !isRight),
        [],
      );
      assert.ok(one?.hasMinimum, `rules/tests/${rule.id}/ needs one match-… and two clear-… at least`);
    });
  }
});
