/**
 * Who people here really hear from, by name and domain: a known person's name at an address that never wrote before, and a
 * domain made to be taken for a correspondent's (threat-facts TF-203). Also what the registry of real senders grows by: who has
 * long written with an aligned pass.
 *
 * People have several addresses and several people one name, so a name that many addresses bear means nothing, and a new address
 * is a fact and no verdict. Fed in date order, it is history as of the day. Memory: small objects a sender. Pure.
 */
import type { EpochMs } from "../base/brand.ts";
import { wordsOf } from "../base/words.ts";
import { DomainIndex, type Resemblance } from "../url/resemblance.ts";
import { domainOf, isSharedDomain } from "./sender.ts";

export interface Correspondence {
  readonly name: string;
  /** Lower case. */
  readonly address: string;
  readonly date: EpochMs | null;
  /** A pass for the address's own domain was recorded at receipt; null where nothing was recorded. */
  readonly aligned: boolean | null;
}

export interface LongStanding {
  readonly name: string;
  /** Registrable. */
  readonly domain: string;
}

interface Known {
  readonly address: string;
  name: string;
  messages: number;
  aligned: number;
  unaligned: number;
  months: number;
  first: EpochMs | null;
  last: EpochMs | null;
  writtenTo: boolean;
}

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
/** From here on somebody is a correspondent: three messages on more than one day, or any answer of the owner's. */
const MESSAGES_MIN = 3;
/** Names that more addresses bear are roles (`Info`, `Newsletter`) or common ones. */
const ADDRESSES_MAX = 3;
const NAME_WORDS_MIN = 2;
const NAME_WORDS_MAX = 6;
/** Long standing: half a year, and mail in as many months. */
const STANDING_MESSAGES_MIN = 6;
const STANDING_MONTHS_MIN = 6;
/** Labels of fewer letters are near to too many others. */
const LABEL_CHARS_MIN = 6;

export class CorrespondentBook {
  readonly #byAddress = new Map<string, Known>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #protected = new Set<string>();
  readonly #domains = new DomainIndex([]);

  add({ name, address, date, aligned }: Correspondence): void {
    if (address === "") return;
    const known = this.#known(address);
    if (name !== "") known.name = name;
    known.messages += 1;
    if (aligned === true) known.aligned += 1;
    if (aligned === false) known.unaligned += 1;
    if (date !== null) {
      if (known.last === null || Math.floor(known.last / MONTH_MS) !== Math.floor(date / MONTH_MS)) known.months += 1;
      known.first ??= date;
      known.last = date;
    }
    this.#noteName(name, address);
    if (isEstablished(known)) this.#protect(address);
  }

  /** The owner wrote to the address. */
  addWrittenTo(name: string, address: string): void {
    if (address === "") return;
    const known = this.#known(address);
    known.writtenTo = true;
    if (name !== "" && known.name === "") known.name = name;
    this.#noteName(name, address);
    this.#protect(address);
  }

  /** A correspondent of that name, when this address is none; null for names of one word, roles and strangers. */
  playedBy({ name, address }: Pick<Correspondence, "name" | "address">): string | null {
    const own = this.#byAddress.get(address);
    if (own !== undefined && isEstablished(own)) return null;
    const key = nameKey(name);
    const others = key === "" ? undefined : this.#byName.get(key);
    if (others === undefined || others.size > ADDRESSES_MAX) return null;
    for (const other of others) {
      const known = this.#byAddress.get(other);
      if (other !== address && known !== undefined && isEstablished(known)) return other;
    }
    return null;
  }

  /** The correspondents' domain that the host is made to be taken for. */
  resembled(host: string): Resemblance | null {
    return this.#domains.resembled(host);
  }

  /** Senders that for half a year and more wrote with aligned passes and never without. */
  *longStanding(): Generator<LongStanding> {
    for (const { address, name, messages, aligned, unaligned, months } of this.#byAddress.values()) {
      if (name === "" || unaligned > 0 || aligned < messages || messages < STANDING_MESSAGES_MIN) continue;
      const domain = domainOf(address);
      if (months >= STANDING_MONTHS_MIN && !isSharedDomain(domain)) yield { name, domain };
    }
  }

  #known(address: string): Known {
    let known = this.#byAddress.get(address);
    if (known === undefined) {
      const counts = { messages: 0, aligned: 0, unaligned: 0, months: 0 };
      known = { address, name: "", ...counts, first: null, last: null, writtenTo: false };
      this.#byAddress.set(address, known);
    }
    return known;
  }

  #noteName(name: string, address: string): void {
    const key = nameKey(name);
    if (key === "") return;
    const addresses = this.#byName.get(key);
    if (addresses === undefined) this.#byName.set(key, new Set([address]));
    else if (addresses.size <= ADDRESSES_MAX) addresses.add(address);
  }

  #protect(address: string): void {
    const domain = domainOf(address);
    if (domain === "" || this.#protected.has(domain) || isSharedDomain(domain)) return;
    this.#protected.add(domain);
    this.#domains.add({ domain, isCommon: domain.indexOf(".") < LABEL_CHARS_MIN });
  }
}

function isEstablished({ messages, first, last, writtenTo }: Known): boolean {
  return writtenTo || (messages >= MESSAGES_MIN && first !== null && last !== null && last - first >= DAY_MS);
}

/** The words of a person's name in any order (`Roe, Jane`); empty for one word and for sentences. */
function nameKey(name: string): string {
  if (name.includes("@")) return "";
  const words = wordsOf(name.slice(0, 100), NAME_WORDS_MAX + 1).filter((word) => word.length > 1);
  if (words.length < NAME_WORDS_MIN || words.length > NAME_WORDS_MAX) return "";
  return [...words].sort().join(" ");
}
