/** The rules that ship (`rules/` at the top of the project), compiled. A mistake in them is ours, and throws. */
import { fileURLToPath } from "node:url";
import { assert } from "../base/assert.ts";
import { mailSchema } from "../mdm/schema.ts";
import { patternError } from "../mql/patterns.ts";
import { problemText } from "../mql/placed-problem.ts";
import { type FindingRule, findingRules } from "../rules/finding-rule.ts";
import { loadRules } from "../rules/load-rules.ts";
import { readRuleFiles } from "./rule-files.ts";

const FOLDER = fileURLToPath(new URL("../../rules/", import.meta.url));

export function shippedRules(): readonly FindingRule[] {
  const files = readRuleFiles([FOLDER]);
  assert(files.ok, files.ok ? "" : files.error);
  const world = { schema: mailSchema, problemOf: patternError };
  const { ready, broken } = loadRules(files.value, world);
  assert(
    broken.length === 0,
    broken.flatMap(({ path, problems }) => problems.map((p) => problemText(path, p))).join("\n"),
  );
  const { rules, broken: texts } = findingRules(ready, world);
  const told = texts.flatMap(({ rule, key, text, problems }) =>
    problems.map(({ message, hint }) => `${rule.path}: ${key}: ${message} (${hint}) in ${text}`),
  );
  assert(told.length === 0, told.join("\n"));
  return rules;
}
