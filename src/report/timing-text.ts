/** When a campaign wrote, on a terminal: waves, hours, world events; each with what it is worth. */
import type { Timing } from "../assessment/timing.ts";
import { eventsVerdict, hoursSentence } from "../assessment/timing-words.ts";
import { block, bullet, firstOf, quoted } from "./detail-text.ts";
import { capitalised, counted, dayOf, messagesCounted, periodOfInstants } from "./wording.ts";

const WAVES_MAX = 20;
const NEAR_MAX = 12;

/** Lines for `show`; begins with an empty line. Empty where nothing has a date. */
export function timingLines(timing: Timing): readonly string[] {
  if (timing.waves.length === 0) return [];
  return [
    ...block("Waves", [
      ...bullet(wavesSentence(timing)),
      ...firstOf(timing.waves, WAVES_MAX, ({ first, last, messages }) =>
        bullet(`${periodOfInstants(first, last)}: ${messagesCounted(messages)}`, 2),
      ),
    ]),
    ...block("Hours, as the mail itself states them (weak)", bullet(hoursWords(timing))),
    ...eventLines(timing),
  ];
}

export function wavesSentence({ waves, sendings, undated }: Timing): string {
  const without = undated === 0 ? "" : `; ${messagesCounted(undated)} without a usable date`;
  return `${capitalised(counted(waves.length, "wave"))} of ${counted(sendings, "sending")}: a pause of more than four days ends a wave${without}.`;
}

/** What the hours say, and why that is weak. */
export function hoursWords(timing: Timing): string {
  const sentence = hoursSentence(timing);
  if (sentence === null) return `${capitalised(timing.hours.why)}.`;
  return `${capitalised(sentence)}. Weak: a sender chooses its clock, may write for its readers' morning, and many countries share these hours.`;
}

function eventLines(timing: Timing): readonly string[] {
  const verdict = eventsVerdict(timing);
  if (timing.events === null || verdict === null) return [];
  return block("World events that were given (weak)", [
    ...bullet(`${verdict}.`),
    ...firstOf(timing.events.near, NEAR_MAX, ({ event, wave, daysAfter }) =>
      bullet(
        `${dayOf(event.day)} ${quoted(event.title, 120)}: wave ${wave + 1} began ${daysAfter === 0 ? "the same day" : `${counted(daysAfter, "day")} later`}`,
        2,
      ),
    ),
  ]);
}
