/**
 * The first, honest set of conditions: tracking class and verdict of one message. The one folder that judges; rules in
 * the field's language will replace it.
 *
 * Two axes, never mixed: *tracked* (a load that tells its reader apart) and *targeted* (threat-facts 5). A tracker alone
 * is never of interest; a bulk service alone clears nobody (TF-202); a passed authentication proves a domain, not a
 * persona (TF-306). Every class and finding carries its reasons.
 */
import type { Finding, TrackingClass, Verdict } from "../case/judgement.ts";
import { type Classed, classify } from "./classify.ts";
import type { Evidence, JudgedLoad } from "./evidence.ts";
import { attachedShare, fileShareLoad, foreignReceipt, strangersCalendar } from "./load-findings.ts";
import { attackerNotice, bounceBurst, isSimulation, ownTracking, simulation } from "./sender-findings.ts";
import { tracks } from "./signs.ts";
import {
  covertToken,
  newAccount,
  newOutlet,
  newsLure,
  strangerWithAddress,
  trackedOutreach,
} from "./tracking-findings.ts";

export interface Conclusion {
  readonly trackingClass: TrackingClass;
  readonly classReasons: readonly string[];
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

export function conclude(evidence: Evidence): Conclusion {
  const trackers = evidence.loads.filter(tracks);
  if (isSimulation(evidence)) return concludeSimulation(evidence, trackers);
  const classed = classify(evidence, trackers);
  const { trackingClass } = classed;
  const findings = [
    covertToken(evidence, trackingClass, trackers),
    newsLure(evidence, trackingClass, trackers),
    newOutlet(evidence, trackingClass, trackers),
    newAccount(evidence, trackingClass, trackers),
    strangerWithAddress(evidence, trackingClass, trackers),
    trackedOutreach(evidence, trackingClass, trackers),
    foreignReceipt(evidence),
    fileShareLoad(evidence),
    attachedShare(evidence),
    strangersCalendar(evidence),
    attackerNotice(evidence),
    bounceBurst(evidence),
    ownTracking(evidence, trackers),
  ];
  return concluded(classed, findings);
}

/** LK-10: kept apart. It looks like an attack by design, so no other condition is asked. */
function concludeSimulation(evidence: Evidence, trackers: readonly JudgedLoad[]): Conclusion {
  const trackingClass = trackers.length === 0 ? "none" : "commercial";
  return concluded({ trackingClass, classReasons: ["a phishing simulation, vouched for at receipt"] }, [
    simulation(evidence),
  ]);
}

function concluded(classed: Classed, fired: readonly (Finding | null)[]): Conclusion {
  const findings = fired.filter((finding) => finding !== null);
  return { ...classed, verdict: verdictOf(classed.trackingClass, findings), findings };
}

function verdictOf(trackingClass: TrackingClass, findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === "high")) return "hostile";
  if (findings.some(({ severity }) => severity === "medium")) return "suspicious";
  return trackingClass === "none" ? "clear" : "tracked";
}
