/**
 * What the pool and its workers say to each other. One shared array per worker tells, without a message, which message
 * is being analysed and since when, so that a hung worker can be seen and ended from outside (INV-2).
 */
import type { ReadingTask } from "../../ports/reading.ts";
import type { Batch } from "../../ports/store.ts";

export type ToWorker =
  | { readonly kind: "task"; readonly task: ReadingTask; readonly poison: readonly number[] }
  /** The oldest batch sent has been applied. */
  | { readonly kind: "applied" }
  | { readonly kind: "end" };

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "batch"; readonly batch: Batch; readonly bytes: number; readonly faults: number };

/** Batches a worker may send before it waits for `applied`. */
export const BATCHES_AHEAD = 2;

/** Slots of the shared Int32Array. `SINCE` is `clockMs()` at the start of the analysis; 0 when idle. */
export const CURRENT = { ORDINAL: 0, SINCE: 1, SLOTS: 2 } as const;

/** Does `work` with the message's clock stopped: it is bounded by itself. `current` is the worker's own. */
export function offTheClock<T>(current: Int32Array<SharedArrayBuffer>, work: () => T): T {
  const since = Atomics.load(current, CURRENT.SINCE);
  if (since === 0) return work();
  const begun = clockMs();
  Atomics.store(current, CURRENT.SINCE, 0);
  try {
    return work();
  } finally {
    Atomics.store(current, CURRENT.SINCE, (since + clockMs() - begun) & 0x7fffffff || 1);
  }
}

/** Monotonic milliseconds that all threads of the process share, never 0, wrapping after 24 days. */
export function clockMs(): number {
  return Number(process.hrtime.bigint() / 1_000_000n) & 0x7fffffff || 1;
}
