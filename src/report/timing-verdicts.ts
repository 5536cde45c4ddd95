/** Sentences about a campaign's timing from its machine form: for the report, which is made of that form alone. */
import type { TimingJson } from "./assessment-json.ts";
import { capitalised, counted, messagesCounted } from "./wording.ts";

export interface TimingVerdicts {
  readonly waves: string;
  readonly hours: string;
  /** Null where no events were given. */
  readonly events: string | null;
}

export function timingVerdicts({ waves, sendings, undated, words }: TimingJson): TimingVerdicts {
  const without = undated === 0 ? "" : ` ${capitalised(messagesCounted(undated))} without a usable date.`;
  return {
    waves: `${capitalised(counted(waves.length, "wave"))} of ${counted(sendings, "sending")}; a pause of more than four days ends a wave. Dates are those that the mail states.${without}`,
    hours: words.hours,
    events: words.events === null ? null : `Weak evidence. ${words.events}.`,
  };
}
