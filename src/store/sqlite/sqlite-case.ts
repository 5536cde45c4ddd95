/** The case's contract on SQLite: one connection that writes, guarded by the case's lock; others that read. */
import type { DatabaseSync } from "node:sqlite";
import { assert } from "../../base/assert.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { AttackerWarnings, NotCovered, RuleTally, Targeted } from "../../case/answer.ts";
import type { IndicatorSighting, IntelFile, KeptIntel } from "../../case/indicator.ts";
import type { Campaign, Person, TrackingClass } from "../../case/judgement.ts";
import type { LedgerDocument, RemovedItem } from "../../case/ledger.ts";
import type { KeptLogs, LogLine } from "../../case/log-line.ts";
import type { MessageOutline } from "../../case/outline.ts";
import type { MessageRecord } from "../../case/record.ts";
import type { GivenClient, KeptRoster, PeopleNotes } from "../../case/roster.ts";
import type { PlanMemory, Source } from "../../ports/mailbox.ts";
import type {
  Batch,
  CaseSettings,
  CaseStore,
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
import { BatchWriter } from "./batch-writer.ts";
import type { CaseLock } from "./case-lock.ts";
import { CaseReader } from "./case-reader.ts";
import { keepBytes, keepDocuments, removeItem } from "./document-tables.ts";
import { saveIndicatorSightings, saveIntel } from "./intel-tables.ts";
import { JudgementWriter } from "./judgement-writer.ts";
import type { RegistrableDomain } from "./messages-table.ts";
import { markUnjudged, type Owners, saveSetting } from "./settings-table.ts";
import { beginSource } from "./source-memory.ts";
import { toStoreError } from "./store-error.ts";
import { inTransaction } from "./transaction.ts";

export interface WriterParts {
  readonly database: DatabaseSync;
  readonly lock: CaseLock;
  readonly registrableDomain: RegistrableDomain;
}

interface Writer {
  readonly database: DatabaseSync;
  readonly lock: CaseLock;
  readonly batches: BatchWriter;
  readonly judgements: JudgementWriter;
}

export class SqliteCase implements CaseStore {
  readonly #folder: string;
  readonly #reader: CaseReader;
  readonly #writer: Writer | null;
  /** True while judgements stream in: their transaction is open, and another write would become part of it. */
  #judging = false;

  /** `writer`: null for a case that is only read. Owns it from here on. */
  constructor(folder: string, connect: () => DatabaseSync, writer: WriterParts | null) {
    this.#folder = folder;
    this.#reader = new CaseReader(folder, connect);
    this.#writer = writer === null ? null : createWriter(writer);
  }

  async settings(): Promise<CaseSettings> {
    return this.#reader.settings();
  }

  async saveSettings(settings: CaseSettings): Promise<Result<void, StoreError>> {
    return this.#write(({ database }) => saveSetting(database, "settings", settings));
  }

  async roster(): Promise<KeptRoster | null> {
    return this.#reader.roster();
  }

  async saveRoster(roster: KeptRoster): Promise<Result<void, StoreError>> {
    return this.#saveUnjudged("roster", roster);
  }

  async logs(): Promise<KeptLogs | null> {
    return this.#reader.logs();
  }

  async saveLogs(logs: KeptLogs): Promise<Result<void, StoreError>> {
    return this.#saveUnjudged("logs", logs);
  }

  async givenClients(): Promise<readonly GivenClient[]> {
    return this.#reader.givenClients();
  }

  async saveGivenClients(clients: readonly GivenClient[]): Promise<Result<void, StoreError>> {
    return this.#saveUnjudged("givenClients", clients);
  }

  async peopleNotes(): Promise<PeopleNotes | null> {
    return this.#reader.peopleNotes();
  }

  async sightings(): Promise<readonly LogLine[]> {
    return this.#reader.sightings();
  }

  async memory(source: Source): Promise<PlanMemory> {
    return this.#reader.memory(source);
  }

  async beginSource(
    source: Source,
    plan: { readonly state: string; readonly fingerprint: string },
  ): Promise<Result<void, StoreError>> {
    return this.#write(({ database }) => inTransaction(database, () => beginSource(database, source, plan)));
  }

  async applyBatch(batch: Batch): Promise<Result<void, StoreError>> {
    return this.#write(({ batches }) => batches.apply(batch));
  }

  async finishSource(path: string): Promise<Result<void, StoreError>> {
    return this.#write(({ batches }) => batches.finishSource(path));
  }

  async saveNotCovered(paths: readonly string[], items: readonly NotCovered[]): Promise<Result<void, StoreError>> {
    return this.#write(({ batches }) => batches.saveDiscoveryGaps(paths, items));
  }

  messages(query: MessageQuery): AsyncIterable<StoredMessage> {
    return this.#reader.messages(query);
  }

  outlines(query: { readonly sample?: number }): AsyncIterable<MessageOutline> {
    return this.#reader.outlines(query);
  }

  records(wanted?: WantedRecords): AsyncIterable<MessageRecord> {
    return this.#reader.records(wanted);
  }

  pieces(): AsyncIterable<StoredPiece> {
    return this.#reader.pieces();
  }

  async joinedKeys(): Promise<readonly string[]> {
    return this.#reader.joinedKeys();
  }

  async message(idOrPrefix: string): Promise<StoredMessage | null> {
    return this.#reader.message(idOrPrefix);
  }

  async saveJudgements(all: Parameters<CaseStore["saveJudgements"]>[0]): Promise<Result<void, StoreError>> {
    const { judgements } = this.#writable();
    this.#judging = true;
    try {
      return ok(await judgements.replaceAll(all));
    } catch (cause) {
      return err(toStoreError(cause, this.#folder));
    } finally {
      this.#judging = false;
    }
  }

  async amendJudgements(change: Parameters<CaseStore["amendJudgements"]>[0]): Promise<Result<void, StoreError>> {
    return this.#write(({ judgements }) => judgements.amend(change));
  }

  async campaigns(): Promise<readonly Campaign[]> {
    return this.#reader.campaigns();
  }

  async people(): Promise<readonly Person[]> {
    return this.#reader.people();
  }

  async owners(): Promise<Owners> {
    return this.#reader.owners();
  }

  async ruleTally(): Promise<RuleTally | null> {
    return this.#reader.ruleTally();
  }

  async attackerWarnings(): Promise<AttackerWarnings> {
    return this.#reader.attackerWarnings();
  }

  async targeted(): Promise<Targeted | null> {
    return this.#reader.targeted();
  }

  async counts(): Promise<Counts> {
    return this.#reader.counts();
  }

  async months(): Promise<readonly MonthCount[]> {
    return this.#reader.months();
  }

  async senders(trackingClass: TrackingClass): Promise<number> {
    return this.#reader.senders(trackingClass);
  }

  async unhashedFiles(): Promise<boolean> {
    return this.#reader.unhashedFiles();
  }

  observables(kind: ObservableKind): AsyncIterable<string> {
    return this.#reader.observables(kind);
  }

  observableUses(kind: ObservableKind, values: readonly string[], roles?: number): AsyncIterable<ObservableUse> {
    return this.#reader.observableUses(kind, values, roles);
  }

  async observableCounts(
    kind: ObservableKind,
    values: readonly string[],
    roles?: number,
  ): Promise<ReadonlyMap<string, number>> {
    return this.#reader.observableCounts(kind, values, roles);
  }

  async intel(without: ReadonlySet<string> = new Set()): Promise<readonly IntelFile[]> {
    return this.#reader.intel(without);
  }

  async intelHeads(): Promise<readonly KeptIntel[]> {
    return this.#reader.intelHeads();
  }

  async saveIntel(files: readonly IntelFile[], gone: readonly string[] = []): Promise<Result<void, StoreError>> {
    return this.#write(({ database }) => saveIntel(database, files, gone));
  }

  async indicatorSightings(): Promise<readonly IndicatorSighting[]> {
    return this.#reader.indicatorSightings();
  }

  async saveIndicatorSightings(sightings: readonly IndicatorSighting[]): Promise<Result<void, StoreError>> {
    return this.#write(({ database }) => saveIndicatorSightings(database, sightings));
  }

  async documents(): Promise<readonly LedgerDocument[]> {
    return this.#reader.documents();
  }

  async keepDocuments(
    kept: readonly { readonly document: LedgerDocument; readonly bytes: Uint8Array }[],
  ): Promise<Result<void, StoreError>> {
    return this.#write(({ database }) => {
      // Bytes first: a run that is killed between leaves bytes that nothing names, never a document without its bytes.
      for (const { document, bytes } of kept) keepBytes(this.#folder, document.sha256, bytes);
      const documents = kept.map(({ document }) => document);
      keepDocuments(database, documents);
    });
  }

  async documentBytes(sha256: string): Promise<Result<Uint8Array, StoreError>> {
    return this.#reader.documentBytes(sha256);
  }

  async remove(item: RemovedItem): Promise<Result<void, StoreError>> {
    return this.#write(({ database }) => removeItem(database, this.#folder, item));
  }

  async removed(): Promise<readonly RemovedItem[]> {
    return this.#reader.removed();
  }

  /** May be called twice. The writer closes last, so that it folds the log into the file. */
  async close(): Promise<void> {
    this.#reader.close();
    if (this.#writer === null || !this.#writer.database.isOpen) return;
    this.#writer.database.close();
    this.#writer.lock.release();
  }

  #saveUnjudged(
    ...[name, value]: ["roster", KeptRoster] | ["logs", KeptLogs] | ["givenClients", readonly GivenClient[]]
  ): Result<void, StoreError> {
    return this.#write(({ database }) =>
      inTransaction(database, () => {
        saveSetting(database, name, value);
        markUnjudged(database);
      }),
    );
  }

  #write(work: (writer: Writer) => void): Result<void, StoreError> {
    const writer = this.#writable();
    try {
      return ok(work(writer));
    } catch (cause) {
      return err(toStoreError(cause, this.#folder));
    }
  }

  #writable(): Writer {
    assert(this.#writer !== null, "the case was opened for writing");
    assert(!this.#judging, "nothing else is written while judgements are saved");
    return this.#writer;
  }
}

function createWriter({ database, lock, registrableDomain }: WriterParts): Writer {
  return {
    database,
    lock,
    batches: new BatchWriter(database, registrableDomain),
    judgements: new JudgementWriter(database, registrableDomain),
  };
}
