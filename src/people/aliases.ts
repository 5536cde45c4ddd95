/**
 * Addresses found in mail that may be a roster person's too: proposed with the reason, never assumed, since whoever plays a person
 * chooses just such an address.
 *
 * Only addresses that mail was sent *to* are looked at. Memory: an entry for each address whose first part, without tag and dots, is
 * somebody's of the roster; at most `limits.aliasCandidatesMax`. Pure.
 */
import { limits } from "../base/limits.ts";
import { wordsOf } from "../base/words.ts";
import { deliveredHere } from "../case/delivered-here.ts";
import type { AddressRecord, MessageRecord } from "../case/record.ts";
import type { ProposedAlias, RosterPerson } from "../case/roster.ts";
import { personId, type RosterIndex } from "./roster-index.ts";

/** Providers that deliver to one mailbox whatever dots the first part has, and the domains that are one to them. */
const WITHOUT_DOTS: ReadonlyMap<string, string> = new Map([
  ["gmail.com", "gmail.com"],
  ["googlemail.com", "gmail.com"],
]);
/** Two domains with so many first parts of roster people in common were one organisation's, most likely. */
const SAME_PARTS_MIN = 3;
/** So many are told; a roster that matches more is not written for this mail. */
const PROPOSED_MAX = 500;

/** An address of the roster, and whose it is. */
interface Held {
  readonly person: RosterPerson;
  readonly address: string;
}

type ByPart = ReadonlyMap<string, readonly Held[]>;

interface Candidate {
  readonly address: string;
  /** A name that it was written to by; the first one. */
  name: string;
  messages: number;
}

export class AliasBook {
  readonly #roster: RosterIndex;
  readonly #parts: ReadonlySet<string>;
  readonly #candidates = new Map<string, Candidate>();

  constructor(roster: RosterIndex) {
    this.#roster = roster;
    this.#parts = new Set(roster.addresses().map((address) => bareLocal(address)));
  }

  add(record: Pick<MessageRecord, "to" | "cc" | "deliveredTo" | "deliveredBelow">): void {
    if (this.#parts.size === 0) return;
    const counted = new Set<string>();
    for (const one of record.to) this.#note(one, counted);
    for (const one of record.cc) this.#note(one, counted);
    for (const address of deliveredHere(record)) this.#note({ address, name: "" }, counted);
  }

  #note({ address, name }: AddressRecord, counted: Set<string>): void {
    if (address === "" || counted.has(address) || !this.#parts.has(bareLocal(address))) return;
    counted.add(address);
    const known = this.#candidates.get(address);
    if (known !== undefined) {
      known.messages += 1;
      if (known.name === "" && name !== address) known.name = name;
    } else if (this.#candidates.size < limits.aliasCandidatesMax) {
      this.#candidates.set(address, { address, name: name === address ? "" : name, messages: 1 });
    }
  }

  /** Most mail first. */
  proposed(): readonly ProposedAlias[] {
    const strangers = [...this.#candidates.values()].filter(
      ({ address }) => this.#roster.personOf(address) === null && !this.#roster.isWithheld(address),
    );
    const byPart = this.#byPart();
    const related = this.#relatedDomains(strangers, byPart);
    return strangers
      .flatMap((candidate) => this.#propose(candidate, byPart, related) ?? [])
      .toSorted((a, b) => b.messages - a.messages || (a.address < b.address ? -1 : 1))
      .slice(0, PROPOSED_MAX);
  }

  #byPart(): ByPart {
    const found = new Map<string, Held[]>();
    for (const person of this.#roster.people) {
      for (const address of person.addresses) {
        const list = found.get(bareLocal(address));
        if (list === undefined) found.set(bareLocal(address), [{ person, address }]);
        else list.push({ person, address });
      }
    }
    return found;
  }

  /** `old new` → first parts that stand at both. */
  #relatedDomains(strangers: readonly Candidate[], byPart: ByPart): ReadonlyMap<string, ReadonlySet<string>> {
    const parts = new Map<string, Set<string>>();
    for (const { address } of strangers) {
      if (address.includes("+")) continue;
      for (const known of byPart.get(bareLocal(address)) ?? []) {
        if (localOf(known.address) !== localOf(address)) continue;
        const pair = `${domainPart(address)} ${domainPart(known.address)}`;
        const set = parts.get(pair) ?? new Set<string>();
        set.add(localOf(address));
        parts.set(pair, set);
      }
    }
    return parts;
  }

  #propose(
    { address, name, messages }: Candidate,
    byPart: ByPart,
    related: ReadonlyMap<string, ReadonlySet<string>>,
  ): ProposedAlias | null {
    const known = byPart.get(bareLocal(address)) ?? [];
    const alias = (found: Held, kind: ProposedAlias["kind"], reason: string): ProposedAlias => {
      return { address, person: personId(found.person.key), like: found.address, kind, reason, messages };
    };
    for (const found of known) {
      if (isSameMailbox(address, found.address)) {
        const isTag = address.includes("+");
        return isTag
          ? alias(found, "plus-tag", "the same address with a tag behind a plus sign, which mail servers deliver to it")
          : alias(found, "dots", "the same address to this provider, which leaves dots out of account");
      }
    }
    for (const found of known.filter((one) => localOf(one.address) === localOf(address))) {
      const shared = related.get(`${domainPart(address)} ${domainPart(found.address)}`)?.size ?? 0;
      const isSameName = name !== "" && nameKey(name) === nameKey(found.person.name) && nameKey(name) !== "";
      if (shared >= SAME_PARTS_MIN) {
        const named = isSameName ? ", and mail names the person so" : "";
        return alias(
          found,
          "old-domain",
          `${shared} people of the roster have the same first part at ${domainPart(address)}: an older or another domain of the same organisation, perhaps${named}`,
        );
      }
      if (isSameName)
        return alias(found, "same-name", "the same first part and the same name in mail, at another domain");
    }
    return null;
  }
}

function isSameMailbox(address: string, known: string): boolean {
  const domain = WITHOUT_DOTS.get(domainPart(address)) ?? domainPart(address);
  if ((WITHOUT_DOTS.get(domainPart(known)) ?? domainPart(known)) !== domain) return false;
  if (WITHOUT_DOTS.has(domainPart(address))) return bareLocal(address) === bareLocal(known);
  return localOf(address).replace(/\+.*/s, "") === localOf(known) && address.includes("+");
}

function localOf(address: string): string {
  return address.slice(0, address.lastIndexOf("@"));
}

function domainPart(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** The first part without tag and dots: what all forms of one mailbox share. */
function bareLocal(address: string): string {
  return localOf(address).replace(/\+.*/s, "").replaceAll(".", "");
}

function nameKey(name: string): string {
  return [...wordsOf(name.slice(0, 100), 6)].sort().join(" ");
}
