/**
 * Rules that are asked of a message when it is read, and what they answer: a match, a rest for when all mail is known, or nothing.
 *
 * A rule that names nothing but what judging knows (`letterlock`, without the message's text) is not asked here: judging asks it.
 */
import { limits } from "../base/limits.ts";
import { CallCache } from "../mql/calls.ts";
import { scopeOf } from "../mql/evaluate.ts";
import { Fuel } from "../mql/fuel.ts";
import { partsOf } from "../mql/interned.ts";
import { printRule } from "../mql/print.ts";
import { canHold, residualOf } from "../mql/residual.ts";
import { type RuleOutcome, RuleSet } from "../mql/rule-set.ts";
import type { Expression } from "../mql/syntax.ts";
import type { Host, Schema } from "../mql/types.ts";
import { IS_TRUE } from "../mql/value.ts";
import { type FindingRule, type FindingText, findingText, says } from "./finding-rule.ts";

/** Reasons that are gone once all mail was read and compared. */
export const LATER: ReadonlySet<string> = new Set(["later", "list.org", "list.history", "profile"]);

/** The one root of the model that judging knows, but for fields of it that need the message itself (`src/mdm/signs.ts`). */
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
    const asked: Asked = { host, calls, fuel: new Fuel() };
    for (const outcome of this.#set.run(host, { calls })) {
      const rule = this.#rules[outcome.rule];
      const rest = rule === undefined ? null : this.#restOf(rule, outcome, asked);
      if (rule !== undefined && rest !== null && answers.length < limits.ruleAnswersMax) {
        answers.push({ rule, rest, ...findingText(rule, this.#schema, host) });
      } else if (!outcome.isMatch && rest === null) {
        undecided += 1;
        for (const reason of outcome.reasons) missing.add(reason);
      }
    }
    return { answers, undecided, missing: [...missing].sort() };
  }

  /** Null where the rule says no, or nothing that could ever be a match. */
  #restOf({ checked }: FindingRule, { isMatch, reasons }: RuleOutcome, { host, calls, fuel }: Asked): string | null {
    if (isMatch) return "";
    if (!reasons.some((reason) => LATER.has(reason))) return null;
    const rest = residualOf(checked, scopeOf(checked, this.#schema, host, { fuel, calls }), LATER);
    if (rest.kind === "open") return canHold(rest.expression) ? printRule(rest.expression) : null;
    return rest.truth.mask === IS_TRUE ? "" : null;
  }
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
