/**
 * Who has written here, since when, how often: the memory that "first contact" and "steady sender" are judged by.
 *
 * Two books: the whole case (a newsletter's first issue is no stranger when years of it follow) and the running one,
 * fed in date order, for history as of the day (DESIGN 2.3). Memory: one small object per sender.
 */
import type { EpochMs } from "../base/brand.ts";
import type { MessageOutline } from "../case/outline.ts";
import type { AddressRecord } from "../case/record.ts";
import { domainOf, fromAddress, type Sent, senderKey } from "./sender.ts";
import { type Count, NO_COUNT, Tally } from "./tally.ts";

export interface SenderHistory extends Count {
  /** The owner has written to this sender. */
  readonly writtenTo: boolean;
  /** And did so before anything of it came here: nobody becomes a correspondent by being asked who he is. */
  readonly writtenFirst: boolean;
  /** Messages with results recorded at receipt, and those of them with a pass for the sender's own domain. */
  readonly authenticated: number;
  readonly aligned: number;
  /** Months with such mail, and those of them in which four fifths and more passed: whoever floods one month in another's name makes one month fail. */
  readonly monthsRecorded: number;
  readonly monthsPassing: number;
  /** When its mail began to pass, where months of it had come before that did not: nobody breaks a habit that is not there yet. Null where there was no such time. */
  readonly passingSince: EpochMs | null;
  /** The first message that asks to confirm a subscription; null for none. */
  readonly confirmation: EpochMs | null;
}

export const UNKNOWN_SENDER: SenderHistory = {
  ...NO_COUNT,
  writtenTo: false,
  writtenFirst: false,
  authenticated: 0,
  aligned: 0,
  monthsRecorded: 0,
  monthsPassing: 0,
  passingSince: null,
  confirmation: null,
};

/** An outline, or as much of it as history is made of. */
export type Noted = Pick<MessageOutline, "date" | "to" | "cc" | "claims" | "automatic" | "authenticated" | "passes">;

export interface NotedHow {
  readonly readers: readonly string[];
  /** The owner sent it. */
  readonly own: boolean;
  /** It lies among drafts alone. */
  readonly unsent?: boolean;
  /** It asks to confirm a subscription. */
  readonly confirms?: boolean;
}

interface Entry {
  readonly tally: Tally;
  writtenTo: boolean;
  writtenFirst: boolean;
  readonly habit: Habit;
  confirmation: EpochMs | null;
}

const MONTH_MS = 30 * 86_400_000;
/** In fifths, of a month's mail with results. */
const PASSING_FIFTHS = 4;
/** So much, in so many months, came unsigned before the first pass: a forger would have had to be there months before the sender. */
const UNSIGNED_MESSAGES = 4;
const UNSIGNED_MONTHS = 3;

/** How much of a sender's mail passed, in all and by months. Fed in date order. */
class Habit {
  authenticated = 0;
  aligned = 0;
  passingSince: EpochMs | null = null;
  /** Of the months before the one that mail is added to. */
  #recorded = 0;
  #passing = 0;
  #month = 0;
  #ofMonth = 0;
  #alignedOfMonth = 0;

  add(date: EpochMs | null, isAligned: boolean): void {
    if (isAligned && this.aligned === 0 && this.#wasUnsigned()) this.passingSince = date;
    this.authenticated += 1;
    if (isAligned) this.aligned += 1;
    if (date === null) return;
    const month = Math.floor(date / MONTH_MS);
    if (month !== this.#month) {
      const { monthsRecorded, monthsPassing } = this.months();
      [this.#recorded, this.#passing, this.#month] = [monthsRecorded, monthsPassing, month];
      [this.#ofMonth, this.#alignedOfMonth] = [0, 0];
    }
    this.#ofMonth += 1;
    if (isAligned) this.#alignedOfMonth += 1;
  }

  #wasUnsigned(): boolean {
    return this.authenticated >= UNSIGNED_MESSAGES && this.months().monthsRecorded >= UNSIGNED_MONTHS;
  }

  months(): Pick<SenderHistory, "monthsRecorded" | "monthsPassing"> {
    if (this.#ofMonth === 0) return { monthsRecorded: this.#recorded, monthsPassing: this.#passing };
    const passes = this.#alignedOfMonth * 5 >= this.#ofMonth * PASSING_FIFTHS ? 1 : 0;
    return { monthsRecorded: this.#recorded + 1, monthsPassing: this.#passing + passes };
  }
}

export class HistoryBook {
  readonly #entries = new Map<string, Entry>();

  /**
   * Notes one message; undated ones count, but give no time. Whom the owner wrote to is no stranger, but what a program
   * sent was written by nobody, a draft reached nobody, and a way out that was taken is no correspondence.
   */
  add(record: Noted, { readers, own, unsent = false, confirms = false }: NotedHow): void {
    if (own) {
      for (const { address } of unsent || isByProgram(record) ? [] : writtenTo(record)) {
        const entry = this.#entry(senderKey(address));
        if (!entry.writtenTo && entry.tally.isEmpty) entry.writtenFirst = true;
        entry.writtenTo = true;
      }
      return;
    }
    const from = fromAddress(record);
    const entry = this.#entry(senderKey(from));
    entry.tally.add(record.date, readers);
    if (record.authenticated) entry.habit.add(record.date, isAligned(record.passes ?? [], domainOf(from)));
    if (confirms && record.date !== null)
      entry.confirmation = Math.min(entry.confirmation ?? record.date, record.date) as EpochMs;
  }

  /** A letter of the owner's would make a correspondent of somebody: worth a look at where it lies. */
  hasNew(letter: Noted): boolean {
    return writtenTo(letter).some(({ address }) => this.#entries.get(senderKey(address))?.writtenTo !== true);
  }

  of(record: Sent): SenderHistory {
    const entry = this.#entries.get(senderKey(fromAddress(record)));
    if (entry === undefined) return UNKNOWN_SENDER;
    const { tally, writtenTo, writtenFirst, habit, confirmation } = entry;
    const { authenticated, aligned, passingSince } = habit;
    const passing = { authenticated, aligned, ...habit.months(), passingSince };
    return { ...tally.count(), writtenTo, writtenFirst, ...passing, confirmation };
  }

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { tally: new Tally(), writtenTo: false, writtenFirst: false, habit: new Habit(), confirmation: null };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}

/** Whom a letter of the owner's was written to: no way out. */
export function writtenTo({ to, cc }: Pick<Noted, "to" | "cc">): readonly AddressRecord[] {
  return [...to, ...cc].filter(({ address }) => !EXIT_ADDRESS.test(address));
}

/** Addresses that a mail program writes to by itself when its user presses "unsubscribe" (RFC 2369 3.2). */
const EXIT_ADDRESS = /^[^@]{0,200}(?:unsub|optout|opt-out|leave|signoff|abmeld)[^@]{0,200}@/;

/** Outlines of earlier versions say it of answers by RFC 3834 alone. */
function isByProgram({ automatic, claims: { autoSubmitted } }: Noted): boolean {
  return automatic === true || (autoSubmitted !== "" && !/^no\b/i.test(autoSubmitted));
}

function isAligned(passes: readonly string[], domain: string): boolean {
  return domain !== "" && passes.some((pass) => pass === domain || domainOf(`@${pass}`) === domain);
}
