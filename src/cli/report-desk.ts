/**
 * Published documents are read in a worker thread, since their readers are large and what they read is a stranger's: a page that never ends,
 * or that fills the memory, ends the worker and not the command. The document is then read again without that page or part, which is told.
 *
 * The text of a long one is looked at by two threads at the same time: its statements are half of the work, and need nothing of the rest.
 * Where one of them is ended, it is read again by one thread alone, so that what was too much is told as of any other document.
 */
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { PublishedDocument } from "../case/document.ts";
import { TOO_DEAR } from "../documents/reading-watch.ts";
import type { WarningList } from "../intel/read-warning-list.ts";
import type { Named } from "../ledger/named-in.ts";
import type { Report } from "../ledger/read-published.ts";
import { reportOf } from "../ledger/report-of.ts";
import type { Stated } from "../ledger/stated-in.ts";
import { WatchedWorker } from "../queue/local/watched-worker.ts";

/** What the worker is told. */
export interface ReportTask {
  readonly kind: "read";
  readonly bytes: Uint8Array;
  readonly path: string;
  /** Numbers of steps that ended a worker before. */
  readonly leftOut: readonly number[];
  readonly warningLists: readonly WarningList[];
  /** After these, no further page is begun. */
  readonly msLeft: number;
  /** Then a long document is given back without having been looked at. */
  readonly mayShare: boolean;
}

export type ReadAnswer =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "document"; readonly document: PublishedDocument };

/** Of a document that was read: its statements, by the worker for them. */
export interface StatementsTask {
  readonly document: PublishedDocument;
  /** After these, no part is begun. */
  readonly msLeft: number;
}

/** Its indicators and names, by the one that read it. */
export interface NamesTask extends StatementsTask {
  readonly kind: "names";
  readonly warningLists: readonly WarningList[];
}

/** Tests use less time, and a worker for statements that ends. */
export interface DeskOptions {
  readonly stepMsMax?: number;
  readonly msMax?: number;
  readonly statementsEntry?: URL;
  /** Of the user. */
  readonly warningLists?: readonly WarningList[];
}

/** Parts of one document that may end a worker before the document is given up. */
const DEATHS_MAX = 4;
/** Of the time for one document, after which no further page is begun. */
const LATE_SHARE = 0.5;
/** Of a file: a smaller one is read before a second thread has loaded. */
const LONG_BYTES = 128 * 1024;

export interface ReportDesk {
  /** A document will come: the worker is started. */
  begin(): void;
  read(bytes: Uint8Array, path: string): Promise<Result<Report, string>>;
  close(): Promise<void>;
}

/** The workers are started when they are needed first, unless the first was begun before, and serve all documents. */
export function createReportDesk({
  stepMsMax,
  msMax,
  statementsEntry = new URL("./statement-worker.ts", import.meta.url),
  warningLists = [],
}: DeskOptions = {}): ReportDesk {
  const workerOf = (entry: URL) =>
    new WatchedWorker({
      entry,
      stepMsMax: stepMsMax ?? limits.documentStepMsMax,
      heapMibMax: limits.documentHeapMibMax,
      growthMibMax: limits.documentGrowthMibMax,
    });
  const reader = workerOf(new URL("./report-worker.ts", import.meta.url));
  const statements = workerOf(statementsEntry);
  const msWhole = msMax ?? limits.documentMsMax;

  /** Null where one of the two was ended. */
  const shared = async (document: PublishedDocument, size: number, msLeft: number): Promise<Report | null> => {
    const looked: StatementsTask = { document, msLeft: beforeLate(msLeft, msWhole) };
    const names: NamesTask = { ...looked, kind: "names", warningLists };
    const [stated, named] = await Promise.all([statements.ask(looked, msLeft), reader.ask(names, msLeft)]);
    if (stated.kind === "ended" || named.kind === "ended") return null;
    const found = { stated: stated.value as Stated, named: named.value as Named };
    return { ...reportOf(document, size, found), isList: false };
  };

  return {
    begin: () => reader.begin(),
    async read(bytes, path) {
      const begun = performance.now();
      const leftOut: number[] = [];
      let mayShare = bytes.length >= LONG_BYTES;
      // Loads while the document is read.
      if (mayShare) statements.begin();
      for (let deaths = 0; deaths < DEATHS_MAX; ) {
        const msLeft = msWhole - (performance.now() - begun);
        if (msLeft <= 0) break;
        const ms = beforeLate(msLeft, msWhole);
        const task: ReportTask = { kind: "read", bytes, path, leftOut, warningLists, msLeft: ms, mayShare };
        const answer = await reader.ask(task, msLeft);
        if (answer.kind === "ended") {
          deaths += 1;
          leftOut.push(answer.step);
          continue;
        }
        const read = answer.value as Result<ReadAnswer, string>;
        if (!read.ok) return read;
        if (read.value.kind === "report") return ok(read.value.report);
        const report = await shared(read.value.document, bytes.length, msWhole - (performance.now() - begun));
        if (report !== null) return ok(report);
        mayShare = false;
      }
      return err(TOO_DEAR);
    },
    async close() {
      await Promise.all([reader.close(), statements.close()]);
    },
  };
}

/** Of the time that is left, what is left until it is late. */
function beforeLate(msLeft: number, msWhole: number): number {
  return Math.max(0, msLeft - msWhole * LATE_SHARE);
}
