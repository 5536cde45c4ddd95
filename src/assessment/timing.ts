/** When a campaign wrote: its sendings and waves, the hours they fit, and the events they followed. */
import type { EpochMs } from "../base/brand.ts";
import { type SendingHours, sendingHoursOf } from "./sending-hours.ts";
import { DAY_MS, sendingsOf, type Wave } from "./waves.ts";
import { checkEvents, type EventCheck, type Period, type WorldEvent } from "./world-events.ts";

export interface Timing {
  /** Whole days from the first to the last dated message; null without dates. */
  readonly spanDays: number | null;
  readonly sendings: number;
  readonly undated: number;
  readonly waves: readonly Wave[];
  readonly hours: SendingHours;
  /** Null where the user gave no events. */
  readonly events: EventCheck | null;
}

export interface EventsGiven {
  readonly events: readonly WorldEvent[];
  readonly period: Period | null;
  /** Campaigns compared with them. */
  readonly tried: number;
}

export function timingOf(dates: readonly (EpochMs | null)[], given: EventsGiven | null): Timing {
  const { starts, waves, undated } = sendingsOf(dates);
  const [first, last] = [waves[0]?.first, waves.at(-1)?.last];
  return {
    spanDays: first === undefined || last === undefined ? null : Math.floor((last - first) / DAY_MS),
    sendings: starts.length,
    undated,
    waves,
    hours: sendingHoursOf(starts),
    events: given === null ? null : checkEvents(given.events, waves, given),
  };
}
