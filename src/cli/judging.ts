/** Judging by the rules of a scan: a module of its own, since it is loaded while the mail is read. */

import { judge as judgeCase } from "../pipeline/judge.ts";
import type { FindingRule } from "../rules/finding-rule.ts";
import { Conditions } from "../verdict/conditions.ts";
import { collectWhereLarge } from "./collect-garbage.ts";

export { caseRulesOf, rulesOf } from "./rule-choice.ts";

export function conditionsOf(rules: readonly FindingRule[]): Conditions {
  return new Conditions(rules);
}

/** As the use case has it; what its steps leave behind is freed between them, for the memory bound. */
export const judge: typeof judgeCase = (store, conditions, onProgress, beside) =>
  judgeCase(store, conditions, onProgress, { tidy: collectWhereLarge, ...beside });
