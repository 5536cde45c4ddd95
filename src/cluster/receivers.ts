/**
 * Whose name stands in the topmost results of the mail so far: the servers that write such results here, where the user named none.
 *
 * A server that never writes any leaves the topmost place to the sender. So what would take a message out of all rules is believed only of a name
 * that much of the earlier mail, of several senders, bears as well. In date order. Memory: some numbers a name, of `NAMES_MAX`. Pure.
 */
import type { MessageRecord } from "../case/record.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { fromAddress, senderKey } from "./sender.ts";

const NAMES_MAX = 10_000;
/** Different senders, and the part of all mail that a server took. */
const SENDERS_MIN = 4;
const SHARE_MIN = 0.1;

export class ReceiverBook {
  readonly #names = new Map<string, { messages: number; readonly senders: Set<string> }>();
  #received = 0;

  add(record: MessageRecord): void {
    if (record.received !== true) return;
    this.#received += 1;
    const name = nameOf(record);
    if (name === null) return;
    const known = this.#names.get(name) ?? { messages: 0, senders: new Set() };
    if (!this.#names.has(name) && this.#names.size >= NAMES_MAX) return;
    known.messages += 1;
    if (known.senders.size < SENDERS_MIN) known.senders.add(senderKey(fromAddress(record)));
    this.#names.set(name, known);
  }

  /** The topmost results of this message are by a server that writes them here. */
  isKnown(record: MessageRecord): boolean {
    const name = nameOf(record);
    const known = name === null ? undefined : this.#names.get(name);
    if (known === undefined) return false;
    return known.senders.size >= SENDERS_MIN && known.messages >= this.#received * SHARE_MIN;
  }
}

/** Null where no results stand; empty for servers that leave their name out. */
function nameOf({ auth }: MessageRecord): string | null {
  const top = auth.find(
    ({ position, method }) => position === 0 && !method.startsWith("arc-") && method !== "received-spf",
  );
  return top === undefined ? null : registrableDomain(top.authservId);
}
