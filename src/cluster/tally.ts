/**
 * Counts the mail of one sender or account: how much, from when to when, to how many. Small, since there are many of them: most write to one
 * reader.
 */
import type { EpochMs } from "../base/brand.ts";

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
/** Readers and months are counted up to here: more says nothing more. */
const COUNTED_MAX = 64;

export interface Count {
  readonly messages: number;
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  /** Whole days from first to last message. */
  readonly spanDays: number;
  /** Distinct months (of 30 days) with mail, counted to 64: one old mail makes no long history. */
  readonly months: number;
  /** Distinct readers, counted to 64. */
  readonly readers: number;
}

export const NO_COUNT: Count = { messages: 0, first: null, last: null, spanDays: 0, months: 0, readers: 0 };

export class Tally {
  #messages = 0;
  #first: EpochMs | null = null;
  #last: EpochMs | null = null;
  /** One as a string, since that is the rule. */
  #readers: string | Set<string> | null = null;
  #month = Number.NaN;
  #months = 0;

  /** In date order. Undated messages count, but give no time. */
  add(date: EpochMs | null, readers: readonly string[]): void {
    this.#messages += 1;
    for (const reader of readers) this.#addReader(reader);
    if (date === null) return;
    if (this.#first === null || date < this.#first) this.#first = date;
    if (this.#last === null || date > this.#last) this.#last = date;
    const month = Math.floor(date / MONTH_MS);
    if (month === this.#month) return;
    this.#month = month;
    if (this.#months < COUNTED_MAX) this.#months += 1;
  }

  #addReader(reader: string): void {
    const known = this.#readers;
    if (known === null) this.#readers = reader;
    else if (typeof known !== "string") {
      if (known.size < COUNTED_MAX) known.add(reader);
    } else if (known !== reader) this.#readers = new Set([known, reader]);
  }

  count(): Count {
    const [messages, first, last] = [this.#messages, this.#first, this.#last];
    const spanDays = first === null || last === null ? 0 : Math.floor((last - first) / DAY_MS);
    const known = this.#readers;
    const readers = known === null ? 0 : typeof known === "string" ? 1 : known.size;
    return { messages, first, last, spanDays, months: this.#months, readers };
  }
}
