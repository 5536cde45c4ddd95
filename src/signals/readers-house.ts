/**
 * Mail from outside that speaks as the house of its readers, or of it: the help desk that is none (threat-facts TF-204, TF-205). Told by the readers'
 * own addresses, so that no owner has to be named.
 *
 * A fact, no verdict: services that a house rents write in its name, and registrars name its domain. That a sender may choose whom To names does not
 * matter: the fact speaks against it. Pure; a few searches, linear in the text looked at.
 */
import { wordsOf } from "../base/words.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { DomainIndex } from "../url/resemblance.ts";
import { isCustomerDomain, isFreeMail } from "../url/shared-domains.ts";
import { commonLabels } from "./registry/common-labels.ts";

/**
 * `domain`: From is at a domain made to be taken for the house's · `name`: its name or local part bears the house's domain or name · `subject`, `text`: they
 * name the domain, other than within an address.
 */
export type HousePlace = "domain" | "name" | "subject" | "text";

export interface Spoken {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: () => string;
  /** Lower-case addresses of whom it went to. */
  readonly readers: readonly string[];
}

const READERS_MAX = 20;
/** Shorter names of houses stand in other words. */
const LABEL_CHARS_MIN = 5;
const NAME_WORDS_MAX = 12;
/** A house's name is written in so many words. */
const JOINED_WORDS_MAX = 4;
const TEXT_CHARS_MAX = 20_000;

/** Null where it does neither, and for mail from the house itself. */
export function speaksOfHouse({ from, subject, text, readers }: Spoken): HousePlace | null {
  const host = hostOf(from.address);
  const houses = housesOf(readers);
  if (host === "" || houses.length === 0 || houses.includes(registrableDomain(host))) return null;
  if (isLookAlike(host, houses)) return "domain";
  const local = from.address.slice(0, Math.max(0, from.address.lastIndexOf("@")));
  if (houses.some((house) => bears(from.name, house) || bears(local, house))) return "name";
  if (houses.some((house) => names(subject, house))) return "subject";
  return houses.some((house) => names(text().slice(0, TEXT_CHARS_MAX), house)) ? "text" : null;
}

function housesOf(readers: readonly string[]): readonly string[] {
  const domains = readers.slice(0, READERS_MAX).map((reader) => registrableDomain(hostOf(reader)));
  return [...new Set(domains)].filter(
    (domain) => domain.includes(".") && !isFreeMail(domain) && !isCustomerDomain(domain),
  );
}

function isLookAlike(host: string, houses: readonly string[]): boolean {
  const index = new DomainIndex(houses.map((domain) => ({ domain, isCommon: !isTelling(labelOf(domain)) })));
  const found = index.resembled(host);
  // Under a country's suffix it may be the house's own there.
  if (found !== null) return found.how !== "other-suffix" || !found.isCountry;
  const label = labelOf(registrableDomain(host)).replaceAll("-", "");
  return houses.some((house) => isTelling(label) && labelOf(house).replaceAll("-", "") === label);
}

function isTelling(label: string): boolean {
  return label.length >= LABEL_CHARS_MIN && !commonLabels.has(label);
}

/** The domain, or its first label in one word or several. */
function bears(name: string, house: string): boolean {
  if (names(name, house)) return true;
  const label = labelOf(house).replaceAll("-", "");
  if (!isTelling(label)) return false;
  const words = wordsOf(name.replaceAll(/[._-]+/g, " "), NAME_WORDS_MAX);
  for (let start = 0; start < words.length; start += 1) {
    for (let end = start + 1; end <= Math.min(words.length, start + JOINED_WORDS_MAX); end += 1) {
      if (words.slice(start, end).join("") === label) return true;
    }
  }
  return false;
}

/** The domain by itself: not within an address of mail or of a page, nor within a longer name. */
function names(text: string, house: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(house); at >= 0; at = lower.indexOf(house, at + 1)) {
    const before = lower[at - 1] ?? " ";
    const after = lower.slice(at + house.length, at + house.length + 2);
    if (!/[\p{L}\p{N}@._/%=-]/u.test(before) && !/^(?:[\p{L}\p{N}@/_-]|\.[\p{L}\p{N}])/u.test(after)) return true;
  }
  return false;
}

function hostOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1).toLowerCase();
}

function labelOf(domain: string): string {
  return domain.split(".")[0] ?? "";
}
