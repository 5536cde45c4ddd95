/** The campaigns of a case, each with its assessment and what the assessment rests on. From the index; nothing is stored. */
import { type Assessment, assess } from "../assessment/assess.ts";
import type { CampaignEvidence } from "../assessment/evidence.ts";
import type { WorldEvent } from "../assessment/world-events.ts";
import type { Campaign } from "../case/judgement.ts";
import { NO_BORDER, parseBorder } from "../mail/trace.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";
import { campaignEvidence } from "./campaign-evidence.ts";
import { intelOfCase, type ShippedRecord } from "./intel-of.ts";

export interface AssessedCampaign {
  readonly campaign: Campaign;
  readonly evidence: CampaignEvidence;
  readonly assessment: Assessment;
  readonly sent: readonly StoredMessage[];
}

/** In the order given. `events`: of the user's file; null for none. */
export async function assessCampaigns(
  store: CaseStore,
  campaigns: readonly Campaign[],
  events: readonly WorldEvent[] | null = null,
  shippedRecord?: ShippedRecord,
): Promise<readonly AssessedCampaign[]> {
  const [people, { addresses }, { listed }] = [
    await store.people(),
    await store.owners(),
    await store.attackerWarnings(),
  ];
  const servers = (parseBorder((await store.settings()).boundary ?? []) ?? NO_BORDER).names;
  const owner = { owners: new Set(addresses), servers };
  const { first, last } = await store.counts();
  const period = first === null || last === null ? null : { first, last };
  const given = events === null ? null : { events, period, tried: campaigns.length };
  const intelOf = await intelOfCase(store, shippedRecord);
  const assessed: AssessedCampaign[] = [];
  for (const campaign of campaigns) {
    const intel = intelOf(campaign);
    const world = { people, owner, warnings: listed, intel, events: given };
    const { evidence, sent } = await campaignEvidence(store, campaign, world);
    assessed.push({ campaign, evidence, assessment: assess(evidence), sent });
  }
  return assessed;
}
