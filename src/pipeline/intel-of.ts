/**
 * What intelligence that the user gave says of a campaign: the groups it knows, and the values of the campaign that it names. A group is called
 * accused only where a statement of the ledger is a state's accusation of it: by that very name, or by another that somebody takes for the same, whose
 * claim that then is. The record that ships counts for groups that the user's files name, and for no others. A source is official only where the
 * user says so, or a server that only a state's body can have handed it out: never by what it says of itself. Neither names anybody: only a value that a source ties to a group does.
 */

import type { KeptIntel } from "../case/indicator.ts";
import type { CampaignIntel, IntelMatch, KnownGroup } from "../case/intel.ts";
import type { Campaign, CampaignIndicator } from "../case/judgement.ts";
import type { AliasClaim, LedgerDocument } from "../case/ledger.ts";
import { accusedGroups, officialDocuments } from "../ledger/accused-groups.ts";
import { whoEquates } from "../ledger/alias-claims.ts";
import { nameKey } from "../ledger/effective.ts";
import { newest } from "../ledger/revisions.ts";
import type { CaseStore } from "../ports/store.ts";

/** Reads the public record that ships; asked only where a file of the user's names a group. */
export type ShippedRecord = () => Promise<readonly LedgerDocument[]>;

export const NOTHING_SHIPPED: ShippedRecord = async () => [];

/** For any campaign of the case; what is kept of intelligence is read once. */
export async function intelOfCase(
  store: CaseStore,
  shippedRecord: ShippedRecord = NOTHING_SHIPPED,
): Promise<(campaign: Campaign) => CampaignIntel> {
  const [files, documents] = [await store.intelHeads(), await store.documents()];
  const names = new Set(files.flatMap(({ groups }) => groups));
  const shipped = names.size === 0 ? [] : await shippedRecord();
  const all = [...documents, ...shipped];
  const groups = knownGroups(names, {
    accused: accusedGroups(documents),
    everyAccused: shipped.length === 0 ? null : accusedGroups(all),
    claims: newest(all).flatMap(({ aliases }) => aliases),
  });
  const sources = sourcesOf(documents, files);
  return ({ indicators = [] }) => ({ groups, matches: indicators.flatMap((one) => matchesOf(one, sources)) });
}

export interface GroupRecord {
  /** By documents of the user's; known also where no file names them. */
  readonly accused: readonly KnownGroup[];
  /** With those whom what ships accuses; null where these are the same. */
  readonly everyAccused: readonly KnownGroup[] | null;
  readonly claims: readonly AliasClaim[];
}

/** As the files of indicators name them, so that their matches find them; accused ones that no file names are known as well. */
export function knownGroups(
  names: ReadonlySet<string>,
  { accused, everyAccused, claims }: GroupRecord,
): readonly KnownGroup[] {
  const every = everyAccused ?? accused;
  const byKey = new Map(every.map((group) => [nameKey(group.name), group]));
  const named = [...names].sort().map((name): KnownGroup => {
    const group = byKey.get(nameKey(name)) ?? underAnotherName(name, every, claims);
    return group === null ? { name, standing: "known", techniques: [] } : { ...group, name };
  });
  const keys = new Set(named.flatMap(({ name, accusedAs }) => [name, accusedAs?.name ?? ""]).map(nameKey));
  return [...named, ...accused.filter(({ name }) => !keys.has(nameKey(name)))];
}

function underAnotherName(
  name: string,
  accused: readonly KnownGroup[],
  claims: readonly AliasClaim[],
): KnownGroup | null {
  for (const group of accused) {
    const by = whoEquates(name, group.name, claims);
    if (by !== null) return { ...group, accusedAs: { name: group.name, by } };
  }
  return null;
}

type Sources = ReadonlyMap<string, Pick<IntelMatch, "date" | "isOfficial">>;

/** By title, which is what a campaign keeps of a source; where several files have one title, the least of them counts. */
function sourcesOf(documents: readonly LedgerDocument[], files: readonly KeptIntel[]): Sources {
  const official = new Set(officialDocuments(documents).map(({ sha256 }) => sha256));
  const dates = new Map(documents.map(({ sha256, date }) => [sha256, date]));
  const byTitle = Map.groupBy([...documents, ...files], ({ title }) => title);
  return new Map(
    [...byTitle].map(([title, same]) => {
      const hashes = [...new Set(same.map(({ sha256 }) => sha256))];
      const [first = ""] = hashes;
      return [
        title,
        {
          date: hashes.length === 1 ? (dates.get(first) ?? null) : null,
          isOfficial: hashes.every((one) => official.has(one)),
        },
      ];
    }),
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
    document: source,
    date,
    isOfficial,
    isShared: false,
  }));
}
