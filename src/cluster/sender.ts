/** Who a message counts for: the sender's identity, as history and links know it. */
import type { AddressRecord } from "../case/record.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { isCustomerDomain, isFreeMail } from "../url/shared-domains.ts";

/** A record, or its outline: what says who sent it. */
export interface Sent {
  readonly claims: { readonly from: readonly AddressRecord[] };
}

/** The first From address, lower case; empty when there is none. */
export function fromAddress({ claims }: Sent): string {
  return claims.from[0]?.address ?? "";
}

export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : registrableDomain(address.slice(at + 1));
}

/** Strangers to each other write from this registrable domain. */
export function isSharedDomain(domain: string): boolean {
  return isFreeMail(domain) || isCustomerDomain(domain);
}

/** Registrable domain of From, or the whole address where strangers share that; empty when there is no From. */
export function senderKey(address: string): string {
  const domain = domainOf(address);
  return isSharedDomain(domain) ? address : domain;
}

/** True when the address is one of the owner's, given as addresses or `@domain`s. */
export function isOwner(address: string, owners: ReadonlySet<string>): boolean {
  if (address === "" || owners.size === 0) return false;
  return owners.has(address) || owners.has(address.slice(address.lastIndexOf("@")));
}

/**
 * Registrable domains that are the owner's: of the addresses, but where strangers share them, and of `@domain`s, which the user says are. Reading and judging
 * ask this alike.
 */
export function ownDomainsOf(owners: Iterable<string>): ReadonlySet<string> {
  const domains = [...owners].flatMap((owner) => {
    const domain = domainOf(owner);
    return domain !== "" && (owner.startsWith("@") || !isSharedDomain(domain)) ? [domain] : [];
  });
  return new Set(domains);
}
