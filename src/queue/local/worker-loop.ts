/** The worker's side of the pool: takes tasks, sends batches, never more than `BATCHES_AHEAD` unapplied. */
import type { MessagePort } from "node:worker_threads";
import type { MailboxReader } from "../../ports/mailbox.ts";
import type { ReadingTask } from "../../ports/reading.ts";
import type { Batch } from "../../ports/store.ts";
import { giveTurn, LARGE_BYTES, type LargeTurn, takeTurn } from "./large-turn.ts";
import { BATCHES_AHEAD, CURRENT, clockMs, type FromWorker, type ToWorker } from "./protocol.ts";

/** What a worker does with one task: wired by `cli`, so that the queue knows no use case. */
export type ReadTask = (
  reader: MailboxReader,
  task: ReadingTask,
  hooks: {
    /** `bytes` of the message; returns when there is memory for it. */
    readonly onMessage: (ordinal: number, bytes: number) => void;
    readonly onMessageEnd: () => void;
    readonly poison: ReadonlySet<number>;
  },
) => AsyncIterable<{ readonly batch: Batch; readonly bytes: number; readonly faults: number }>;

/** What the pool hands to each worker in its `workerData`. */
export interface WorkerShare {
  readonly current: Int32Array<SharedArrayBuffer>;
  readonly turn: LargeTurn;
  /** Of this worker, from 1. */
  readonly number: number;
}

export interface WorkerWiring {
  readonly port: MessagePort;
  readonly share: WorkerShare;
  /** Frees what a large message left behind. */
  readonly collect?: () => void;
  readonly reader: MailboxReader;
  readonly read: ReadTask;
}

/** Runs until `end`. A fault outside a message's own analysis rejects: the pool sees the worker die and recovers. */
export async function workerLoop({ port, share, collect, reader, read }: WorkerWiring): Promise<void> {
  const { current, turn, number } = share;
  const inbox = createInbox(port);
  const send = (message: FromWorker) => port.postMessage(message);
  let hasTurn = false;
  const onMessage = (ordinal: number, bytes: number) => {
    // Before the clock starts: waiting is no fault of the message.
    hasTurn = bytes > LARGE_BYTES;
    if (hasTurn) takeTurn(turn, number);
    Atomics.store(current, CURRENT.ORDINAL, ordinal);
    Atomics.store(current, CURRENT.SINCE, clockMs());
  };
  const onMessageEnd = () => {
    Atomics.store(current, CURRENT.SINCE, 0);
    if (!hasTurn) return;
    collect?.();
    giveTurn(turn, number);
  };
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
