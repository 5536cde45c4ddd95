/**
 * Who people here really hear from, by name and domain: a known person's name at an address that never wrote before, and a
 * domain made to be taken for a correspondent's (threat-facts TF-203). Also what the registry of real senders grows by: who has
 * long written with an aligned pass.
 *
 * People have several addresses and several people one name, so a name that many addresses bear means nothing, and a new address
 * is a fact and no verdict. Only addresses with a history lend their names, so that nobody makes a name common by writing under it.
 * Fed in date order, it is history as of the day. Memory: small objects a sender, an index over the domains that the owner wrote to. Pure.
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

/** Whose name somebody bears. */
export interface Correspondent {
  readonly address: string;
  readonly name: string;
  /** The owner wrote to the address. */
  readonly isWrittenTo: boolean;
}

interface Known {
  readonly address: string;
  name: string;
  /** The date of the first message of those that bear this name and no other came between. */
  namedSince: EpochMs | null;
  /** How often another name was taken. */
  renamed: number;
  messages: number;
  aligned: number;
  months: number;
  first: EpochMs | null;
  last: EpochMs | null;
  /** When the owner first wrote to it; null where never. */
  writtenTo: EpochMs | null;
  isNamed: boolean;
}

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
/** From here on somebody is a correspondent: three messages on more than one day, or any answer of the owner's. */
const MESSAGES_MIN = 3;
/** So long an address is new: who plays somebody may be answered, and goes on. */
const NEW_MS = 14 * DAY_MS;
/** Names that more addresses bear are roles (`Info`, `Newsletter`) or common ones. */
const ADDRESSES_MAX = 3;
/** An address that goes by more names is a service's that writes for people. */
const RENAMED_MAX = 2;
const NAME_WORDS_MIN = 2;
const NAME_WORDS_MAX = 6;
/** Long standing: half a year, and mail in as many months. */
const STANDING_MESSAGES_MIN = 6;
const STANDING_MONTHS_MIN = 6;
/** Six months of 30 days in which there was mail may lie within five. */
const STANDING_MS = (STANDING_MONTHS_MIN - 1) * MONTH_MS;
/** Labels of fewer letters are near to too many others. */
const LABEL_CHARS_MIN = 6;

export class CorrespondentBook {
  readonly #byAddress = new Map<string, Known>();
  /** One address as a string, since that is the rule. */
  readonly #byName = new Map<string, string | readonly string[]>();
  readonly #protected = new Set<string>();
  readonly #domains = new DomainIndex([]);

  add({ name, address, date, aligned }: Correspondence): void {
    if (address === "") return;
    const known = this.#known(address);
    if (name !== "" && name !== known.name) {
      if (known.name !== "") known.renamed += 1;
      known.name = name;
      known.namedSince = date;
      known.isNamed = false;
    }
    known.namedSince ??= date;
    known.messages += 1;
    if (aligned === true) known.aligned += 1;
    if (date !== null) {
      if (known.last === null || Math.floor(known.last / MONTH_MS) !== Math.floor(date / MONTH_MS)) known.months += 1;
      known.first ??= date;
      known.last = date;
    }
    if (isEstablished(known)) this.#noteName(known);
  }

  /** The owner wrote to the address, which he may know by a name. */
  addWrittenTo(name: string, address: string, date: EpochMs): void {
    if (address === "") return;
    const known = this.#known(address);
    known.writtenTo ??= date;
    if (name !== "" && known.name === "") known.name = name;
    this.#noteName(known);
    this.protect(domainOf(address));
  }

  /** Look-alikes of the registrable domain are told, unless strangers share it. */
  protect(domain: string): void {
    if (domain === "" || this.#protected.has(domain) || isSharedDomain(domain)) return;
    this.#protected.add(domain);
    this.#domains.add({ domain, isCommon: domain.indexOf(".") < LABEL_CHARS_MIN });
  }

  /**
   * The correspondent of that name, when this address is new, or was two weeks ago, and is at none of the correspondent's own domains; of several one
   * whom the owner wrote to. Null for names of one word, roles, services and strangers.
   */
  playedBy({ name, address, date }: Omit<Correspondence, "aligned">): Correspondent | null {
    const own = this.#byAddress.get(address);
    const since = own === undefined ? date : sinceWhen(own);
    if (date === null || since === null || date - since > NEW_MS || (own?.renamed ?? 0) > RENAMED_MAX) return null;
    const bearers = this.#bearersOf(name).filter((other) => other.address !== address && isBefore(other, since));
    const domain = domainOf(address);
    const isAtHome = !isSharedDomain(domain) && bearers.some((other) => domainOf(other.address) === domain);
    if (isAtHome || bearers.length > ADDRESSES_MAX) return null;
    const played = bearers.find(({ writtenTo }) => writtenTo !== null) ?? bearers[0];
    if (played === undefined) return null;
    return { address: played.address, name: played.name, isWrittenTo: played.writtenTo !== null };
  }

  /** The domain, of those that the owner wrote to or that are protected, which the host is made to be taken for. */
  resembled(host: string): Resemblance | null {
    return this.#domains.resembled(host);
  }

  /** For half a year and more the address wrote with aligned passes and never without, and under this name, until the date. */
  isLongStanding({ name, address, date }: Omit<Correspondence, "aligned">): boolean {
    const known = this.#byAddress.get(address);
    if (known === undefined || known.name === "" || known.aligned < known.messages) return false;
    if (name !== known.name || known.namedSince === null || date === null) return false;
    return (
      date - known.namedSince >= STANDING_MS &&
      known.messages >= STANDING_MESSAGES_MIN &&
      known.months >= STANDING_MONTHS_MIN &&
      !isSharedDomain(domainOf(address))
    );
  }

  #known(address: string): Known {
    let known = this.#byAddress.get(address);
    if (known === undefined) {
      const counts = { namedSince: null, renamed: 0, messages: 0, aligned: 0, months: 0 };
      known = { address, name: "", ...counts, first: null, last: null, writtenTo: null, isNamed: false };
      this.#byAddress.set(address, known);
    }
    return known;
  }

  #bearersOf(name: string): readonly Known[] {
    const key = nameKey(name);
    const addresses = key === "" ? undefined : this.#byName.get(key);
    const all = addresses === undefined ? [] : typeof addresses === "string" ? [addresses] : addresses;
    return all.flatMap((address) => this.#byAddress.get(address) ?? []);
  }

  #noteName(known: Known): void {
    if (known.isNamed) return;
    known.isNamed = true;
    const key = nameKey(known.name);
    if (key === "") return;
    const { address } = known;
    const noted = this.#byName.get(key);
    if (noted === undefined) this.#byName.set(key, address);
    else if (typeof noted === "string") this.#byName.set(key, noted === address ? noted : [noted, address]);
    else if (noted.length <= ADDRESSES_MAX && !noted.includes(address)) this.#byName.set(key, [...noted, address]);
  }
}

function isEstablished({ messages, first, last, writtenTo }: Known): boolean {
  return writtenTo !== null || (messages >= MESSAGES_MIN && first !== null && last !== null && last - first >= DAY_MS);
}

function sinceWhen({ first, writtenTo }: Known): EpochMs | null {
  if (first === null || writtenTo === null) return first ?? writtenTo;
  return first < writtenTo ? first : writtenTo;
}

function isBefore(known: Known, moment: EpochMs): boolean {
  const since = sinceWhen(known);
  return since !== null && since < moment;
}

/** The words of a person's name in any order (`Roe, Jane`); empty for one word and for sentences. */
function nameKey(name: string): string {
  if (name.includes("@")) return "";
  const words = wordsOf(name.slice(0, 100), NAME_WORDS_MAX + 1).filter((word) => word.length > 1);
  if (words.length < NAME_WORDS_MIN || words.length > NAME_WORDS_MAX) return "";
  return [...words].sort().join(" ");
}
