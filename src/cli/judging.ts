/** Judging by the rules of a scan: a module of its own, since it is loaded while the mail is read. */
import type { FindingRule } from "../rules/finding-rule.ts";
import { Conditions } from "../verdict/conditions.ts";

export { judge } from "../pipeline/judge.ts";
export { caseRulesOf, rulesOf } from "./rule-choice.ts";

export function conditionsOf(rules: readonly FindingRule[]): Conditions {
  return new Conditions(rules);
}
