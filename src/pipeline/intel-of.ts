/**
 * What intelligence that the user gave says of a campaign: the groups it knows, and the values of the campaign that it names. Whether a
 * state accuses a group, and whether a source is official, files of indicators do not say, so nobody is called accused by them.
 */
import type { CampaignIntel, IntelMatch, KnownGroup } from "../case/intel.ts";
import type { Campaign, CampaignIndicator } from "../case/judgement.ts";
import type { CaseStore } from "../ports/store.ts";

/** For any campaign of the case; the files are read once. */
export async function intelOfCase(store: CaseStore): Promise<(campaign: Campaign) => CampaignIntel> {
  const files = await store.intel();
  const names = new Set(files.flatMap(({ indicators }) => indicators.flatMap(({ groups }) => groups)));
  const groups = [...names].sort().map((name): KnownGroup => ({ name, standing: "known", techniques: [] }));
  return ({ indicators = [] }) => ({ groups, matches: indicators.flatMap(matchesOf) });
}

/** One for each group that the source names, or one that names none. */
function matchesOf({ value, source, place, groups }: CampaignIndicator): readonly IntelMatch[] {
  const named = groups.length === 0 ? [null] : groups;
  return named.map((group) => ({
    value,
    kind: "indicator",
    group,
    source: `${source}, ${place}`,
    date: null,
    isOfficial: false,
    isShared: false,
  }));
}
