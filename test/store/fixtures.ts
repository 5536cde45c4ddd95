/** Invented batches and judgements for the tests of the case. */

import type { Result } from "../../src/base/result.ts";
import type { Judgement, Person } from "../../src/case/judgement.ts";
import type { LocationRecord, MessageRecord } from "../../src/case/record.ts";
import { targetedOf } from "../../src/pipeline/targeted.ts";
import type { FileMemory, SliceMemory, Source } from "../../src/ports/mailbox.ts";
import type { Batch, BatchItem, CaseStore, StoredMessage, StoreError } from "../../src/ports/store.ts";
import { packItem } from "../../src/store/packed/pack-item.ts";
import { type RecordWish, recordOf, shaOf } from "../support/record.ts";

export const INBOX: Source = { path: "/mail/inbox.mbox", kind: "mbox", size: 9000, mtimeMs: 1.5, folder: "Inbox" };
export const ARCHIVE: Source = { path: "/mail/archive.mbox", kind: "mbox", size: 800, mtimeMs: 2, folder: "Archive" };
export const MAILDIR: Source = { path: "/mail/dir", kind: "maildir", size: 70, mtimeMs: 0, folder: "dir" };

export const NEW = { state: "new", fingerprint: "print-1" };

/** The value, or the error's message as the failure of the test. */
export function must<T>(result: Result<T, StoreError>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function itemOf(
  wish: RecordWish | MessageRecord,
  at: number | string,
  more: Partial<LocationRecord> = {},
): BatchItem {
  const record =
    "sha256" in wish && "claims" in wish && "auth" in wish ? (wish as MessageRecord) : recordOf(wish as RecordWish);
  const offset = typeof at === "number" ? at : 0;
  const location = { path: INBOX.path, offset, length: record.size, folder: "Inbox", marks: [], ...more };
  return { record, location, key: String(at), file: null };
}

export function fileItemOf(wish: RecordWish, name: string, file: Partial<FileMemory> = {}): BatchItem {
  const key = name.split(":")[0] ?? name;
  const location = { path: `${MAILDIR.path}/cur/${name}`, folder: "dir", offset: 0 };
  return { ...itemOf(wish, key, location), file: { size: 10, mtimeMs: 7.25, name: `cur/${name}`, ...file } };
}

export function batchOf(source: Source, items: readonly BatchItem[], more: Partial<Batch> = {}): Batch {
  const here = source.kind === "mbox" ? items.map((item) => at(item, source.path)) : items;
  return { source: source.path, slice: sliceOf({}), items: here.map(packItem), notCovered: [], ...more };
}

function at(item: BatchItem, path: string): BatchItem {
  return { ...item, location: { ...item.location, path } };
}

export function sliceOf(more: Partial<SliceMemory>): SliceMemory {
  return { start: 0, end: 1000, done: true, atSourceEnd: false, ...more };
}

/** A whole reading of a source. */
export async function readSource(
  store: CaseStore,
  source: Source,
  items: readonly BatchItem[],
  plan: { readonly state: string; readonly fingerprint: string } = NEW,
): Promise<void> {
  must(await store.beginSource(source, plan));
  must(await store.applyBatch(batchOf(source, items)));
  must(await store.finishSource(source.path));
}

export function judgementOf(name: string, more: Partial<Judgement> = {}): Judgement {
  return {
    sha256: shaOf(name),
    trackingClass: "none",
    classReasons: ["Nothing is loaded from a server."],
    verdict: "clear",
    targeting: "clear",
    findings: [],
    tokens: [],
    campaign: null,
    service: "",
    ...more,
  };
}

export function personOf(id: string): Person {
  const exposure = { level: 4, likelihood: "probable", reasons: ["The message is marked as seen."] } as const;
  const messages = [shaOf("a")];
  const addresses = ["reader@office.example"];
  return { id, name: "R. Eader", addresses, role: "", messages, messagesAll: 3, first: null, last: null, exposure };
}

export async function saveJudgements(
  store: CaseStore,
  judgements: Iterable<Judgement>,
): Promise<Result<void, StoreError>> {
  return store.saveJudgements({
    judgements: (async function* () {
      yield* judgements;
    })(),
    campaigns: () => [],
    people: () => [],
    owners: () => ({ addresses: [], from: "none" }),
    attackerWarnings: () => ({ total: 0, listed: [] }),
    targeted: () => targetedOf([...judgements]),
  });
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Subjects say which fixture a message is. */
export function subjectsOf(messages: readonly StoredMessage[]): string[] {
  return messages.map(({ record }) => record.subject);
}
