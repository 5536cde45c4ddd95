/** The public rules, where a copy of them is named and the specification's counts lie beside the project: all are read and checked without a problem. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readRuleFiles } from "../../src/cli/rule-files.ts";
import { parseRule } from "../../src/mql/parser.ts";
import { printRule } from "../../src/mql/print.ts";
import { loadRules } from "../../src/rules/load-rules.ts";
import { publicRules } from "../../tools/corpus.ts";
import { nodesOf, withoutSpans } from "./tree.ts";
import { usageSchema } from "./usage-schema.ts";

const folder = publicRules();
const schema = usageSchema();
const skip =
  folder === null || schema === null
    ? "LETTERLOCK_PUBLIC_RULES names no folder, or no counts lie beside the project"
    : false;

test("every public rule is right, and prints as what reads the same", { skip }, () => {
  if (folder === null || schema === null) return;
  const files = readRuleFiles([folder]);
  assert.ok(files.ok && files.value.length > 1_000);
  const { ready, notApplicable, broken } = loadRules(files.value, { schema, problemOf: () => null });
  assert.deepEqual(
    broken.map(({ path, problems }) => `${path}: ${problems.map(({ message }) => message).join()}`),
    [],
  );
  assert.equal(ready.length + notApplicable.length, files.value.length);
  for (const { rule, checked } of ready) {
    assert.ok(
      nodesOf(checked.expression).every((node) => checked.types.has(node)),
      rule.path,
    );
    const again = parseRule(printRule(checked.expression));
    assert.deepEqual(again.problems, [], rule.path);
    assert.deepEqual(withoutSpans(again.expression), withoutSpans(checked.expression), rule.path);
  }
});
