/**
 * Writing locations: one row for each place of a source, replaced when the place is read again; and what becomes of the
 * places that a rewritten source no longer has.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { LocationRecord } from "../../case/record.ts";
import type { FileMemory } from "../../ports/mailbox.ts";
import type { PackedItem } from "../../ports/store.ts";
import { decodeMarks, encodeMarks } from "./marks-column.ts";
import { decode, freeTextOf, integerOf, type Row, textOf } from "./rows.ts";
import { toStoredText } from "./stored-text.ts";

/** Index: the table's key (source, key). */
const BY_PLACE = "SELECT message, generation FROM locations WHERE source = ? AND key = ?";

const INSERT = `
  INSERT INTO locations (source, key, message, path, offset, length, folder, marks, generation, file_size, file_mtime_ms, file_name)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (source, key) DO NOTHING`;

/** Index: the table's key (source, key). */
const REPLACE = `
  UPDATE locations SET message = ?3, path = ?4, offset = ?5, length = ?6, folder = ?7, marks = ?8, generation = ?9,
         file_size = ?10, file_mtime_ms = ?11, file_name = ?12
   WHERE source = ?1 AND key = ?2`;

/** Index: the key of locations (source, key). */
const KEEP_GONE = `
  INSERT OR REPLACE INTO gone_locations (message, source, key, path, offset, length, folder, marks)
  SELECT message, source, key, path, offset, length, folder, marks FROM locations WHERE source = ? AND key = ?`;

/** Index: the key of locations (source, key), one pass over the source. */
const KEEP_ALL_GONE = `
  INSERT OR REPLACE INTO gone_locations (message, source, key, path, offset, length, folder, marks)
  SELECT message, source, key, path, offset, length, folder, marks FROM locations WHERE source = ? AND generation < ?`;
/** Index: the table's key (source, key). */
const DELETE = "DELETE FROM locations WHERE source = ? AND key = ?";
const DELETE_OLD = "DELETE FROM locations WHERE source = ? AND generation < ?";

/** Index: locations_by_message; gone_locations holds only messages that have no other place, plus the source's own. */
const FORGET_GONE_WITH_A_PLACE = `
  DELETE FROM gone_locations
   WHERE EXISTS (SELECT 1 FROM locations l INDEXED BY locations_by_message WHERE l.message = gone_locations.message)`;

/** Index: locations_by_message; the key of gone_locations. */
const HAS_PLACE = `
  SELECT EXISTS (SELECT 1 FROM locations INDEXED BY locations_by_message WHERE message = :message)
      OR EXISTS (SELECT 1 FROM gone_locations WHERE message = :message) AS has_place`;

const ADD_TO_COUNT = "UPDATE sources SET locations = locations + ? WHERE id = ?";

export interface SourceRow {
  readonly id: number;
  readonly path: string;
  readonly kind: string;
  readonly generation: number;
}

export class LocationsTable {
  readonly #byPlace: StatementSync;
  readonly #insert: StatementSync;
  readonly #replace: StatementSync;
  readonly #keepGone: StatementSync;
  readonly #keepAllGone: StatementSync;
  readonly #delete: StatementSync;
  readonly #deleteOld: StatementSync;
  readonly #forgetGone: StatementSync;
  readonly #hasPlace: StatementSync;
  readonly #addToCount: StatementSync;

  constructor(database: DatabaseSync) {
    this.#byPlace = database.prepare(BY_PLACE);
    this.#insert = database.prepare(INSERT);
    this.#replace = database.prepare(REPLACE);
    this.#keepGone = database.prepare(KEEP_GONE);
    this.#keepAllGone = database.prepare(KEEP_ALL_GONE);
    this.#delete = database.prepare(DELETE);
    this.#deleteOld = database.prepare(DELETE_OLD);
    this.#forgetGone = database.prepare(FORGET_GONE_WITH_A_PLACE);
    this.#hasPlace = database.prepare(HAS_PLACE);
    this.#addToCount = database.prepare(ADD_TO_COUNT);
  }

  /**
   * Puts the message at the item's place. `added`: 1 when the place is new. `orphan`: the message that lay there before
   * in the same reading of the source, a half-written tail that grew; it may be without any place.
   */
  place(
    source: SourceRow,
    item: PackedItem,
    message: number,
  ): { readonly added: 0 | 1; readonly orphan: number | null } {
    const values = toValues(source, item, message);
    // Most places are new, so the insert comes first and costs no look-up.
    if (this.#insert.run(...values).changes === 1) return { added: 1, orphan: null };
    const key = toStoredText(item.key);
    const old = this.#byPlace.get(source.id, key);
    const replaces = old !== undefined && integerOf(old, "message") !== message;
    const sameReading = old !== undefined && integerOf(old, "generation") === source.generation;
    if (replaces && !sameReading) this.#keepGone.run(source.id, key);
    this.#replace.run(...values);
    return { added: 0, orphan: replaces && sameReading ? integerOf(old, "message") : null };
  }

  /** The message that lay there; null for nothing. */
  drop(source: SourceRow, key: string): number | null {
    const stored = toStoredText(key);
    const old = this.#byPlace.get(source.id, stored);
    if (old === undefined) return null;
    this.#delete.run(source.id, stored);
    return integerOf(old, "message");
  }

  count(source: SourceRow, added: number): void {
    if (added !== 0) this.#addToCount.run(added, source.id);
  }

  hasPlace(message: number): boolean {
    const row = this.#hasPlace.get({ message });
    return row !== undefined && integerOf(row, "has_place") === 1;
  }

  /** Ends a reading of the whole source: places of earlier readings are gone, and are kept only where nothing else is. */
  dropOlder(source: SourceRow): void {
    this.#keepAllGone.run(source.id, source.generation);
    const { changes } = this.#deleteOld.run(source.id, source.generation);
    this.count(source, -Number(changes));
    this.#forgetGone.run();
  }
}

function toValues(source: SourceRow, item: PackedItem, message: number): (string | number | null)[] {
  const { location, file } = item;
  return [
    source.id,
    toStoredText(item.key),
    message,
    toStoredPath(location.path, source.path),
    location.offset,
    location.length,
    toStoredText(location.folder),
    encodeMarks(location.marks),
    source.generation,
    ...toFileValues(file),
  ];
}

function toFileValues(file: FileMemory | null): (string | number | null)[] {
  return file === null ? [null, null, null] : [file.size, file.mtimeMs, toStoredText(file.name)];
}

/** `+rest` for a path that starts with its source's path, as nearly all do; `=path` for another. */
function toStoredPath(path: string, sourcePath: string): string {
  return toStoredText(path.startsWith(sourcePath) ? `+${path.slice(sourcePath.length)}` : `=${path}`);
}

/** `row.source_path` is the source's. */
export function toLocation(row: Row): LocationRecord {
  const path = freeTextOf(row, "path");
  return {
    path: path.startsWith("+") ? freeTextOf(row, "source_path") + path.slice(1) : path.slice(1),
    offset: integerOf(row, "offset"),
    length: integerOf(row, "length"),
    folder: freeTextOf(row, "folder"),
    marks: decode("marks", () => decodeMarks(textOf(row, "marks"))),
  };
}
