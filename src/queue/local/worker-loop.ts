/** The worker's side of the pool: takes tasks, sends batches, never more than `BATCHES_AHEAD` unapplied. */
import type { MessagePort } from "node:worker_threads";
import type { MailboxReader } from "../../ports/mailbox.ts";
import type { ReadingTask } from "../../ports/reading.ts";
import type { Batch } from "../../ports/store.ts";
import { BATCHES_AHEAD, CURRENT, clockMs, type FromWorker, type ToWorker } from "./protocol.ts";

/** What a worker does with one task: wired by `cli`, so that the queue knows no use case. */
export type ReadTask = (
  reader: MailboxReader,
  task: ReadingTask,
  hooks: {
    readonly onMessage: (ordinal: number) => void;
    readonly onMessageEnd: () => void;
    readonly poison: ReadonlySet<number>;
  },
) => AsyncIterable<{ readonly batch: Batch; readonly bytes: number; readonly faults: number }>;

export interface WorkerWiring {
  readonly port: MessagePort;
  readonly current: Int32Array<SharedArrayBuffer>;
  readonly reader: MailboxReader;
  readonly read: ReadTask;
}

/** Runs until `end`. A fault outside a message's own analysis rejects: the pool sees the worker die and recovers. */
export async function workerLoop({ port, current, reader, read }: WorkerWiring): Promise<void> {
  const inbox = createInbox(port);
  const send = (message: FromWorker) => port.postMessage(message);
  const onMessage = (ordinal: number) => {
    Atomics.store(current, CURRENT.ORDINAL, ordinal);
    Atomics.store(current, CURRENT.SINCE, clockMs());
  };
  const onMessageEnd = () => Atomics.store(current, CURRENT.SINCE, 0);
  for (;;) {
    send({ kind: "ready" });
    const order = await inbox.nextOrder();
    if (order.kind === "end") return;
    const hooks = { onMessage, onMessageEnd, poison: new Set(order.poison) };
    for await (const { batch, bytes, faults } of read(reader, order.task, hooks)) {
      await inbox.roomForBatch();
      send({ kind: "batch", batch, bytes, faults });
    }
  }
}

type Order = Exclude<ToWorker, { readonly kind: "applied" }>;

/** Sorts what arrives into orders and credits. */
function createInbox(port: MessagePort) {
  const orders: Order[] = [];
  let credits = BATCHES_AHEAD;
  let wake: (() => void) | null = null;
  port.on("message", (message: ToWorker) => {
    if (message.kind === "applied") credits += 1;
    else orders.push(message);
    wake?.();
  });
  const change = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  return {
    async nextOrder(): Promise<Order> {
      for (;;) {
        const order = orders.shift();
        if (order !== undefined) return order;
        await change();
      }
    },
    async roomForBatch(): Promise<void> {
      while (credits === 0) await change();
      credits -= 1;
    },
  };
}
