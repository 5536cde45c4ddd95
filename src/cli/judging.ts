/** Judging by the rules of a scan: a module of its own, since it is loaded while the mail is read. */

import { judge as judgeCase } from "../pipeline/judge.ts";
import type { FindingRule } from "../rules/finding-rule.ts";
import { Conditions } from "../verdict/conditions.ts";
import { collectWhereLarge } from "./collect-garbage.ts";

export { caseRulesOf, rulesOf } from "./rule-choice.ts";

export function conditionsOf(rules: readonly FindingRule[]): Conditions {
  return new Conditions(rules);
}

/** So often the engine is told that memory is bounded: some twenty times for a million messages, at a hundredth of the time. */
const TIDY_EVERY = 50_000;

/** As the use case has it; what its steps leave behind is freed between them, and now and then in the longest, for the memory bound. */
export const judge: typeof judgeCase = (store, conditions, onProgress, beside) => {
  let next = TIDY_EVERY;
  const onJudged = (messages: number): void => {
    onProgress?.(messages);
    if (messages < next) return;
    next = messages + TIDY_EVERY;
    collectWhereLarge();
  };
  return judgeCase(store, conditions, onJudged, { tidy: collectWhereLarge, ...beside });
};
