/** Days, office hours, time zones, and what happens in the invented world. */
import type { Random } from "../../../src/demo/random.ts";
import { createRandom } from "../../../src/demo/random.ts";
import { DAY, DAYS_TOTAL, FIRST_DAY, HOUR } from "./size.ts";

export function dayStart(day: number): number {
  return FIRST_DAY + day * DAY;
}

/** 2014-01-01 was a Wednesday. 0 is Sunday. */
export function weekday(day: number): number {
  return (day + 3) % 7;
}

export function isWorkday(day: number): boolean {
  const of = weekday(day);
  return of !== 0 && of !== 6;
}

/** A moment of that day in working hours at `offset` minutes east of UTC. */
export function workMoment(day: number, offset: number, random: Random): number {
  return dayStart(day) + 8 * HOUR + random.int(10 * HOUR) - offset * 60_000;
}

export function homeMoment(day: number, random: Random): number {
  return dayStart(day) + 6 * HOUR + random.int(16 * HOUR);
}

/** A while later, on a workday and in the hours people are awake. */
export function answerMoment(after: number, random: Random): number {
  const soon = after + 20 * 60_000 + random.int(30 * HOUR);
  const hour = new Date(soon).getUTCHours();
  const awake = hour >= 7 && hour < 19 ? soon : soon + 12 * HOUR;
  const of = new Date(awake).getUTCDay();
  return of === 0 || of === 6 ? awake + 2 * DAY : awake;
}

export interface WorldEvent {
  readonly day: number;
  readonly kind: string;
  readonly title: string;
}

const EVENTS: readonly (readonly [kind: string, title: string])[] = [
  ["election", "General election in the home country"],
  ["sanctions", "Sanctions on officials of the Straits"],
  ["vote", "Assembly votes on the export annex"],
  ["summit", "Straits dialogue opens"],
  ["prize", "Freedom prize for an exiled editor"],
  ["trade", "Tariffs on steel take effect"],
  ["anniversary", "Anniversary of the harbour protests"],
  ["law", "New electoral code in the Straits"],
  ["report", "Committee publishes its report on Kestria"],
  ["visit", "Delegation travels to the northern islands"],
];

/** Three to five a year, in order. */
export function worldEvents(seed: string): readonly WorldEvent[] {
  const random = createRandom(`${seed}/events`);
  const events: WorldEvent[] = [];
  for (let day = 20 + random.int(40); day < DAYS_TOTAL - 30; day += 60 + random.int(70)) {
    const [kind, title] = random.pick(EVENTS);
    events.push({ day, kind, title });
  }
  return events;
}

/** How much mail a day brings, from 0 at the first to 1 after the last: weekends are thin, and mail grows over the years. */
export function flow(): Float64Array {
  const upTo = new Float64Array(DAYS_TOTAL + 1);
  for (let day = 0; day < DAYS_TOTAL; day += 1) {
    const weight = (isWorkday(day) ? 8 : 1) * (DAYS_TOTAL + day);
    upTo[day + 1] = (upTo[day] ?? 0) + weight;
  }
  const total = upTo[DAYS_TOTAL] ?? 1;
  return upTo.map((weight) => weight / total);
}
