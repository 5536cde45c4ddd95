/** What the case remembers of earlier readings of a source, and how a new reading of it begins. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { FileMemory, PlanMemory, SliceMemory, Source } from "../../ports/mailbox.ts";
import type { SourceRow } from "./locations-table.ts";
import { freeTextOf, integerOf, type Row, textOf } from "./rows.ts";
import { toStoredText } from "./stored-text.ts";

/** Index: the unique path of sources. */
export const SOURCE_BY_PATH = `
  SELECT id, path, kind, size, mtime_ms, fingerprint, generation, finished, locations FROM sources WHERE path = ?`;

/** Index: the table's key (source, start). */
export const SLICES_OF_SOURCE = "SELECT start, end, done, at_source_end FROM slices WHERE source = ? ORDER BY start";

/** Index: the table's key (source, key). Places of an earlier generation are to be read again, so they are not named. */
export const FILE_BY_KEY = `
  SELECT file_size, file_mtime_ms, file_name FROM locations
   WHERE source = ?1 AND key = ?2 AND file_name IS NOT NULL
     AND generation = (SELECT generation FROM sources WHERE id = ?1)`;

const NOTHING: PlanMemory = { source: null, slices: [], files: async () => new Map() };

/** Such sources (and `joined:`) remember each message with its place; their slices number those of one run and mean nothing later. */
export function isFileByFile(kind: string): boolean {
  return kind === "maildir" || kind === "folder" || kind === "imap" || kind === "joined";
}

/** `guard` turns faults of later look-ups into what the port promises. */
export function readMemory(database: DatabaseSync, source: Source, guard: <T>(read: () => T) => T): PlanMemory {
  const row = database.prepare(SOURCE_BY_PATH).get(toStoredText(source.path));
  if (row === undefined || textOf(row, "kind") !== source.kind) return NOTHING;
  const id = integerOf(row, "id");
  const finished = integerOf(row, "finished") === 1;
  const stored = database.prepare(SLICES_OF_SOURCE).all(id).map(toSlice);
  const slices = isFileByFile(source.kind) && !finished ? [UNFINISHED] : openSlices(stored, finished);
  const fileByKey = database.prepare(FILE_BY_KEY);
  const files = async (keys: readonly string[]) => guard(() => readFiles(fileByKey, id, keys));
  // A run that was ended before its first batch left nothing to go on from.
  const begun = stored.length > 0 || integerOf(row, "locations") > 0 || finished;
  if (!begun) return NOTHING;
  const memory = {
    size: integerOf(row, "size"),
    mtimeMs: integerOf(row, "mtime_ms"),
    fingerprint: freeTextOf(row, "fingerprint"),
  };
  return { source: memory, slices, files };
}

/** No slice is stored of a source that is read message by message; this one says that its reading has no end yet. */
const UNFINISHED: SliceMemory = { start: 0, end: 0, done: false, atSourceEnd: false };

/**
 * A run that was killed after its last batch still owes `finishSource`. Its last slice is shown as not done, so that the
 * next run comes back to this source, reads that slice once more, and finishes.
 */
function openSlices(slices: readonly SliceMemory[], finished: boolean): readonly SliceMemory[] {
  const last = slices.at(-1);
  if (finished || last === undefined || slices.some(({ done }) => !done)) return slices;
  return [...slices.slice(0, -1), { ...last, done: false }];
}

function toSlice(row: Row): SliceMemory {
  return {
    start: integerOf(row, "start"),
    end: integerOf(row, "end"),
    done: integerOf(row, "done") === 1,
    atSourceEnd: integerOf(row, "at_source_end") === 1,
  };
}

function readFiles(statement: StatementSync, source: number, keys: readonly string[]): ReadonlyMap<string, FileMemory> {
  const files = new Map<string, FileMemory>();
  for (const key of keys) {
    const row = statement.get(source, toStoredText(key));
    if (row === undefined) continue;
    const name = freeTextOf(row, "file_name");
    files.set(key, { size: integerOf(row, "file_size"), mtimeMs: integerOf(row, "file_mtime_ms"), name });
  }
  return files;
}

const INSERT_SOURCE = `
  INSERT INTO sources (path, kind, size, mtime_ms, folder, fingerprint, generation, finished, locations)
  VALUES (:path, :kind, :size, :mtimeMs, :folder, :fingerprint, 1, 0, 0)`;

const UPDATE_SOURCE = `
  UPDATE sources SET kind = :kind, size = :size, mtime_ms = :mtimeMs, folder = :folder, fingerprint = :fingerprint,
         generation = generation + :reread, finished = 0
   WHERE path = :path`;

const FORGET_SLICES = "DELETE FROM slices WHERE source = ?";
const FORGET_NOT_COVERED = "DELETE FROM not_covered WHERE origin = ?";
const FORGET_NOT_COVERED_OF_ALL = "DELETE FROM not_covered WHERE origin = ?1 AND path = ?1";
const FINISH_SOURCE = "UPDATE sources SET finished = 1 WHERE id = ?";

/**
 * Registers a reading. One that starts over (`changed`, another kind of source, or `new` for a path that is known)
 * begins a new generation of places and forgets the slices; older places stay until the reading is finished.
 */
export function beginSource(
  database: DatabaseSync,
  source: Source,
  plan: { state: string; fingerprint: string },
): void {
  const path = toStoredText(source.path);
  const values = {
    path,
    kind: source.kind,
    size: source.size,
    mtimeMs: source.mtimeMs,
    folder: toStoredText(source.folder),
    fingerprint: toStoredText(plan.fingerprint),
  };
  const known = database.prepare(SOURCE_BY_PATH).get(path);
  if (known === undefined) {
    database.prepare(INSERT_SOURCE).run(values);
    return;
  }
  const startsOver = plan.state === "changed" || plan.state === "new" || textOf(known, "kind") !== source.kind;
  database.prepare(UPDATE_SOURCE).run({ ...values, reread: startsOver ? 1 : 0 });
  // What was said of the whole of such a source (its server did not answer) is said anew.
  if (!startsOver && isFileByFile(source.kind)) database.prepare(FORGET_NOT_COVERED_OF_ALL).run(path);
  if (source.kind === "joined") database.prepare(FORGET_NOT_COVERED).run(path);
  if (!startsOver) return;
  database.prepare(FORGET_SLICES).run(integerOf(known, "id"));
  database.prepare(FORGET_NOT_COVERED).run(path);
}

export function markFinished(database: DatabaseSync, source: SourceRow): void {
  database.prepare(FINISH_SOURCE).run(source.id);
}

/** Null when `beginSource` was not called for the path. */
export function findSource(database: DatabaseSync, path: string): SourceRow | null {
  const row = database.prepare(SOURCE_BY_PATH).get(toStoredText(path));
  if (row === undefined) return null;
  return { id: integerOf(row, "id"), path, kind: textOf(row, "kind"), generation: integerOf(row, "generation") };
}
