/**
 * Which servers write the topmost results of the mail here, by where it was delivered and in which year: where the user named none, only theirs
 * vouch for a sender.
 *
 * A server that writes no results leaves the topmost place to the sender. So a name is believed that a fair part of the mail bears that the same
 * domain received, in that year or in all, of several senders. What a mailbox at a large provider bears by that provider needs no others: a mailbox whose
 * only sender from outside is one newsletter has none. Fed with the whole case, so that the first mail counts as the last. Memory: some
 * numbers a domain, year and name, of `ENTRIES_MAX`. Pure.
 */
import { deliveredHere } from "../case/delivered-here.ts";
import type { MessageOutline } from "../case/outline.ts";
import { sureReader } from "./readers.ts";
import { domainOf, fromAddress, isOwner, senderKey } from "./sender.ts";

const ENTRIES_MAX = 50_000;
/** Different senders, and the part of all mail that a server took. */
const SENDERS_MIN = 4;
const SHARE_MIN = 0.1;

/**
 * Providers that write results on all mail and leave nobody else's above them, by a message each with a forged pass (docs/received-results.md, set
 * `auth/provider-authres`): domain of the address → registrable domain of the server's name. Empty where it leaves its name out, as Microsoft does,
 * of which the set shows the place alone. A reader's own domain is none: its name is known to everybody, and whether its server takes forged fields
 * away is not.
 */
const ALWAYS_WRITTEN: ReadonlyMap<string, string> = new Map([
  ["aol.com", "yahoo.com"],
  ["fastmail.com", "messagingengine.com"],
  ["gmail.com", "google.com"],
  ["googlemail.com", "google.com"],
  ["icloud.com", "icloud.com"],
  ["mail.de", "mail.de"],
  ["posteo.de", "posteo.de"],
  ["outlook.com", ""],
  ["hotmail.com", ""],
  ["live.com", ""],
]);

type Noted = Pick<
  MessageOutline,
  "date" | "to" | "cc" | "deliveredTo" | "deliveredBelow" | "received" | "claims" | "resultsBy"
>;

interface Entry {
  messages: number;
  readonly senders: Set<string>;
}

export class ResultWriters {
  readonly #owners: ReadonlySet<string>;
  /** Of a place: all mail that it received, and that which bears a name. */
  readonly #received = new Map<string, number>();
  readonly #names = new Map<string, Entry>();
  /** Outlines of before names were kept tell nothing. */
  #isBlind = false;

  /** `owners`: whose mailboxes these are. */
  constructor(owners: ReadonlySet<string>) {
    this.#owners = owners;
  }

  add(outline: Noted & Pick<MessageOutline, "authenticated">): void {
    if (outline.authenticated && outline.resultsBy === undefined) this.#isBlind = true;
    if (outline.received !== true) return;
    const sender = senderKey(fromAddress(outline));
    for (const place of this.#placesOf(outline)) {
      if (!this.#received.has(place) && this.#received.size >= ENTRIES_MAX) continue;
      this.#received.set(place, (this.#received.get(place) ?? 0) + 1);
      if (outline.resultsBy === undefined) continue;
      const key = `${place} ${outline.resultsBy}`;
      const entry = this.#names.get(key) ?? { messages: 0, senders: new Set() };
      if (!this.#names.has(key) && this.#names.size >= ENTRIES_MAX) continue;
      entry.messages += 1;
      if (entry.senders.size < SENDERS_MIN) entry.senders.add(sender);
      this.#names.set(key, entry);
    }
  }

  /** The topmost results of this message are by a server that writes them there. Where no server took it, or none wrote any, there is nothing to doubt. */
  isKnown(outline: Noted): boolean {
    if (this.#isBlind || outline.received !== true || outline.resultsBy === undefined) return true;
    if (this.#isProviders(outline)) return true;
    return this.#placesOf(outline).some((place) => {
      const entry = this.#names.get(`${place} ${outline.resultsBy}`);
      if (entry === undefined || entry.senders.size < SENDERS_MIN) return false;
      return entry.messages >= (this.#received.get(place) ?? 0) * SHARE_MIN;
    });
  }

  /**
   * Delivered to an owner there, by the server's own word, or all owners have their mailboxes there: whom a message only names in To, its sender may
   * have chosen for the name of the results.
   */
  #isProviders(outline: Noted): boolean {
    const isThere = (reader: string): boolean => ALWAYS_WRITTEN.get(domainOf(reader)) === outline.resultsBy;
    const delivered = deliveredHere(outline).filter((reader) => isOwner(reader, this.#owners));
    if (delivered.length > 0) return delivered.some(isThere);
    return this.#owners.size > 0 && [...this.#owners].every(isThere);
  }

  /** The year at the domain, and the domain. */
  #placesOf(outline: Noted): readonly string[] {
    const domain = domainOf(sureReader(outline, this.#owners) ?? "");
    const all = `${domain} all`;
    return outline.date === null ? [all] : [`${domain} ${new Date(outline.date).getUTCFullYear()}`, all];
  }
}
