/**
 * Signed by nobody but a tenant of a large provider whose name has nothing of the sender's. Who writes from a house of its own by such a
 * provider and sets up no key is signed for in its tenant's name, which is mostly that of the house; senders in bulk take a tenant for some
 * days and write through it from any domain (threat-facts TF-202).
 *
 * Pure; linear in the names.
 */
import type { ClaimsRecord } from "../case/record.ts";

const TENANT = /^([a-z0-9-]{1,63})\.onmicrosoft\.com$|^(?:[a-z0-9-]{1,63}\.)([a-z0-9-]{1,63})\.onmicrosoft\.com$/;
/** Two names with so many letters in common, in one run, may be of one house. */
const COMMON_MIN = 4;

export function isOfOtherTenant({ from, dkimDomains }: Pick<ClaimsRecord, "from" | "dkimDomains">): boolean {
  const address = from[0]?.address ?? "";
  const host = address.slice(address.lastIndexOf("@") + 1);
  if (host === "" || dkimDomains.length === 0 || host.endsWith(".onmicrosoft.com")) return false;
  return dkimDomains.every((domain) => {
    const match = TENANT.exec(domain);
    return match !== null && !haveRunInCommon(match[1] ?? match[2] ?? "", host);
  });
}

function haveRunInCommon(one: string, other: string): boolean {
  const letters = one.replace(/[^a-z]/g, "");
  const text = other.replace(/[^a-z]/g, "");
  for (let start = 0; start + COMMON_MIN <= letters.length; start += 1) {
    if (text.includes(letters.slice(start, start + COMMON_MIN))) return true;
  }
  return false;
}
