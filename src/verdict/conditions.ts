/**
 * Tracking class, findings and verdict of one message. The one folder that judges: the class by `classify.ts`, the findings by rules in the
 * field's language (`rules/` at the top of the project; what they said when the message was read, and what is left of them), the verdict
 * from these by `policy.ts`.
 *
 * Two axes, never mixed: *tracked* (a load that tells its reader apart) and *targeted* (threat-facts 5). A tracker alone
 * is never of interest; a bulk service alone clears nobody (TF-202); a passed authentication proves a domain, not a
 * persona (TF-306). Every class and finding carries its reasons.
 */
import type { Finding, Severity, TrackingClass, Verdict } from "../case/judgement.ts";
import type { RuleAnswerRecord } from "../case/record.ts";
import type { Knowledge } from "../mdm/knowledge.ts";
import { shippedList } from "../mdm/lists/shipped.ts";
import { mailSchema } from "../mdm/schema.ts";
import { RuleSet } from "../mql/rule-set.ts";
import type { Host } from "../mql/types.ts";
import { IS_TRUE } from "../mql/value.ts";
import { type FindingRule, findingText } from "../rules/finding-rule.ts";
import type { RuleSeverity } from "../rules/rule.ts";
import { isAskedWhenJudged } from "../rules/rule-desk.ts";
import { classify } from "./classify.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceHost, judgedLoadsOf } from "./evidence-model.ts";
import { verdictOf } from "./policy.ts";
import { Rests } from "./rests.ts";
import { tracks } from "./signs.ts";

export interface Conclusion {
  readonly trackingClass: TrackingClass;
  readonly classReasons: readonly string[];
  readonly verdict: Verdict;
  /** By the findings about targeting alone. */
  readonly targeting: Verdict;
  readonly findings: readonly Finding[];
  /** Rules that comparing all mail left undecided: how many, and the names of what is missing, sorted. */
  readonly undecided: Undecided;
}

export interface Undecided {
  readonly rules: number;
  readonly missing: readonly string[];
}

/** A finding, and whether it takes the message out of what other rules say. */
interface Told {
  readonly finding: Finding;
  readonly isExclusion: boolean;
}

export class Conditions {
  readonly #rules: readonly FindingRule[];
  readonly #set: RuleSet;
  readonly #rests = new Rests();

  /** Of `rules` those that are asked when a message is judged; the others were asked when it was read. */
  constructor(rules: readonly FindingRule[]) {
    this.#rules = rules.filter(isAskedWhenJudged);
    this.#set = new RuleSet(
      this.#rules.map(({ checked }) => checked),
      mailSchema,
    );
  }

  /** `knowledge`: whose mail it is and what was there before it. */
  conclude(evidence: Evidence, knowledge: Knowledge = NOTHING_KNOWN): Conclusion {
    const trackers = evidence.loads.filter(tracks);
    const classed = classify(evidence, trackers);
    const host = evidenceHost({ evidence, classed, trackers }, knowledge);
    const open = new OpenRules();
    const told = [...this.#asked(host, open), ...this.#answered(evidence, host, open)];
    const asked = told.some(({ isExclusion }) => isExclusion) ? told.filter(({ isExclusion }) => isExclusion) : told;
    const findings = asked.map(({ finding }) => finding);
    const { trackingClass } = classed;
    const targeting = findings.filter(({ about }) => about === "targeting");
    return {
      ...classed,
      verdict: verdictOf(trackingClass, findings),
      targeting: verdictOf(trackingClass, targeting),
      findings,
      undecided: open.all(),
    };
  }

  #asked(host: Host, open: OpenRules): readonly Told[] {
    return this.#set.run(host).flatMap(({ rule, isMatch, reasons }): readonly Told[] => {
      if (!isMatch) open.add(reasons);
      const one = isMatch ? this.#rules[rule] : undefined;
      return one === undefined ? [] : [toldBy(one, host)];
    });
  }

  /** What rules said when the message was read: matches, and those that were left open and hold now. */
  #answered({ record }: Evidence, host: Host, open: OpenRules): readonly Told[] {
    return (record.rules?.answers ?? [])
      .filter(({ rest }) => rest === "" || this.#holds(rest, host, open))
      .map((answer) => ({ finding: findingOf(answer), isExclusion: answer.kind === "exclusion" }));
  }

  #holds(rest: string, host: Host, open: OpenRules): boolean {
    const truth = this.#rests.truth(rest, host);
    if (truth === null || (truth.mask & IS_TRUE) === 0) return false;
    if (truth.mask !== IS_TRUE) open.add(truth.reasons);
    return truth.mask === IS_TRUE;
  }
}

class OpenRules {
  #rules = 0;
  readonly #missing = new Set<string>();

  add(reasons: readonly string[]): void {
    this.#rules += 1;
    for (const reason of reasons) this.#missing.add(reason);
  }

  all(): Undecided {
    return this.#rules === 0 ? NONE_OPEN : { rules: this.#rules, missing: [...this.#missing].sort() };
  }
}

const NONE_OPEN: Undecided = { rules: 0, missing: [] };

const NOTHING_KNOWN: Knowledge = { owner: null, history: null, list: shippedList };

function toldBy(one: FindingRule, host: Host): Told {
  const { severity, reasons, questions, places } = findingText(one, mailSchema, host);
  const { id, name, description, techniques, kind, about } = one.rule;
  const finding = {
    rule: id,
    title: name,
    severity: SEVERITIES[severity],
    about,
    techniques,
    reasons: reasons.length === 0 ? [description] : reasons,
    undetermined: questions,
    spans: judgedLoadsOf(places).map(({ span }) => span),
  };
  return { finding, isExclusion: kind === "exclusion" };
}

function findingOf({
  rule,
  title,
  severity,
  about,
  techniques,
  reasons,
  openQuestions,
  spans,
}: RuleAnswerRecord): Finding {
  const told = { severity: SEVERITIES[severity], about, techniques, reasons, undetermined: openQuestions, spans };
  return { rule, title, ...told };
}

const SEVERITIES: Readonly<Record<RuleSeverity, Severity>> = {
  critical: "high",
  high: "high",
  medium: "medium",
  low: "low",
  informational: "info",
};
