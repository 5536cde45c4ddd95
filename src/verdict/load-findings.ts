/**
 * Findings about loads that need no token: receipts to somebody else, file shares, calendars that fetch (threat-facts TF-107,
 * LK-06, LK-08). One function a condition.
 */
import type { Finding } from "../case/judgement.ts";
import type { LoadRecord } from "../case/record.ts";
import type { Evidence } from "./evidence.ts";
import { isStranger, strangerReasons, whys } from "./signs.ts";

/** LK-06: receipts between colleagues are ordinary; one that goes to another domain than From, from a stranger, is not. */
export function foreignReceipt(evidence: Evidence): Finding | null {
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
export function fileShareLoad(evidence: Evidence): Finding | null {
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
export function attachedShare(evidence: Evidence): Finding | null {
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
  return /^(?:file|smb|unc):/i.test(resolved) && /[.:]/.test(host) && !INSIDE.test(host);
}

/** Names and addresses of networks that nobody outside reaches (RFC 1918, 3927, 4193, 6762, 8375; names in common use). */
const INSIDE =
  /(?:^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+|\.(?:local|localdomain|lan|internal|intra|intranet|corp|home|home\.arpa))$|^\[?(?:::1|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;

/** Odd addresses in HTML, sounds of reminders, what RTF takes in. */
const SHARE_VECTORS: ReadonlySet<string> = new Set(["RL-31", "RL-66", "RL-68"]);

function isFileShare({ vector, resolved, host }: LoadRecord): boolean {
  return SHARE_VECTORS.has(vector) && host !== "" && /^(?:file|smb|unc):/i.test(resolved);
}

/** LK-08: an invitation enters the calendar by itself, and what it fetches tells a stranger that it did. */
export function strangersCalendar(evidence: Evidence): Finding | null {
  const { own, service, loads } = evidence;
  if (own || !isStranger(evidence) || (service?.kind === "meeting" && service.verified)) return null;
  const fetched = loads.filter(({ load }) => load.vector === "RL-61" && load.fires !== "click" && load.host !== "");
  if (fetched.length === 0) return null;
  return {
    rule: "calendar.stranger",
    title: "A stranger's invitation fetches something",
    severity: "medium",
    techniques: ["T1598"],
    reasons: [
      ...whys(fetched),
      "calendar programs enter invitations by themselves and may fetch what they name",
      ...strangerReasons(evidence),
    ],
    undetermined: [],
    spans: fetched.map(({ load }) => load.span),
  };
}
