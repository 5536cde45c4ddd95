/** Campaigns as stretches of time under the timeline: the gravest and largest first, then drawn by date. */
import type { Campaign } from "../case/judgement.ts";
import { placeOf, type TimeBins } from "./time-bins.ts";

const SPANS_MAX = 8;

export interface CampaignSpan {
  readonly campaign: Campaign;
  /** In bins from the left edge, within the picture. */
  readonly from: number;
  readonly to: number;
}

/** At most eight; campaigns without a date in the picture are left out. */
export function campaignSpans(campaigns: readonly Campaign[], bins: TimeBins): readonly CampaignSpan[] {
  const end = bins.bins.length;
  return campaigns
    .flatMap((campaign): readonly CampaignSpan[] => {
      const from = placeOf(campaign.first, bins);
      const to = placeOf(campaign.last, bins);
      if (from === null || to === null || to < 0 || from >= end) return [];
      return [{ campaign, from: Math.max(0, from), to: Math.min(end, Math.max(from, to)) }];
    })
    .sort((a, b) => gravity(b) - gravity(a) || b.campaign.messages.length - a.campaign.messages.length)
    .slice(0, SPANS_MAX)
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function gravity({ campaign }: CampaignSpan): number {
  return campaign.verdict === "hostile" ? 1 : 0;
}
