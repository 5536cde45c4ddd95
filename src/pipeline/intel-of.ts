/**
 * What intelligence that the user gave says of a campaign: the groups it knows, and the values of the campaign that it names. A group is called
 * accused only where a statement of the user's ledger is a state's accusation of it by that very name; a source is official only where a body that
 * speaks for a state published it. Neither names anybody: only a value that a source ties to a group does.
 */
import type { CampaignIntel, IntelMatch, KnownGroup } from "../case/intel.ts";
import type { Campaign, CampaignIndicator } from "../case/judgement.ts";
import type { LedgerDocument } from "../case/ledger.ts";
import { accusedGroups, officialDocuments } from "../intel/ledger/accused-groups.ts";
import { nameKey } from "../intel/ledger/effective.ts";
import type { CaseStore } from "../ports/store.ts";

/** For any campaign of the case; what is kept of intelligence is read once. */
export async function intelOfCase(store: CaseStore): Promise<(campaign: Campaign) => CampaignIntel> {
  const [names, documents] = [await store.intelGroups(), await store.documents()];
  const groups = knownGroups(names, accusedGroups(documents));
  const sources = sourcesOf(documents);
  return ({ indicators = [] }) => ({ groups, matches: indicators.flatMap((one) => matchesOf(one, sources)) });
}

/** As the files of indicators name them, so that their matches find them; accused ones that no file names are known as well. */
export function knownGroups(names: ReadonlySet<string>, accused: readonly KnownGroup[]): readonly KnownGroup[] {
  const byKey = new Map(accused.map((group) => [nameKey(group.name), group]));
  const named = [...names].sort().map((name): KnownGroup => {
    const group = byKey.get(nameKey(name));
    return group === undefined ? { name, standing: "known", techniques: [] } : { ...group, name };
  });
  const keys = new Set(named.map(({ name }) => nameKey(name)));
  return [...named, ...accused.filter(({ name }) => !keys.has(nameKey(name)))];
}

type Sources = ReadonlyMap<string, Pick<IntelMatch, "date" | "isOfficial">>;

/** By title, which is what a campaign keeps of a source; where several have one title, the least of them counts. */
function sourcesOf(documents: readonly LedgerDocument[]): Sources {
  const official = new Set(officialDocuments(documents));
  const byTitle = Map.groupBy(documents, ({ title }) => title);
  return new Map(
    [...byTitle].map(([title, same]) => [
      title,
      { date: same.length === 1 ? (same[0]?.date ?? null) : null, isOfficial: same.every((one) => official.has(one)) },
    ]),
  );
}

/** One for each group that the source names, or one that names none. */
function matchesOf({ value, source, place, groups }: CampaignIndicator, sources: Sources): readonly IntelMatch[] {
  const named = groups.length === 0 ? [null] : groups;
  const { date, isOfficial } = sources.get(source) ?? { date: null, isOfficial: false };
  return named.map((group) => ({
    value,
    kind: "indicator",
    group,
    source: `${source}, ${place}`,
    date,
    isOfficial,
    isShared: false,
  }));
}
