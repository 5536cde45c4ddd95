/**
 * A rule with what its finding says: conditions that raise its severity, sentences and places, all in MQL and checked like the rule itself.
 */
import { compileRule } from "../mql/check.ts";
import type { Checked } from "../mql/checked.ts";
import type { Outcome } from "../mql/outcome.ts";
import type { RuleProblem } from "../mql/problem.ts";
import type { Pass } from "../mql/rule-set.ts";
import type { Value } from "../mql/value.ts";
import type { LoadedRule, RuleWorld } from "./load-rules.ts";
import type { Rule, RuleSeverity } from "./rule.ts";

export interface FindingRule extends LoadedRule {
  readonly medium: Checked | null;
  readonly high: Checked | null;
  readonly reasons: readonly Checked[];
  readonly questions: readonly Checked[];
  readonly evidence: Checked | null;
}

/** False for queries and for rules of analysts' workflows: they say nothing of a message. */
export function says({ rule }: FindingRule): boolean {
  return rule.kind === "rule" || rule.kind === "dlp" || rule.kind === "exclusion";
}

/** Which of a rule's other texts is wrong, and how. */
export interface TextProblems {
  readonly rule: Rule;
  /** The key in the file: `reasons`, `evidence` … */
  readonly key: string;
  readonly text: string;
  readonly problems: readonly RuleProblem[];
}

export interface FindingRules {
  readonly rules: readonly FindingRule[];
  readonly broken: readonly TextProblems[];
}

export function findingRules(loaded: readonly LoadedRule[], world: RuleWorld): FindingRules {
  const found = loaded.map((one) => findingRule(one, world));
  return { rules: found.map(({ rule }) => rule), broken: found.flatMap(({ problems }) => problems) };
}

/** The rule with its other texts compiled; one that is wrong is absent, and told. */
export function findingRule(
  one: LoadedRule,
  world: RuleWorld,
): { readonly rule: FindingRule; readonly problems: readonly TextProblems[] } {
  const problems: TextProblems[] = [];
  return { rule: { ...one, ...compileTexts(one.rule, world, problems) }, problems };
}

/** What is wrong with a rule's other texts. */
export function textProblems(rule: Rule, world: RuleWorld): readonly TextProblems[] {
  const problems: TextProblems[] = [];
  compileTexts(rule, world, problems);
  return problems;
}

function compileTexts(rule: Rule, world: RuleWorld, found: TextProblems[]): Omit<FindingRule, keyof LoadedRule> {
  const checked = (key: string, text: string, wanted: "condition" | "value"): Checked | null => {
    if (text === "") return null;
    const { checked, problems } = compileRule(text, { ...world, wanted });
    if (checked === null) found.push({ rule, key, text, problems });
    return checked;
  };
  const values = (key: string, texts: readonly string[]) =>
    texts.map((text) => checked(key, text, "value")).filter((one) => one !== null);
  return {
    medium: checked("medium_when", rule.mediumWhen, "condition"),
    high: checked("high_when", rule.highWhen, "condition"),
    reasons: values("reasons", rule.reasons),
    questions: values("open_questions", rule.openQuestions),
    evidence: checked("evidence", rule.evidence, "value"),
  };
}

export interface FindingText {
  readonly severity: RuleSeverity;
  /** Each once, in order. */
  readonly reasons: readonly string[];
  readonly questions: readonly string[];
  /** As the rule's `evidence` gives them. */
  readonly places: readonly Value[];
}

/** Everything in MQL that a finding of these rules says: what a `RuleSet` is to be made with beside the rules. */
export function textsBeside(rules: readonly FindingRule[]): readonly Checked[] {
  return rules
    .flatMap(({ medium, high, reasons, questions, evidence }) => [medium, high, ...reasons, ...questions, evidence])
    .filter((one) => one !== null);
}

/** What a rule that matched says of the message. `pass`: over it, by a set made with `textsBeside`. */
export function findingText(one: FindingRule, pass: Pick<Pass, "holds" | "valueOf">): FindingText {
  const holds = (checked: Checked | null) => checked !== null && pass.holds(checked);
  const values = (checked: readonly Checked[]) => checked.map((each) => pass.valueOf(each));
  const base = one.rule.severity ?? "medium";
  return {
    severity: holds(one.high) ? "high" : holds(one.medium) ? "medium" : base,
    reasons: textsOf(values(one.reasons)),
    questions: textsOf(values(one.questions)),
    places: values(one.evidence === null ? [] : [one.evidence]).flatMap(listed),
  };
}

function textsOf(outcomes: readonly Outcome[]): readonly string[] {
  const texts = outcomes.flatMap(listed).filter((value) => typeof value === "string" && value !== "");
  return [...new Set(texts as readonly string[])];
}

function listed(outcome: Outcome): readonly Value[] {
  if (Array.isArray(outcome)) return outcome as readonly Value[];
  return typeof outcome === "string" ? [outcome] : [];
}
