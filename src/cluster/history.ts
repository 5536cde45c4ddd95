/**
 * Who has written here, since when, how often: the memory that "first contact" and "steady sender" are judged by.
 *
 * Two books: the whole case (a newsletter's first issue is no stranger when years of it follow) and the running one,
 * fed in date order, for history as of the day (DESIGN 2.3). Memory: one small object per sender.
 */
import type { EpochMs } from "../base/brand.ts";
import type { MessageOutline } from "../case/outline.ts";
import { fromAddress, type Sent, senderKey } from "./sender.ts";

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
/** Readers and months are counted up to here: more says nothing more. */
const COUNTED_MAX = 64;

export interface SenderHistory {
  readonly messages: number;
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  /** Whole days from first to last message. */
  readonly spanDays: number;
  /** Distinct months (of 30 days) with mail, counted to 64: one old mail makes no long history. */
  readonly months: number;
  /** Distinct readers, counted to 64. */
  readonly readers: number;
  /** The owner has written to this sender. */
  readonly writtenTo: boolean;
}

export const UNKNOWN_SENDER: SenderHistory = {
  messages: 0,
  first: null,
  last: null,
  spanDays: 0,
  months: 0,
  readers: 0,
  writtenTo: false,
};

/** A record, or its outline: what history is made of. */
type Noted = Pick<MessageOutline, "date" | "to" | "cc" | "claims">;

interface Entry {
  messages: number;
  first: EpochMs | null;
  last: EpochMs | null;
  readonly readers: Set<string>;
  readonly months: Set<number>;
  writtenTo: boolean;
}

export class HistoryBook {
  readonly #entries = new Map<string, Entry>();

  /**
   * Notes one message; undated ones count, but give no time. `own`: the owner sent it. Whom the owner wrote to is no
   * stranger, but an automatic reply was written by nobody.
   */
  add(record: Noted, readers: readonly string[], own: boolean): void {
    if (own) {
      if (isAutomatic(record)) return;
      for (const { address } of [...record.to, ...record.cc]) this.#entry(senderKey(address)).writtenTo = true;
      return;
    }
    const entry = this.#entry(senderKey(fromAddress(record)));
    entry.messages += 1;
    if (record.date !== null) {
      if (entry.first === null || record.date < entry.first) entry.first = record.date;
      if (entry.last === null || record.date > entry.last) entry.last = record.date;
      if (entry.months.size < COUNTED_MAX) entry.months.add(Math.floor(record.date / MONTH_MS));
    }
    for (const reader of readers) if (entry.readers.size < COUNTED_MAX) entry.readers.add(reader);
  }

  of(record: Sent): SenderHistory {
    const entry = this.#entries.get(senderKey(fromAddress(record)));
    if (entry === undefined) return UNKNOWN_SENDER;
    const { messages, first, last, writtenTo } = entry;
    const spanDays = first === null || last === null ? 0 : Math.floor((last - first) / DAY_MS);
    return { messages, first, last, spanDays, months: entry.months.size, readers: entry.readers.size, writtenTo };
  }

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { messages: 0, first: null, last: null, readers: new Set(), months: new Set(), writtenTo: false };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}

/** RFC 3834: anything but `no` was sent by a program. */
function isAutomatic({ claims }: Noted): boolean {
  return claims.autoSubmitted !== "" && !/^no\b/i.test(claims.autoSubmitted);
}
