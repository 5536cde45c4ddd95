/**
 * Tracking class: what kind of tracking a message does, and why (threat-facts 5). A tracker alone is never of interest; a bulk
 * service alone clears nobody (TF-202); what speaks neither way is `unexplained`.
 */
import type { TrackingClass } from "../case/judgement.ts";
import type { Evidence, JudgedLoad } from "./evidence.ts";
import {
  accountReasons,
  counted,
  isChosenApproach,
  isCovertPersonal,
  isLongKnown,
  isNewPersona,
  isOutOfHabit,
  isSimulation,
  isSteady,
  isStranger,
  isWrittenTo,
  lureSigns,
  newWayReasons,
  offersExit,
  passes,
  strangerReasons,
  whys,
} from "./signs.ts";

export interface Classed {
  readonly trackingClass: TrackingClass;
  readonly classReasons: readonly string[];
}

/** This many of the owner's people, over this many months, read what nobody chose them for. */
const WIDELY_READ = 3;
const WIDELY_READ_MONTHS = 12;

export function classify(evidence: Evidence, trackers: readonly JudgedLoad[]): Classed {
  if (isSimulation(evidence)) return classifySimulation(trackers);
  if (trackers.length === 0) return { trackingClass: "none", classReasons: noTrackerReasons(evidence) };
  if (evidence.own) return classifyOwn(evidence, trackers);
  const clearing = clearingSigns(evidence, trackers);
  if (clearing.clears) {
    return { trackingClass: "commercial", classReasons: [...clearing.reasons, ...newWayReasons(evidence)] };
  }
  const covert = covertSigns(evidence, trackers);
  if (covert.holds) return { trackingClass: "covert", classReasons: covert.reasons };
  const reasons = ["carries a tracker", ...clearing.reasons, ...clearing.missing, ...accountReasons(evidence)];
  return { trackingClass: "unexplained", classReasons: reasons };
}

/** LK-10: it looks like an attack by design. */
function classifySimulation(trackers: readonly JudgedLoad[]): Classed {
  const trackingClass = trackers.length === 0 ? "none" : "commercial";
  return { trackingClass, classReasons: ["a phishing simulation, vouched for at receipt"] };
}

/** Our own bulk mail tracks for us (LK-17); what we forward tracks for somebody else (LK-07). */
function classifyOwn(evidence: Evidence, trackers: readonly JudgedLoad[]): Classed {
  if (tracksForUs(evidence, trackers)) {
    return { trackingClass: "commercial", classReasons: ["sent by your own organisation: it tracks its readers"] };
  }
  const reason =
    "sent by your own people, but what it loads is somebody else's: most likely a forward, so look for the original";
  return { trackingClass: "unexplained", classReasons: [reason, ...forwardReasons(trackers)] };
}

export function tracksForUs({ service, ownDomains }: Evidence, trackers: readonly JudgedLoad[]): boolean {
  return service?.sure === true || trackers.every(({ load }) => ownDomains.has(load.domain));
}

/** Whose copy was passed on, as comparison found it. */
function forwardReasons(trackers: readonly JudgedLoad[]): readonly string[] {
  return whys(trackers.filter(({ role }) => role === "forward").slice(0, 1));
}

function noTrackerReasons({ loads }: Evidence): readonly string[] {
  const opening = loads.filter(({ load }) => load.fires === "open");
  if (opening.length === 0) return ["nothing in it contacts a server when it is displayed"];
  const one = opening.length === 1;
  const said = `${counted(opening.length, "remote load")}, ${one ? "without" : "none with"} a value that is known to tell readers apart`;
  const pictures = opening.flatMap(({ picture, token }) =>
    picture === null || token.kind === "none" ? [] : [picture],
  );
  return [said, ...new Set(pictures.map(({ sentence }) => sentence))];
}

/**
 * What speaks for ordinary commercial tracking (LK-01 to LK-05, LK-09): a way out, and two signs of a known or steady
 * sender, of which one is more than the sender can make alone. A way out, its own domain's pass, a tracker on its own domain,
 * a relay and a request to confirm a subscription are the sender's to make; a service that keeps lists it has to rent. A stranger that poses as news,
 * or approaches chosen people on their theme, is cleared by none of this (TF-202).
 */
function clearingSigns(evidence: Evidence, trackers: readonly JudgedLoad[]) {
  const exit = offersExit(evidence);
  const earned = earnedSigns(evidence);
  const made = madeSigns(evidence, trackers);
  const ways = [exit ? "offers a way to unsubscribe" : "", conversation(evidence, trackers)].filter(Boolean);
  const enough = ways.length > 0 && earned.length >= 1 && earned.length + made.length >= 2;
  const clears = enough && !isNewPersona(evidence) && !isChosenApproach(evidence, trackers);
  return { clears, reasons: [...ways, ...earned, ...made], missing: missingSigns(evidence) };
}

function earnedSigns(evidence: Evidence): readonly string[] {
  const { whole } = evidence;
  const signs: string[] = isForAnybody(evidence) ? [] : [...serviceSigns(evidence)];
  if (isSteady(evidence)) {
    const read = whole.readers >= WIDELY_READ && whole.months >= WIDELY_READ_MONTHS;
    const readers = read ? `, to ${whole.readers} readers here` : "";
    signs.push(`steady sender: ${whole.messages} messages in ${whole.months} months${readers}`);
  }
  if (isWrittenTo(evidence) && !isOutOfHabit(evidence)) signs.push("your people have written to this sender");
  return signs;
}

function serviceSigns({ service }: Evidence): readonly string[] {
  if (service === null) return [];
  const signs: string[] = [];
  if (service.verified) signs.push(`${service.name}'s own authentication passed at receipt`);
  if (service.sure) signs.push(`sent through ${service.name} (${service.evidence.join("; ")})`);
  return signs;
}

/**
 * Relays carry any program's mail within minutes of signing up, and whoever names a simulation is none by that (LK-10): they
 * say nothing that the sender could not make.
 */
function isForAnybody({ service }: Evidence): boolean {
  return service?.kind === "transactional" || service?.kind === "simulation";
}

function madeSigns(evidence: Evidence, trackers: readonly JudgedLoad[]): readonly string[] {
  const { alignment, whole, record } = evidence;
  const signs: string[] = isForAnybody(evidence) ? serviceSigns(evidence).slice(-1) : [];
  if (passes(evidence)) signs.push(alignment.why);
  if (tracksItself(evidence, trackers)) signs.push("trackers on the sender's own domain");
  if (whole.confirmation !== null && record.date !== null && whole.confirmation < record.date) {
    signs.push("the sender asked before whether a subscription was meant; whether anybody said so is not known");
  }
  return signs;
}

function missingSigns(evidence: Evidence): readonly string[] {
  const { whole, service } = evidence;
  const missing: string[] = [];
  if (isOutOfHabit(evidence)) missing.push(...strangerReasons(evidence));
  else if (!isSteady(evidence)) {
    missing.push(`little history: ${counted(whole.messages, "message")} over ${counted(whole.spanDays, "day")}`);
  }
  if (service?.sure !== true) missing.push("no bulk service is recognised by two signs");
  if (!passes(evidence)) missing.push("no aligned authentication result was recorded at receipt");
  if (!offersExit(evidence)) missing.push("offers no way to unsubscribe");
  return missing;
}

function tracksItself({ senderDomain, sharedDomain }: Evidence, trackers: readonly JudgedLoad[]): boolean {
  return !sharedDomain && trackers.every(({ load }) => load.domain === senderDomain);
}

/**
 * Mail that nobody can unsubscribe from and that is owed an explanation by what went before: a case worker's answer
 * (LK-05), a bank's or shop's statement (LK-09). The sender is known by its own domain's passes over long; a person at a
 * provider of free mail is none of these, and one that poses as news neither (TF-203, TF-204: rapport is built for months).
 * Empty for none.
 */
function conversation(evidence: Evidence, trackers: readonly JudgedLoad[]): string {
  const { record, service, whole } = evidence;
  if (!passes(evidence) || record.content.newsPersona !== null) return "";
  if (service?.kind === "helpdesk" && service.sure && record.claims.isReply && isWrittenTo(evidence)) {
    return `an answer of ${service.name} to somebody your people wrote to`;
  }
  const isKnown = isLongKnown(evidence) && whole.aligned * 2 >= whole.messages && !evidence.sharedDomain;
  const isItsOwn = service?.sure === true || tracksItself(evidence, trackers);
  return isKnown && isItsOwn
    ? "its mail has passed authentication for a year or longer, and the trackers are its own"
    : "";
}

/** What makes tracking covert: a personal token, hidden or proven, from a short-lived stranger without a way out, and a lure. */
export function covertSigns(evidence: Evidence, trackers: readonly JudgedLoad[]) {
  const covert = trackers.filter(isCovertPersonal);
  const lure = lureSigns(evidence);
  const holds = covert.length > 0 && isStranger(evidence) && !offersExit(evidence) && lure.length > 0;
  const sender = [...strangerReasons(evidence), "offers no way to unsubscribe", ...accountReasons(evidence)];
  return { holds, reasons: [...whys(covert.slice(0, 2)), ...sender, ...lure] };
}
