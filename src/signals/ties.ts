/**
 * Does anything that a mail opens belong to who sent it? Firms, shops and offices link to themselves or through the service that carries
 * their mail; what is sent in bulk for nobody links to wherever a page lies for some days (threat-facts TF-204).
 *
 * A tie is a registrable domain of From, the return path, a signature, Message-ID or Reply-To; a known service; a name that is part of the
 * other one, as of a house that writes from a domain of its own for that. Pure; a few look-ups for each host.
 */
import type { ClaimsRecord } from "../case/record.ts";
import { publicHostKind } from "../url/public-hosts.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { isCustomerDomain, isFreeMailHost } from "../url/shared-domains.ts";
import { serviceOfHost } from "./services/tables.ts";

export interface Opened {
  readonly claims: Pick<ClaimsRecord, "from" | "returnPath" | "dkimDomains" | "messageIdDomain" | "replyTo">;
  /** Hosts of its links. */
  readonly linkHosts: readonly string[];
  /** Hosts of what it loads when it is displayed. */
  readonly loadHosts: readonly string[];
}

/** Shorter names are part of others by chance; at their begin or end, shorter than that. */
const NAME_CHARS_MIN = 5;
const EDGE_CHARS_MIN = 4;
/** Of the name that is shown. */
const SHOWN_CHARS_MAX = 100;
/** More hosts say nothing more. */
const HOSTS_MAX = 60;

/** It has links, and neither one of them nor a picture is at a host with a tie to who sent it. */
export function isUntied({ claims, linkHosts, loadHosts }: Opened): boolean {
  if (linkHosts.length === 0) return false;
  const ties = tiesOf(claims);
  return ![...linkHosts, ...loadHosts].slice(0, HOSTS_MAX).some((host) => isTied(host, ties));
}

/**
 * What carries a mail beside From's own domain: `passed`, the domains that a check at receipt passed for (where bounces go, who signed), with
 * names that are part of one another. Asked only where one of them is From's: who forges it carries the forgery, too. What anybody writes
 * without being checked (a signature or a return path that stands there, Message-ID, Reply-To, names) is no carrier, and the name of a service
 * that carries for many says nothing.
 */
export function carriersOf({ from }: Pick<Opened["claims"], "from">, passed: readonly string[]): Ties {
  const hosts = [hostOf(from[0]?.address ?? ""), ...passed];
  const own = hosts.filter((host) => host !== "" && !isFreeMailHost(host) && serviceOfHost(host) === undefined);
  const domains = new Set(own.map(registrableDomain).filter((domain) => !isCustomerDomain(domain)));
  return { domains, names: [...domains].map(nameOf).filter((name) => name.length >= EDGE_CHARS_MIN) };
}

/** A link at a host of those who carry the mail. Where anybody puts up pages, a page is nobody's by its host's name. */
export function isCarriersHost(host: string, carriers: Ties): boolean {
  return publicHostKind(host) === null && isTied(host, carriers);
}

export interface Ties {
  readonly domains: ReadonlySet<string>;
  /** What they are called, without suffix; local part, sub-domains and shown name of From too. */
  readonly names: readonly string[];
}

function tiesOf({ from, returnPath, dkimDomains, messageIdDomain, replyTo }: Opened["claims"]): Ties {
  const { name: shown = "", address = "" } = from[0] ?? {};
  const hosts = [hostOf(address), hostOf(returnPath), ...dkimDomains, messageIdDomain];
  const all = [...hosts, ...replyTo.map((reply) => hostOf(reply.address))].filter((host) => host !== "");
  const domains = new Set(all.filter((host) => !isFreeMailHost(host)).map(registrableDomain));
  const ownName = shown.slice(0, SHOWN_CHARS_MAX).toLowerCase();
  const written = [...address.split(/[@.+_-]/), ...ownName.split(/[^a-z0-9]+/), ownName.replace(/[^a-z0-9]+/g, "")];
  const parts = isFreeMailHost(hostOf(address)) ? [] : written;
  const names = [...[...domains].map(nameOf), ...parts].filter((name) => name.length >= EDGE_CHARS_MIN);
  return { domains, names: [...new Set(names)] };
}

/** At one of the domains, at a known service, or at a domain whose name is part of one of the names, or has one as its part. */
function isTied(host: string, { domains, names }: Ties): boolean {
  const domain = registrableDomain(host);
  if (domains.has(domain) || serviceOfHost(host) !== undefined) return true;
  const name = nameOf(domain);
  return names.some((known) => holds(known, name) || holds(name, known));
}

function holds(long: string, short: string): boolean {
  if (short.length >= NAME_CHARS_MIN) return long.includes(short);
  return short.length >= EDGE_CHARS_MIN && (long.startsWith(short) || long.endsWith(short));
}

function nameOf(domain: string): string {
  return domain.split(".")[0] ?? "";
}

function hostOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
