/**
 * Lines of logs against one message and one person.
 *
 * A line is attributed only by what it holds: an address that only this reader's copy has, a user's name, or that nobody else got the
 * mail. A name looked up is no opening; what came within a minute of delivery may be a scanner's (EX-04). Pure.
 */
import type { EpochMs } from "../base/brand.ts";
import type { Likelihood } from "../case/judgement.ts";
import type { LogLine } from "../case/log-line.ts";
import type { MessageRecord } from "../case/record.ts";
import type { LogEvidence } from "./log-evidence.ts";
import type { Logins, Whose } from "./logins.ts";

/** Of one message: what of the sender's its display or a click would ask for. */
export interface ExpectedLoads {
  /** Addresses that this copy alone has, without scheme. */
  readonly personal: ReadonlySet<string>;
  /** Other addresses of loads, without scheme. */
  readonly shared: ReadonlySet<string>;
  /** Hosts of these that are the sender's own, with those of links that nobody else's mail has: nothing else is asked there. */
  readonly hosts: ReadonlySet<string>;
  /** Of these, the ones that only a click leads to. */
  readonly clickHosts: ReadonlySet<string>;
  /** How many people got mail of interest with these hosts. */
  readonly people: number;
  /** Another message of interest asks for the address (without scheme), and this one does not. */
  readonly isAnothers: (address: string) => boolean;
  /**
   * When the last message of interest to one of the readers came, until that moment, of those that ask for the name: a host, or an address without
   * scheme. Null for none.
   */
  readonly lastBefore: (name: string, readers: readonly string[], at: EpochMs) => EpochMs | null;
}

export interface LogMatch {
  readonly record: MessageRecord;
  readonly person: { readonly addresses: readonly string[] };
  readonly logins: Logins;
  /** Where an answer reaches the sender, lower case. */
  readonly senders: ReadonlySet<string>;
  readonly expected: ExpectedLoads;
  readonly sightings: readonly LogLine[];
  /** Of this copy. */
  readonly readers: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/**
 * The sender writes the Date, and is believed within two days of the server's (mail/message-date.ts): what was fetched so long before it may
 * still be the mail's. Also clocks of two machines.
 */
const SKEW_MS = 2 * DAY_MS + 10 * MINUTE_MS;
/** A host alone says which mail only for so long; an address of its own says it always. */
const HOST_MS = 60 * DAY_MS;
const EVIDENCE_MAX = 12;
/** They say little, and whose they are is seldom known. */
const LOOK_UPS_MAX = 1;

export interface LogsMatched {
  readonly evidence: readonly LogEvidence[];
  /** Lines that say something of this person, whether or not it is among the evidence. */
  readonly told: readonly LogLine[];
}

export function matchLogs(given: LogMatch): LogsMatched {
  const found: LogEvidence[] = [];
  const told: LogLine[] = [];
  const match = { ...given, arrivals: arrivalsOf(given) };
  let lookUps = 0;
  for (const sighting of match.sightings) {
    const evidence = evidenceOf(sighting, match);
    if (evidence === null) continue;
    told.push(sighting);
    if (evidence.effect === "looked-up") lookUps += 1;
    if (evidence.effect !== "looked-up" || lookUps <= LOOK_UPS_MAX) found.push(evidence);
  }
  // Hundreds of lines that anybody may have caused must not hide the one that tells.
  return { evidence: found.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, EVIDENCE_MAX), told };
}

const SURE: Readonly<Record<Likelihood, number>> = { possible: 0, probable: 1, confirmed: 2 };

/** Openings first, the surest of them before the others. */
function weightOf({ effect, likelihood }: LogEvidence): number {
  const isOpening = effect === "load" || effect === "click" || effect === "sent";
  return SURE[likelihood] + (isOpening ? 3 : 0);
}

interface Placed extends LogMatch {
  /** When it may have been delivered: by the mail server's log, by the line of `Received`, and by its date, which is the sender's to write. */
  readonly arrivals: readonly EpochMs[];
}

function arrivalsOf({ record, person, sightings }: LogMatch): readonly EpochMs[] {
  const id = record.messageId.toLowerCase();
  const delivered = sightings.filter(
    ({ kind, name, address }) => kind === "delivered" && name === id && person.addresses.includes(address),
  );
  const stated = [record.date, record.arrived ?? null].filter((at) => at !== null);
  return [...stated, ...delivered.map(({ at }) => at)];
}

function evidenceOf(sighting: LogLine, match: Placed): LogEvidence | null {
  switch (sighting.kind) {
    case "http":
    case "connect":
      return fetched(sighting, match);
    case "unclear":
      return unclear(fetched(sighting, match));
    case "blocked":
    case "failed":
    case "cached":
      return keptIn(sighting, match, sighting.kind);
    case "dns":
      return lookUp(sighting, match);
    case "delivered":
    case "refused":
      return delivery(sighting, match);
    case "sent":
      return sent(sighting, match);
  }
}

function fetched(sighting: LogLine, match: Placed): LogEvidence | null {
  if (sighting.url !== "") return byAddress(sighting, match);
  return byHost(sighting, match, {
    what: "a connection to its server, what was asked is not seen",
    asClick: "a connection (what was asked is not seen), as after a click, to a server that only its links lead to",
  });
}

function unclear(evidence: LogEvidence | null): LogEvidence | null {
  if (evidence === null) return null;
  return {
    ...evidence,
    likelihood: "possible",
    reason: `${evidence.reason}; whether the request reached that server, the line does not say`,
  };
}

function byAddress(sighting: LogLine, match: Placed): LogEvidence | null {
  const { expected } = match;
  const address = bareUrl(sighting.url);
  if (expected.personal.has(address)) return byPersonal(sighting, match, address);
  if (expected.shared.has(address)) {
    return byHost(sighting, match, {
      name: address,
      what: "an address of the mail was fetched",
      asClick: "an address of the mail was fetched, as after a click, from a server that only its links lead to",
    });
  }
  // It tells of that message, and of this one nothing.
  if (expected.isAnothers(address)) return null;
  const [path = "", query = ""] = address.split("?", 2);
  const isPath = [...expected.personal, ...expected.shared].some((one) => one.split("?", 1)[0] === path);
  const asClick = "another address of its server was fetched, as after a click";
  if (isPath && query === "") {
    return byHost(sighting, match, {
      what: "an address of the mail was fetched, as far as the log has it (without what follows the question mark)",
      asClick,
    });
  }
  if (isPath) {
    const what = "an address of the mail was fetched, with another value: perhaps of a mail that was not read here";
    return lessSure(byHost(sighting, match, { what, asClick }));
  }
  const what = "another address of its server was fetched, by its display or on a click";
  const evidence = byHost(sighting, match, { what, asClick });
  return evidence?.effect === "load" ? { ...evidence, isPerhapsClick: true } : evidence;
}

/** An address that this copy alone has proves its message, whatever date that bears. */
function byPersonal(sighting: LogLine, match: Placed, address: string): LogEvidence {
  const { record, arrivals } = match;
  const early = record.date !== null && !isAfter(sighting, record.date) ? "; before the date that the mail bears" : "";
  const whose = whoseOf(sighting, match);
  const by = scannerWords(sighting, isSoon(sighting, arrivals));
  const evidence: LogEvidence = {
    effect: "load",
    likelihood: by === "" && whose !== "other" ? "confirmed" : "probable",
    reason: `${placeOf(sighting)}: the address that only this copy has was fetched${early}${by}${LOGIN_WORDS[whose]}`,
  };
  return latestOnly(evidence, sighting, match, address);
}

/** One line is one opening: of several messages that ask for the same, it tells of the last that was there. */
function latestOnly(evidence: LogEvidence, { at }: LogLine, match: Placed, name: string): LogEvidence {
  const { expected, record, person } = match;
  const came = whenOf(record);
  const last = expected.lastBefore(name, person.addresses, at);
  if (came === null || last === null || last <= came) return evidence;
  const reason = `${evidence.reason}; a later message asks for the same, and is likelier meant`;
  return { ...evidence, likelihood: "possible", reason };
}

function lessSure(evidence: LogEvidence | null): LogEvidence | null {
  if (evidence === null) return null;
  return { ...evidence, likelihood: evidence.likelihood === "confirmed" ? "probable" : "possible" };
}

/** What is said of it: of a load, and of a click. */
interface Fetched {
  /** By which the mail is tied to the line; absent for the host. */
  readonly name?: string;
  readonly what: string;
  readonly asClick: string;
}

function byHost(sighting: LogLine, match: Placed, { name, what, asClick }: Fetched): LogEvidence | null {
  const { expected, record, readers, arrivals } = match;
  if (!expected.hosts.has(sighting.name) || !isWithin(sighting, record.date)) return null;
  const login = whoseOf(sighting, match);
  if (login === "other") return null;
  const effect = expected.clickHosts.has(sighting.name) ? "click" : "load";
  const isUser = login === "own";
  const isAlone = expected.people <= 1 && readers <= 1;
  const by = scannerWords(sighting, isSoon(sighting, arrivals));
  const likelihood: Likelihood = by !== "" ? "possible" : isUser ? "confirmed" : isAlone ? "probable" : "possible";
  const whose = isUser
    ? `, under the name ${sighting.user}`
    : isAlone
      ? "; nobody else got mail that asks there"
      : `; which of ${Math.max(expected.people, readers)} people it was, the line does not say`;
  const reason = `${placeOf(sighting)}: ${effect === "click" ? asClick : what}${whose}${LOGIN_WORDS[login]}${by}`;
  return latestOnly({ effect, likelihood, reason }, sighting, match, name ?? sighting.name);
}

const KEPT_IN: Readonly<Record<"blocked" | "failed" | "cached", string>> = {
  blocked: "and the proxy refused",
  failed: "and no request reached it",
  cached: "and the proxy answered from what it had kept",
};

/** Asked for, and by this line nothing went out to the sender. */
function keptIn(sighting: LogLine, match: Placed, became: keyof typeof KEPT_IN): LogEvidence | null {
  const { expected, record } = match;
  const isPersonal = sighting.url !== "" && expected.personal.has(bareUrl(sighting.url));
  const isHost = expected.hosts.has(sighting.name) && isWithin(sighting, record.date);
  if (!isPersonal && !(isHost && (whoseOf(sighting, match) === "own" || expected.people <= 1))) return null;
  return {
    effect: "blocked",
    likelihood: "probable",
    reason: `${placeOf(sighting)}: its server was asked for, ${KEPT_IN[became]}: it was opened, and the sender got nothing by this way`,
  };
}

function lookUp(sighting: LogLine, { expected, record }: LogMatch): LogEvidence | null {
  if (!expected.hosts.has(sighting.name) || !isWithin(sighting, record.date)) return null;
  // The machine may be another reader's, who has a page of their own.
  const whose = sighting.client === "" || expected.people > 1 ? "" : ` by ${sighting.client}`;
  return {
    effect: "looked-up",
    likelihood: "possible",
    reason: `${placeOf(sighting)}: the name of its server was looked up${whose}, which is no sign that anything was fetched`,
  };
}

/** A line that has the Message-ID is about this one; one that has the sender alone may be about another. */
function delivery(sighting: LogLine, { record, person, senders }: LogMatch): LogEvidence | null {
  if (!person.addresses.includes(sighting.address)) return null;
  const isById = record.messageId !== "" && sighting.name === record.messageId.toLowerCase();
  const isBySender = senders.has(sighting.name) && isNear(sighting, record.date);
  if (!isById && !isBySender) return null;
  const became = sighting.kind === "refused" ? "did not deliver" : "delivered";
  const what = isById ? "it" : "a mail of the sender's (which, the line does not say)";
  return {
    effect: isById ? (sighting.kind === "refused" ? "refused" : "delivered") : "note",
    likelihood: isById ? "confirmed" : "possible",
    reason: `${placeOf(sighting)}: the mail server ${became} ${what} to ${sighting.address}`,
  };
}

function sent(sighting: LogLine, { record, person, senders }: LogMatch): LogEvidence | null {
  const came = whenOf(record);
  // No answer goes before what it answers; the server's clock is the log's.
  if (came === null || sighting.at < came || sighting.at > came + HOST_MS) return null;
  if (!person.addresses.includes(sighting.address) || !senders.has(sighting.name)) return null;
  return {
    effect: "sent",
    likelihood: "probable",
    reason: `${placeOf(sighting)}: a mail from ${sighting.address} to the sender left the mail server after it`,
  };
}

function placeOf({ file, line, at }: LogLine): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return `${name}, line ${line}, ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** Without the name: this person's page shows nothing of another's. */
const LOGIN_WORDS: Readonly<Record<Whose, string>> = {
  ...{ own: "", none: "", unknown: "; under a user's name that is nobody's address here" },
  other: "; under another user's name: it was passed on, or somebody else opened it, from their network",
};

function whoseOf({ user }: LogLine, { logins, person }: LogMatch): Whose {
  return logins.whose(user, person.addresses);
}

function scannerWords({ agent }: LogLine, isSoonAfter: boolean): string {
  if (
    /bot\b|crawler|scanner|safelinks|urldefense|proofpoint|mimecast|barracuda|python|curl|wget|headless/i.test(agent)
  ) {
    return "; by a program that is no reader's";
  }
  return isSoonAfter ? "; within a minute of delivery, when scanners look too" : "";
}

/** When it was there to be opened: as the receiving server says, else by the sender's date. */
function whenOf({ arrived, date }: MessageRecord): EpochMs | null {
  return arrived ?? date;
}

function isAfter({ at }: LogLine, date: EpochMs | null): boolean {
  return date !== null && at >= date - SKEW_MS;
}

function isWithin(sighting: LogLine, date: EpochMs | null): boolean {
  return isAfter(sighting, date) && date !== null && sighting.at <= date + HOST_MS;
}

function isNear({ at }: LogLine, date: EpochMs | null): boolean {
  return date !== null && Math.abs(at - date) <= 2 * DAY_MS;
}

function isSoon({ at }: LogLine, arrivals: readonly EpochMs[]): boolean {
  return arrivals.some((arrival) => Math.abs(at - arrival) <= MINUTE_MS);
}

/** Without scheme, default port and fragment: as logs of several kinds agree. */
export function bareUrl(url: string): string {
  const [, host = "", rest = ""] = /^(?:[a-z]+:)?\/\/(?:[^/@]*@)?([^/?#]*)([^#]*)/i.exec(url) ?? [];
  return `${host
    .toLowerCase()
    .replace(/:(?:80|443)$/, "")
    .replace(/\.$/, "")}${rest === "" ? "/" : rest}`;
}
