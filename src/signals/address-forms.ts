/**
 * The spellings of one mail address that senders feed to their token makers (threat-facts 2.2, TF-120 to TF-124: as
 * written, lower and upper case, without plus-tag, without dots at Gmail, local part, IDN in both forms).
 *
 * Pure and total: what is no address gives no forms. At most 12 forms an address.
 */
import { domainToASCII, domainToUnicode } from "node:url";

/** Longest address that is looked for: RFC 5321 4.5.3.1 allows 254 octets on the wire. */
const ADDRESS_CHARS_MAX = 254;

/** Providers that deliver `a.b` and `ab` to one mailbox; the two names are one provider. */
const DOTLESS_DOMAINS: readonly string[] = ["gmail.com", "googlemail.com"];

export interface AddressForm {
  /** What is hashed or encoded. */
  readonly text: string;
  /** For people, after "of" or "MD5 of the": empty for the plain lower case form. */
  readonly label: string;
}

export interface SplitAddress {
  /** Lower case, IDN as A-labels: the one name that records use. */
  readonly address: string;
  readonly local: string;
  /** Lower case, as written and in both IDN forms; distinct, one or two. */
  readonly domains: readonly string[];
}

/** `null` for what is no `local@domain` with a dot in the domain, or is longer than an address may be. */
export function splitAddress(written: string): SplitAddress | null {
  const text = written.trim();
  const at = text.lastIndexOf("@");
  if (at < 1 || at > text.length - 4 || text.length > ADDRESS_CHARS_MAX) return null;
  const local = text.slice(0, at).toLowerCase();
  const domain = text.slice(at + 1).toLowerCase();
  if (!domain.includes(".") || /[\s<>"@]/.test(domain)) return null;
  const domains = domainForms(domain);
  return { address: `${local}@${domains[0] ?? domain}`, local, domains };
}

/** A-label form first; the same name twice is kept once. */
function domainForms(domain: string): readonly string[] {
  if (/^[a-z0-9.-]+$/.test(domain) && !domain.includes("xn--")) return [domain];
  const ascii = domainToASCII(domain);
  if (ascii === "") return [domain];
  const unicode = domainToUnicode(ascii);
  return unicode === "" || unicode === ascii ? [ascii] : [ascii, unicode];
}

/** Local parts that reach the same mailbox: as they are, without plus-tag, without dots where the provider drops them. */
export function sameMailbox(split: SplitAddress): readonly (readonly [local: string, domain: string, label: string])[] {
  const out: (readonly [string, string, string])[] = [];
  const untagged = split.local.replace(/\+.*$/, "");
  for (const domain of split.domains) {
    out.push([split.local, domain, domain === split.domains[0] ? "" : "the IDN form of "]);
    if (untagged !== split.local && untagged !== "") out.push([untagged, domain, "the plus-tag-free form of "]);
    if (DOTLESS_DOMAINS.includes(domain)) {
      const undotted = untagged.replaceAll(".", "");
      for (const name of DOTLESS_DOMAINS) out.push([undotted, name, "the dot-free form of "]);
    }
  }
  return out;
}

/** Every spelling worth hashing, the likeliest first, each text once. */
export function addressForms(written: string): readonly AddressForm[] {
  const split = splitAddress(written);
  if (split === null) return [];
  const forms = new Map<string, string>();
  const add = (text: string, label: string): void => {
    if (text !== "" && !forms.has(text)) forms.set(text, label);
  };
  for (const [local, domain, label] of sameMailbox(split)) add(`${local}@${domain}`, label);
  add(written.trim(), "the form as written of ");
  add(split.address.toUpperCase(), "the upper-case form of ");
  add(split.local, "the local part of ");
  return [...forms].slice(0, 12).map(([text, label]) => ({ text, label }));
}
