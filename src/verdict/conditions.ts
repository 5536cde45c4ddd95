/**
 * The first, honest set of conditions: tracking class and verdict of one message. The one place that judges; rules in
 * the field's language will replace it.
 *
 * Two axes, never mixed: *tracked* (a load that tells its reader apart) and *targeted* (threat-facts 5). A tracker alone
 * is never of interest; a bulk service alone clears nobody (TF-202); a passed authentication proves a domain, not a
 * persona (TF-306). Every class and finding carries its reasons.
 */
import type { Finding, TrackingClass, Verdict } from "../case/judgement.ts";
import type { LoadRecord } from "../case/record.ts";
import type { Evidence, JudgedLoad } from "./evidence.ts";

export interface Conclusion {
  readonly trackingClass: TrackingClass;
  readonly classReasons: readonly string[];
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** A sender seen this often over this long is no stranger: a lure campaign against a few readers is shorter. */
const STEADY_MESSAGES = 4;
const STEADY_DAYS = 60;
/** A whole life in the case shorter than this, in days, is a short one; the known waves lasted days to weeks (TF-012). */
const SHORT_LIFE_DAYS = 120;
/** More messages than this from one sender is no chosen approach to few. */
const SHORT_LIFE_MESSAGES = 200;

export function conclude(evidence: Evidence): Conclusion {
  const trackers = evidence.loads.filter(tracks);
  const classed = classify(evidence, trackers);
  const findings = [
    covertToken(evidence, classed.trackingClass, trackers),
    newsLure(evidence, classed.trackingClass, trackers),
    strangerWithAddress(evidence, classed.trackingClass, trackers),
    foreignReceipt(evidence),
    fileShareLoad(evidence),
    ownTracking(evidence, trackers),
  ].filter((finding) => finding !== null);
  return { ...classed, verdict: verdictOf(classed.trackingClass, findings), findings };
}

function verdictOf(trackingClass: TrackingClass, findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === "high")) return "hostile";
  if (findings.some(({ severity }) => severity === "medium")) return "suspicious";
  return trackingClass === "none" ? "clear" : "tracked";
}

/** A load that fires on display and carries something that may tell its reader apart; receipts are judged apart. */
function tracks({ load, token }: JudgedLoad): boolean {
  return load.fires === "open" && token.kind !== "none";
}

interface Classed {
  readonly trackingClass: TrackingClass;
  readonly classReasons: readonly string[];
}

function classify(evidence: Evidence, trackers: readonly JudgedLoad[]): Classed {
  if (trackers.length === 0) return { trackingClass: "none", classReasons: [noTrackerReason(evidence)] };
  if (evidence.own) {
    return { trackingClass: "commercial", classReasons: ["sent by your own organisation: it tracks its readers"] };
  }
  const clearing = clearingSigns(evidence, trackers);
  if (clearing.clears) return { trackingClass: "commercial", classReasons: clearing.reasons };
  const covert = covertSigns(evidence, trackers);
  if (covert.holds) return { trackingClass: "covert", classReasons: covert.reasons };
  const reasons = ["carries a tracker", ...clearing.reasons, ...clearing.missing];
  return { trackingClass: "unexplained", classReasons: reasons };
}

function noTrackerReason({ loads }: Evidence): string {
  const opening = loads.filter(({ load }) => load.fires === "open");
  if (opening.length === 0) return "nothing in it contacts a server when it is displayed";
  const one = opening.length === 1;
  return `${opening.length} remote ${one ? "load" : "loads"}, ${one ? "" : "none "}${one ? "without" : "with"} a value that tells readers apart`;
}

/** What speaks for ordinary commercial tracking (LK-01 to LK-03): a way out, and two signs of a known or steady sender. */
function clearingSigns(evidence: Evidence, trackers: readonly JudgedLoad[]) {
  const { record, whole, service, alignment, senderDomain } = evidence;
  const exit = record.claims.listUnsubscribe.length > 0 || record.content.unsubscribeLink;
  const signs: string[] = [];
  const missing: string[] = [];
  if (service?.sure === true) signs.push(`sent through ${service.name} (${service.evidence.join("; ")})`);
  else missing.push("no bulk service is recognised by two signs");
  if (service?.verified === true) signs.push(`${service.name}'s own authentication passed at receipt`);
  if (whole.messages >= STEADY_MESSAGES && whole.spanDays >= STEADY_DAYS) {
    signs.push(`steady sender: ${whole.messages} messages over ${whole.spanDays} days`);
  } else missing.push(`little history: ${whole.messages} messages over ${whole.spanDays} days`);
  if (passes(evidence)) signs.push(alignment.why);
  else missing.push("no aligned authentication result was recorded at receipt");
  if (trackers.every(({ load }) => load.domain === senderDomain)) signs.push("trackers on the sender's own domain");
  if (whole.writtenTo) signs.push("your people have written to this sender");
  if (!exit) missing.push("offers no way to unsubscribe");
  const reasons = exit ? ["offers a way to unsubscribe", ...signs] : signs;
  return { clears: exit && signs.length >= 2 && !newIdentityOnly(evidence), reasons, missing };
}

/** TF-202: a new identity cleared by its service and its own domain's pass alone, that poses as news, stays open. */
function newIdentityOnly({ whole, record, copyReaders }: Evidence): boolean {
  const fresh = whole.spanDays < SHORT_LIFE_DAYS && whole.messages < STEADY_MESSAGES * 2 && !whole.writtenTo;
  return fresh && record.content.newsPersona !== null && copyReaders >= 2;
}

/** What makes tracking covert: a hidden personal token from a short-lived stranger without a way out, and a lure. */
function covertSigns(evidence: Evidence, trackers: readonly JudgedLoad[]) {
  const hidden = trackers.filter(({ load, personal }) => load.hidden && personal);
  const lure = lureSigns(evidence);
  const holds = hidden.length > 0 && isStranger(evidence) && !offersExit(evidence) && lure.length > 0;
  const reasons = [
    ...hidden.slice(0, 2).map(({ load, token }) => `hidden load from ${load.host}: ${load.why}; ${token.detail}`),
    ...strangerReasons(evidence),
    "offers no way to unsubscribe",
    ...lure,
  ];
  return { holds, reasons };
}

function lureSigns({ record, copyReaders }: Evidence): readonly string[] {
  const signs: string[] = [];
  if (record.content.newsPersona !== null) signs.push(`poses as news: ${record.content.newsPersona}`);
  if (copyReaders >= 2) signs.push(`the same lure went to ${copyReaders} of your people`);
  return signs;
}

function offersExit({ record }: Evidence): boolean {
  return record.claims.listUnsubscribe.length > 0 || record.content.unsubscribeLink;
}

function passes({ alignment }: Evidence): boolean {
  return alignment.dkim || alignment.spf || alignment.dmarc;
}

/** First contact on the day, or shortly before, and a short life in the whole case. */
function isStranger({ before, whole }: Evidence): boolean {
  if (whole.writtenTo || whole.messages > SHORT_LIFE_MESSAGES) return false;
  return whole.spanDays < SHORT_LIFE_DAYS && before.spanDays < SHORT_LIFE_DAYS;
}

function strangerReasons({ before, whole }: Evidence): readonly string[] {
  const reasons = [
    before.messages === 0 ? "first contact: nothing from this sender before" : "sender known for days only",
  ];
  const days = whole.spanDays + 1;
  reasons.push(
    `its ${whole.messages} ${whole.messages === 1 ? "message lies" : "messages lie"} within ${days} ${days === 1 ? "day" : "days"}`,
  );
  return reasons;
}

const BEACON = ["T1598.003"] as const;

/** The known campaign's shape. High when it poses as news and the token is proven or holds the reader's address. */
function covertToken(
  evidence: Evidence,
  trackingClass: TrackingClass,
  trackers: readonly JudgedLoad[],
): Finding | null {
  if (trackingClass !== "covert") return null;
  const signs = covertSigns(evidence, trackers);
  const hidden = trackers.filter(({ load, personal }) => load.hidden && personal);
  const news = evidence.record.content.newsPersona !== null;
  return {
    rule: "tracking.covert-token",
    title: news
      ? "News-like mail with a hidden personal tracker"
      : "Hidden personal tracker from a stranger to several people",
    severity: news ? "high" : "medium",
    techniques: [...BEACON, "T1589.002", "T1590.005", "T1592.004"],
    reasons: signs.reasons,
    undetermined: [],
    spans: hidden.map(({ load }) => load.span),
  };
}

/** One copy only: the tracker is likely, not proven. */
function newsLure(evidence: Evidence, trackingClass: TrackingClass, trackers: readonly JudgedLoad[]): Finding | null {
  if (trackingClass !== "unexplained" || !isStranger(evidence) || offersExit(evidence)) return null;
  const { newsPersona } = evidence.record.content;
  const hidden = trackers.filter(({ load }) => load.hidden);
  if (newsPersona === null || hidden.length === 0) return null;
  return {
    rule: "tracking.news-lure",
    title: "News-like mail from a stranger with a hidden load",
    severity: "medium",
    techniques: BEACON,
    reasons: [
      `poses as news: ${newsPersona}`,
      ...strangerReasons(evidence),
      "offers no way to unsubscribe",
      ...whys(hidden),
    ],
    undetermined: ["whether the load tells readers apart: only one copy was found to compare"],
    spans: hidden.map(({ load }) => load.span),
  };
}

/** The reader's own address, decoded out of a hidden load, from somebody unknown. */
function strangerWithAddress(
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
    undetermined: [],
    spans: decoded.map(({ load }) => load.span),
  };
}

function whys(loads: readonly JudgedLoad[]): readonly string[] {
  return loads.slice(0, 3).map(({ load, token }) => `load from ${load.host}: ${load.why}; ${token.detail}`);
}

/** LK-06: receipts between colleagues are ordinary; one that goes to another domain than From, from a stranger, is not. */
function foreignReceipt(evidence: Evidence): Finding | null {
  if (evidence.own || !isStranger(evidence)) return null;
  const foreign = evidence.loads.filter(
    ({ load }) => load.fires === "receipt" && load.domain !== "" && load.domain !== evidence.senderDomain,
  );
  const first = foreign[0]?.load;
  if (first === undefined || evidence.record.claims.listId !== "") return null;
  return {
    rule: "receipt.foreign-address",
    title: "Asks for a receipt to another domain than the sender's",
    severity: "medium",
    techniques: ["T1598", "T1589.002"],
    reasons: [
      `the receipt would go to ${first.domain}, the sender writes from ${evidence.senderDomain || "no address"}`,
      ...strangerReasons(evidence),
    ],
    undetermined: [],
    spans: foreign.map(({ load }) => load.span),
  };
}

/** TF-107: a file share named by a stranger makes Windows answer with a sign-in that can be cracked or relayed. */
function fileShareLoad(evidence: Evidence): Finding | null {
  if (evidence.own || evidence.whole.writtenTo) return null;
  const shares = evidence.loads.filter(({ load }) => load.fires === "open" && isFileShare(load));
  if (shares.length === 0) return null;
  return {
    rule: "load.file-share",
    title: "Loads something from a file share when opened",
    severity: isStranger(evidence) ? "high" : "medium",
    techniques: ["T1187", "T1598"],
    reasons: [
      ...whys(shares),
      "opening it can send the reader's Windows sign-in to that host",
      ...strangerReasons(evidence),
    ],
    undetermined: [],
    spans: shares.map(({ load }) => load.span),
  };
}

function isFileShare({ vector, resolved, host }: LoadRecord): boolean {
  return vector === "RL-31" && host !== "" && /^(?:file|smb|unc):/i.test(resolved);
}

/** LK-17: our own bulk mail tracks our own readers. A matter of posture, not of attack. */
function ownTracking(evidence: Evidence, trackers: readonly JudgedLoad[]): Finding | null {
  if (!evidence.own || trackers.length === 0) return null;
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
