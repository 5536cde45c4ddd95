/** A fuzzing worker for the tests of the fuzzer: hangs in run 7, dies in run 11, finds something in run 13. */
import { parentPort, workerData } from "node:worker_threads";
import { type Batch, type FromFuzzWorker, SLOT, type WorkerStart } from "../../fuzz/protocol.ts";
import { clockMs } from "../../src/queue/local/protocol.ts";

export const FAULT = { HANG: 7, DEATH: 11, FIND: 13 } as const;

if (parentPort !== null) {
  const port = parentPort;
  const { current } = workerData as WorkerStart;
  const send = (message: FromFuzzWorker) => port.postMessage(message);
  port.on("message", ({ first, count }: Batch) => {
    for (let run = first; run < first + count; run++) {
      Atomics.store(current, SLOT.RUN, run);
      Atomics.store(current, SLOT.SINCE, clockMs());
      if (run === FAULT.HANG) for (;;);
      if (run === FAULT.DEATH) process.exit(9);
      if (run === FAULT.FIND) {
        send({ kind: "found", found: { kind: "crash", key: "k", what: "w", run, bytes: Buffer.from("x") } });
      }
    }
    Atomics.store(current, SLOT.SINCE, 0);
    send({ kind: "done", runs: count, bytes: count, slowest: { run: first, bytes: 1, ms: 1 } });
  });
  send({ kind: "ready", files: 1 });
}
