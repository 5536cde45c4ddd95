/** The public rules, where a copy of them and the specification's counts lie beside the project: all are read and checked without a problem. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readRuleFiles } from "../../src/cli/rule-files.ts";
import { parseRule } from "../../src/mql/parser.ts";
import { printRule } from "../../src/mql/print.ts";
import { loadRules } from "../../src/rules/load-rules.ts";
import { nodesOf, withoutSpans } from "./tree.ts";
import { usageSchema } from "./usage-schema.ts";

/** The project's place, and that of a work tree beside it. */
const folder = ["../../../rules-public", "../../../../rules-public"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));
const schema = usageSchema();
const skip = folder === undefined || schema === null ? "no public rules, or no counts, beside the project" : false;

test("every public rule is right, and prints as what reads the same", { skip }, () => {
  if (folder === undefined || schema === null) return;
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
