/**
 * Findings about who wrote: our own bulk mail, tests that the employer ordered, warnings about state attackers (threat-facts
 * LK-10, LK-15, LK-17). One function a condition.
 */
import type { Finding } from "../case/judgement.ts";
import { tracksForUs } from "./classify.ts";
import type { Evidence, JudgedLoad } from "./evidence.ts";
import { counted, passes, whys } from "./signs.ts";

/** LK-17: our own bulk mail tracks our own readers. A matter of posture, not of attack. */
export function ownTracking(evidence: Evidence, trackers: readonly JudgedLoad[]): Finding | null {
  if (!evidence.own || trackers.length === 0 || !tracksForUs(evidence, trackers)) return null;
  return {
    rule: "posture.own-tracking",
    title: "Your own organisation's mail tracks its readers",
    severity: "info",
    techniques: [],
    reasons: whys(trackers),
    undetermined: [],
    spans: trackers.map(({ load }) => load.span),
  };
}

/** LK-10: sure, and vouched for at receipt. Anybody can write a simulation's header fields, and they clear nobody. */
export function isSimulation({ service }: Evidence): boolean {
  return service?.kind === "simulation" && service.sure && service.verified;
}

export function simulation(evidence: Evidence): Finding | null {
  const { service } = evidence;
  if (service === null || !isSimulation(evidence)) return null;
  return {
    rule: "simulation.ordered",
    title: "Simulation: a phishing test, most likely ordered by your organisation",
    severity: "info",
    techniques: [],
    reasons: [`sent through ${service.name} (${service.evidence.join("; ")})`, VOUCHED],
    undetermined: ["whether your organisation ordered it: ask those who run such tests"],
    spans: [],
  };
}

const VOUCHED = "the service's own authentication passed at receipt";

/** Of the finding that tells a genuine warning. */
export const ATTACKER_NOTICE = "notice.state-attackers";

/** LK-15: a genuine warning is key evidence, so it is told; one that authentication does not bear out is a lure (TF-205). */
export function attackerNotice(evidence: Evidence): Finding | null {
  const { notice, record, alignment, own } = evidence;
  if (notice === null || own || record.claims.isReply || record.claims.listId !== "") return null;
  const { provider, atProvider } = notice;
  const unheard = record.auth.length === 0;
  if (atProvider && (passes(evidence) || unheard)) {
    return {
      rule: ATTACKER_NOTICE,
      title: `Keep: a warning about state attackers from ${provider}`,
      severity: "info",
      techniques: [],
      reasons: [`${provider} writes such warnings from this address`, alignment.why],
      undetermined: unheard ? ["whether it is genuine: compare with what the account itself shows"] : [],
      spans: [],
    };
  }
  return {
    rule: "notice.forged",
    title: `Poses as a warning about state attackers from ${provider}`,
    severity: "medium",
    techniques: ["T1598", "T1656"],
    reasons: [
      atProvider ? alignment.why : `${provider} does not write such warnings from this sender's domain`,
      `speaks to its reader of state attackers in ${provider}'s name`,
    ],
    undetermined: [],
    spans: [],
  };
}

/** So many in a day, and twice as many as the owner wrote to, answer mail that somebody else sent. */
const BOUNCES_MIN = 10;
const BOUNCES_PER_WRITTEN = 2;

/** LK-16: a burst of bounces shows that somebody wrote in the owner's name, though not who or to whom it got through. */
export function bounceBurst({ bounces, own }: Evidence): Finding | null {
  if (own || bounces === null) return null;
  if (bounces.bounces < BOUNCES_MIN || bounces.bounces < bounces.writtenTo * BOUNCES_PER_WRITTEN) return null;
  return {
    rule: "bounce.burst",
    title: "One of many bounces of a day: somebody may write in your name",
    severity: "info",
    techniques: [],
    reasons: [
      `${bounces.bounces} bounces came that day`,
      `the mail of your own that was read went to ${counted(bounces.writtenTo, "address", "addresses")} then`,
    ],
    undetermined: ["whether all mail that your people sent was read"],
    spans: [],
  };
}
