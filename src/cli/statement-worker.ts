/** Entry of the worker that reads the statements of a long document, while the other one looks for its indicators and names. */
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../base/assert.ts";
import { statedIn } from "../ledger/stated-in.ts";
import type { StepShare } from "../queue/local/watched-worker.ts";
import type { StatementsTask } from "./report-desk.ts";
import { watchUntil } from "./watch-until.ts";

assert(parentPort !== null, "statement-worker runs as a worker thread only");
const port = parentPort;
const { steps } = workerData as { readonly steps: StepShare };

port.on("message", ({ document, msLeft }: StatementsTask) => {
  port.postMessage(statedIn(document, watchUntil(steps, msLeft)));
});
