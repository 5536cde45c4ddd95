/**
 * The registrable domain of a host by the public suffix list, ICANN part (tldts): `news.example.co.uk` gives
 * `example.co.uk`. IP addresses, single labels and bare suffixes give the host itself, so the result is never empty for
 * a host that is not. A top-level domain that is not on the list counts as a suffix of one label, as the list says.
 */
import { getDomain, parse } from "tldts";
import { TextMemo } from "../base/text-memo.ts";

const options = { allowPrivateDomains: false, extractHostname: false, validateHostname: false };

/** The same hosts are asked about from many sides, and come back from mail to mail. */
const HOSTS_KEPT = 8_192;
const known = new TextMemo<string>(HOSTS_KEPT, HOSTS_KEPT * 32);

/** `host` in lower case A-labels, without port and trailing dot. Cost: linear in the host's length. */
export function registrableDomain(host: string): string {
  return known.get(host, (own) => getDomain(own, options) ?? own);
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
