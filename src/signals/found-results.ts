/**
 * What the receiving server's results say of the sender whom the reader sees, in three words that rules ask for (docs/received-results.md).
 *
 * A small house that sends by a service without signing for itself is ordinary mail: the service signed it, and most services let
 * nobody write From who does not get mail there; the house publishes no policy that asks for more. Such mail is vouched for, not failed; where a policy was
 * asked and not kept it fails, whoever carried it (RFC 7489 6.6.2). Pure; a look-up for each signature.
 */
import { alignedPass, type FromClaims } from "../auth/alignment.ts";
import { receivedResults } from "../case/received-results.ts";
import type { AuthResultRecord } from "../case/record.ts";
import { serviceOfHost } from "./services/tables.ts";

export interface FoundResults {
  readonly isRecorded: boolean;
  readonly isAligned: boolean;
  /** None is aligned, but a known service's signature passed, and no policy of From's domain was found broken. */
  readonly isVouched: boolean;
  /** Recorded, and neither of the two. */
  readonly isFailed: boolean;
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
  const isVouched = !isAligned && heard.some(isOfService) && heard.every(isNoBrokenPolicy);
  return { isRecorded, isAligned, isVouched, isFailed: isRecorded && !isAligned && !isVouched };
}

function isOfService({ method, result, domain }: AuthResultRecord): boolean {
  return method === "dkim" && result === "pass" && serviceOfHost(domain) !== undefined;
}

function isNoBrokenPolicy({ method, result }: AuthResultRecord): boolean {
  return method !== "dmarc" || result === "none";
}
