/** What intelligence that the user gave says of a campaign. None is kept in a case yet, so it is empty. */
import { type CampaignIntel, NO_INTEL } from "../case/intel.ts";
import type { Campaign } from "../case/judgement.ts";
import type { CaseStore } from "../ports/store.ts";

export async function intelOf(_store: CaseStore, _campaign: Campaign): Promise<CampaignIntel> {
  return NO_INTEL;
}
