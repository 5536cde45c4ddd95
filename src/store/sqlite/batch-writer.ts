/**
 * Applies what a piece of a slice gave, in one transaction: messages, places, progress and gaps become true together.
 *
 * Applying a batch twice changes nothing, and the order of batches does not matter: a message is written once by its
 * hash, a place is replaced by itself, and a slice's progress only ever grows. Items come packed, so a new message costs
 * its rows and the pages they are written to; batches of some hundred messages write fewest pages.
 */
import { resolve, sep } from "node:path";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { assert } from "../../base/assert.ts";
import type { NotCovered } from "../../case/answer.ts";
import type { SliceMemory } from "../../ports/mailbox.ts";
import type { Batch } from "../../ports/store.ts";
import { LocationsTable, type SourceRow } from "./locations-table.ts";
import { MessagesTable, type RegistrableDomain } from "./messages-table.ts";
import { freeTextOf, integerOf } from "./rows.ts";
import { markUnjudged } from "./settings-table.ts";
import { findSource, isFileByFile, markFinished } from "./source-memory.ts";
import { toStoredText } from "./stored-text.ts";
import { inTransaction } from "./transaction.ts";

/** Index: the table's key (source, start). */
const SLICE = "SELECT end, done FROM slices WHERE source = ? AND start = ?";

/** Of two readings from one start the longer holds; of two reports of one reading, what either says is done is done. */
const SAVE_SLICE = `
  INSERT INTO slices (source, start, end, done, at_source_end) VALUES (:source, :start, :end, :done, :atSourceEnd)
  ON CONFLICT (source, start) DO UPDATE SET
    done = CASE WHEN excluded.end = end THEN max(done, excluded.done)
                WHEN excluded.end > end THEN excluded.done ELSE done END,
    at_source_end = CASE WHEN excluded.end = end THEN max(at_source_end, excluded.at_source_end)
                         WHEN excluded.end > end THEN excluded.at_source_end ELSE at_source_end END,
    end = max(end, excluded.end)`;

/** Index: the table's key (origin, path, code), by its first column. */
const FORGET_GAPS_OF_SLICE = "DELETE FROM not_covered WHERE origin = ? AND slice_start = ? AND slice_end <= ?";
const HAS_GAPS = "SELECT EXISTS (SELECT 1 FROM not_covered WHERE origin = ?) AS has_gaps";

/** Index: the table's key (origin, path, code). */
const FORGET_GAPS_OF_PATH = "DELETE FROM not_covered WHERE origin = ? AND path = ?";

const SAVE_GAP = `
  INSERT INTO not_covered (origin, path, code, message, slice_start, slice_end) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (origin, path, code) DO UPDATE SET
    message = excluded.message, slice_start = excluded.slice_start, slice_end = excluded.slice_end`;

/** Index: the table's key (origin, path, code), by its first column. The origin '' stands for discovery. */
const DISCOVERY_GAPS = "SELECT path FROM not_covered WHERE origin = ''";

export class BatchWriter {
  readonly #database: DatabaseSync;
  readonly #messages: MessagesTable;
  readonly #locations: LocationsTable;
  readonly #slice: StatementSync;
  readonly #saveSlice: StatementSync;
  readonly #hasGaps: StatementSync;
  readonly #saveGap: StatementSync;
  readonly #forgetGapsOfPath: StatementSync;

  constructor(database: DatabaseSync, registrableDomain: RegistrableDomain) {
    this.#database = database;
    this.#messages = new MessagesTable(database, registrableDomain);
    this.#locations = new LocationsTable(database);
    this.#slice = database.prepare(SLICE);
    this.#saveSlice = database.prepare(SAVE_SLICE);
    this.#hasGaps = database.prepare(HAS_GAPS);
    this.#saveGap = database.prepare(SAVE_GAP);
    this.#forgetGapsOfPath = database.prepare(FORGET_GAPS_OF_PATH);
  }

  apply(batch: Batch): void {
    const source = this.#source(batch.source);
    try {
      inTransaction(this.#database, () => {
        this.#applyItems(source, batch);
        this.#drop(source, batch.dropped ?? []);
        this.#messages.flush();
        if (!isFileByFile(source.kind)) this.#applyProgress(source, batch.slice);
        this.#applyGaps(source, batch);
        if (batch.items.length + (batch.dropped?.length ?? 0) > 0) markUnjudged(this.#database);
      });
    } catch (cause) {
      this.#messages.forget();
      throw cause;
    }
  }

  finishSource(path: string): void {
    const source = this.#source(path);
    inTransaction(this.#database, () => {
      this.#locations.dropOlder(source);
      markFinished(this.#database, source);
      markUnjudged(this.#database);
    });
  }

  /** Gaps that discovery found; those it found before at the same paths, or below them, are replaced. */
  saveDiscoveryGaps(paths: readonly string[], items: readonly NotCovered[]): void {
    const roots = [...new Set(paths)];
    inTransaction(this.#database, () => {
      for (const row of this.#database.prepare(DISCOVERY_GAPS).all()) {
        const path = freeTextOf(row, "path");
        if (roots.some((root) => isAtOrBelow(path, root))) this.#forgetGapsOfPath.run("", toStoredText(path));
      }
      for (const gap of items) this.#save("", gap, { start: 0, end: 0 });
    });
  }

  #applyItems(source: SourceRow, batch: Batch): void {
    const orphans = new Set<number>();
    let added = 0;
    for (const item of batch.items) {
      const placed = this.#locations.place(source, item, this.#messages.ensure(item.record));
      added += placed.added;
      if (placed.orphan !== null) orphans.add(placed.orphan);
    }
    this.#locations.count(source, added);
    if (orphans.size === 0) return;
    // A later item of the batch may have given the message a place again. Its uses must be written to be taken out.
    this.#messages.flush();
    for (const orphan of orphans) if (!this.#locations.hasPlace(orphan)) this.#messages.remove(orphan);
  }

  /** Nothing was found there, so nothing stays. */
  #drop(source: SourceRow, keys: readonly string[]): void {
    assert(keys.length === 0 || source.kind === "joined", "only places that no mail lies at are dropped");
    const orphans = keys.map((key) => this.#locations.drop(source, key)).filter((message) => message !== null);
    if (orphans.length === 0) return;
    this.#locations.count(source, -orphans.length);
    this.#messages.flush();
    for (const orphan of new Set(orphans)) if (!this.#locations.hasPlace(orphan)) this.#messages.remove(orphan);
  }

  #applyProgress(source: SourceRow, slice: SliceMemory): void {
    const { start, end } = slice;
    const before = this.#slice.get(source.id, start);
    // A slice that was read to its end and is now read further says anew what it could not read.
    if (before !== undefined && integerOf(before, "done") === 1 && end > integerOf(before, "end")) {
      this.#database.prepare(FORGET_GAPS_OF_SLICE).run(toStoredText(source.path), start, integerOf(before, "end"));
    }
    const done = slice.done ? 1 : 0;
    this.#saveSlice.run({ source: source.id, start, end, done, atSourceEnd: slice.atSourceEnd ? 1 : 0 });
  }

  #applyGaps(source: SourceRow, batch: Batch): void {
    const origin = toStoredText(source.path);
    const row = this.#hasGaps.get(origin);
    if (row !== undefined && integerOf(row, "has_gaps") === 1) {
      // A file of a folder that could not be read before, and was read in this batch.
      const read = batch.items.filter(({ file }) => file !== null);
      for (const { location } of read) this.#forgetGapsOfPath.run(origin, toStoredText(location.path));
    }
    for (const gap of batch.notCovered) this.#save(origin, gap, batch.slice);
  }

  #save(origin: string, gap: NotCovered, slice: { readonly start: number; readonly end: number }): void {
    const { path, code, message } = gap;
    this.#saveGap.run(origin, toStoredText(path), code, toStoredText(message), slice.start, slice.end);
  }

  #source(path: string): SourceRow {
    const source = findSource(this.#database, path);
    assert(source !== null, "beginSource was called for the source");
    return source;
  }
}

/** Both may be relative, as the user wrote them. */
function isAtOrBelow(path: string, root: string): boolean {
  const [below, above] = [resolve(path), resolve(root)];
  return below === above || below.startsWith(above.endsWith(sep) ? above : above + sep);
}
