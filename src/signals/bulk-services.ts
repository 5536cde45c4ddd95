/**
 * Recognises the bulk service that sent a message, from its stored record alone (threat-facts LK-01, LK-02, LK-04).
 *
 * Signs are grouped by where they come from, since whoever copies one part copies all of it: a lure pasted from a real
 * newsletter brings that newsletter's pictures *and* links. Only signs of two groups make it sure. And recognising a
 * service clears nobody: the known campaign rented accounts at one (TF-010, TF-202).
 *
 * Pure. Cost: a few Map look-ups per host and header; the index is built once.
 */
import type { AuthResultRecord, ClaimsRecord, LoadRecord } from "../case/record.ts";
import { type BulkService, bulkServices, type ServiceKind } from "./bulk-service-table.ts";

export interface ServiceSigns {
  readonly claims: ClaimsRecord;
  readonly loads: readonly LoadRecord[];
  readonly content: { readonly linkHosts: readonly string[] };
  readonly auth: readonly AuthResultRecord[];
}

export interface RecognizedService {
  readonly name: string;
  readonly kind: ServiceKind;
  /** One phrase a group of signs, at most five. */
  readonly evidence: readonly string[];
  /** Signs of at least two groups. */
  readonly sure: boolean;
  /** The topmost authentication results hold a pass for one of the service's own domains: no copyist can add that. */
  readonly verified: boolean;
}

/** Where a sign comes from: what the body shows, the way out, the signature, the envelope, other header fields. */
type Group = "body" | "unsubscribe" | "dkim" | "envelope" | "header";
type Found = Map<BulkService, Map<Group, string>>;

/** The service with signs of most groups, the earlier in the table where equal; null when nothing points to any. */
export function recognizeService(signs: ServiceSigns): RecognizedService | null {
  const found: Found = new Map();
  noteClaims(signs.claims, found);
  noteBody(signs, found);
  let best: readonly [BulkService, ReadonlyMap<Group, string>] | null = null;
  for (const entry of found) {
    if (
      best === null ||
      entry[1].size > best[1].size ||
      (entry[1].size === best[1].size && isBefore(entry[0], best[0]))
    ) {
      best = entry;
    }
  }
  if (best === null) return null;
  const [service, groups] = best;
  return {
    name: service.name,
    kind: service.kind,
    evidence: [...groups.values()],
    sure: groups.size >= 2,
    verified: isVerified(service, signs.auth),
  };
}

const places: ReadonlyMap<BulkService, number> = new Map(bulkServices.map((service, place) => [service, place]));

function isBefore(a: BulkService, b: BulkService): boolean {
  return (places.get(a) ?? 0) < (places.get(b) ?? 0);
}

/** The first sign of a group is kept; further ones of the group say no more. */
function note(found: Found, service: BulkService | undefined, group: Group, phrase: string): void {
  if (service === undefined) return;
  const groups = found.get(service) ?? new Map<Group, string>();
  if (!groups.has(group)) groups.set(group, phrase);
  found.set(service, groups);
}

function noteClaims(claims: ClaimsRecord, found: Found): void {
  for (const domain of claims.dkimDomains) note(found, serviceOfHost(domain), "dkim", `DKIM signature of ${domain}`);
  const bounce = claims.returnPath.slice(claims.returnPath.lastIndexOf("@") + 1);
  note(found, serviceOfHost(bounce), "envelope", `return path at ${bounce}`);
  for (const target of claims.listUnsubscribe) noteUrl(target, "unsubscribe", "unsubscribe address", found);
  for (const name of claims.extensionHeaders) note(found, serviceOfHeader(name), "header", `header ${name}`);
  note(found, serviceOfHost(claims.messageIdDomain), "header", `Message-ID of ${claims.messageIdDomain}`);
  note(found, serviceOfHost(claims.listId), "header", `List-Id of ${claims.listId}`);
  if (claims.feedbackId !== "") notePattern(claims.feedbackId, "feedback", "Feedback-ID in its form", found);
  if (claims.mailer !== "") notePattern(claims.mailer, "mailer", "X-Mailer names it", found);
}

function notePattern(text: string, field: "feedback" | "mailer", phrase: string, found: Found): void {
  for (const service of byPattern[field]) if (service[field]?.test(text)) note(found, service, "header", phrase);
}

function noteBody({ loads, content }: ServiceSigns, found: Found): void {
  const seen = new Set<string>();
  for (const { resolved, host, fires, hidden, token } of loads) {
    if (fires === "receipt") continue;
    if (!seen.has(host)) note(found, serviceOfHost(host), "body", `loads from ${host}`);
    seen.add(host);
    // Plain pictures have no service's shape; this keeps the patterns off most loads.
    if (hidden || token.kind !== "none") notePath(resolved, "body", `load in its form at ${host}`, found);
  }
  for (const host of content.linkHosts) note(found, serviceOfHost(host), "body", `links to ${host}`);
}

/** An unsubscribe target: http(s) or mailto. */
function noteUrl(target: string, group: Group, what: string, found: Found): void {
  const host =
    /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(target)?.[1] ?? /^mailto:[^?@]*@([^?&>]+)/i.exec(target)?.[1] ?? "";
  note(found, serviceOfHost(host.toLowerCase()), group, `${what} at ${host.toLowerCase()}`);
  notePath(target, group, `${what} in its form`, found);
}

/** Customers put their own domain before a service; the path's shape stays. */
function notePath(url: string, group: Group, phrase: string, found: Found): void {
  const path = /^https?:\/\/[^/]*(\/.*)$/i.exec(url)?.[1];
  if (path === undefined) return;
  const start = path.slice(0, 300);
  for (const service of byPattern.path) if (service.path?.test(start)) note(found, service, group, phrase);
}

/** A pass in the topmost results for a domain of the service: its DKIM signature or its return path. */
function isVerified(service: BulkService, auth: readonly AuthResultRecord[]): boolean {
  return auth.some(
    ({ method, result, domain, position }) =>
      position === 0 &&
      result === "pass" &&
      (method === "dkim" || method === "spf") &&
      serviceOfHost(domain) === service,
  );
}

const byDomain: ReadonlyMap<string, BulkService> = new Map(
  bulkServices.toReversed().flatMap((service) => service.domains.map((domain) => [domain, service] as const)),
);
const byHeader: ReadonlyMap<string, BulkService> = new Map(
  bulkServices.toReversed().flatMap((service) => service.headers.map((name) => [name, service] as const)),
);
const byPattern = {
  feedback: bulkServices.filter(({ feedback }) => feedback !== null),
  mailer: bulkServices.filter(({ mailer }) => mailer !== null),
  path: bulkServices.filter(({ path }) => path !== null),
};

/** The part of a header's name up to its second dash, for each name that the table gives: others need no further look. */
const headerHeads: ReadonlySet<string> = new Set([...byHeader.keys()].map(headOf));

function headOf(name: string): string {
  const dash = name.indexOf("-", 2);
  return dash < 0 ? name : name.slice(0, dash + 1);
}

/** Labels of one host that are tried from the right. */
const LABELS_MAX = 8;

/** The host itself or any domain above it; the longest known one wins. */
function serviceOfHost(host: string): BulkService | undefined {
  for (let at = startOfLabels(host); ; ) {
    const dot = host.indexOf(".", at);
    if (dot < 0) return undefined;
    const service = byDomain.get(at === 0 ? host : host.slice(at));
    if (service !== undefined) return service;
    at = dot + 1;
  }
}

/** Offset of the last `LABELS_MAX` labels. */
function startOfLabels(host: string): number {
  let at = host.length;
  for (let labels = 0; labels < LABELS_MAX; labels += 1) {
    at = host.lastIndexOf(".", at - 1);
    if (at <= 0) return 0;
  }
  return at + 1;
}

/** By the whole name, or by a beginning that the table ends with `-`. */
function serviceOfHeader(name: string): BulkService | undefined {
  if (!headerHeads.has(headOf(name))) return undefined;
  const exact = byHeader.get(name);
  if (exact !== undefined) return exact;
  for (let dash = name.indexOf("-", 2); dash > 0; dash = name.indexOf("-", dash + 1)) {
    const service = byHeader.get(name.slice(0, dash + 1));
    if (service !== undefined) return service;
  }
  return undefined;
}
