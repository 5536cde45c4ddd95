/**
 * Which service a host, a header field, a key word of a field or a path's first segment points to: Maps built once, so
 * that no grammar runs before one of them hits.
 */
import { services } from "./index.ts";
import { domainsOf, type Service, type UrlGrammar } from "./service.ts";

export interface OwnedGrammar {
  readonly service: Service;
  readonly grammar: UrlGrammar;
}

/** Labels of one host that are tried from the right. */
const LABELS_MAX = 8;

/** The earlier service wins a key; the contract test allows none twice. */
function mapOf(keysOf: (service: Service) => readonly string[]): ReadonlyMap<string, Service> {
  const pairs = services.toReversed().flatMap((service) => keysOf(service).map((key) => [key, service] as const));
  return new Map(pairs);
}

const byDomain = mapOf(domainsOf);
const byHeader = mapOf(({ headers }) => headers);
const byMailer = mapOf(({ mailers }) => mailers.map(firstWord));
const byFeedback = mapOf(({ feedback }) => (feedback === null ? [] : [feedback.key]));
const byMessageId = mapOf(({ messageIds }) => messageIds);
const byReturnPath = groupOf(services, ({ returnPath }) => (returnPath === null ? [] : [returnPath.key]));
const byHead = groupOf(
  services.flatMap((service) => service.urls.map((grammar) => ({ service, grammar }))),
  ({ grammar }) => grammar.heads,
);

function groupOf<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}

/** The host itself or any domain above it; the longest known one wins. */
export function serviceOfHost(host: string): Service | undefined {
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

/** The part of a header's name up to its second dash, for each name that a service gives: others need no further look. */
const headerHeads: ReadonlySet<string> = new Set([...byHeader.keys()].map(headOf));

function headOf(name: string): string {
  const dash = name.indexOf("-", 2);
  return dash < 0 ? name : name.slice(0, dash + 1);
}

/** By the whole name, or by a beginning that the service ends with `-`. */
export function serviceOfHeader(name: string): Service | undefined {
  if (!headerHeads.has(headOf(name))) return undefined;
  const exact = byHeader.get(name);
  if (exact !== undefined) return exact;
  for (let dash = name.indexOf("-", 2); dash > 0; dash = name.indexOf("-", dash + 1)) {
    const service = byHeader.get(name.slice(0, dash + 1));
    if (service !== undefined) return service;
  }
  return undefined;
}

export function serviceOfMailer(mailer: string): Service | undefined {
  const text = mailer.slice(0, 80).toLowerCase();
  const service = byMailer.get(firstWord(text));
  return service?.mailers.some((beginning) => text.startsWith(beginning)) === true ? service : undefined;
}

function firstWord(text: string): string {
  return /^[a-z0-9]{1,40}/.exec(text)?.[0] ?? "";
}

/** Parts of a Feedback-ID that are looked at; it has four. */
const FEEDBACK_PARTS_MAX = 8;

/** By the last part, or by the beginning of another up to its dash. */
export function serviceOfFeedback(feedbackId: string): Service | undefined {
  const parts = feedbackId.toLowerCase().split(":", FEEDBACK_PARTS_MAX);
  const last = byFeedback.get((parts.at(-1) ?? "").trim());
  if (last !== undefined) return last;
  for (const part of parts) {
    const dash = part.indexOf("-");
    const service = dash < 0 ? undefined : byFeedback.get(part.slice(0, dash + 1));
    if (service !== undefined) return service;
  }
  return undefined;
}

/** Of a right side that is no domain of anybody's. */
export function serviceOfMessageId(domain: string): Service | undefined {
  return byMessageId.get(/^[a-z-]{1,40}/.exec(domain)?.[0] ?? "");
}

/** Those whose return paths begin with the same letters; the form decides. */
export function servicesOfReturnPath(address: string): readonly Service[] {
  return byReturnPath.get(/^[a-z_-]{1,40}/.exec(address)?.[0] ?? "") ?? [];
}

/** Grammars that may hold at customers' own domains, by the first segment of the path. */
export function grammarsOfHead(head: string): readonly OwnedGrammar[] {
  return byHead.get(head) ?? [];
}
