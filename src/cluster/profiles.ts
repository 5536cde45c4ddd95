/**
 * What was there before, by address and by domain: how much came, how much the owner wrote, since when, at which hours, with
 * which programs (issue 5, point 5; mql.md 9.6). Fed in date order, it is always history as of the day.
 *
 * Memory: a small object for each address and each domain, some 300 bytes. Pure.
 */
import type { EpochMs } from "../base/brand.ts";
import type { Profile } from "../case/profile.ts";
import { domainOf, senderKey } from "./sender.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Programs of one sender that are kept: people have a telephone and two computers. */
const MAILERS_MAX = 8;
/** Programs whose lists of one are shared. */
const PROGRAMS_MAX = 10_000;
/** Recipients of one message that count as written to. */
const RECIPIENTS_MAX = 200;

/** A message from somebody. */
export interface ProfiledMail {
  readonly date: EpochMs | null;
  /** Lower case; empty where there is none. */
  readonly from: string;
  /** As the header names the program; empty where it does not. */
  readonly mailer: string;
}

/** A message of the owner's. */
export interface SentMail {
  readonly date: EpochMs | null;
  readonly to: readonly string[];
  /** It answers something that came before, whether or not that is still here. */
  readonly isAnswer?: boolean;
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
  addresses: number;
  sent: number;
  firstReceived: EpochMs | null;
  lastReceived: EpochMs | null;
  firstSent: EpochMs | null;
  firstUnasked: EpochMs | null;
  lastSent: EpochMs | null;
  anyHostile: boolean;
  anyHarmless: boolean;
  /** A bit for each hour of the day. */
  hours: number;
  /** Null before the first message. */
  mailers: readonly string[] | null;
  /** Of the address's domains; of domains none. */
  readonly wider: readonly Entry[];
}

const NOBODY: Profile = newEntry([]);

export class ProfileBook {
  readonly #entries = new Map<string, Entry>();
  /** A list of one for each program. */
  readonly #programs = new Map<string, readonly string[]>();
  /** Keys that wrote, and keys that were written to. */
  #heard = 0;
  #written = 0;

  /** A message that somebody else sent. Undated ones count, but give no time. */
  addReceived(mail: ProfiledMail): void {
    const { date, from, mailer } = mail;
    const address = this.#ofAddress(from);
    if (address === null) return;
    this.#noteMailer(address, programOf(mailer));
    if (address.received === 0) for (const entry of address.wider) entry.addresses += 1;
    for (const entry of [address, ...address.wider]) {
      if (entry.received === 0) this.#heard += 1;
      entry.received += 1;
      if (date === null) continue;
      if (entry.lastReceived === null || dayOf(entry.lastReceived) !== dayOf(date)) entry.receivedDays += 1;
      entry.firstReceived ??= date;
      entry.lastReceived = date;
      entry.hours |= 1 << hourOf(date);
    }
  }

  /** A message that the owner sent. */
  addSent({ date, to, isAnswer = false }: SentMail): void {
    const entries = new Set<Entry>();
    for (const address of to.slice(0, RECIPIENTS_MAX)) {
      const entry = this.#ofAddress(address);
      if (entry !== null) for (const one of [entry, ...entry.wider]) entries.add(one);
    }
    for (const entry of entries) {
      if (entry.sent === 0) this.#written += 1;
      entry.sent += 1;
      if (date === null) continue;
      entry.firstSent ??= date;
      if (!isAnswer) entry.firstUnasked ??= date;
      entry.lastSent = date;
    }
  }

  /** What became of a message of that sender. */
  note(address: string, verdict: "hostile" | "harmless"): void {
    const entry = this.#ofAddress(address);
    for (const one of entry === null ? [] : [entry, ...entry.wider]) {
      if (verdict === "hostile") one.anyHostile = true;
      else one.anyHarmless = true;
    }
  }

  /** `key`: a lower-case address or domain, whole or registrable. What is given out goes on counting. */
  of(key: string): Profile {
    return this.#entries.get(key) ?? NOBODY;
  }

  /** The owner wrote to the address before, or to its domain where no strangers share that. */
  isSolicited(address: string): boolean {
    return [address, senderKey(address)].some((key) => (this.#entries.get(key)?.sent ?? 0) > 0);
  }

  habitFit(mail: ProfiledMail): HabitFit {
    const entry = this.#entries.get(mail.from);
    if (entry === undefined || entry.received < HABIT_MESSAGES_MIN || entry.receivedDays < HABIT_DAYS_MIN) {
      return { unusualHour: null, unusualMailer: null, perMonth: null };
    }
    const span = Math.max(DAY_MS, (entry.lastReceived ?? 0) - (entry.firstReceived ?? 0));
    const mailer = programOf(mail.mailer);
    const known = entry.mailers ?? [];
    return {
      unusualHour: mail.date === null ? null : (entry.hours & hoursAround(hourOf(mail.date))) === 0,
      unusualMailer: known.length === 0 || known.length === MAILERS_MAX ? null : !known.includes(mailer),
      perMonth: (entry.received * 30 * DAY_MS) / span,
    };
  }

  /** Addresses or domains that wrote, or that the owner wrote to; in the order in which they were first heard of. */
  keys(kind: "received" | "sent", of: "address" | "domain"): readonly string[] {
    const isAddress = of === "address";
    return [...this.#entries].flatMap(([key, entry]) =>
      entry[kind] > 0 && key.includes("@") === isAddress ? [key] : [],
    );
  }

  /** How many keys there are that wrote, or were written to: says whether there are new ones. */
  count(kind: "received" | "sent"): number {
    return kind === "received" ? this.#heard : this.#written;
  }

  #noteMailer(entry: Entry, program: string): void {
    if (entry.mailers === null) entry.mailers = this.#alone(program);
    else if (!entry.mailers.includes(program) && entry.mailers.length < MAILERS_MAX) {
      entry.mailers = [...entry.mailers, program];
    }
  }

  /** Most people have one program, and most programs many people. */
  #alone(program: string): readonly string[] {
    const known = this.#programs.get(program);
    if (known !== undefined) return known;
    const alone = [program];
    if (this.#programs.size < PROGRAMS_MAX) this.#programs.set(program, alone);
    return alone;
  }

  /** Null for no address. */
  #ofAddress(address: string): Entry | null {
    if (address === "") return null;
    const known = this.#entries.get(address);
    if (known !== undefined) return known;
    const entry = newEntry(domainsOf(address).map((domain) => this.#ofDomain(domain)));
    this.#entries.set(address, entry);
    return entry;
  }

  #ofDomain(domain: string): Entry {
    const known = this.#entries.get(domain);
    if (known !== undefined) return known;
    const entry = newEntry([]);
    this.#entries.set(domain, entry);
    return entry;
  }
}

function newEntry(wider: readonly Entry[]): Entry {
  const times = { firstReceived: null, lastReceived: null, firstSent: null, firstUnasked: null, lastSent: null };
  const marks = { anyHostile: false, anyHarmless: false };
  return { received: 0, receivedDays: 0, addresses: 0, sent: 0, ...times, ...marks, hours: 0, mailers: null, wider };
}

/** As it is written, and registrable: rules ask for either. An address without a domain has none. */
function domainsOf(address: string): readonly string[] {
  const registrable = domainOf(address);
  const host = address.slice(address.lastIndexOf("@") + 1);
  return registrable === "" ? [] : registrable === host ? [registrable] : [host, registrable];
}

/** The name without its version: programs are updated every month. */
function programOf(mailer: string): string {
  return mailer
    .toLowerCase()
    .replace(/[\d(/[].*$/s, "")
    .trim()
    .slice(0, 60);
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
