/**
 * What the receiving server's results say of the sender whom the reader sees, in three words that rules ask for (docs/received-results.md).
 *
 * A small house that sends by a service without signing for itself is ordinary mail: the service signed it, and most services let
 * nobody write From who does not get mail there; the house publishes no policy that asks for more. Such mail is vouched for, not failed; where a policy was
 * asked and not kept it fails, whoever carried it (RFC 7489 6.6.2). Pure; a look-up for each signature.
 */
import { alignedPass, type FromClaims } from "../auth/alignment.ts";
import { passesOf, receivedResults } from "../case/received-results.ts";
import type { AuthResultRecord } from "../case/record.ts";
import { isFreeMailHost } from "../url/shared-domains.ts";
import { serviceOfHost } from "./services/tables.ts";

export interface FoundResults {
  readonly isRecorded: boolean;
  readonly isAligned: boolean;
  /** None is aligned, but a known service's signature passed, and the receiver looked for a policy of From's domain and found none. */
  readonly isVouched: boolean;
  /** Recorded, and neither of the two. */
  readonly isFailed: boolean;
  /** Domains that a check passed for, distinct. */
  readonly passed: readonly string[];
}

/** `own`: names of the reader's own servers, as of `receivedResults`. */
export function foundResults(
  auth: readonly AuthResultRecord[],
  claims: FromClaims,
  own: readonly string[],
): FoundResults {
  const { dkim, spf, dmarc } = alignedPass(auth, claims, own);
  const heard = receivedResults(auth, own);
  const isAligned = dkim || spf || dmarc;
  const isRecorded = heard.length > 0;
  const isVouched = !isAligned && isOfOneHouse(claims) && heard.some(isOfService) && hasNoPolicy(heard);
  const isFailed = isRecorded && !isAligned && !isVouched;
  return { isRecorded, isAligned, isVouched, isFailed, passed: passesOf(heard) };
}

function isOfService({ method, result, domain }: AuthResultRecord): boolean {
  return method === "dkim" && result === "pass" && serviceOfHost(domain) !== undefined;
}

/** Looked for and not there: a receiver that says nothing of DMARC may not have asked. */
function hasNoPolicy(heard: readonly AuthResultRecord[]): boolean {
  const policies = heard.filter(({ method }) => method === "dmarc");
  return policies.length > 0 && policies.every(({ result }) => result === "none");
}

/** Nobody's own server writes for a provider of addresses, and several domains are several houses. */
function isOfOneHouse({ from }: FromClaims): boolean {
  const hosts = new Set(from.map(({ address }) => address.slice(address.lastIndexOf("@") + 1).toLowerCase()));
  return hosts.size === 1 && ![...hosts].some((host) => host === "" || isFreeMailHost(host));
}
