/** A campaign's evidence of which nothing is known; tests give what was seen. */
import type { CampaignEvidence } from "../../src/assessment/evidence.ts";
import { type EventsGiven, type Timing, timingOf } from "../../src/assessment/timing.ts";
import { type EpochMs, epochMs } from "../../src/base/brand.ts";
import { NO_INTEL } from "../../src/case/intel.ts";

export function at(iso: string): EpochMs {
  const ms = epochMs(Date.parse(iso));
  if (ms === null) throw new Error(`no date: ${iso}`);
  return ms;
}

/** Three messages in a fortnight. */
export const SOME_DAYS: Timing = timingOf(
  [at("2021-01-19T08:00:00Z"), at("2021-01-26T09:00:00Z"), at("2021-02-02T08:30:00Z")],
  null,
);
/** Monthly over three years. */
export const YEARS: Timing = timingOf(
  Array.from({ length: 36 }, (_, month) => epochMs(Date.UTC(2018, month, 3, 9))),
  null,
);
export const NO_DATES: Timing = timingOf([null, null, null], null);

export function timing(days: readonly string[], given: EventsGiven | null = null): Timing {
  return timingOf(
    days.map((day) => at(`${day}T09:00:00Z`)),
    given,
  );
}

export function evidence(changes: Partial<CampaignEvidence> = {}): CampaignEvidence {
  return {
    messages: 6,
    lures: 3,
    readers: 3,
    mailboxes: 0,
    sharedRole: null,
    news: 0,
    hiddenPersonal: 0,
    likelyOnly: 0,
    covert: 0,
    aligned: 0,
    failed: 0,
    firstContact: null,
    services: [],
    verifiedSimulation: 0,
    claimedSimulation: 0,
    listUnsubscribe: 0,
    fullExit: 0,
    credentials: 0,
    malware: 0,
    exploits: 0,
    invitations: 0,
    foreignReceipts: 0,
    asking: 0,
    warnedReaders: 0,
    timing: SOME_DAYS,
    intel: NO_INTEL,
    ...changes,
  };
}

/** As the known campaign: news, hidden tokens, no way out, first contact. */
export const covertNews = evidence({
  messages: 17,
  news: 17,
  hiddenPersonal: 17,
  covert: 17,
  aligned: 17,
  firstContact: true,
});
