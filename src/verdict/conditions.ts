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

/**
 * A sender seen this often, in this many months, over this long is no stranger: the known waves lasted days to weeks
 * (TF-012). Months are asked for, so that one old mail does not make a history.
 */
const STEADY_MESSAGES = 4;
const STEADY_MONTHS = 4;
const STEADY_DAYS = 90;
/** More messages than this from one sender is no chosen approach to few. */
const STRANGER_MESSAGES_MAX = 200;

export function conclude(evidence: Evidence): Conclusion {
  const trackers = evidence.loads.filter(tracks);
  const classed = classify(evidence, trackers);
  const findings = [
    covertToken(evidence, classed.trackingClass, trackers),
    newsLure(evidence, classed.trackingClass, trackers),
    newOutlet(evidence, classed.trackingClass, trackers),
    strangerWithAddress(evidence, classed.trackingClass, trackers),
    foreignReceipt(evidence),
    fileShareLoad(evidence),
    attachedShare(evidence),
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
  if (evidence.own) return classifyOwn(evidence, trackers);
  const clearing = clearingSigns(evidence, trackers);
  if (clearing.clears) return { trackingClass: "commercial", classReasons: clearing.reasons };
  const covert = covertSigns(evidence, trackers);
  if (covert.holds) return { trackingClass: "covert", classReasons: covert.reasons };
  const reasons = ["carries a tracker", ...clearing.reasons, ...clearing.missing];
  return { trackingClass: "unexplained", classReasons: reasons };
}

/** Our own bulk mail tracks for us (LK-17); what we forward tracks for somebody else (LK-07). */
function classifyOwn(evidence: Evidence, trackers: readonly JudgedLoad[]): Classed {
  if (tracksForUs(evidence, trackers)) {
    return { trackingClass: "commercial", classReasons: ["sent by your own organisation: it tracks its readers"] };
  }
  const reason =
    "sent by your own people, but what it loads is somebody else's: most likely a forward, so look for the original";
  return { trackingClass: "unexplained", classReasons: [reason] };
}

function tracksForUs({ service, ownDomains }: Evidence, trackers: readonly JudgedLoad[]): boolean {
  return service?.sure === true || trackers.every(({ load }) => ownDomains.has(load.domain));
}

function noTrackerReason({ loads }: Evidence): string {
  const opening = loads.filter(({ load }) => load.fires === "open");
  if (opening.length === 0) return "nothing in it contacts a server when it is displayed";
  const one = opening.length === 1;
  return `${opening.length} remote ${one ? "load" : "loads"}, ${one ? "" : "none "}${one ? "without" : "with"} a value that tells readers apart`;
}

/**
 * What speaks for ordinary commercial tracking (LK-01 to LK-03): a way out, and two signs of a known or steady sender, of
 * which one is more than the sender can make alone. A way out, its own domain's pass and a tracker on its own domain are
 * the sender's to make; a service it has to rent. A stranger that poses as news is cleared by none of this (TF-202).
 */
function clearingSigns(evidence: Evidence, trackers: readonly JudgedLoad[]) {
  const { whole, service, alignment, senderDomain } = evidence;
  const earned: string[] = [];
  const made: string[] = [];
  const missing: string[] = [];
  if (service?.verified === true) earned.push(`${service.name}'s own authentication passed at receipt`);
  if (isSteady(evidence)) earned.push(`steady sender: ${whole.messages} messages in ${whole.months} months`);
  else
    missing.push(
      `little history: ${whole.messages} ${whole.messages === 1 ? "message" : "messages"} over ${whole.spanDays} days`,
    );
  if (whole.writtenTo) earned.push("your people have written to this sender");
  if (service?.sure === true) earned.push(`sent through ${service.name} (${service.evidence.join("; ")})`);
  else missing.push("no bulk service is recognised by two signs");
  if (passes(evidence)) made.push(alignment.why);
  else missing.push("no aligned authentication result was recorded at receipt");
  if (trackers.every(({ load }) => load.domain === senderDomain)) made.push("trackers on the sender's own domain");
  const exit = offersExit(evidence);
  if (!exit) missing.push("offers no way to unsubscribe");
  const reasons = [...(exit ? ["offers a way to unsubscribe"] : []), ...earned, ...made];
  const enough = earned.length >= 1 && earned.length + made.length >= 2;
  return { clears: exit && enough && !isNewPersona(evidence), reasons, missing };
}

/** TF-202: a stranger that poses as news is not cleared by the service it rents. */
function isNewPersona(evidence: Evidence): boolean {
  return isStranger(evidence) && evidence.record.content.newsPersona !== null;
}

/** What makes tracking covert: a hidden personal token from a short-lived stranger without a way out, and a lure. */
function covertSigns(evidence: Evidence, trackers: readonly JudgedLoad[]) {
  const hidden = trackers.filter(({ load, personal }) => load.hidden && personal);
  const lure = lureSigns(evidence);
  const holds = hidden.length > 0 && isStranger(evidence) && !offersExit(evidence) && lure.length > 0;
  const reasons = [...whys(hidden.slice(0, 2)), ...strangerReasons(evidence), "offers no way to unsubscribe", ...lure];
  return { holds, reasons };
}

function lureSigns({ record, copyReaders, forgedOwn }: Evidence): readonly string[] {
  const signs: string[] = [];
  if (forgedOwn) signs.push("claims to come from your own address, and no authentication agrees");
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

function isSteady({ whole }: Evidence): boolean {
  return whole.messages >= STEADY_MESSAGES && whole.months >= STEADY_MONTHS && whole.spanDays >= STEADY_DAYS;
}

/** Nobody the owner writes to, and no steady history in the whole case, before the message's day or after. */
function isStranger(evidence: Evidence): boolean {
  const { whole } = evidence;
  return !whole.writtenTo && whole.messages <= STRANGER_MESSAGES_MAX && !isSteady(evidence);
}

function strangerReasons({ before, whole }: Evidence): readonly string[] {
  const first =
    before.messages === 0 ? "first contact: nothing from this sender before" : "no steady history with this sender";
  const days = whole.spanDays + 1;
  const within = `within ${days} ${days === 1 ? "day" : "days"}`;
  return [first, whole.messages === 1 ? "its only message here" : `its ${whole.messages} messages lie ${within}`];
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

/** Less than the known shape: the tracker is likely and not proven, or personal and not hidden. */
function newsLure(evidence: Evidence, trackingClass: TrackingClass, trackers: readonly JudgedLoad[]): Finding | null {
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
      ...whys(telling),
    ],
    undetermined: proven ? [] : ["whether the load tells readers apart: only one copy was found to compare"],
    spans: telling.map(({ load }) => load.span),
  };
}

/**
 * The known campaign's shape with a way to unsubscribe, which bulk services add by themselves (TF-010). A real outlet's
 * first months look the same (LK-03), so a person has to say whether anybody subscribed.
 */
function newOutlet(evidence: Evidence, trackingClass: TrackingClass, trackers: readonly JudgedLoad[]): Finding | null {
  if (trackingClass !== "unexplained" || !isNewPersona(evidence) || !offersExit(evidence)) return null;
  const hidden = trackers.filter(({ load, personal }) => load.hidden && personal);
  if (hidden.length === 0) return null;
  return {
    rule: "tracking.new-outlet",
    title: "New news-like sender with a hidden personal tracker",
    severity: "medium",
    techniques: BEACON,
    reasons: [...lureSigns(evidence), ...strangerReasons(evidence), ...whys(hidden)],
    undetermined: [
      "whether anybody subscribed: a way to unsubscribe is offered, but bulk services add one by themselves",
    ],
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
  return loads.slice(0, 3).map(({ load, token }) => {
    const told = [load.why, token.detail].filter((part) => part !== "").join("; ");
    return `load from ${load.host}: ${told}`;
  });
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

/**
 * TF-107 by an attachment: opening it, or showing the folder it was saved in, makes Windows sign in to a server out on the network.
 * Documents of every office name the office's own servers, by names that lead nowhere from outside: those are none.
 */
function attachedShare(evidence: Evidence): Finding | null {
  if (evidence.own || evidence.whole.writtenTo) return null;
  const shares = evidence.loads.filter(({ load }) => load.fires === "attachment" && isOutsideShare(load));
  if (shares.length === 0) return null;
  const isMade = shares.some(({ load }) => MADE_VECTORS.has(load.vector));
  return {
    rule: "load.attached-file-share",
    title: "Carries a file that contacts a file share when it is opened",
    severity: isStranger(evidence) ? (isMade ? "high" : "medium") : "low",
    techniques: ["T1187", "T1598"],
    reasons: [
      ...whys(shares),
      "opening the attachment can send the reader's Windows sign-in to that host",
      ...strangerReasons(evidence),
    ],
    undetermined: [],
    spans: shares.map(({ load }) => load.span),
  };
}

/** Nobody sends these by chance: shortcuts, libraries and playlists; what rich text takes in. */
const MADE_VECTORS: ReadonlySet<string> = new Set(["RL-68", "RL-70"]);

function isOutsideShare({ resolved, host }: LoadRecord): boolean {
  return /^(?:file|smb|unc):/i.test(resolved) && host.includes(".") && !INSIDE.test(host);
}

/** Names and addresses of networks that nobody outside reaches (RFC 1918, 3927, 6762, 8375; names in common use). */
const INSIDE =
  /(?:^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+|\.(?:local|localdomain|lan|internal|intra|intranet|corp|home|ad|arpa))$/i;

/** Odd addresses in HTML, sounds of reminders, what RTF takes in. */
const SHARE_VECTORS: ReadonlySet<string> = new Set(["RL-31", "RL-66", "RL-68"]);

function isFileShare({ vector, resolved, host }: LoadRecord): boolean {
  return SHARE_VECTORS.has(vector) && host !== "" && /^(?:file|smb|unc):/i.test(resolved);
}

/** LK-17: our own bulk mail tracks our own readers. A matter of posture, not of attack. */
function ownTracking(evidence: Evidence, trackers: readonly JudgedLoad[]): Finding | null {
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
