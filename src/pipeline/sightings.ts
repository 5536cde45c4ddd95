/** What the user's logs show of mail of interest. What was seen in files that are gone since stays. */
import type { LogLine, LogReading, ReadLogs, WantedLogLines } from "../case/log-line.ts";
import type { CaseStore } from "../ports/store.ts";

/** The user gave logs; without any nothing is looked for. */
export async function hasLogs(store: CaseStore): Promise<boolean> {
  return ((await store.logs())?.paths.length ?? 0) > 0;
}

/** `read`: null where nobody can open files; then what was seen before is all. */
export async function readSightings(
  store: CaseStore,
  read: ReadLogs | null,
  wanted: WantedLogLines,
): Promise<Pick<LogReading, "sightings" | "notes">> {
  const logs = await store.logs();
  if (logs === null || logs.paths.length === 0) return { sightings: [], notes: [] };
  const before = await store.sightings();
  if (read === null) return { sightings: before, notes: (await store.peopleNotes())?.logNotes ?? [] };
  const { sightings, notes, unread } = await read(logs, wanted);
  const gone = new Set(unread);
  const kept = before.filter(({ file, name }) => gone.has(file) && isWanted(name, wanted));
  const still =
    kept.length === 0
      ? []
      : [`${kept.length} lines of logs that cannot be opened any more were kept from an earlier run`];
  return { sightings: [...kept, ...sightings].sort(byTime), notes: [...notes, ...still] };
}

function isWanted(name: string, { hosts, senders, messageIds }: WantedLogLines): boolean {
  return hosts.has(name) || senders.has(name) || messageIds.has(name);
}

function byTime(a: LogLine, b: LogLine): number {
  return a.at - b.at || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line;
}
