/**
 * The spellings of one mail address that senders feed to their token makers (threat-facts 2.2, TF-120 to TF-124: as
 * written, lower and upper case, without plus-tag, without dots at Gmail, local part, IDN in both forms).
 *
 * Pure and total: what is no address gives no forms. At most 25 texts an address.
 */
import { domainToASCII, domainToUnicode } from "node:url";

/** Longest address that is looked for: RFC 5321 4.5.3.1 allows 254 octets on the wire. */
const ADDRESS_CHARS_MAX = 254;

/** Providers that deliver `a.b` and `ab` to one mailbox; the two names are one provider. */
const DOTLESS_DOMAINS: readonly string[] = ["gmail.com", "googlemail.com"];

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

/** Local parts that thousands share: finding one says nothing about the reader. */
const ROLE_NAMES: ReadonlySet<string> = new Set(
  (
    "admin contact contacts customer email enquiries events hello helpdesk home image images index info information " +
    "inquiries kontakt letter login mail mailbox marketing media news newsletter noreply office online order orders " +
    "people postmaster presse press sales secretary service shop staff subscribe support team unsubscribe user users " +
    "webmaster welcome"
  ).split(" "),
);

/** A word in lower case that names an office or a purpose, and no person. */
export function isRoleName(word: string): boolean {
  return ROLE_NAMES.has(word);
}

/** What a local part alone says: `jane.doe` and `jd1971` name the reader, `smith` only points there, `press` says nothing. */
export function localPartStrength({ local }: SplitAddress): "names" | "points" | "nothing" {
  if (ROLE_NAMES.has(local) || local.length < 5) return "nothing";
  return local.length >= 7 && /[a-z]/.test(local) && /[0-9._+-]/.test(local) ? "names" : "points";
}

/** A spelling as a hash function takes it. */
export interface AddressText {
  readonly bytes: Uint8Array;
  /** For people, between "of" and the address: empty for the plain lower case form. */
  readonly label: string;
  /** False where other readers may have the same text: the domain alone, a common local part. */
  readonly telling: boolean;
}

/** Every spelling worth hashing, each text once; the plain form, the one as written and the upper-case one come first. */
export function addressTexts(written: string): readonly AddressText[] {
  const split = splitAddress(written);
  if (split === null) return [];
  const texts = new Map<string, AddressText>();
  const add = (text: string, label: string, telling = true, encoding: "utf8" | "utf16le" = "utf8"): void => {
    const bytes = Buffer.from(text, encoding);
    const key = bytes.toString("latin1");
    if (text !== "" && !texts.has(key)) texts.set(key, { bytes, label, telling });
  };
  const { address, local } = split;
  const trimmed = written.trim();
  add(address, "");
  add(trimmed, "the form as written of ");
  add(address.toUpperCase(), "the upper-case form of ");
  for (const [name, domain, label] of sameMailbox(split)) add(`${name}@${domain}`, label);
  add(`${trimmed.slice(0, trimmed.lastIndexOf("@"))}@${split.domains[0] ?? ""}`, "the form as written of ");
  const namesReader = localPartStrength(split) === "names";
  add(local, "the local part of ", namesReader);
  add(local.toUpperCase(), "the upper-case local part of ", namesReader);
  add(trimmed.slice(0, trimmed.lastIndexOf("@")), "the local part as written of ", namesReader);
  for (const domain of split.domains) add(domain, "the domain of ", false);
  add(`@${split.domains[0] ?? ""}`, "the domain of ", false);
  // What scripts feed to a hash without meaning to, or with a mark of their own.
  add(`${address}\n`, "the form with a line end of ");
  add(`${address}\r\n`, "the form with a line end of ");
  add(`${address} `, "the form with a blank of ");
  add(` ${address}`, "the form with a blank of ");
  add(`mailto:${address}`, "the mailto: form of ");
  add(`<${address}>`, "the bracketed form of ");
  add(`"${address}"`, "the quoted form of ");
  add(address, "the UTF-16 form of ", true, "utf16le");
  add(trimmed, "the UTF-16 form as written of ", true, "utf16le");
  return [...texts.values()];
}

const NEAR_READERS = 4;

/**
 * The first and the last readers of a message, for whom what costs most is looked for: digests of digests, cut and glued
 * ones, checksums, ciphers. A copy that names more readers is the same for all of them, so that its token is none of theirs; the
 * mailbox's owners, whom it may not name, come last.
 */
export function nearReaders<T>(readers: readonly T[]): readonly T[] {
  if (readers.length <= 2 * NEAR_READERS) return readers;
  return [...readers.slice(0, NEAR_READERS), ...readers.slice(-NEAR_READERS)];
}
