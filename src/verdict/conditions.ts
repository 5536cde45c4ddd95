/**
 * Tracking class, findings and verdict of one message. The one folder that judges: the class by `classify.ts`, the findings by rules in the
 * field's language (`rules/` at the top of the project), the verdict from these by a policy of a few lines.
 *
 * Two axes, never mixed: *tracked* (a load that tells its reader apart) and *targeted* (threat-facts 5). A tracker alone
 * is never of interest; a bulk service alone clears nobody (TF-202); a passed authentication proves a domain, not a
 * persona (TF-306). Every class and finding carries its reasons.
 */
import type { Finding, Severity, TrackingClass, Verdict } from "../case/judgement.ts";
import type { Knowledge } from "../mdm/knowledge.ts";
import { shippedList } from "../mdm/lists/shipped.ts";
import { mailSchema } from "../mdm/schema.ts";
import { RuleSet } from "../mql/rule-set.ts";
import type { Host } from "../mql/types.ts";
import { type FindingRule, findingText } from "../rules/finding-rule.ts";
import type { RuleSeverity } from "../rules/rule.ts";
import { classify } from "./classify.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceHost, loadsIn } from "./evidence-model.ts";
import { tracks } from "./signs.ts";

export interface Conclusion {
  readonly trackingClass: TrackingClass;
  readonly classReasons: readonly string[];
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Rules that are asked of every message when it is judged. */
export class Conditions {
  readonly #rules: readonly FindingRule[];
  readonly #set: RuleSet;

  constructor(rules: readonly FindingRule[]) {
    // Exclusions first: where one holds, no other rule is asked.
    this.#rules = [...rules].sort((a, b) => Number(isExclusion(b)) - Number(isExclusion(a)));
    this.#set = new RuleSet(
      this.#rules.map(({ checked }) => checked),
      mailSchema,
    );
  }

  /** `knowledge`: whose mail it is and what was there before it. */
  conclude(evidence: Evidence, knowledge: Knowledge = NOTHING_KNOWN): Conclusion {
    const trackers = evidence.loads.filter(tracks);
    const classed = classify(evidence, trackers);
    const findings = this.#findings(evidenceHost({ evidence, classed, trackers }, knowledge));
    return { ...classed, verdict: verdictOf(classed.trackingClass, findings), findings };
  }

  #findings(host: Host): readonly Finding[] {
    const matched = this.#set.run(host).flatMap(({ rule, isMatch }) => (isMatch ? (this.#rules[rule] ?? []) : []));
    const [first] = matched;
    const asked = first !== undefined && isExclusion(first) ? matched.filter(isExclusion) : matched;
    return asked.map((one): Finding => {
      const { severity, reasons, questions, places } = findingText(one, mailSchema, host);
      const { id, name, description, techniques } = one.rule;
      return {
        rule: id,
        title: name,
        severity: SEVERITIES[severity],
        techniques,
        reasons: reasons.length === 0 ? [description] : reasons,
        undetermined: questions,
        spans: loadsIn(places).map(({ span }) => span),
      };
    });
  }
}

const NOTHING_KNOWN: Knowledge = { owner: null, history: null, list: shippedList };

function isExclusion({ rule }: FindingRule): boolean {
  return rule.kind === "exclusion";
}

const SEVERITIES: Readonly<Record<RuleSeverity, Severity>> = {
  critical: "high",
  high: "high",
  medium: "medium",
  low: "low",
  informational: "info",
};

function verdictOf(trackingClass: TrackingClass, findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === "high")) return "hostile";
  if (findings.some(({ severity }) => severity === "medium")) return "suspicious";
  return trackingClass === "none" ? "clear" : "tracked";
}
