/**
 * A judgement with what indicators say of its message: one finding a message, `intel.indicator`, whose severity is that of the best
 * sighting. An indicator that a source calls malicious and that is nobody else's, seen in the message, is high; one that is doubted
 * is told and weighs nothing; the host alone of a URL is medium.
 */
import { type IndicatorSighting, placesTold } from "../case/indicator.ts";
import type { Finding, Judgement, Severity, Verdict } from "../case/judgement.ts";
import { verdictOf } from "./policy.ts";

export const SIGHTING_RULE = "intel.indicator";

/** Reasons of one finding: the surest ones. */
const REASONS_MAX = 8;

/** `sightings`: of this message; without any, the judgement as it is. */
export function withSightings(judgement: Judgement, sightings: readonly IndicatorSighting[]): Judgement {
  if (sightings.length === 0) return judgement;
  const others = judgement.findings.filter(({ rule }) => rule !== SIGHTING_RULE);
  const findings = [...others, findingOf(sightings)];
  return {
    ...judgement,
    findings,
    verdict: worse(judgement.verdict, verdictOf(judgement.trackingClass, findings)),
    targeting: worse(judgement.targeting, verdictOf("none", findings.filter(isAboutTargeting))),
  };
}

/**
 * The same judgement by other sightings than it was made with. The finding of before goes first, and the verdicts are what the policy
 * says of the others. That a campaign drew it in stays true, and is what keeps it there when the sighting goes again.
 */
export function sightedAnew(judgement: Judgement, sightings: readonly IndicatorSighting[]): Judgement {
  const ties = judgement.findings.filter(({ rule }) => rule === LINKED_RULE);
  const findings = judgement.findings.filter(({ rule }) => rule !== SIGHTING_RULE && rule !== LINKED_RULE);
  const plain: Judgement = {
    ...judgement,
    findings,
    verdict: verdictOf(judgement.trackingClass, findings),
    targeting: verdictOf(judgement.trackingClass, findings.filter(isAboutTargeting)),
  };
  const seen = withSightings(plain, sightings);
  if (ties.length === 0) return seen;
  return {
    ...seen,
    verdict: worse(seen.verdict, "suspicious"),
    targeting: worse(seen.targeting, "suspicious"),
    findings: [...seen.findings, ...ties],
  };
}

/** Without what a campaign drew it in by: of interest by itself, or not. */
export function unlinked(judgement: Judgement): Judgement {
  const findings = judgement.findings.filter(({ rule }) => rule !== LINKED_RULE);
  return {
    ...judgement,
    campaign: null,
    findings,
    verdict: verdictOf(judgement.trackingClass, findings),
    targeting: verdictOf(judgement.trackingClass, findings.filter(isAboutTargeting)),
  };
}

/** As `pipeline/linked.ts` says it. */
const LINKED_RULE = "campaign.linked";

export function isOfInterest({ targeting }: Judgement): boolean {
  return targeting === "suspicious" || targeting === "hostile";
}

function isAboutTargeting({ about }: Finding): boolean {
  return about === "targeting";
}

function findingOf(sightings: readonly IndicatorSighting[]): Finding {
  const sorted = [...sightings].sort((a, b) => WEIGHT[severityOf(b)] - WEIGHT[severityOf(a)]);
  const [best] = sorted;
  const severity = best === undefined ? "info" : severityOf(best);
  const told = sorted.slice(0, REASONS_MAX).map(sentenceOf);
  const more = sorted.length - told.length;
  return {
    rule: SIGHTING_RULE,
    title: "Holds what a source calls malicious",
    severity,
    about: "targeting",
    techniques: [],
    reasons: more === 0 ? told : [...told, `and ${more} more of these`],
    undetermined: [],
    spans: [],
  };
}

const WEIGHT: Readonly<Record<Severity, number>> = { info: 0, low: 1, medium: 2, high: 3 };

export function severityOf({ kind, doubt }: IndicatorSighting): Severity {
  if (doubt !== null) return "info";
  return kind === "exact" ? "high" : "medium";
}

/** `news.example (remote load) is named in advisory.txt, line 14, which ties it to …`. */
export function sentenceOf({ indicator, source, value, where, kind, doubt }: IndicatorSighting): string {
  const named = indicator.type === "pattern" ? "matches a pattern" : `${value} (${placesTold(where)}) is named`;
  const groups = indicator.groups.length === 0 ? "" : `, which ties it to ${indicator.groups.join(", ")}`;
  const host = kind === "host" ? "; of the URL there only the host is known to be in this message" : "";
  const weighs = doubt === null ? "" : `; it weighs nothing here: ${doubt}`;
  return `${named} in ${source}, ${indicator.place}${groups}${host}${weighs}`;
}

const ORDER: Readonly<Record<Verdict, number>> = { clear: 0, tracked: 1, suspicious: 2, hostile: 3 };

function worse(one: Verdict, other: Verdict): Verdict {
  return ORDER[other] > ORDER[one] ? other : one;
}
