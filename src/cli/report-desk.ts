/**
 * Published documents are read in a worker thread, since their readers are large and what they read is a stranger's: a page that never ends,
 * or that fills the memory, ends the worker and not the command. The document is then read again without that page or part, which is told.
 */
import { limits } from "../base/limits.ts";
import { err, type Result } from "../base/result.ts";
import { TOO_DEAR } from "../documents/reading-watch.ts";
import type { WarningList } from "../intel/read-warning-list.ts";
import type { Report } from "../ledger/read-published.ts";
import { WatchedWorker } from "../queue/local/watched-worker.ts";

/** What the worker is told. */
export interface ReportTask {
  readonly bytes: Uint8Array;
  readonly path: string;
  /** Numbers of steps that ended a worker before. */
  readonly leftOut: readonly number[];
  readonly warningLists: readonly WarningList[];
  /** After these, no further page is begun. */
  readonly msLeft: number;
}

/** Tests use less time. */
export interface DeskOptions {
  readonly stepMsMax?: number;
  readonly msMax?: number;
  /** Of the user. */
  readonly warningLists?: readonly WarningList[];
}

/** Parts of one document that may end a worker before the document is given up. */
const DEATHS_MAX = 4;
/** Of the time for one document, after which no further page is begun. */
const LATE_SHARE = 0.5;

export interface ReportDesk {
  /** A document will come: the worker is started. */
  begin(): void;
  read(bytes: Uint8Array, path: string): Promise<Result<Report, string>>;
  close(): Promise<void>;
}

/** The worker is started with the first document, unless it was begun before, and serves all. */
export function createReportDesk({ stepMsMax, msMax, warningLists = [] }: DeskOptions = {}): ReportDesk {
  const worker = new WatchedWorker({
    entry: new URL("./report-worker.ts", import.meta.url),
    stepMsMax: stepMsMax ?? limits.documentStepMsMax,
    heapMibMax: limits.documentHeapMibMax,
    growthMibMax: limits.documentGrowthMibMax,
  });
  const msWhole = msMax ?? limits.documentMsMax;
  return {
    begin: () => worker.begin(),
    async read(bytes, path) {
      const begun = performance.now();
      const leftOut: number[] = [];
      for (let deaths = 0; deaths < DEATHS_MAX; deaths += 1) {
        const msLeft = msWhole - (performance.now() - begun);
        if (msLeft <= 0) break;
        const task: ReportTask = {
          bytes,
          path,
          leftOut,
          warningLists,
          msLeft: Math.max(0, msLeft - msWhole * LATE_SHARE),
        };
        const answer = await worker.ask(task, msLeft);
        if (answer.kind === "done") return answer.value as Result<Report, string>;
        leftOut.push(answer.step);
      }
      return err(TOO_DEAR);
    },
    close: () => worker.close(),
  };
}
