/**
 * All reads of a case, on connections of their own: each sees the last committed batch, whole, whatever is being
 * written. Faults are thrown as `CaseFault`, since the port has no other way to say them.
 */

import type { DatabaseSync, StatementSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { assert } from "../../base/assert.ts";
import type { Result } from "../../base/result.ts";
import type { AttackerWarnings, RuleTally, Targeted } from "../../case/answer.ts";
import type { IndicatorSighting, IntelFile, KeptIntel } from "../../case/indicator.ts";
import type { Campaign, Person, TrackingClass } from "../../case/judgement.ts";
import type { LedgerDocument, RemovedItem } from "../../case/ledger.ts";
import type { KeptLogs, LogLine } from "../../case/log-line.ts";
import type { MessageOutline } from "../../case/outline.ts";
import type { MessageRecord } from "../../case/record.ts";
import type { GivenClient, KeptRoster, PeopleNotes } from "../../case/roster.ts";
import type { PlanMemory, Source } from "../../ports/mailbox.ts";
import type {
  CaseSettings,
  Counts,
  MessageQuery,
  MonthCount,
  ObservableKind,
  ObservableUse,
  StoredMessage,
  StoredPiece,
  StoreError,
  WantedRecords,
} from "../../ports/store.ts";
import { readCounts, readMonths, readSenders } from "./case-counts.ts";
import { readDocumentBytes, readDocuments, readRemoved } from "./document-tables.ts";
import { readIndicatorSightings, readIntel, readIntelHeads } from "./intel-tables.ts";
import { decodeCampaign, decodePerson } from "./judgement-codec.ts";
import { MessageLoader } from "./message-loader.ts";
import { idStatementsFor } from "./message-queries.ts";
import { observableCountsIn, observablesIn, observableUsesIn } from "./observable-queries.ts";
import { outlinesIn, recordsIn } from "./passes.ts";
import { readGivenClients, readLogs, readPeopleNotes, readRoster, readSightings } from "./people-settings.ts";
import { joinedKeysIn, joinedWithPiece, piecesIn } from "./pieces.ts";
import { decode, integerOf } from "./rows.ts";
import {
  hasUnhashedFiles,
  type Owners,
  readAttackerWarnings,
  readOwners,
  readRuleTally,
  readSettings,
  readTargeted,
} from "./settings-table.ts";
import { readMemory } from "./source-memory.ts";
import { toThrown } from "./store-error.ts";

/** Index: messages_by_sha256; a prefix is a range of it. */
export const IDS_BY_PREFIX = `
  SELECT id FROM messages INDEXED BY messages_by_sha256 WHERE sha256 >= :low AND sha256 <= :high LIMIT 2`;

const CAMPAIGNS = "SELECT body FROM campaigns ORDER BY position";
const PEOPLE = "SELECT body FROM people ORDER BY position";

/** Messages between two turns of the event loop, so that signals and progress are heard. */
const TURN = 500;

export class CaseReader {
  readonly #folder: string;
  readonly #connect: () => DatabaseSync;
  readonly #database: DatabaseSync;
  readonly #loader: MessageLoader;
  readonly #idsByPrefix: StatementSync;
  /** Connections of iterations under way, to be closed with the case. */
  readonly #iterating = new Set<DatabaseSync>();

  constructor(folder: string, connect: () => DatabaseSync) {
    this.#folder = folder;
    this.#connect = connect;
    this.#database = connect();
    this.#loader = new MessageLoader(this.#database);
    this.#idsByPrefix = this.#database.prepare(IDS_BY_PREFIX);
  }

  settings(): CaseSettings {
    return this.#read(() => readSettings(this.#database));
  }

  roster(): KeptRoster | null {
    return this.#read(() => readRoster(this.#database));
  }

  logs(): KeptLogs | null {
    return this.#read(() => readLogs(this.#database));
  }

  givenClients(): readonly GivenClient[] {
    return this.#read(() => readGivenClients(this.#database));
  }

  peopleNotes(): PeopleNotes | null {
    return this.#read(() => readPeopleNotes(this.#database));
  }

  sightings(): readonly LogLine[] {
    return this.#read(() => readSightings(this.#database));
  }

  owners(): Owners {
    return this.#read(() => readOwners(this.#database));
  }

  ruleTally(): RuleTally | null {
    return this.#read(() => readRuleTally(this.#database));
  }

  attackerWarnings(): AttackerWarnings {
    return this.#read(() => readAttackerWarnings(this.#database));
  }

  targeted(): Targeted | null {
    return this.#read(() => readTargeted(this.#database));
  }

  intel(without: ReadonlySet<string>): readonly IntelFile[] {
    return this.#read(() => readIntel(this.#database, without));
  }

  intelHeads(): readonly KeptIntel[] {
    return this.#read(() => readIntelHeads(this.#database));
  }

  indicatorSightings(): readonly IndicatorSighting[] {
    return this.#read(() => readIndicatorSightings(this.#database));
  }

  unhashedFiles(): boolean {
    return this.#read(() => hasUnhashedFiles(this.#database));
  }

  documents(): readonly LedgerDocument[] {
    return this.#read(() => readDocuments(this.#database));
  }

  removed(): readonly RemovedItem[] {
    return this.#read(() => readRemoved(this.#database));
  }

  documentBytes(sha256: string): Result<Uint8Array, StoreError> {
    return readDocumentBytes(this.#folder, sha256);
  }

  observables(kind: ObservableKind): AsyncIterable<string> {
    return this.#iterate((database) => observablesIn(database, kind));
  }

  observableUses(kind: ObservableKind, values: readonly string[], roles?: number): AsyncIterable<ObservableUse> {
    return this.#iterate((database) => observableUsesIn(database, kind, values, roles));
  }

  observableCounts(kind: ObservableKind, values: readonly string[], roles?: number): ReadonlyMap<string, number> {
    return this.#read(() => observableCountsIn(this.#database, kind, values, roles));
  }

  memory(source: Source): PlanMemory {
    return this.#read(() => readMemory(this.#database, source, (read) => this.#read(read)));
  }

  counts(): Counts {
    return this.#read(() => readCounts(this.#database));
  }

  months(): readonly MonthCount[] {
    return this.#read(() => readMonths(this.#database));
  }

  senders(trackingClass: TrackingClass): number {
    return this.#read(() => readSenders(this.#database, trackingClass));
  }

  campaigns(): readonly Campaign[] {
    const toCampaign = (body: unknown): Campaign => decode("body", () => decodeCampaign(body));
    return this.#read(() =>
      this.#database
        .prepare(CAMPAIGNS)
        .all()
        .map((row) => toCampaign(row["body"])),
    );
  }

  people(): readonly Person[] {
    const toPerson = (body: unknown): Person => decode("body", () => decodePerson(body));
    return this.#read(() =>
      this.#database
        .prepare(PEOPLE)
        .all()
        .map((row) => toPerson(row["body"])),
    );
  }

  message(idOrPrefix: string): StoredMessage | null {
    const prefix = idOrPrefix.toLowerCase();
    if (!/^[0-9a-f]{6,64}$/.test(prefix)) return null;
    const low = Buffer.from(prefix.padEnd(64, "0"), "hex");
    const high = Buffer.from(prefix.padEnd(64, "f"), "hex");
    return this.#read(() => {
      const [row, another] = this.#idsByPrefix.all({ low, high });
      if (row === undefined || another !== undefined) return null;
      return this.#withJoined(this.#loader.loadHead(integerOf(row, "id")));
    });
  }

  pieces(): AsyncIterable<StoredPiece> {
    return this.#iterate(piecesIn);
  }

  joinedKeys(): readonly string[] {
    return this.#read(() => joinedKeysIn(this.#database));
  }

  #withJoined(stored: StoredMessage): StoredMessage {
    const { piece, sha256 } = stored.record;
    return piece === null ? stored : { ...stored, joinedInto: joinedWithPiece(this.#database, sha256) };
  }

  messages(query: MessageQuery): AsyncIterable<StoredMessage> {
    return this.#iterate((database) => messagesIn(database, query));
  }

  outlines(query: { readonly sample?: number }): AsyncIterable<MessageOutline> {
    return this.#iterate((database) => outlinesIn(database, query));
  }

  records(wanted?: WantedRecords): AsyncIterable<MessageRecord> {
    return this.#iterate((database) => recordsIn(database, wanted));
  }

  /** One snapshot for the whole iteration; its connection is closed when the caller stops. */
  async *#iterate<T>(each: (database: DatabaseSync) => Iterable<T>): AsyncGenerator<T> {
    let database: DatabaseSync | null = null;
    try {
      database = this.#connect();
      this.#iterating.add(database);
      database.exec("BEGIN");
      let count = 0;
      for (const item of each(database)) {
        yield item;
        count += 1;
        if (count % TURN === 0) await setImmediate();
      }
    } catch (cause) {
      throw toThrown(cause, this.#folder);
    } finally {
      if (database !== null) this.#stop(database);
    }
  }

  close(): void {
    for (const database of this.#iterating) this.#stop(database);
    if (this.#database.isOpen) this.#database.close();
  }

  #stop(database: DatabaseSync): void {
    this.#iterating.delete(database);
    if (database.isOpen) database.close();
  }

  /** All statements of `read` see one state. It must not wait: another read would share its transaction. */
  #read<T>(read: () => T): T {
    try {
      this.#database.exec("BEGIN");
      try {
        return read();
      } finally {
        if (this.#database.isTransaction) this.#database.exec("COMMIT");
      }
    } catch (cause) {
      throw toThrown(cause, this.#folder);
    }
  }
}

function* messagesIn(database: DatabaseSync, query: MessageQuery): Iterable<StoredMessage> {
  const limit = query.limit ?? Number.POSITIVE_INFINITY;
  assert(limit >= 0, "a limit is not negative");
  const loader = new MessageLoader(database);
  let count = 0;
  for (const id of idsOf(database, query)) {
    if (count === limit) return;
    yield loader.load(id);
    count += 1;
  }
}

function* idsOf(database: DatabaseSync, query: MessageQuery): Iterable<number> {
  for (const { sql, values } of idStatementsFor(query)) {
    for (const row of database.prepare(sql).iterate(values)) yield integerOf(row, "id");
  }
}
