/**
 * What the domain in From asks receivers to do, and whether the message meets it: DMARC (RFC 7489, and `np` of RFC 9091).
 *
 * The organisational domain is by the public suffix list, as everywhere here, not by the walk up the tree of RFC 9989: a walk asks
 * for names that nobody wrote down. Where the policy is not known the outcome is `unknown`; what is aligned is said all the same.
 */
import { registrableDomain } from "../url/registrable-domain.ts";
import type { DkimCheck } from "./dkim.ts";
import { dnsName, type Resolver } from "./resolver.ts";
import type { SpfAnswer } from "./spf.ts";
import { bare, parseTagList, type TagList } from "./tag-list.ts";

export type DmarcRequest = "none" | "quarantine" | "reject";

export interface DmarcPolicy {
  /** Where the record stands: the domain of From, or its organisation's. */
  readonly domain: string;
  /** For the domain of From: `sp` and `np` are taken in. */
  readonly request: DmarcRequest;
  readonly isDkimStrict: boolean;
  readonly isSpfStrict: boolean;
  /** The domain tries it out (`pct` below 100, `t=y`). */
  readonly isPartial: boolean;
}

/**
 * `pass` · `fail` · `no-policy`: it is known that the domain asks for nothing · `unknown`: the policy, or what would align, is
 * not known · `no-domain`: From names none, or several.
 */
export type DmarcOutcome = "pass" | "fail" | "no-policy" | "unknown" | "no-domain";

/** Null where what decides is not known. */
export type Aligned = boolean | null;

export interface DmarcCheck {
  readonly outcome: DmarcOutcome;
  /** Of From, lower case; empty where there is not one. */
  readonly domain: string;
  readonly policy: DmarcPolicy | null;
  readonly dkim: Aligned;
  readonly spf: Aligned;
  /** One sentence without a full stop, for people. */
  readonly why: string;
}

export interface DmarcEvidence {
  /** Domains of all addresses in From. */
  readonly fromDomains: readonly string[];
  readonly signatures: readonly DkimCheck[];
  /** Null where it is not known who sent. */
  readonly spf: SpfAnswer | null;
}

export function checkDmarc({ fromDomains, signatures, spf }: DmarcEvidence, resolver: Resolver): DmarcCheck {
  const domains = [...new Set(fromDomains.map(dnsName))];
  const [domain = ""] = domains;
  if (domain === "" || domains.length > 1) {
    const why = domains.length > 1 ? "From names several domains, so no policy speaks for it" : "From names no domain";
    return { outcome: "no-domain", domain: "", policy: null, dkim: false, spf: false, why };
  }
  const found = discoverPolicy(domain, resolver);
  const policy = typeof found === "string" ? null : found;
  const dkim = dkimAligned(signatures, (signer) => isAligned(signer, domain, policy?.isDkimStrict ?? false));
  const sent = spfAligned(spf, (sender) => isAligned(sender, domain, policy?.isSpfStrict ?? false));
  const common = { domain, policy, dkim, spf: sent };
  if (found === "none") return { ...common, outcome: "no-policy", why: `${domain} publishes no DMARC policy` };
  if (found === "unknown") return { ...common, outcome: "unknown", why: `the DMARC policy of ${domain} is not known` };
  if (dkim === true || sent === true) {
    const by = dkim === true ? "a signature" : "the sending server";
    return { ...common, outcome: "pass", why: `${by} speaks for ${domain}; that proves the domain, not the persona` };
  }
  if (dkim === null || sent === null) {
    const why = `whether a signature or the sending server speaks for ${domain} is not known`;
    return { ...common, outcome: "unknown", why };
  }
  return { ...common, outcome: "fail", why: `no signature and no sending server speaks for ${domain}` };
}

function isAligned(one: string, from: string, isStrict: boolean): boolean {
  if (one === "") return false;
  return isStrict ? dnsName(one) === from : registrableDomain(dnsName(one)) === registrableDomain(from);
}

function dkimAligned(signatures: readonly DkimCheck[], aligns: (domain: string) => boolean): Aligned {
  const own = signatures.filter(({ domain }) => aligns(domain));
  if (own.some(({ outcome }) => outcome === "verified")) return true;
  return own.some(({ outcome }) => outcome === "key-unknown" || outcome === "key-failed") ? null : false;
}

function spfAligned(spf: SpfAnswer | null, aligns: (domain: string) => boolean): Aligned {
  if (spf === null) return null;
  if (!aligns(spf.domain)) return false;
  if (spf.result === "pass") return true;
  return spf.result === "unknown" || spf.result === "temperror" ? null : false;
}

/** RFC 7489 6.6.3: of the domain itself, else of its organisation. */
export function discoverPolicy(domain: string, resolver: Resolver): DmarcPolicy | "none" | "unknown" {
  const organisation = registrableDomain(domain);
  for (const at of new Set([domain, organisation])) {
    const answer = resolver(`_dmarc.${at}`, "TXT");
    if (answer.kind === "unknown" || answer.kind === "failed") return "unknown";
    const texts = answer.kind === "records" ? answer.values.filter(isDmarc) : [];
    // Several records are none (RFC 7489 6.6.3 step 5), and the walk ends there.
    if (texts.length > 1) return "none";
    const [text] = texts;
    if (text === undefined) continue;
    const list = parseTagList(text.slice(0, RECORD_CHARS_MAX));
    return toPolicy(list, { at, domain, isThere: () => mayExist(domain, resolver) });
  }
  return "none";
}

const RECORD_CHARS_MAX = 4_096;

function isDmarc(text: string): boolean {
  return /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text);
}

interface Place {
  readonly at: string;
  readonly domain: string;
  readonly isThere: () => boolean;
}

/** A record without a request is one that only wants reports, or none (RFC 7489 6.6.3 step 6). */
function toPolicy(list: TagList, { at, domain, isThere }: Place): DmarcPolicy | "none" {
  const own = requestOf(list, "p");
  if (own === null && !/^mailto:/i.test(bare(list, "rua"))) return "none";
  const above = requestOf(list, "sp") ?? own ?? "none";
  const absent = requestOf(list, "np");
  const percent = bare(list, "pct");
  return {
    domain: at,
    request: at === domain ? (own ?? "none") : absent !== null && !isThere() ? absent : above,
    isDkimStrict: bare(list, "adkim").toLowerCase() === "s",
    isSpfStrict: bare(list, "aspf").toLowerCase() === "s",
    isPartial: (/^\d{1,3}$/.test(percent) && Number(percent) < 100) || bare(list, "t").toLowerCase() === "y",
  };
}

const REQUESTS: readonly DmarcRequest[] = ["none", "quarantine", "reject"];

function requestOf(list: TagList, name: string): DmarcRequest | null {
  return REQUESTS.find((request) => request === bare(list, name).toLowerCase()) ?? null;
}

/** RFC 9091 2.7: a domain does not exist when it is known to have neither address nor exchange. */
function mayExist(domain: string, resolver: Resolver): boolean {
  return (["A", "AAAA", "MX"] as const).some((type) => resolver(domain, type).kind !== "none");
}
