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
import { answersBySubject } from "./threads.ts";

export interface SenderHistory extends Count {
  /** The owner has written to this sender, before the message that is asked about came. */
  readonly writtenTo: boolean;
  /** And by a letter that answers nothing: whoever is answered has only been heard. */
  readonly writtenUnasked: boolean;
  /** Such a letter was written before anything of the sender came here: nobody becomes a correspondent by being asked who he is. */
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
  writtenUnasked: false,
  writtenFirst: false,
  authenticated: 0,
  aligned: 0,
  monthsRecorded: 0,
  monthsPassing: 0,
  passingSince: null,
  confirmation: null,
};

/** An outline, or as much of it as history is made of. */
export type Noted = Pick<
  MessageOutline,
  "date" | "arrived" | "subject" | "to" | "cc" | "claims" | "automatic" | "answers" | "authenticated" | "passes"
>;

/** A record, or its outline: whose history is asked, and as of when. */
type Asking = Sent & { readonly date?: EpochMs | null; readonly arrived?: EpochMs | undefined };

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
  /** In milliseconds: when the owner first wrote to it, when first by a letter that answers nothing, when its first mail came; `NEVER` for not at all. */
  writtenAt: number;
  unaskedAt: number;
  cameAt: number;
  readonly habit: Habit;
  confirmation: EpochMs | null;
}

const NEVER = Number.POSITIVE_INFINITY;
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
        const at = record.date ?? UNDATED;
        entry.writtenAt = Math.min(entry.writtenAt, at);
        if (!isAnswer(record)) entry.unaskedAt = Math.min(entry.unaskedAt, at);
      }
      return;
    }
    const from = fromAddress(record);
    const entry = this.#entry(senderKey(from));
    entry.tally.add(record.date, readers);
    entry.cameAt = Math.min(entry.cameAt, whenCame(record) ?? UNDATED);
    if (record.authenticated) entry.habit.add(record.date, isAligned(record.passes ?? [], domainOf(from)));
    if (confirms && record.date !== null)
      entry.confirmation = Math.min(entry.confirmation ?? record.date, record.date) as EpochMs;
  }

  /** A letter of the owner's would make a correspondent of somebody: worth a look at where it lies. */
  hasNew(letter: Noted): boolean {
    return writtenTo(letter).some(({ address }) => {
      const { writtenAt, unaskedAt } = this.#entries.get(senderKey(address)) ?? { writtenAt: NEVER, unaskedAt: NEVER };
      return (isAnswer(letter) ? writtenAt : unaskedAt) === NEVER;
    });
  }

  of(record: Asking): SenderHistory {
    const entry = this.#entries.get(senderKey(fromAddress(record)));
    if (entry === undefined) return UNKNOWN_SENDER;
    const { tally, writtenAt, unaskedAt, cameAt, habit, confirmation } = entry;
    const came = whenCame(record) ?? NEVER;
    const written = {
      ...{ writtenTo: writtenAt < came, writtenUnasked: unaskedAt < came },
      writtenFirst: unaskedAt < cameAt,
    };
    const { authenticated, aligned, passingSince } = habit;
    const passing = { authenticated, aligned, ...habit.months(), passingSince };
    return { ...tally.count(), ...written, ...passing, confirmation };
  }

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      const times = { writtenAt: NEVER, unaskedAt: NEVER, cameAt: NEVER };
      entry = { tally: new Tally(), ...times, habit: new Habit(), confirmation: null };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}

/** What has no date comes before all others, as in the order of the case. */
const UNDATED = Number.NEGATIVE_INFINITY;

/** A sender may write a later date than the day on which a server took it, so as to be answered before. Null where nothing says it. */
function whenCame({ date = null, arrived }: Omit<Asking, "claims">): number | null {
  return date === null || arrived === undefined ? (arrived ?? date) : Math.min(date, arrived);
}

/** Of something that came before, whether or not it is still here. Outlines of earlier versions say it by the subject alone. */
function isAnswer({ answers, subject }: Noted): boolean {
  return answers === true || answersBySubject(subject);
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
