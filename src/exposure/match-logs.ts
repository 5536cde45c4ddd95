/**
 * Lines of logs against one message and one person.
 *
 * A line is attributed only by what it holds: an address that only this reader's copy has, a user's name, or that nobody else got the
 * mail. A name looked up is no opening; what came within a minute of delivery may be a scanner's (EX-04). Pure.
 */
import type { EpochMs } from "../base/brand.ts";
import type { Likelihood } from "../case/judgement.ts";
import type { MessageRecord } from "../case/record.ts";
import type { Sighting } from "../case/sighting.ts";
import type { LogEvidence } from "./log-evidence.ts";

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
}

export interface LogMatch {
  readonly record: MessageRecord;
  readonly person: { readonly addresses: readonly string[]; readonly name: string };
  readonly expected: ExpectedLoads;
  readonly sightings: readonly Sighting[];
  /** Of this copy. */
  readonly readers: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Clocks of two machines. */
const SKEW_MS = 10 * MINUTE_MS;
/** A host alone says which mail only for so long; an address of its own says it always. */
const HOST_MS = 60 * DAY_MS;
const EVIDENCE_MAX = 12;
/** They say little, and whose they are is seldom known. */
const LOOK_UPS_MAX = 1;

export function logEvidenceOf(match: LogMatch): readonly LogEvidence[] {
  const found: LogEvidence[] = [];
  let lookUps = 0;
  for (const sighting of match.sightings) {
    const evidence = evidenceOf(sighting, match);
    if (evidence === null) continue;
    if (evidence.effect === "looked-up") lookUps += 1;
    if (evidence.effect !== "looked-up" || lookUps <= LOOK_UPS_MAX) found.push(evidence);
    if (found.length >= EVIDENCE_MAX) break;
  }
  return found;
}

function evidenceOf(sighting: Sighting, match: LogMatch): LogEvidence | null {
  switch (sighting.kind) {
    case "http":
      return byAddress(sighting, match);
    case "connect":
      return byHost(sighting, match, "a connection to its server, what was asked is not seen");
    case "blocked":
      return blocked(sighting, match);
    case "dns":
      return lookUp(sighting, match);
    case "delivered":
    case "refused":
      return delivery(sighting, match);
    case "sent":
      return sent(sighting, match);
  }
}

function byAddress(sighting: Sighting, match: LogMatch): LogEvidence | null {
  const { expected, record } = match;
  const address = bareUrl(sighting.url);
  if (!isAfter(sighting, record.date)) return null;
  if (expected.personal.has(address)) {
    const soon = isSoon(sighting, record.date);
    const by = scannerWords(sighting, soon);
    return {
      effect: "load",
      likelihood: by === "" ? "confirmed" : "probable",
      reason: `${told(sighting)}: the address that only this copy has was fetched${by}`,
    };
  }
  if (expected.shared.has(address)) return byHost(sighting, match, "an address of the mail was fetched");
  return byHost(sighting, match, "another address of its server was fetched, as after a click");
}

function byHost(sighting: Sighting, { expected, record, person, readers }: LogMatch, what: string): LogEvidence | null {
  if (!expected.hosts.has(sighting.name) || !isWithin(sighting, record.date)) return null;
  const effect = what.endsWith("click") || expected.clickHosts.has(sighting.name) ? "click" : "load";
  const isUser = isNamed(sighting, person);
  const isAlone = expected.people <= 1 && readers <= 1;
  // Somebody else's name is on it.
  if (sighting.user !== "" && !isUser && sighting.user.length > 2) return null;
  const by = scannerWords(sighting, isSoon(sighting, record.date));
  const likelihood: Likelihood = by !== "" ? "possible" : isUser ? "confirmed" : isAlone ? "probable" : "possible";
  const whose = isUser
    ? `, under the name ${sighting.user}`
    : isAlone
      ? "; nobody else got mail that asks there"
      : `; which of ${Math.max(expected.people, readers)} people it was, the line does not say`;
  return { effect, likelihood, reason: `${told(sighting)}: ${what}${whose}${by}` };
}

function blocked(sighting: Sighting, match: LogMatch): LogEvidence | null {
  const { expected, record, person } = match;
  const isPersonal = expected.personal.has(bareUrl(sighting.url)) && isAfter(sighting, record.date);
  const isHost = expected.hosts.has(sighting.name) && isWithin(sighting, record.date);
  if (!isPersonal && !(isHost && (isNamed(sighting, person) || expected.people <= 1))) return null;
  return {
    effect: "blocked",
    likelihood: "probable",
    reason: `${told(sighting)}: its server was asked for, and the proxy refused: it was opened, and the sender got nothing by this way`,
  };
}

function lookUp(sighting: Sighting, { expected, record }: LogMatch): LogEvidence | null {
  if (!expected.hosts.has(sighting.name) || !isWithin(sighting, record.date)) return null;
  const whose = sighting.client === "" ? "" : ` by ${sighting.client}`;
  return {
    effect: "looked-up",
    likelihood: "possible",
    reason: `${told(sighting)}: the name of its server was looked up${whose}, which is no sign that anything was fetched`,
  };
}

function delivery(sighting: Sighting, { record, person }: LogMatch): LogEvidence | null {
  if (!person.addresses.includes(sighting.address)) return null;
  const isById = record.messageId !== "" && sighting.name === record.messageId.toLowerCase();
  const senders = [record.claims.returnPath, ...record.claims.from.map(({ address }) => address)];
  const isBySender = senders.includes(sighting.name) && isNear(sighting, record.date);
  if (!isById && !isBySender) return null;
  return sighting.kind === "refused"
    ? {
        effect: "refused",
        likelihood: "confirmed",
        reason: `${told(sighting)}: the mail server did not deliver it to ${sighting.address}`,
      }
    : { effect: "note", likelihood: "confirmed", reason: `${told(sighting)}: delivered to ${sighting.address}` };
}

function sent(sighting: Sighting, { record, person }: LogMatch): LogEvidence | null {
  if (!person.addresses.includes(sighting.address) || !isWithin(sighting, record.date)) return null;
  const { from, replyTo, returnPath } = record.claims;
  const senders = [...from, ...replyTo].map(({ address }) => address);
  if (![...senders, returnPath].includes(sighting.name)) return null;
  return {
    effect: "sent",
    likelihood: "probable",
    reason: `${told(sighting)}: a mail from ${sighting.address} to the sender left the mail server after it`,
  };
}

function told({ file, line, at }: Sighting): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return `${name}, line ${line}, ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** A proxy's log has the login; whose it is shows where it is an address of the person's, or its first part. */
function isNamed({ user }: Sighting, { addresses }: LogMatch["person"]): boolean {
  if (user === "") return false;
  const bare = user.replace(/^.*\\/, "");
  return addresses.some((address) => address === bare || address.slice(0, address.lastIndexOf("@")) === bare);
}

function scannerWords({ agent }: Sighting, isSoonAfter: boolean): string {
  if (
    /bot\b|crawler|scanner|safelinks|urldefense|proofpoint|mimecast|barracuda|python|curl|wget|headless/i.test(agent)
  ) {
    return "; by a program that is no reader's";
  }
  return isSoonAfter ? "; within a minute of delivery, when scanners look too" : "";
}

function isAfter({ at }: Sighting, date: EpochMs | null): boolean {
  return date !== null && at >= date - SKEW_MS;
}

function isWithin(sighting: Sighting, date: EpochMs | null): boolean {
  return isAfter(sighting, date) && date !== null && sighting.at <= date + HOST_MS;
}

function isNear({ at }: Sighting, date: EpochMs | null): boolean {
  return date !== null && Math.abs(at - date) <= 2 * DAY_MS;
}

function isSoon({ at }: Sighting, date: EpochMs | null): boolean {
  return date !== null && Math.abs(at - date) <= MINUTE_MS;
}

/** Without scheme, default port and fragment: as logs of several kinds agree. */
export function bareUrl(url: string): string {
  const [, host = "", rest = ""] = /^(?:[a-z]+:)?\/\/(?:[^/@]*@)?([^/?#]*)([^#]*)/i.exec(url) ?? [];
  return `${host
    .toLowerCase()
    .replace(/:(?:80|443)$/, "")
    .replace(/\.$/, "")}${rest === "" ? "/" : rest}`;
}
