/** The rules that ship (`rules/` at the top of the project), compiled. A mistake in them is ours, and throws. */
import { fileURLToPath } from "node:url";
import { assert } from "../base/assert.ts";
import { problemText } from "../mql/placed-problem.ts";
import type { FindingRule } from "../rules/finding-rule.ts";
import type { RuleFile } from "../rules/load-rules.ts";
import { readRules } from "../rules/read-rules.ts";
import { readRuleFiles } from "./rule-files.ts";
import { ruleWorld } from "./rule-world.ts";

export const SHIPPED_FOLDER = fileURLToPath(new URL("../../rules/", import.meta.url));

export function shippedFiles(): readonly RuleFile[] {
  const files = readRuleFiles([SHIPPED_FOLDER]);
  assert(files.ok, files.ok ? "" : files.error);
  return files.value;
}

export function shippedRules(): readonly FindingRule[] {
  const { ready, broken } = readRules(shippedFiles(), ruleWorld);
  assert(
    broken.length === 0,
    broken.flatMap(({ path, problems }) => problems.map((p) => problemText(path, p))).join("\n"),
  );
  return ready;
}
