/** One message as it lies in one of the sample mailboxes, and the office's calendar. */
import type { Octets } from "../../src/demo/compose.ts";
import type { Flag } from "../../src/demo/office.ts";
import type { Random } from "../../src/demo/random.ts";
import type { OwnerKey } from "./people.ts";

/** What a message is for; tests and the demo's own truth read it, the scanner never does. */
export type Purpose =
  | { readonly kind: "ordinary" }
  | { readonly kind: "commercial"; readonly domain: string; readonly lookAlike: string }
  | { readonly kind: "look-alike"; readonly id: string }
  | { readonly kind: "campaign"; readonly wave: 1 | 2 | 3; readonly token: string; readonly article: string }
  | { readonly kind: "campaign-forward"; readonly forwards: string }
  | { readonly kind: "lone"; readonly vector: string }
  | { readonly kind: "odd"; readonly oddity: string };

export interface OfficeMail {
  readonly owner: OwnerKey;
  readonly folder: string;
  /** Delivery, ms since 1970. */
  readonly at: number;
  readonly flags: readonly Flag[];
  /** With angle brackets; empty when the message has none. */
  readonly messageId: string;
  /** For the mbox `From ` line. */
  readonly envelopeFrom: string;
  readonly octets: Octets;
  readonly purpose: Purpose;
}

export const ORDINARY: Purpose = { kind: "ordinary" };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The sample mailbox begins on this day and ends six years later. */
export const FIRST_DAY = Date.UTC(2016, 0, 1);
export const DAYS_TOTAL = 2192;
/** Threads begin this many days before the end at the latest, so that their answers still fall within the six years. */
const LAST_THREAD_DAYS = 9;

/** A moment in working hours of a weekday, `[first, last)` in days after `FIRST_DAY`. */
export function workTime(random: Random, first = 0, last = DAYS_TOTAL - LAST_THREAD_DAYS): number {
  const day = FIRST_DAY + (first + random.int(last - first)) * DAY;
  return toWeekday(day) + 7 * HOUR + random.int(11 * HOUR);
}

/** Any day, between breakfast and a late evening. */
export function homeTime(random: Random): number {
  return FIRST_DAY + random.int(DAYS_TOTAL - LAST_THREAD_DAYS) * DAY + 6 * HOUR + random.int(16 * HOUR);
}

/** A while later, within working hours. */
export function answerTime(random: Random, after: number): number {
  const soon = after + 20 * MINUTE + random.int(30 * HOUR);
  const hour = new Date(soon).getUTCHours();
  const awake = hour >= 7 && hour < 19 ? soon : soon + 12 * HOUR;
  return toWeekday(awake);
}

/** Saturday becomes Monday, Sunday Tuesday. */
function toWeekday(at: number): number {
  const day = new Date(at).getUTCDay();
  return day === 0 || day === 6 ? at + 2 * DAY : at;
}
