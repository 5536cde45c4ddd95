/** What the fuzzer and its workers say to each other; the shared array tells which run a hung worker was in. */
import type { Find } from "./run.ts";

export interface WorkerStart {
  readonly seed: string;
  readonly withCorpus: boolean;
  readonly onlyOutlook: boolean;
  readonly current: Int32Array<SharedArrayBuffer>;
}

/** Runs `[first, first + count)`. */
export interface Batch {
  readonly first: number;
  readonly count: number;
}

export interface FoundInRun extends Find {
  readonly run: number;
  readonly bytes: Uint8Array;
}

export interface Slowest {
  readonly run: number;
  readonly bytes: number;
  readonly ms: number;
}

export type FromFuzzWorker =
  | { readonly kind: "ready"; readonly files: number }
  | { readonly kind: "found"; readonly found: FoundInRun }
  | { readonly kind: "done"; readonly runs: number; readonly bytes: number; readonly slowest: Slowest };

/** Slots of the shared array: number of the run, and `clockMs()` at its start; 0 when none runs. */
export const SLOT = { RUN: 0, SINCE: 1, SLOTS: 2 } as const;
