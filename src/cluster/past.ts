/**
 * What was there before each message of a case, as of its day: who had written and been written to, under which names, about what, since
 * when (issue 5, point 5; mql.md 9.6). Nothing later counts, so that old mail is judged as it would have been then.
 *
 * What comes within half a day counts as one: the tenth copy of a burst is as new as the first. Only talks (`Re:`) and the day's theme know of
 * the minute before. A message without a date tells no time, so profiles leave it out. Memory: some small objects for each address
 * and domain, two numbers a message, and what came within half a day. Pure.
 */
import type { EpochMs } from "../base/brand.ts";
import { isAutomatic } from "../case/automatic.ts";
import { deliveredHere } from "../case/delivered-here.ts";
import type { Profile } from "../case/profile.ts";
import type { AddressRecord, MessageRecord } from "../case/record.ts";
import type { Disguise } from "../url/resemblance.ts";
import { type Correspondent, CorrespondentBook } from "./correspondents.ts";
import { type DayTheme, ThemeBook } from "./day-themes.ts";
import { writtenTo } from "./history.ts";
import { type HabitFit, ProfileBook } from "./profiles.ts";
import { domainOf, fromAddress, isOwner, isSharedDomain, senderKey } from "./sender.ts";
import { answersBySubject, ThreadBook, type ThreadState } from "./threads.ts";

const DAY_MS = 86_400_000;
/** Of the service that rules were written for 8 to 12 hours are told. */
const DELAY_MS = DAY_MS / 2;
/** An archive that begins later before a message than this cannot say that its sender is new. */
const ARCHIVE_MS = 30 * DAY_MS;
/** So long a domain is new: mail of one attack goes on for days. */
const NEW_DOMAIN_MS = 14 * DAY_MS;
/** Readers of a message that are looked at as parties to a talk, of To and of Cc. */
const PARTIES_MAX = 10;
/** Messages with dates before all others that begin no archive: clocks are wrong, and senders choose their dates. */
const STRAYS_MAX = 2;

export type PastRecord = Pick<
  MessageRecord,
  | "date"
  | "subject"
  | "messageId"
  | "to"
  | "cc"
  | "deliveredTo"
  | "deliveredBelow"
  | "claims"
  | "answers"
  | "receipt"
  | "calendarMethod"
>;

export interface PastHow {
  readonly sent: "own" | "forged" | "unvouched" | "other";
  /** A pass for the sender's own domain was recorded at receipt; null where nothing was recorded. */
  readonly aligned: boolean | null;
  /** It lies among drafts alone. */
  readonly unsent?: boolean;
}

/** A domain that another one is made to be taken for. */
export interface LookAlike {
  readonly host: string;
  /** The real one. */
  readonly domain: string;
  readonly how: Disguise;
  readonly isSlip: boolean;
  /** It is the owner's. */
  readonly isOwn: boolean;
}

/** The correspondent whose name a message's sender bears, at a new address. */
export interface Played extends Correspondent {
  /** The correspondent's own address stands in the message: it went there too, or answers go there. */
  readonly isIncluded: boolean;
}

/** Of one message. Answers are worked out when asked, which must be before the next message is added. */
export interface Before {
  /** Null where the message has no date, or the archive begins less than 30 days before it. */
  readonly profile: (key: string) => Profile | null;
  /** Nobody at this address wrote, or was written to. Null as `profile`. */
  readonly isFirstContact: () => boolean | null;
  /** Nobody at the sender's domain either, where strangers do not share it. */
  readonly isNewSender: () => boolean | null;
  /** The owner wrote to the address, or to its domain where strangers do not share that. */
  readonly isSolicited: () => boolean;
  readonly habit: () => HabitFit;
  readonly thread: () => ThreadState | null;
  readonly theme: () => DayTheme | null;
  readonly played: () => Played | null;
  readonly lookAlike: () => LookAlike | null;
  /** For half a year and more the sender's address wrote under this name with aligned passes, and never without. */
  readonly isLongStanding: () => boolean;
}

type Waiting =
  | { readonly date: EpochMs; readonly to: readonly AddressRecord[]; readonly isAnswer: boolean }
  | {
      readonly date: EpochMs;
      readonly from: AddressRecord;
      readonly mailer: string;
      readonly aligned: boolean | null;
      readonly isHostile: boolean;
    };

export class Past {
  readonly profiles = new ProfileBook();
  readonly #threads = new ThreadBook();
  readonly #correspondents = new CorrespondentBook();
  readonly #themes = new ThemeBook();
  readonly #owners: ReadonlySet<string>;
  readonly #ownDomains: ReadonlySet<string>;
  #waiting: Waiting[] = [];
  #applied = 0;
  #dated = 0;
  #begin: EpochMs | null = null;

  constructor(owners: ReadonlySet<string>, ownDomains: ReadonlySet<string>) {
    this.#owners = owners;
    this.#ownDomains = ownDomains;
    for (const domain of ownDomains) this.#correspondents.protect(domain);
  }

  /** Messages come in date order. */
  of(record: PastRecord): Before {
    const { date } = record;
    if (date !== null) this.#turnTo((date - DELAY_MS) as EpochMs);
    const from = record.claims.from[0] ?? { name: "", address: "" };
    const mail = { date, from: from.address, mailer: record.claims.mailer };
    const isKnowable = date !== null && this.#begin !== null && date - this.#begin >= ARCHIVE_MS;
    const profile = (key: string) => (isKnowable ? this.profiles.of(key) : null);
    return {
      profile,
      isFirstContact: () => isUnheard(profile(from.address)),
      isNewSender: () => isUnheard(profile(senderKey(from.address))),
      isSolicited: () => this.profiles.isSolicited(from.address),
      habit: () => this.profiles.habitFit(mail),
      thread: () => this.#threadOf(record),
      theme: () => this.#themes.of(date, record.subject),
      played: () => (isKnowable ? this.#played(record, from) : null),
      lookAlike: () => this.#lookAlike(record, date, isKnowable),
      isLongStanding: () => this.#correspondents.isLongStanding({ ...from, date }),
    };
  }

  /** A message that was judged. `isHostile`: what it was found to be, where the sender's own domain passed. */
  add(record: PastRecord, { sent, aligned, unsent = false }: PastHow, isHostile: boolean): void {
    const { date, messageId, subject } = record;
    this.#threads.add({ messageId, subject, parties: this.#partiesOf(record) });
    const from = record.claims.from[0];
    if (sent === "other" && from !== undefined) this.#noteTheme(record);
    if (date === null) return;
    this.#dated += 1;
    if (this.#dated === STRAYS_MAX + 1) this.#begin = date;
    if (sent === "own" && !unsent && !isAutomatic(record)) {
      const isAnswer = record.claims.isReply || answersBySubject(subject);
      this.#waiting.push({ date, to: writtenTo(record), isAnswer });
    }
    if (sent === "other" && from !== undefined && from.address !== "") {
      this.#waiting.push({ date, from, mailer: record.claims.mailer, aligned, isHostile });
    }
  }

  /** All that came until then. */
  #turnTo(moment: EpochMs): void {
    for (;;) {
      const next = this.#waiting[this.#applied];
      if (next === undefined || next.date > moment) break;
      this.#apply(next);
      this.#applied += 1;
    }
    if (this.#applied < 1024 || this.#applied * 2 < this.#waiting.length) return;
    this.#waiting = this.#waiting.slice(this.#applied);
    this.#applied = 0;
  }

  #apply(one: Waiting): void {
    const { date } = one;
    if ("to" in one) {
      this.profiles.addSent({ date, to: one.to.map(({ address }) => address), isAnswer: one.isAnswer });
      for (const { name, address } of one.to) {
        if (!this.#owners.has(address)) {
          this.#correspondents.addWrittenTo(name, address, date);
        }
      }
      return;
    }
    const { from, mailer, aligned, isHostile } = one;
    this.profiles.addReceived({ date, from: from.address, mailer });
    // Most addresses write once, and nobody becomes a correspondent by that.
    const { received, sent } = this.profiles.of(from.address);
    if (received > 1 || sent > 0) this.#correspondents.add({ ...from, date, aligned });
    if (isHostile) this.profiles.note(from.address, "hostile");
  }

  #threadOf(record: PastRecord): ThreadState | null {
    const { subject, claims, answers = [] } = record;
    return this.#threads.stateOf({ subject, parties: this.#partiesOf(record), isReply: claims.isReply, answers });
  }

  #partiesOf({ claims, to, cc }: PastRecord): readonly string[] {
    const all = [claims.from[0], ...to.slice(0, PARTIES_MAX), ...cc.slice(0, PARTIES_MAX)]
      .map((party) => party?.address ?? "")
      .filter((address) => address !== "");
    const others = all.filter((address) => !isOwner(address, this.#owners));
    return others.length > 0 ? others : all;
  }

  #noteTheme(record: PastRecord): void {
    const from = fromAddress(record);
    if (this.profiles.of(from).received > 0) return;
    const sender = senderKey(from);
    if (this.profiles.of(sender).received === 0) this.#themes.add(record.date, sender, record.subject);
  }

  #played(record: PastRecord, from: AddressRecord): Played | null {
    if (!this.#isNew(from.address, record.date)) return null;
    const played = this.#correspondents.playedBy({ ...from, date: record.date });
    if (played === null) return null;
    // From a house that was heard of before, it is one more of its people.
    const domain = domainOf(from.address);
    if (!isSharedDomain(domain) && !this.#isNew(domain, record.date)) return null;
    const named = [...record.to, ...record.cc, ...record.claims.replyTo].map(({ address }) => address);
    return { ...played, isIncluded: [...named, ...deliveredHere(record)].includes(played.address) };
  }

  /**
   * Of the sender, or of whom answers go to: a domain with no history of its own. Before there is an archive that could have one, only what nobody has of himself
   * is told: letters that look like the owner's own, or the owner's whole domain in front of another.
   */
  #lookAlike({ claims }: PastRecord, date: EpochMs | null, isKnowable: boolean): LookAlike | null {
    for (const { address } of [...claims.from.slice(0, 1), ...claims.replyTo.slice(0, 1)]) {
      if (!this.#isNew(address, date)) continue;
      const domain = domainOf(address);
      if (domain === "" || !this.#isNew(domain, date)) continue;
      const host = address.slice(address.lastIndexOf("@") + 1);
      const found = this.#correspondents.resembled(host);
      if (found === null) continue;
      const { how, isSlip } = found;
      const isForgery = this.#ownDomains.has(found.domain) && (how === "homograph" || how === "subdomain");
      if (!isKnowable && !isForgery) continue;
      return { host, domain: found.domain, how, isSlip, isOwn: this.#ownDomains.has(found.domain) };
    }
    return null;
  }

  /** `key`: an address or a domain. */
  #isNew(key: string, date: EpochMs | null): boolean {
    const { firstReceived } = this.profiles.of(key);
    return firstReceived === null || (date !== null && date - firstReceived <= NEW_DOMAIN_MS);
  }
}

function isUnheard(profile: Profile | null): boolean | null {
  return profile === null ? null : profile.received === 0 && profile.sent === 0;
}
