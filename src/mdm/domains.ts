/**
 * Domain objects: a host name split by the ICANN section of the public suffix list (mdm.md, 4.1). A host under a private suffix has its
 * provider as `root_domain`. Pure and total.
 */
import { domainToASCII, domainToUnicode } from "node:url";
import { parse } from "tldts";
import { TextMemo } from "../base/text-memo.ts";
import { type ModelObject, maker } from "./model-object.ts";

export interface DomainFacts {
  /** Lower case, without a trailing dot. */
  readonly domain: string;
  readonly tld: string | null;
  readonly sld: string | null;
  readonly root: string | null;
  readonly subdomain: string | null;
  readonly isValid: boolean;
}

const OPTIONS = { allowPrivateDomains: false, extractHostname: false, validateHostname: false } as const;
/** RFC 1035 2.3.4. */
const NAME_CHARS_MAX = 253;
const LABELS = /^(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*$/;
const ASCII = /^[!-~]*$/;

/** A message names few hosts, and these again and again. */
const HOSTS_KEPT = 2_048;
const known = new TextMemo<DomainFacts>(HOSTS_KEPT, HOSTS_KEPT * 32);

/** `name` as written; more than a name may have is cut off. Cost: linear. */
export function domainFacts(name: string): DomainFacts {
  return known.get(name, factsOf);
}

function factsOf(name: string): DomainFacts {
  const domain = name
    .slice(0, NAME_CHARS_MAX + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, "");
  const isNumeric = /^[\d.]+$/.test(domain) || domain.includes(":");
  const found = isNumeric ? null : parse(domain, OPTIONS);
  // Listed, or one that the list does not know and that is no suffix to us.
  const isKnown = found !== null && found.isIcann === true && found.domain !== null;
  if (!isKnown) return { domain, tld: null, sld: null, root: null, subdomain: null, isValid: false };
  const { publicSuffix, domain: root, domainWithoutSuffix, subdomain } = found;
  return {
    domain,
    tld: publicSuffix,
    sld: domainWithoutSuffix,
    root,
    subdomain: subdomain === "" ? null : subdomain,
    isValid: hasSoundLabels(domain),
  };
}

function hasSoundLabels(domain: string): boolean {
  if (domain.length > NAME_CHARS_MAX) return false;
  return LABELS.test(ASCII.test(domain) ? domain : domainToASCII(domain));
}

function unicodeOf(domain: string): string | null {
  if (!/(?:^|\.)xn--/.test(domain)) return null;
  const unicode = domainToUnicode(domain);
  return unicode === "" ? null : unicode;
}

export const domainObject = maker<"Domain", DomainFacts>("Domain", {
  domain: ({ domain }) => domain,
  punycode: ({ domain }) => unicodeOf(domain),
  root_domain: ({ root }) => root,
  sld: ({ sld }) => sld,
  subdomain: ({ subdomain }) => subdomain,
  tld: ({ tld }) => tld,
  valid: ({ isValid }) => isValid,
  error: ({ isValid }) => (isValid ? null : "no domain with a known suffix"),
});

/** Null for an empty name. */
export function domainOf(name: string): ModelObject<DomainFacts> | null {
  return name.trim() === "" ? null : domainObject(domainFacts(name));
}
