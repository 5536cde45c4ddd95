/** A roster, asked by address: whose it is, and whether it is one that must not be named. Pure. */
import { createHash } from "node:crypto";
import type { Roster, RosterPerson } from "../case/roster.ts";
import { withheldKey } from "./parse-roster.ts";

/** In place of an address whose owner did not consent to be named. */
export const WITHHELD_MASK = "[address withheld]";

const ADDRESS_IN_TEXT = /[^\s<>"'`,;:()[\]{}=/?&#|\\@]{1,64}(?:@|%40)[a-z0-9.-]{1,253}/gi;

export class RosterIndex {
  readonly people: readonly RosterPerson[];
  readonly #byAddress: ReadonlyMap<string, RosterPerson>;
  readonly #withheld: ReadonlySet<string>;

  constructor({ people, withheld }: Pick<Roster, "people" | "withheld">) {
    this.people = people;
    this.#byAddress = new Map(
      people.flatMap((person) => person.addresses.map((address) => [address, person] as const)),
    );
    this.#withheld = new Set(withheld);
  }

  /** Lower case. */
  personOf(address: string): RosterPerson | null {
    return this.#byAddress.get(address) ?? null;
  }

  /** Consent was needed and is not recorded; also for the address with a tag (`name+tag@…`). */
  isWithheld(address: string): boolean {
    if (this.#withheld.size === 0) return false;
    if (this.#withheld.has(withheldKey(address))) return true;
    const untagged = address.replace(/\+[^@]*@/, "@");
    return untagged !== address && this.#withheld.has(withheldKey(untagged));
  }

  /** The text names such an address. */
  isWithheldIn(text: string): boolean {
    return this.masked(text) !== text;
  }

  /** Nobody is left out for want of consent: texts stay as they are. */
  get withholdsNobody(): boolean {
    return this.#withheld.size === 0;
  }

  /** With `WITHHELD_MASK` for such addresses, also inside URLs. What a token hides of them in other ways stays. */
  masked(text: string): string {
    if (this.#withheld.size === 0 || !(text.includes("@") || /%40/i.test(text))) return text;
    return text.replace(ADDRESS_IN_TEXT, (found) => {
      const address = found.toLowerCase().replace("%40", "@");
      return this.isWithheld(address) || this.isWithheld(address.replace(/[.-]+$/, "")) ? WITHHELD_MASK : found;
    });
  }

  /** The organisation's own addresses: those of relatives and private ones are not. */
  ownAddresses(): readonly string[] {
    return this.people
      .filter(({ household }) => household === "")
      .flatMap(({ addresses, personal }) => addresses.filter((address) => !personal.includes(address)));
  }

  addresses(): readonly string[] {
    return [...this.#byAddress.keys()];
  }
}

/** `p-` and 8 hex digits: of a person's key, or of the address of somebody who is not on the roster. */
export function personId(key: string): string {
  return `p-${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;
}
