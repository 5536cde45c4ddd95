/**
 * The registrable domain of a host by the public suffix list, ICANN part (tldts): `news.example.co.uk` gives
 * `example.co.uk`. IP addresses, single labels and bare suffixes give the host itself, so the result is never empty for
 * a host that is not. A top-level domain that is not on the list counts as a suffix of one label, as the list says.
 */
import { getDomain, parse } from "tldts";

const options = { allowPrivateDomains: false, extractHostname: false, validateHostname: false };

/** `host` in lower case A-labels, without port and trailing dot. Cost: linear in the host's length. */
export function registrableDomain(host: string): string {
  return getDomain(host, options) ?? host;
}

const privateToo = { ...options, allowPrivateDomains: true };

/** The same by the whole list: below a suffix that a company gives its customers (`github.io`), each name is somebody else's. */
export function ownedDomain(host: string): string {
  return getDomain(host, privateToo) ?? host;
}

/** The ending of `host` (or `host` itself) is a public suffix that ICANN delegates, not a made-up one. */
export function isPublicSuffix(host: string): boolean {
  return parse(host, options).isIcann === true;
}
