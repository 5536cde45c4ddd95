/**
 * Rules that are asked of a message when it is read, and what they answer: a match, a rest for when all mail is known, or nothing.
 *
 * A rule that names nothing but what judging knows (`letterlock`, without the message's text) is not asked here: judging asks it.
 */
import { limits } from "../base/limits.ts";
import { CallCache } from "../mql/calls.ts";
import type { Checked } from "../mql/checked.ts";
import { scopeOf } from "../mql/evaluate.ts";
import { Fuel } from "../mql/fuel.ts";
import { partsOf } from "../mql/interned.ts";
import { truthLiteral } from "../mql/literals.ts";
import { printRule } from "../mql/print.ts";
import { canHold, residualOf } from "../mql/residual.ts";
import { type Pass, type RuleOutcome, RuleSet } from "../mql/rule-set.ts";
import type { Expression } from "../mql/syntax.ts";
import { Truth } from "../mql/truth.ts";
import type { Host, Schema } from "../mql/types.ts";
import { ANY_OF_ALL, IS_TRUE } from "../mql/value.ts";
import { type FindingRule, type FindingText, findingText, says, textsBeside } from "./finding-rule.ts";

/** Reasons that are gone once all mail was read and compared. */
export const LATER: ReadonlySet<string> = new Set(["later", "list.org", "list.history", "profile"]);

/** The one root of the model that judging knows, but for fields of it that need the message itself (`src/mdm/signs/`). */
const JUDGED_ROOT = "letterlock";
const READ_FIELDS: ReadonlySet<string> = new Set([
  ...["impersonation", "lures", "divergence", "sender_shapes", "results", "links", "is_foreign", "link_domains"],
  ...["forms", "picture", "hidden_words", "is_list", "is_report"],
]);

/** Functions that look at the whole message without naming it. */
const SHOWS_MESSAGE = /(?:^|\.)message_screenshot$/;

export function isAskedWhenJudged({ checked }: FindingRule): boolean {
  return namesOnly(checked.expression, JUDGED_ROOT);
}

export interface Answer extends FindingText {
  readonly rule: FindingRule;
  /** MQL; empty for a match. */
  readonly rest: string;
}

export interface Answers {
  readonly answers: readonly Answer[];
  readonly undecided: number;
  /** Sorted, each once. */
  readonly missing: readonly string[];
}

/** What all rules on one message have in common. */
interface Asked {
  readonly host: Host;
  readonly calls: CallCache;
  readonly fuel: Fuel;
  readonly pass: Pass;
}

export class RuleDesk {
  readonly #rules: readonly FindingRule[];
  readonly #set: RuleSet;
  readonly #schema: Schema;
  /** Names the rules in what is stored of their answers. */
  readonly setName: string;

  /** Of `rules` those that are not judging's; queries and rules of analysts' workflows say nothing of a message. */
  constructor(rules: readonly FindingRule[], schema: Schema, setName = "") {
    this.#rules = rules.filter((one) => says(one) && !isAskedWhenJudged(one));
    this.setName = setName;
    this.#schema = schema;
    this.#set = new RuleSet(
      this.#rules.map(({ checked }) => checked),
      schema,
      LATER,
      textsBeside(this.#rules),
    );
  }

  get isEmpty(): boolean {
    return this.#rules.length === 0;
  }

  ask(host: Host): Answers {
    const answers: Answer[] = [];
    const missing = new Set<string>();
    let undecided = 0;
    const calls = new CallCache(host);
    // One measure for the rests of all rules: there may be hundreds.
    const pass = this.#set.pass(host, { calls });
    const asked: Asked = { host, calls, fuel: new Fuel(), pass };
    for (const outcome of pass.outcomes) {
      const rule = this.#rules[outcome.rule];
      const left = rule === undefined ? NO : this.#leftOf(rule, outcome, asked);
      if (rule !== undefined && left.rest !== null) answers.push({ rule, rest: left.rest, ...NOTHING_SAID });
      if (left.open.length === 0) continue;
      undecided += 1;
      for (const reason of left.open) missing.add(reason);
    }
    const kept = this.#kept(answers);
    if (kept.length < answers.length) missing.add("limit:answers");
    return {
      answers: kept.map((answer) => ({ ...answer, ...findingText(answer.rule, pass) })),
      undecided: undecided + answers.length - kept.length,
      missing: [...missing].sort(),
    };
  }

  /** As many as a record takes, in the order of the rules: exclusions, matches and severe ones before others. */
  #kept(answers: readonly Answer[]): readonly Answer[] {
    if (answers.length <= limits.ruleAnswersMax) return answers;
    const best = [...answers].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, limits.ruleAnswersMax);
    const chosen = new Set(best);
    return answers.filter((answer) => chosen.has(answer));
  }

  #leftOf({ rule, checked }: FindingRule, { isMatch, reasons }: RuleOutcome, { host, calls, fuel, pass }: Asked): Left {
    if (isMatch) return { rest: "", open: [] };
    const isExclusion = rule.kind === "exclusion";
    if (!reasons.some((reason) => LATER.has(reason))) {
      return isExclusion ? neverKnown(checked, reasons) : { rest: null, open: reasons };
    }
    pass.begin();
    const left = residualOf(checked, scopeOf(checked, this.#schema, host, { fuel, calls }), LATER, pass.answerOf);
    if (left.kind === "open") {
      const isKept = isExclusion || canHold(left.expression);
      return isKept ? { rest: printRule(left.expression), open: [] } : { rest: null, open: reasons };
    }
    const { mask, reasons: open } = left.truth;
    if (mask === IS_TRUE) return { rest: "", open: [] };
    if ((mask & IS_TRUE) === 0) return NO;
    return isExclusion ? neverKnown(checked, open) : { rest: null, open };
  }
}

interface Left {
  /** Empty for a match. Null where the rule says no, or nothing that could ever be a match. */
  readonly rest: string | null;
  /** Why it will never be decided; empty where it is, or judging is to tell. */
  readonly open: readonly string[];
}

const NO: Left = { rest: null, open: [] };
const NOTHING_SAID: FindingText = { severity: "low", reasons: [], questions: [], places: [] };

/** Of an exclusion that nobody will ever decide that much is kept, for judging to tell: what other rules say hangs on it. */
function neverKnown({ expression: { span } }: Checked, reasons: readonly string[]): Left {
  return { rest: printRule(truthLiteral(new Truth(ANY_OF_ALL, reasons), span)), open: [] };
}

const WEIGHTS = { critical: 4, high: 3, medium: 2, low: 1, informational: 0 } as const;

function weightOf({ rule: { rule }, rest }: Answer): number {
  if (rule.kind === "exclusion") return 20;
  return WEIGHTS[rule.severity ?? "medium"] + (rest === "" ? 10 : 0);
}

function namesOnly(expression: Expression, root: string): boolean {
  if (expression.kind === "list") return false;
  if (expression.kind === "name") return expression.name === root;
  if (expression.kind === "call" && SHOWS_MESSAGE.test(expression.name)) return false;
  if (isReadField(expression)) return false;
  return partsOf(expression).every((part) => namesOnly(part, root));
}

function isReadField(expression: Expression): boolean {
  return expression.kind === "member" && expression.of.kind === "name" && READ_FIELDS.has(expression.name);
}
