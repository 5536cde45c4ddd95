/**
 * Findings about loads that tell their reader apart: the known campaign's shape, and what comes close to it. One function a
 * condition; each gives its reasons and what it leaves open.
 */
import type { Finding, TrackingClass } from "../case/judgement.ts";
import { covertSigns } from "./classify.ts";
import type { Evidence, JudgedLoad } from "./evidence.ts";
import {
  accountReasons,
  isBurst,
  isChosenApproach,
  isHiddenPersonal,
  isNewPersona,
  isStranger,
  lureSigns,
  offersExit,
  openQuestions,
  strangerReasons,
  whys,
  writesUnderSeveralNames,
} from "./signs.ts";

const SUBSCRIBED =
  "whether anybody subscribed: a way to unsubscribe is offered, but bulk services add one by themselves";
const BEACON = ["T1598.003"] as const;

/** The known campaign's shape. High when it poses as news and the token is proven or holds the reader's address. */
export function covertToken(
  evidence: Evidence,
  trackingClass: TrackingClass,
  trackers: readonly JudgedLoad[],
): Finding | null {
  if (trackingClass !== "covert") return null;
  const signs = covertSigns(evidence, trackers);
  const hidden = trackers.filter(isHiddenPersonal);
  const news = evidence.record.content.newsPersona !== null;
  return {
    rule: "tracking.covert-token",
    title: news
      ? "News-like mail with a hidden personal tracker"
      : "Hidden personal tracker from a stranger to several people",
    severity: news ? "high" : "medium",
    techniques: [...BEACON, "T1589.002", "T1590.005", "T1592.004"],
    reasons: signs.reasons,
    undetermined: openQuestions(hidden),
    spans: hidden.map(({ load }) => load.span),
  };
}

/** Less than the known shape: the tracker is likely and not proven, or personal and not hidden. */
export function newsLure(
  evidence: Evidence,
  trackingClass: TrackingClass,
  trackers: readonly JudgedLoad[],
): Finding | null {
  if (trackingClass !== "unexplained" || !isStranger(evidence) || offersExit(evidence)) return null;
  const { newsPersona } = evidence.record.content;
  const telling = trackers.filter(({ load, personal }) => load.hidden || personal);
  if (newsPersona === null || telling.length === 0) return null;
  const proven = telling.some(({ personal }) => personal);
  return {
    rule: "tracking.news-lure",
    title: `News-like mail from a stranger with a ${proven ? "personal" : "hidden"} load`,
    severity: "medium",
    techniques: BEACON,
    reasons: [
      `poses as news: ${newsPersona}`,
      ...strangerReasons(evidence),
      "offers no way to unsubscribe",
      ...accountReasons(evidence),
      ...whys(telling),
    ],
    undetermined: proven
      ? openQuestions(telling)
      : ["whether the load tells readers apart: only one copy was found to compare"],
    spans: telling.map(({ load }) => load.span),
  };
}

/**
 * The known campaign's shape with a way to unsubscribe, which bulk services add by themselves (TF-010). A real outlet's
 * first months look the same (LK-03), so a person has to say whether anybody subscribed.
 */
export function newOutlet(
  evidence: Evidence,
  trackingClass: TrackingClass,
  trackers: readonly JudgedLoad[],
): Finding | null {
  if (trackingClass !== "unexplained" || !isNewPersona(evidence) || !offersExit(evidence)) return null;
  const hidden = trackers.filter(isHiddenPersonal);
  if (hidden.length === 0) return null;
  return {
    rule: "tracking.new-outlet",
    title: "New news-like sender with a hidden personal tracker",
    severity: "medium",
    techniques: BEACON,
    reasons: [...lureSigns(evidence), ...strangerReasons(evidence), ...accountReasons(evidence), ...whys(hidden)],
    undetermined: [SUBSCRIBED, ...openQuestions(hidden)],
    spans: hidden.map(({ load }) => load.span),
  };
}

/** The reader's own address, decoded out of a hidden load, from somebody unknown. */
export function strangerWithAddress(
  evidence: Evidence,
  trackingClass: TrackingClass,
  trackers: readonly JudgedLoad[],
): Finding | null {
  if (trackingClass !== "unexplained" || !isStranger(evidence) || offersExit(evidence)) return null;
  const decoded = trackers.filter(({ load, token, personal }) => load.hidden && personal && token.kind === "decoded");
  if (decoded.length === 0) return null;
  return {
    rule: "tracking.address-to-stranger",
    title: "A stranger's hidden load carries the reader's address",
    severity: "medium",
    techniques: [...BEACON, "T1589.002"],
    reasons: [...whys(decoded), ...strangerReasons(evidence), "offers no way to unsubscribe"],
    undetermined: openQuestions(decoded),
    spans: decoded.map(({ load }) => load.span),
  };
}

/**
 * A new account or sender writes within weeks, on politics or rights, to several of the owner's people, with hidden personal
 * loads (TF-202). Petitions and new campaigns begin like that (LK-02), so by itself it is a matter to look at; an account that
 * does so under several names is more.
 */
export function newAccount(
  evidence: Evidence,
  trackingClass: TrackingClass,
  trackers: readonly JudgedLoad[],
): Finding | null {
  if (trackingClass !== "unexplained" || isNewPersona(evidence) || !isChosenApproach(evidence, trackers)) return null;
  const hidden = trackers.filter(isHiddenPersonal);
  return {
    rule: "tracking.new-account",
    title: "New sender writes to several people on politics, with hidden personal loads",
    severity: writesUnderSeveralNames(evidence) && isBurst(evidence) ? "medium" : "low",
    techniques: BEACON,
    reasons: [
      `the subject speaks of "${evidence.topic}"`,
      ...lureSigns(evidence),
      ...strangerReasons(evidence),
      ...accountReasons(evidence),
      ...whys(hidden),
    ],
    undetermined: [...(offersExit(evidence) ? [SUBSCRIBED] : []), ...openQuestions(hidden)],
    spans: hidden.map(({ load }) => load.span),
  };
}

/** LK-04: a tool for sales, used by a stranger; close to a persona's first letter (TF-203), and no more than told. */
export function trackedOutreach(
  evidence: Evidence,
  trackingClass: TrackingClass,
  trackers: readonly JudgedLoad[],
): Finding | null {
  const { service } = evidence;
  if (trackingClass !== "unexplained" || service?.kind !== "sales" || !service.sure) return null;
  if (!isStranger(evidence) || isNewPersona(evidence) || isChosenApproach(evidence, trackers)) return null;
  return {
    rule: "tracking.outreach",
    title: "Tracked outreach by a stranger",
    severity: "low",
    techniques: [],
    reasons: [`sent with ${service.name} (${service.evidence.join("; ")})`, ...strangerReasons(evidence)],
    undetermined: ["who is behind it: anybody can rent such a tool"],
    spans: trackers.map(({ load }) => load.span),
  };
}
