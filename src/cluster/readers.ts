/** Whom a message reached, and whose mailboxes these are. */
import { deliveredHere } from "../case/delivered-here.ts";
import type { MessageOutline } from "../case/outline.ts";
import { domainOf, fromAddress, isOwner, ownDomainsOf } from "./sender.ts";

/** A record, or its outline: what says whom it reached. */
export type Addressed = Pick<MessageOutline, "to" | "cc" | "deliveredTo" | "deliveredBelow">;

/**
 * Registrable domains at which To names a reader though it names no owner: a colleague whom nobody listed. Null while the owners are guessed or unknown: then
 * all that To names are readers. Else To is the sender's to choose, and may name himself.
 */
export type House = ReadonlySet<string> | null;

export function houseOf(owners: ReadonlySet<string>, from: "given" | "inferred" | "none"): House {
  return from === "given" ? ownDomainsOf(owners) : null;
}

/**
 * The addresses that got this copy, most certain first: delivery headers, then the owner's among To and Cc, then those of the house.
 * At most 20. Empty when nothing says it (Bcc without delivery headers).
 */
export function readersOf(record: Addressed, owners: ReadonlySet<string>, house: House = null): readonly string[] {
  const stated = [...record.to, ...record.cc].map(({ address }) => address).filter((address) => address !== "");
  const delivered = deliveredHere(record);
  const own = [...delivered, ...stated].filter((address) => isOwner(address, owners));
  const named = house === null ? stated : stated.filter((address) => house.has(domainOf(address)));
  const chosen = own.length > 0 ? own : delivered.length > 0 ? delivered : named;
  return [...new Set(chosen)].slice(0, 20);
}

/**
 * The reader whose copy this surely is: an owner, or whom a delivery header names. A stated To alone is the sender's to
 * choose (spam puts invented addresses there), so it counts only while no owner is known. Null when nobody is sure.
 */
export function sureReader(record: Addressed, owners: ReadonlySet<string>): string | null {
  const reader = readersOf(record, owners)[0];
  if (reader === undefined) return null;
  return owners.size === 0 || isOwner(reader, owners) || deliveredHere(record).includes(reader) ? reader : null;
}

/** Share of all messages that an address must have got to be taken for an owner. */
const OWNER_SHARE = 0.1;
/** Fewer messages than this tell nothing. */
const OWNER_MESSAGES_MIN = 5;
/** Distinct addresses counted: a bound on memory, far above what ten mailboxes hold. */
const ADDRESSES_MAX = 200_000;

/**
 * Guesses whose mailboxes these are when the user did not say: addresses that at least a tenth of all mail went to,
 * mailing lists left out. A guess, and shown as one.
 */
export class OwnerGuess {
  readonly #counts = new Map<string, number>();
  #messages = 0;

  add(message: Pick<MessageOutline, "to" | "deliveredTo" | "deliveredBelow" | "claims">): void {
    this.#messages += 1;
    const { claims, to } = message;
    const delivered = deliveredHere(message);
    if (claims.listId !== "" || /^(bulk|list)$/i.test(claims.precedence)) return;
    const stated = delivered.length > 0 ? delivered : to.map(({ address }) => address);
    const from = fromAddress(message);
    for (const address of new Set(stated.slice(0, 5))) {
      if (address === "" || address === from) continue;
      const count = this.#counts.get(address);
      if (count !== undefined || this.#counts.size < ADDRESSES_MAX) this.#counts.set(address, (count ?? 0) + 1);
    }
  }

  /** Most mail first, at most 50. */
  owners(): readonly string[] {
    const enough = Math.max(OWNER_MESSAGES_MIN, this.#messages * OWNER_SHARE);
    return [...this.#counts]
      .filter(([, count]) => count >= enough)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 50)
      .map(([address]) => address);
  }
}
