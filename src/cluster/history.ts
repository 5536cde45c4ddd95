/**
 * Who has written here, since when, how often: the memory that "first contact" and "steady sender" are judged by.
 *
 * Two books: the whole case (a newsletter's first issue is no stranger when years of it follow) and the running one,
 * fed in date order, for history as of the day (DESIGN 2.3). Memory: one small object per sender.
 */
import type { EpochMs } from "../base/brand.ts";
import type { MessageOutline } from "../case/outline.ts";
import type { AddressRecord, ClaimsRecord } from "../case/record.ts";
import { domainOf, fromAddress, type Sent, senderKey } from "./sender.ts";
import { type Count, NO_COUNT, Tally } from "./tally.ts";

export interface SenderHistory extends Count {
  /** The owner has written to this sender. */
  readonly writtenTo: boolean;
  /** Messages with results recorded at receipt, and those of them with a pass for the sender's own domain. */
  readonly authenticated: number;
  readonly aligned: number;
  /** The first message that asks to confirm a subscription; null for none. */
  readonly confirmation: EpochMs | null;
}

export const UNKNOWN_SENDER: SenderHistory = {
  ...NO_COUNT,
  writtenTo: false,
  authenticated: 0,
  aligned: 0,
  confirmation: null,
};

/** An outline, or as much of it as history is made of. */
export type Noted = Pick<MessageOutline, "date" | "to" | "cc" | "claims" | "authenticated" | "passes">;

export interface NotedHow {
  readonly readers: readonly string[];
  /** The owner sent it. */
  readonly own: boolean;
  /** It asks to confirm a subscription. */
  readonly confirms?: boolean;
}

type Answering = Pick<ClaimsRecord, "autoSubmitted">;

interface Entry {
  readonly tally: Tally;
  writtenTo: boolean;
  authenticated: number;
  aligned: number;
  confirmation: EpochMs | null;
}

export class HistoryBook {
  readonly #entries = new Map<string, Entry>();

  /**
   * Notes one message; undated ones count, but give no time. Whom the owner wrote to is no stranger, but an automatic
   * reply was written by nobody, and a way out that was taken is no correspondence.
   */
  add(record: Noted, { readers, own, confirms = false }: NotedHow): void {
    if (own) {
      for (const { address } of writtenTo(record)) this.#entry(senderKey(address)).writtenTo = true;
      return;
    }
    const from = fromAddress(record);
    const entry = this.#entry(senderKey(from));
    entry.tally.add(record.date, readers);
    if (record.authenticated) entry.authenticated += 1;
    if (record.passes !== undefined && isAligned(record.passes, domainOf(from))) entry.aligned += 1;
    if (confirms && record.date !== null)
      entry.confirmation = Math.min(entry.confirmation ?? record.date, record.date) as EpochMs;
  }

  of(record: Sent): SenderHistory {
    const entry = this.#entries.get(senderKey(fromAddress(record)));
    if (entry === undefined) return UNKNOWN_SENDER;
    const { tally, writtenTo, authenticated, aligned, confirmation } = entry;
    return { ...tally.count(), writtenTo, authenticated, aligned, confirmation };
  }

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { tally: new Tally(), writtenTo: false, authenticated: 0, aligned: 0, confirmation: null };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}

/** Whom a message of the owner's was written to: nobody by an automatic reply, and no way out. */
export function writtenTo(sent: Pick<Noted, "to" | "cc"> & { readonly claims: Answering }): readonly AddressRecord[] {
  return isAutomatic(sent.claims) ? [] : [...sent.to, ...sent.cc].filter(({ address }) => !EXIT_ADDRESS.test(address));
}

/** Addresses that a mail program writes to by itself when its user presses "unsubscribe" (RFC 2369 3.2). */
const EXIT_ADDRESS = /^[^@]{0,200}(?:unsub|optout|opt-out|leave|signoff|abmeld)[^@]{0,200}@/;

/** RFC 3834: anything but `no` was sent by a program. */
function isAutomatic(claims: Answering): boolean {
  return claims.autoSubmitted !== "" && !/^no\b/i.test(claims.autoSubmitted);
}

function isAligned(passes: readonly string[], domain: string): boolean {
  return domain !== "" && passes.some((pass) => pass === domain || domainOf(`@${pass}`) === domain);
}
