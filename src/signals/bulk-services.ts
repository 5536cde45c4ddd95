/**
 * Recognises the bulk service that sent a message, from its stored record alone (threat-facts LK-01 to LK-10).
 *
 * Signs are grouped by where they come from, since whoever copies one part copies all of it: a lure pasted from a real
 * newsletter brings that newsletter's pictures *and* links. Only signs of two groups make it sure. And recognising a
 * service clears nobody: the known campaign rented accounts at one (TF-010, TF-202).
 *
 * Pure. Cost: a few Map look-ups per host and header; the index is built once.
 */
import type { AuthResultRecord, ClaimsRecord, LoadRecord } from "../case/record.ts";
import { partsOf, readServiceUrl, revealedBy } from "./service-urls.ts";
import { services } from "./services/index.ts";
import type { Service, ServiceKind } from "./services/service.ts";
import {
  serviceOfFeedback,
  serviceOfHeader,
  serviceOfHost,
  serviceOfMailer,
  serviceOfMessageId,
  servicesOfReturnPath,
} from "./services/tables.ts";

export interface ServiceSigns {
  readonly claims: ClaimsRecord;
  readonly loads: readonly LoadRecord[];
  readonly content: { readonly linkHosts: readonly string[] };
  /** Results at receipt that count (`case/received-results.ts`). */
  readonly auth: readonly AuthResultRecord[];
}

export interface RecognizedService {
  readonly service: Service;
  readonly name: string;
  readonly kind: ServiceKind;
  /** One phrase a group of signs, at most five. */
  readonly evidence: readonly string[];
  /** Signs of at least two groups. */
  readonly sure: boolean;
  /** The topmost authentication results hold a pass for one of the service's own domains: no copyist can add that. */
  readonly verified: boolean;
  /** What its loads and links tell it of the reader, as a sentence that begins with its name. */
  readonly reveals: string;
  /** Another service whose signs of at least two groups show that it carried the mail for this one; it has an account there too. */
  readonly relay: Service | null;
}

/** Where a sign comes from: what the body shows, the way out, the signature, the envelope, other header fields. */
type Group = "body" | "unsubscribe" | "dkim" | "envelope" | "header";
type Found = Map<Service, Map<Group, string>>;

/** The service with signs of most groups, platforms before relays, then the earlier in the list; null when nothing points to any. */
export function recognizeService(signs: ServiceSigns): RecognizedService | null {
  const found: Found = new Map();
  noteClaims(signs.claims, found);
  noteBody(signs, found);
  const best = bestOf([...found]);
  if (best === null) return null;
  const [service, groups] = best;
  const relay = bestOf(
    [...found].filter(([other, { size }]) => other !== service && isRelay(other) && size >= SURE_GROUPS),
  );
  return {
    service,
    name: service.name,
    kind: service.kind,
    evidence: [...groups.values()],
    sure: groups.size >= SURE_GROUPS,
    verified: isVerified(service, signs.auth),
    reveals: revealedBy(service),
    relay: relay?.[0] ?? null,
  };
}

type Candidate = readonly [Service, ReadonlyMap<Group, string>];

const SURE_GROUPS = 2;
const places: ReadonlyMap<Service, number> = new Map(services.map((service, place) => [service, place]));

function bestOf(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (best === null || isBetter(candidate, best)) best = candidate;
  return best;
}

function isRelay({ kind }: Service): boolean {
  return kind === "transactional";
}

/** A platform that is sure goes before the relay it sends through, which shows in more places. */
function isBetter([service, groups]: Candidate, [other, otherGroups]: Candidate): boolean {
  const rank = rankOf(service, groups);
  const otherRank = rankOf(other, otherGroups);
  if (rank !== otherRank) return rank > otherRank;
  if (groups.size !== otherGroups.size) return groups.size > otherGroups.size;
  return (places.get(service) ?? 0) < (places.get(other) ?? 0);
}

function rankOf(service: Service, groups: ReadonlyMap<Group, string>): number {
  if (groups.size < SURE_GROUPS) return 0;
  // What a lure pasted from a platform's mail brings along must not hide the relay that its sender really rented.
  const isCopyable = [...groups.keys()].every((group) => group === "body" || group === "unsubscribe");
  return isRelay(service) || isCopyable ? 1 : 2;
}

/** The first sign of a group is kept; further ones of the group say no more. */
function note(found: Found, service: Service | undefined, group: Group, phrase: string): void {
  if (service === undefined) return;
  const groups = found.get(service) ?? new Map<Group, string>();
  if (!groups.has(group)) groups.set(group, phrase);
  found.set(service, groups);
}

function noteClaims(claims: ClaimsRecord, found: Found): void {
  for (const domain of claims.dkimDomains) note(found, serviceOfHost(domain), "dkim", `DKIM signature of ${domain}`);
  noteReturnPath(claims.returnPath, found);
  for (const target of claims.listUnsubscribe) noteUnsubscribe(target, found);
  for (const name of claims.extensionHeaders) note(found, serviceOfHeader(name), "header", `header ${name}`);
  const messageId = claims.messageIdDomain;
  note(found, serviceOfHost(messageId) ?? serviceOfMessageId(messageId), "header", `Message-ID of ${messageId}`);
  note(found, serviceOfHost(claims.listId), "header", `List-Id of ${claims.listId}`);
  if (claims.feedbackId !== "") {
    note(found, serviceOfFeedback(claims.feedbackId), "header", "Feedback-ID in its form");
  }
  if (claims.mailer !== "") note(found, serviceOfMailer(claims.mailer), "header", "X-Mailer names it");
}

function noteReturnPath(address: string, found: Found): void {
  if (address === "") return;
  const bounce = address.slice(address.lastIndexOf("@") + 1);
  note(found, serviceOfHost(bounce), "envelope", `return path at ${bounce}`);
  // Customers use their own domain; the form of what stands before it stays.
  for (const service of servicesOfReturnPath(address)) {
    if (service.returnPath?.form.test(address) === true) note(found, service, "envelope", "return path in its form");
  }
}

function noteBody({ loads, content }: ServiceSigns, found: Found): void {
  const seen = new Set<string>();
  for (const { resolved, host, fires, hidden, token } of loads) {
    if (fires === "receipt") continue;
    if (!seen.has(host)) note(found, serviceOfHost(host), "body", `loads from ${host}`);
    seen.add(host);
    // Plain pictures have no service's shape; this keeps the grammars off most loads.
    if (hidden || token.kind !== "none") noteForm(resolved, "body", `load in its form at ${host}`, found);
  }
  for (const host of content.linkHosts) note(found, serviceOfHost(host), "body", `links to ${host}`);
}

/** An unsubscribe target: http(s) or mailto. */
function noteUnsubscribe(target: string, found: Found): void {
  const host = partsOf(target)?.host ?? /^mailto:[^?@]{0,300}@([^?&>]{1,253})/i.exec(target)?.[1]?.toLowerCase() ?? "";
  note(found, serviceOfHost(host), "unsubscribe", `unsubscribe address at ${host}`);
  noteForm(target, "unsubscribe", "unsubscribe address in its form", found);
}

/** Customers put their own domain before a service; the path's form stays. At the service's own the host has said it. */
function noteForm(url: string, group: Group, phrase: string, found: Found): void {
  const read = readServiceUrl(url);
  if (read !== null && !read.atService) note(found, read.service, group, phrase);
}

/** A pass in the results that count for a domain of the service: its DKIM signature or its return path. */
function isVerified(service: Service, auth: readonly AuthResultRecord[]): boolean {
  return auth.some(
    ({ method, result, domain }) =>
      result === "pass" && (method === "dkim" || method === "spf") && serviceOfHost(domain) === service,
  );
}
