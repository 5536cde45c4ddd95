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
import { type Pass, RuleSet } from "../mql/rule-set.ts";
import { Truth } from "../mql/truth.ts";
import type { Host } from "../mql/types.ts";
import { ANY_OF_ALL, IS_TRUE } from "../mql/value.ts";
import { type FindingRule, findingText, textsBeside } from "../rules/finding-rule.ts";
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
      new Set(),
      textsBeside(this.#rules),
    );
  }

  /** `knowledge`: whose mail it is and what was there before it. */
  conclude(evidence: Evidence, knowledge: Knowledge = NOTHING_KNOWN): Conclusion {
    const trackers = evidence.loads.filter(tracks);
    const classed = classify(evidence, trackers);
    const host = evidenceHost({ evidence, classed, trackers }, knowledge);
    const open = new OpenRules();
    const told = [...this.#asked(host, open), ...this.#answered(evidence, host, open)];
    const excluded = told.filter(({ isExclusion }) => isExclusion);
    const asked = excluded.length > 0 ? excluded : told;
    const findings = asked.map(({ finding }) => unlessExcluded(finding, excluded.length > 0 ? [] : open.exclusions));
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
    const pass = this.#set.pass(host);
    return pass.outcomes.flatMap(({ rule, isMatch, reasons }): readonly Told[] => {
      const one = this.#rules[rule];
      if (one === undefined) return [];
      if (isMatch) return [toldBy(one, pass)];
      open.add(reasons, one.rule.kind === "exclusion" ? one.rule.name : null);
      return [];
    });
  }

  /** What rules said when the message was read: matches, and those that were left open and hold now. */
  #answered({ record }: Evidence, host: Host, open: OpenRules): readonly Told[] {
    return (record.rules?.answers ?? [])
      .filter((answer) => answer.rest === "" || this.#holds(answer, host, open))
      .map((answer) => ({ finding: findingOf(answer), isExclusion: answer.kind === "exclusion" }));
  }

  #holds({ rest, kind, title }: RuleAnswerRecord, host: Host, open: OpenRules): boolean {
    const { mask, reasons } = this.#rests.truth(rest, host) ?? UNREADABLE;
    if ((mask & IS_TRUE) === 0) return false;
    if (mask !== IS_TRUE) open.add(reasons, kind === "exclusion" ? title : null);
    return mask === IS_TRUE;
  }
}

/** What is left of a rule of another version says nothing, which is not no. */
const UNREADABLE = new Truth(ANY_OF_ALL, ["version"]);

/** A finding that an exclusion may yet take away says so. */
function unlessExcluded(finding: Finding, exclusions: readonly string[]): Finding {
  if (exclusions.length === 0) return finding;
  const questions = exclusions.map(
    (name) => `whether the exclusion "${name}" takes the message out: it could not be decided`,
  );
  return { ...finding, undetermined: [...finding.undetermined, ...questions] };
}

class OpenRules {
  /** Names of exclusions among them. */
  readonly exclusions: string[] = [];
  #rules = 0;
  readonly #missing = new Set<string>();

  add(reasons: readonly string[], exclusion: string | null): void {
    this.#rules += 1;
    if (exclusion !== null) this.exclusions.push(exclusion);
    for (const reason of reasons) this.#missing.add(reason);
  }

  all(): Undecided {
    return this.#rules === 0 ? NONE_OPEN : { rules: this.#rules, missing: [...this.#missing].sort() };
  }
}

const NONE_OPEN: Undecided = { rules: 0, missing: [] };

const NOTHING_KNOWN: Knowledge = { owner: null, history: null, list: shippedList };

function toldBy(one: FindingRule, pass: Pass): Told {
  const { severity, reasons, questions, places } = findingText(one, pass);
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
