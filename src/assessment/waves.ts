/**
 * When a campaign's mail went out: the single sendings, and the waves that they make. After the dates that the mail states,
 * which its sender wrote: years in which no such mail can have been sent are left out and counted.
 */
import type { EpochMs } from "../base/brand.ts";

export const DAY_MS = 86_400_000;
/** A pause longer than this ends a wave: a weekend does not (threat-facts, TF-012 and TF-209: days to weeks). */
const WAVE_PAUSE_DAYS = 4;
/** Copies for several readers go out one after the other: closer than this they are one sending. */
const SENDING_PAUSE_MS = 30 * 60_000;
const FIRST_YEAR_MS = Date.UTC(1990, 0, 1);
const END_YEAR_MS = Date.UTC(2100, 0, 1);

export interface Wave {
  readonly first: EpochMs;
  readonly last: EpochMs;
  readonly messages: number;
}

export interface Sendings {
  /** Start of each, ascending. */
  readonly starts: readonly EpochMs[];
  readonly waves: readonly Wave[];
  /** Messages without a date or with an impossible one. */
  readonly undated: number;
}

export function isPlausible(date: number): boolean {
  return date >= FIRST_YEAR_MS && date < END_YEAR_MS;
}

/** Cost: sorting. */
export function sendingsOf(dates: readonly (EpochMs | null)[]): Sendings {
  const dated = dates.filter((date) => date !== null && isPlausible(date)).sort((a, b) => Number(a) - Number(b));
  const starts: EpochMs[] = [];
  const waves: { first: EpochMs; last: EpochMs; messages: number }[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const date of dated) {
    if (date === null) continue;
    if (date - before > SENDING_PAUSE_MS) starts.push(date);
    const wave = waves.at(-1);
    if (wave === undefined || date - before > WAVE_PAUSE_DAYS * DAY_MS) {
      waves.push({ first: date, last: date, messages: 1 });
    } else {
      wave.last = date;
      wave.messages += 1;
    }
    before = date;
  }
  return { starts, waves, undated: dates.length - dated.length };
}
