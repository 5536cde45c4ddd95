/** A worker for the tests of the turn: its one task has messages of the sizes in `workerData`. */
import { parentPort, workerData } from "node:worker_threads";
import type { MailboxReader } from "../../src/ports/mailbox.ts";
import { type WorkerShare, workerLoop } from "../../src/queue/local/worker-loop.ts";

export interface TurnWorkerData extends WorkerShare {
  readonly sizes: readonly number[];
  /** Counts the messages that were analysed. */
  readonly analysed: Int32Array<SharedArrayBuffer>;
}

if (parentPort !== null) {
  const share = workerData as TurnWorkerData;
  const port = parentPort;
  await workerLoop({
    port,
    share,
    reader: null as unknown as MailboxReader,
    // biome-ignore lint/correctness/useYield: a task without batches.
    read: async function* (_reader, _task, hooks) {
      for (const [ordinal, bytes] of share.sizes.entries()) {
        hooks.onMessage(ordinal, bytes);
        Atomics.add(share.analysed, 0, 1);
        hooks.onMessageEnd();
      }
    },
  });
  port.close();
}
