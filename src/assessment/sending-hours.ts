/**
 * In which time zones a campaign's sendings would lie in office hours. Weak evidence by its nature: a sender chooses its clock,
 * and may follow its readers' day. Says nothing where there are few sendings, or where they are spread over the clock.
 */
import type { EpochMs } from "../base/brand.ts";
import { atLeastSuccesses } from "./chance.ts";

/** Fewer sendings, on fewer days, are no habit. */
export const SENDINGS_MIN = 12;
const DAYS_MIN = 6;
/** Office hours: Monday to Friday, from 8 up to 18 by the clock of the place. */
const FROM_HOUR = 8;
const TO_HOUR = 18;
const OFFICE_SHARE = (5 * (TO_HOUR - FROM_HOUR)) / (7 * 24);
/** Offsets from UTC in whole hours. */
const ZONES: readonly number[] = Array.from({ length: 27 }, (_, index) => index - 12);
const CHANCE_MAX = 0.01;
/** Zones with nearly as many in office hours as the best one fit as well. */
const SLACK = 0.06;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface SendingHours {
  readonly sendings: number;
  /** Sendings by hour of the day in UTC, 24 numbers. */
  readonly byHour: readonly number[];
  /** Monday first, UTC. */
  readonly byWeekday: readonly number[];
  /** Null where nothing can be said; `why` says why. */
  readonly fit: OfficeFit | null;
  readonly why: string;
}

export interface OfficeFit {
  /** Offsets from UTC in hours, ascending. */
  readonly zones: readonly number[];
  /** In office hours of the best zone. */
  readonly inOffice: number;
  /** How often sendings spread evenly over the week would fit some zone as well; 0 to 1. */
  readonly chance: number;
}

export function sendingHoursOf(starts: readonly EpochMs[]): SendingHours {
  const byHour = new Array<number>(24).fill(0);
  const byWeekday = new Array<number>(7).fill(0);
  for (const start of starts) {
    const { hour, weekday } = clockOf(start, 0);
    byHour[hour] = (byHour[hour] ?? 0) + 1;
    byWeekday[weekday] = (byWeekday[weekday] ?? 0) + 1;
  }
  const counts = { sendings: starts.length, byHour, byWeekday };
  const days = new Set(starts.map((start) => Math.floor(start / DAY_MS))).size;
  if (starts.length < SENDINGS_MIN || days < DAYS_MIN) {
    const why = `${starts.length} sendings on ${days} days: too few to show a habit`;
    return { ...counts, fit: null, why };
  }
  const hits = ZONES.map((zone) => ({ zone, inOffice: starts.filter((start) => isOffice(start, zone)).length }));
  const best = Math.max(...hits.map(({ inOffice }) => inOffice));
  const chance = Math.min(1, ZONES.length * atLeastSuccesses(best, starts.length, OFFICE_SHARE));
  if (chance > CHANCE_MAX) return { ...counts, fit: null, why: "spread over the clock: no zone's office hours fit" };
  const near = best - Math.max(1, Math.floor(SLACK * starts.length));
  const zones = hits.filter(({ inOffice }) => inOffice >= near).map(({ zone }) => zone);
  return { ...counts, fit: { zones, inOffice: best, chance }, why: "" };
}

function isOffice(start: number, zone: number): boolean {
  const { hour, weekday } = clockOf(start, zone);
  return weekday < 5 && hour >= FROM_HOUR && hour < TO_HOUR;
}

/** Weekday: 0 is Monday. */
function clockOf(start: number, zone: number): { readonly hour: number; readonly weekday: number } {
  const local = new Date(start + zone * HOUR_MS);
  return { hour: local.getUTCHours(), weekday: (local.getUTCDay() + 6) % 7 };
}
