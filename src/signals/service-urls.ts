/**
 * Reads a URL by the grammars of the services: what it is for, and what each of its parts means (account, campaign,
 * reader, …). Whoever copies a service's mail copies its URLs: this names, it proves nothing.
 *
 * Pure. Cost: a few look-ups by host and first path segment; grammars run only behind one that hits, on at most
 * `URL_CHARS_MAX` characters, each linear.
 */
import { services } from "./services/index.ts";
import type { FieldMeaning, Service, Sureness, UrlGrammar, UrlPurpose } from "./services/service.ts";
import { grammarsOfHead, serviceOfHost } from "./services/tables.ts";

export interface ServiceField {
  readonly meaning: FieldMeaning;
  /** As written. */
  readonly value: string;
}

export interface ServiceUrl {
  readonly service: Service;
  readonly purpose: UrlPurpose;
  readonly sure: Sureness;
  /** In the order of the URL; an account that the host names stands last. */
  readonly fields: readonly ServiceField[];
  /** The host is the service's own, not a customer's. */
  readonly atService: boolean;
}

/** Tokens of services have some hundred characters; what is longer is matched by its beginning. */
const URL_CHARS_MAX = 1_000;

/** Null where no service's grammar reads it. Web addresses only. */
export function readServiceUrl(url: string): ServiceUrl | null {
  const parts = partsOf(url);
  if (parts === null) return null;
  const { host, rest } = parts;
  const owner = serviceOfHost(host);
  if (owner !== undefined) {
    const read = readBy(owner, owner.urls, host, rest);
    if (read !== null) return { ...read, atService: true };
  }
  for (const { service, grammar } of grammarsOfHead(headOf(rest))) {
    // A guess is none at a domain that anybody may own.
    const read = grammar.sure === "supposed" ? null : readBy(service, [grammar], host, rest);
    if (read !== null) return { ...read, atService: false };
  }
  return null;
}

/** By the name that judgements keep; null for no known service. */
export function serviceNamed(name: string): Service | null {
  return byName.get(name) ?? null;
}

const byName: ReadonlyMap<string, Service> = new Map(services.map((service) => [service.name, service]));

/** Like `Mailchimp: account, campaign and a stable id of the reader`. */
export function revealedBy({ name, reveals }: Service): string {
  return `${name}: ${reveals}`;
}

/** The customer's account where the host names it, else null. */
export function accountOfHost(service: Service, host: string): string | null {
  for (const form of service.accountHosts) {
    const account = form.exec(host)?.groups?.["account"];
    if (account !== undefined) return account;
  }
  return null;
}

/** Host in lower case, and path with query, fragment taken off. */
export function partsOf(url: string): { readonly host: string; readonly rest: string } | null {
  const match = /^https?:\/\/(?:[^/?#@]{0,200}@)?([^/?#:]{1,253})(?::\d{0,5})?([^#]*)/i.exec(
    url.slice(0, URL_CHARS_MAX),
  );
  if (match === null) return null;
  const [, host = "", rest = ""] = match;
  return { host: host.toLowerCase(), rest: rest.startsWith("/") ? rest : `/${rest}` };
}

function headOf(rest: string): string {
  const end = rest.slice(1, 64).search(/[/?]/);
  return end < 0 ? rest.slice(1, 64) : rest.slice(1, 1 + end);
}

function readBy(
  service: Service,
  grammars: readonly UrlGrammar[],
  host: string,
  rest: string,
): Omit<ServiceUrl, "atService"> | null {
  for (const { purpose, form, sure, label } of grammars) {
    if (label !== "" && !host.startsWith(`${label}.`)) continue;
    const match = form.exec(rest);
    if (match === null) continue;
    const fields = fieldsOf(match.groups);
    const account = accountOfHost(service, host);
    const isNamed = account === null || fields.some(({ meaning }) => meaning === "account");
    return { service, purpose, sure, fields: isNamed ? fields : [...fields, { meaning: "account", value: account }] };
  }
  return null;
}

/** The names are the grammars' own, held to `FieldMeaning` by the contract test. */
function fieldsOf(groups: Readonly<Record<string, string | undefined>> | undefined): readonly ServiceField[] {
  return Object.entries(groups ?? {}).flatMap(([meaning, value]) =>
    value === undefined ? [] : [{ meaning: meaning as FieldMeaning, value }],
  );
}
