/**
 * How the sender's name and address are written: a name that holds another address or a host, pictures for letters, local parts
 * and domains that nobody would choose to be read (threat-facts TF-203, HM-061).
 *
 * Facts, no verdict. Pure; linear in name and address.
 */
import { normalForm } from "../base/normal-form.ts";
import type { AddressRecord } from "../case/record.ts";
import { type PublicHostKind, publicHostKind } from "../url/public-hosts.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { clashShare } from "./word-likeness.ts";

export type SenderShape =
  /** The name holds a mail address of another domain. */
  | "name-other-address"
  /** The name holds a host of another registrable domain. */
  | "name-other-host"
  /** Pictures, arrows, boxes among its letters. */
  | "name-symbols"
  /** Letters of styled alphabets, or of two scripts in one word. */
  | "name-styled"
  /** No name at all. */
  | "no-name"
  /** The address has no domain, or none that could have a server. */
  | "no-domain"
  /** The domain has letters that no name in DNS can have, such as styled ones: spelled to be read, for nobody to look up. */
  | "styled-domain"
  /** Letters without the order of words, or many digits among letters. */
  | "random-local"
  /** Of these, letters alone below a sub-domain: what programs make for a copy, and neither a name nor a token. */
  | "random-letters"
  | "random-domain"
  /** Two labels or more in front of the registrable domain, one of them random. */
  | "random-subdomain"
  /** The name is a mail address, the same as the address's. */
  | "name-own-address"
  /** The name begins or ends with signs that nobody has in a name, or has its letters apart: `--- Congrats ---`, `H A R B O U R`. */
  | "name-decorated"
  /** The name holds a number of five digits and more, as of a case or an account. */
  | "name-number"
  /** Under a domain that is sold name by name for little, like a suffix: `….za.com`. */
  | "sold-name"
  /** Capitals of the local part stand where no word begins. Told of the address as written alone. */
  | "random-case"
  /** From and the return path are one mailbox of Gmail, written with its dots in other places. Told of the whole message alone. */
  | "moved-dots"
  /** At a host where anybody gets a page or a tenant, and nobody a name: `…firebaseapp.com`, `…onmicrosoft.com`. */
  | "public-host";

const NAME_CHARS_MAX = 300;

/** Distinct. */
export function senderShapes({ name, address }: AddressRecord): readonly SenderShape[] {
  const shapes = new Set<SenderShape>();
  const at = address.lastIndexOf("@");
  const host = at < 0 ? "" : address.slice(at + 1);
  const domain = registrableDomain(host);
  const text = name.slice(0, NAME_CHARS_MAX);
  if (text.trim() === "") shapes.add("no-name");
  if (!domain.includes(".")) shapes.add("no-domain");
  if (!isPlainHost(host)) shapes.add("styled-domain");
  noteHosts(text, address, domain, shapes);
  if (/\p{Extended_Pictographic}|[\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff]/u.test(text)) shapes.add("name-symbols");
  if (/[\u{1d400}-\u{1d7ff}\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a]/u.test(text) || hasMixedWord(text))
    shapes.add("name-styled");
  if (/^\s*[-_*='.~|<>!+]{2}|[-_*=~|!+]{2}\s*$/.test(text) || SPACED.test(text)) shapes.add("name-decorated");
  // A name that is nothing but a number is a telephone's.
  if (/\d{5}/.test(text) && /\p{L}{3}/u.test(text) && !text.includes("@")) shapes.add("name-number");
  if (SOLD.test(host)) shapes.add("sold-name");
  const local = address.slice(0, Math.max(0, at));
  if (isRandom(local)) shapes.add("random-local");
  if (/^[a-z]{8,20}$/i.test(local) && host.length > domain.length && isRandom(local)) shapes.add("random-letters");
  const [label = ""] = domain.split(".");
  if (isRandom(label)) shapes.add("random-domain");
  if (
    host.length > domain.length &&
    host
      .slice(0, -domain.length - 1)
      .split(".")
      .some(isRandom)
  )
    shapes.add("random-subdomain");
  if (TENANT_HOSTS.test(host) || ANYBODYS.has(publicHostKind(host))) shapes.add("public-host");
  return [...shapes];
}

/** Those of them in which houses of the country have long had names (`uk.com`, `de.com`, `br.com`) are left out. */
const SOLD = /\.(?:sa|za|it|ru|us|co|cn|jpn|mex|gr)\.com$|\.in\.net$/;
/** Four letters and more: initials are fewer. */
const SPACED = /^\s*(?:\p{L}\s){3,30}\p{L}\s*$/u;
const TENANT_HOSTS = /(?:^|\.)onmicrosoft\.com$/;
/** Blogs and form builders write to their customers' readers from their own hosts. */
const ANYBODYS: ReadonlySet<PublicHostKind | null> = new Set([
  ...(["site-builder", "object-storage", "edge-pages", "free-hosting", "tunnel"] as const),
]);

function noteHosts(name: string, address: string, domain: string, shapes: Set<SenderShape>): void {
  const named = /[a-z0-9._%+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})/i.exec(name);
  if (named !== null) {
    if (registrableDomain((named[1] ?? "").toLowerCase()) !== domain) shapes.add("name-other-address");
    else if (name.toLowerCase().includes(address)) shapes.add("name-own-address");
    return;
  }
  const host =
    /(?:^|[\s("'[])((?:[a-z0-9-]{2,63}\.){1,4}(?:com|net|org|de|co|uk|fr|it|es|nl|br|eu|io|app|us|ca|au|jp|ru|pl|ch|at|be|pt))(?=$|[\s)"'\],.:!|])/i.exec(
      name,
    );
  if (host === null) return;
  const other = registrableDomain((host[1] ?? "").toLowerCase());
  if (other !== domain && other.split(".")[0] !== domain.split(".")[0]) shapes.add("name-other-host");
}

/** RFC 5892: names hold letters, marks and digits that compatibility forms leave as they are. Records keep hosts in lower case where letters have one. */
function isPlainHost(host: string): boolean {
  return !/[^\p{L}\p{M}\p{N}.:_[\]-]/u.test(host) && normalForm(host, "NFKC").toLowerCase() === host.toLowerCase();
}

/** Latin letters and Cyrillic or Greek ones in one word. */
function hasMixedWord(text: string): boolean {
  return /(?:[a-z][\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][a-z])/iu.test(text);
}

const RANDOM_CHARS_MIN = 8;
/** As `opaqueValue` has it: words run together stay under it but for one in seven hundred. */
const CLASH_SHARE_MIN = 0.33;

/** Letters and digits as chance throws them, in which neighbours do not go together. */
export function isRandom(label: string): boolean {
  return label.length >= RANDOM_CHARS_MIN && label.length <= 80 && clashShare(label) >= CLASH_SHARE_MIN;
}

/**
 * A local part of letters whose capitals stand where no word begins (`xqRTbaLk`), as programs throw them. Of the address as
 * written: records keep it in lower case.
 */
export function hasRandomCase(local: string): boolean {
  if (!/^[A-Za-z]{6,20}$/.test(local) || !/[a-z]/.test(local) || !/[A-Z]/.test(local)) return false;
  const words = local.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return words.length >= 3 && local.length / words.length < 3.5 && words.some((word) => !/[aeiouy]/i.test(word));
}

const GMAIL = /@(?:gmail|googlemail)\.com$/;

/**
 * One mailbox of Gmail twice, with dots in other places: Gmail reads `j.doe@` and `jdoe@` as the same, and filters of others do not. A plain name
 * beside its dotted form is how people write themselves; two dotted forms, or three dots and more, are how programs make one sender many.
 */
export function hasMovedDots(from: string, returnPath: string): boolean {
  if (from === returnPath || !GMAIL.test(from) || !GMAIL.test(returnPath)) return false;
  const [one = "", other = ""] = [from, returnPath].map((address) => address.slice(0, address.lastIndexOf("@")));
  if (one === other || one.replaceAll(".", "") !== other.replaceAll(".", "")) return false;
  const isOtherDotted = other.includes(".");
  return one.includes(".") && (isOtherDotted || one.split(".").length > 3);
}
