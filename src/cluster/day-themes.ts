/**
 * Theme of the day: a word that the subjects of many senders share within two days who were never heard of before (threat-facts
 * TF-209: bursts after an event). News makes such days as well, so it is a fact beside others. Fed in date order; only the latest
 * days are kept. Pure.
 */
import type { EpochMs } from "../base/brand.ts";
import { wordsOf } from "../base/words.ts";

const DAY_MS = 86_400_000;
/** Letters of a word that names a theme. */
const WORD_CHARS_MIN = 6;
const SUBJECT_WORDS_MAX = 20;
/** Senders of one word that are counted. */
const SENDERS_MAX = 32;
/** Words of one day. */
const WORDS_MAX = 50_000;

export interface DayTheme {
  readonly word: string;
  /** Strangers who wrote of it on this day and the day before, counted to 64. */
  readonly senders: number;
}

type Day = Map<string, Set<string>>;

export class ThemeBook {
  #today = -1;
  #words: Day = new Map();
  #yesterday: Day = new Map();

  /** A message of a sender who was not known before it. `sender`: as `senderKey`. */
  add(date: EpochMs | null, sender: string, subject: string): void {
    if (date === null) return;
    this.#turnTo(Math.floor(date / DAY_MS));
    for (const word of themeWords(subject)) {
      const senders = this.#words.get(word);
      if (senders === undefined) {
        if (this.#words.size < WORDS_MAX) this.#words.set(word, new Set([sender]));
      } else if (senders.size < SENDERS_MAX) senders.add(sender);
    }
  }

  /** The subject's word that most strangers share; null when none does. */
  of(date: EpochMs | null, subject: string): DayTheme | null {
    if (date === null) return null;
    this.#turnTo(Math.floor(date / DAY_MS));
    let theme: DayTheme | null = null;
    for (const word of themeWords(subject)) {
      const senders = (this.#words.get(word)?.size ?? 0) + (this.#yesterday.get(word)?.size ?? 0);
      if (senders > (theme?.senders ?? 1)) theme = { word, senders };
    }
    return theme;
  }

  #turnTo(day: number): void {
    if (day <= this.#today) return;
    this.#yesterday = day === this.#today + 1 ? this.#words : new Map();
    this.#words = new Map();
    this.#today = day;
  }
}

function themeWords(subject: string): ReadonlySet<string> {
  return new Set(wordsOf(subject.slice(0, 300), SUBJECT_WORDS_MAX).filter(({ length }) => length >= WORD_CHARS_MIN));
}
