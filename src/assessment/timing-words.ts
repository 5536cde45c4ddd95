/** What the timing of a campaign says, in sentences without a full stop; null where it says nothing. */
import type { Timing } from "./timing.ts";
import { NEAR_DAYS } from "./world-events.ts";

/** Nearness to events that would happen more often than this by chance is not told as a sign. */
const CHANCE_MAX = 0.05;

export function nearEventsSentence({ events }: Timing): string | null {
  if (events === null || events.chance === null || events.chance > CHANCE_MAX || events.near.length === 0) return null;
  return `${events.near.length} of ${events.waves} waves began within ${NEAR_DAYS} days after one of the ${events.events.length} events given; by chance that happens in about ${percent(events.chance)} of 100 cases`;
}

/** Also where it says nothing: why; null where no events were given. */
export function eventsVerdict({ events }: Timing): string | null {
  if (events === null) return null;
  if (events.chance === null) return `Nothing can be said: ${events.why}`;
  const found = `${events.near.length} of ${events.waves} waves began within ${NEAR_DAYS} days after one of ${events.events.length} events`;
  const often = `laid anywhere on the same years, as many would do so in about ${percent(events.chance)} of 100 cases`;
  return events.chance > CHANCE_MAX
    ? `No more than chance: ${found}; ${often}`
    : `More than chance would give, and weak all the same: ${found}; ${often}`;
}

export function hoursSentence({ hours: { fit, sendings } }: Timing): string | null {
  if (fit === null) return null;
  return `${fit.inOffice} of ${sendings} sendings lie in the office hours of ${zonesWords(fit.zones)}`;
}

/** `UTC+7 to UTC+9, and UTC-3`. */
export function zonesWords(zones: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const zone of zones) {
    const run = runs.at(-1);
    if (run !== undefined && run.to === zone - 1) run.to = zone;
    else runs.push({ from: zone, to: zone });
  }
  return runs.map(({ from, to }) => (from === to ? utc(from) : `${utc(from)} to ${utc(to)}`)).join(", and ");
}

function utc(zone: number): string {
  return zone === 0 ? "UTC" : `UTC${zone > 0 ? "+" : "-"}${Math.abs(zone)}`;
}

function percent(chance: number): string {
  const hundred = chance * 100;
  if (hundred < 0.1) return "fewer than 0.1";
  return hundred < 10 ? hundred.toFixed(1).replace(/\.0$/, "") : String(Math.round(hundred));
}
