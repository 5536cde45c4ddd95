/**
 * How large everything is for a number of messages. Roots of IEEE 754 are exact, so every machine comes to the same
 * counts; `Math.pow` would not promise that.
 */
import { assert } from "../../../src/base/assert.ts";

/** 2014-01-01 to 2023-12-31. */
export const FIRST_DAY = Date.UTC(2014, 0, 1);
export const DAYS_TOTAL = 3652;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const END = FIRST_DAY + DAYS_TOTAL * DAY;

export const SIZE_MIN = 200;
export const SIZE_MAX = 1_000_000;

export interface Parameters {
  readonly seed: string;
  /** Messages in all mailboxes, Sent copies included. */
  readonly size: number;
  /** Messages of campaigns; absent for what suits the size, 0 for a case without any. */
  readonly planted?: number;
  /** People of the organisation over the whole time; absent for what suits the size. */
  readonly people?: number;
}

export interface Size {
  readonly seed: string;
  readonly size: number;
  readonly planted: number;
  readonly people: number;
  readonly crime: number;
  readonly decoys: number;
  readonly outlets: number;
  readonly actors: number;
}

/** `x` to the power of three quarters. */
function threeQuarters(x: number): number {
  return Math.sqrt(x) * Math.sqrt(Math.sqrt(x));
}

export function sizeOf({ seed, size, planted, people }: Parameters): Size {
  assert(
    Number.isInteger(size) && size >= SIZE_MIN && size <= SIZE_MAX,
    `size ${size} outside ${SIZE_MIN}..${SIZE_MAX}`,
  );
  const scale = threeQuarters(size / SIZE_MAX);
  const hostile = planted ?? Math.round(10_000 * scale);
  assert(hostile <= size / 5, `${hostile} planted among ${size} are too many`);
  return {
    seed,
    size,
    planted: hostile,
    people: people ?? Math.max(6, Math.round(3000 * scale)),
    crime: Math.max(3, Math.round(5000 * scale)),
    decoys: Math.max(8, Math.round(9000 * scale)),
    outlets: Math.min(220, 5 + Math.round(Math.sqrt(size) / 4)),
    actors: size < 1000 ? 2 : size < 10_000 ? 4 : size < 200_000 ? 6 : 9,
  };
}
