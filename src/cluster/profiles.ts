/**
 * What was there before, by address and by domain: how much came, how much the owner wrote, since when, at which hours, with
 * which programs (issue 5, point 5; mql.md 9.6). Fed in date order, it is always history as of the day.
 *
 * Memory: a small object for each address and each domain. Pure.
 */
import type { EpochMs } from "../base/brand.ts";
import type { AddressRecord, ClaimsRecord } from "../case/record.ts";
import { domainOf, senderKey } from "./sender.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Programs of one sender that are kept: people have a telephone and two computers. */
const MAILERS_MAX = 8;
/** Recipients of one message that count as written to. */
const RECIPIENTS_MAX = 200;

export interface Profile {
  /** Messages from the key, and days on which there were any. */
  readonly received: number;
  readonly receivedDays: number;
  /** Messages that the owner wrote to it. */
  readonly sent: number;
  readonly firstReceived: EpochMs | null;
  readonly lastReceived: EpochMs | null;
  readonly firstSent: EpochMs | null;
  readonly lastSent: EpochMs | null;
  /** Of earlier mail from it: some was found hostile, some was called harmless by the user. */
  readonly anyHostile: boolean;
  readonly anyHarmless: boolean;
}

export interface ProfiledMail {
  readonly date: EpochMs | null;
  readonly from: readonly AddressRecord[];
  readonly to: readonly AddressRecord[];
  readonly cc: readonly AddressRecord[];
  readonly claims: Pick<ClaimsRecord, "mailer">;
}

/** How a message fits what its sender did before; null where there is too little to tell. */
export interface HabitFit {
  /** No earlier message came within an hour of this time of day (UTC). */
  readonly unusualHour: boolean | null;
  /** No earlier message was written with this program, versions apart. */
  readonly unusualMailer: boolean | null;
  /** Messages a month (30 days) so far. */
  readonly perMonth: number | null;
}

/** Fewer messages, or days with any, are no habit. */
const HABIT_MESSAGES_MIN = 10;
const HABIT_DAYS_MIN = 5;

interface Entry {
  received: number;
  receivedDays: number;
  sent: number;
  firstReceived: EpochMs | null;
  lastReceived: EpochMs | null;
  firstSent: EpochMs | null;
  lastSent: EpochMs | null;
  anyHostile: boolean;
  anyHarmless: boolean;
  /** A bit for each hour of the day. */
  hours: number;
  readonly mailers: string[];
}

const NOBODY: Profile = profileOf(newEntry());

export class ProfileBook {
  readonly #entries = new Map<string, Entry>();

  /** A message that somebody else sent. Undated ones count, but give no time. */
  addReceived(mail: ProfiledMail): void {
    const address = mail.from[0]?.address ?? "";
    for (const key of keysOf(address)) {
      const entry = this.#entry(key);
      entry.received += 1;
      noteMailer(entry, mail.claims.mailer);
      const { date } = mail;
      if (date === null) continue;
      if (entry.lastReceived === null || dayOf(entry.lastReceived) !== dayOf(date)) entry.receivedDays += 1;
      entry.firstReceived ??= date;
      entry.lastReceived = date;
      entry.hours |= 1 << hourOf(date);
    }
  }

  /** A message that the owner sent. */
  addSent({ date, to, cc }: ProfiledMail): void {
    const keys = new Set([...to, ...cc].slice(0, RECIPIENTS_MAX).flatMap(({ address }) => keysOf(address)));
    for (const key of keys) {
      const entry = this.#entry(key);
      entry.sent += 1;
      if (date === null) continue;
      entry.firstSent ??= date;
      entry.lastSent = date;
    }
  }

  /** What became of a message of that sender. */
  note(address: string, verdict: "hostile" | "harmless"): void {
    for (const key of keysOf(address)) {
      const entry = this.#entry(key);
      if (verdict === "hostile") entry.anyHostile = true;
      else entry.anyHarmless = true;
    }
  }

  /** `key`: a lower-case address or registrable domain. */
  of(key: string): Profile {
    const entry = this.#entries.get(key);
    return entry === undefined ? NOBODY : profileOf(entry);
  }

  /** The owner wrote to the address before, or to its domain where no strangers share that. */
  isSolicited(address: string): boolean {
    return [address, senderKey(address)].some((key) => (this.#entries.get(key)?.sent ?? 0) > 0);
  }

  habitFit(mail: ProfiledMail): HabitFit {
    const entry = this.#entries.get(mail.from[0]?.address ?? "");
    if (entry === undefined || entry.received < HABIT_MESSAGES_MIN || entry.receivedDays < HABIT_DAYS_MIN) {
      return { unusualHour: null, unusualMailer: null, perMonth: null };
    }
    const span = Math.max(DAY_MS, (entry.lastReceived ?? 0) - (entry.firstReceived ?? 0));
    const mailer = programOf(mail.claims.mailer);
    return {
      unusualHour: mail.date === null ? null : (entry.hours & hoursAround(hourOf(mail.date))) === 0,
      unusualMailer:
        entry.mailers.length === 0 || entry.mailers.length === MAILERS_MAX ? null : !entry.mailers.includes(mailer),
      perMonth: (entry.received * 30 * DAY_MS) / span,
    };
  }

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = newEntry();
      this.#entries.set(key, entry);
    }
    return entry;
  }
}

function newEntry(): Entry {
  const times = { firstReceived: null, lastReceived: null, firstSent: null, lastSent: null };
  const marks = { anyHostile: false, anyHarmless: false };
  return { received: 0, receivedDays: 0, sent: 0, ...times, ...marks, hours: 0, mailers: [] };
}

function profileOf({ hours: _, mailers: __, ...profile }: Entry): Profile {
  return profile;
}

/** The address and its registrable domain; the address alone where it has none. */
function keysOf(address: string): readonly string[] {
  const domain = domainOf(address);
  return address === "" ? [] : domain === "" ? [address] : [address, domain];
}

/** The name without its version: programs are updated every month. */
function programOf(mailer: string): string {
  return mailer
    .toLowerCase()
    .replace(/[\d(/[].*$/s, "")
    .trim()
    .slice(0, 60);
}

function noteMailer({ mailers }: Entry, mailer: string): void {
  const program = programOf(mailer);
  if (!mailers.includes(program) && mailers.length < MAILERS_MAX) mailers.push(program);
}

function dayOf(date: number): number {
  return Math.floor(date / DAY_MS);
}

function hourOf(date: number): number {
  return Math.floor((((date % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS);
}

/** The hour and its neighbours, as bits. */
function hoursAround(hour: number): number {
  return [23, 0, 1].reduce((bits, step) => bits | (1 << ((hour + step) % 24)), 0);
}
