/**
 * A sender's domain, or one that a link opens, that looks like another one in the same mail: the reader's own or the sender's
 * (hostile-mail HM-046). Domains that look like those of a roster or of known outlets are told by who knows them, from records.
 *
 * Pure; a few string operations for each domain of the mail. Its lists are bounded by who gives them.
 */
import { isDisguisedDomain, skeletonOf } from "../url/look-alikes.ts";
import { registrableDomain } from "../url/registrable-domain.ts";

export interface DomainsOfMail {
  /** Addresses of whoever the mail claims to be from, or to answer to. */
  readonly senders: readonly string[];
  /** Addresses that it went to, and the owner's. */
  readonly readers: readonly string[];
  /** Hosts of links. */
  readonly hosts: readonly string[];
}

/** Whether a domain of the senders or of a link is written to be taken for another one. */
export function hasLookAlikeDomain({ senders, readers, hosts }: DomainsOfMail): boolean {
  const own = domainsOf(senders.map(domainOf));
  const suspects = [...own, ...domainsOf(hosts)];
  if (suspects.some(isDisguisedDomain)) return true;
  const bySkeleton = new Map<string, string>();
  for (const domain of [...domainsOf(readers.map(domainOf)), ...own]) {
    const skeleton = skeletonOf(domain);
    if (!bySkeleton.has(skeleton)) bySkeleton.set(skeleton, domain);
  }
  return suspects.some((domain) => (bySkeleton.get(skeletonOf(domain)) ?? domain) !== domain);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** Registrable ones, distinct. */
function domainsOf(hosts: readonly string[]): readonly string[] {
  const named = hosts.map((host) => host.toLowerCase().replace(/\.$/, ""));
  return [...new Set(named)].filter((host) => host.includes(".")).map(registrableDomain);
}
