/** Entry of the worker that reads published documents: one task, one answer, each step told as it begins. */
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../base/assert.ts";
import type { WarningLists } from "../intel/warning-lists.ts";
import { readReport } from "../ledger/read-report.ts";
import { clockMs } from "../queue/local/protocol.ts";
import { beginStep, type StepShare } from "../queue/local/watched-worker.ts";
import { boundInflating } from "./bounded-inflate.ts";
import type { ReportTask } from "./report-desk.ts";

assert(parentPort !== null, "report-worker runs as a worker thread only");
const port = parentPort;
boundInflating();
const { steps } = workerData as { readonly steps: StepShare };

/** Of the user; the same for all documents of a command. */
let warnings: WarningLists | null = null;

port.on("message", async ({ bytes, path, leftOut, msLeft, warningLists }: ReportTask) => {
  const begun = clockMs();
  if (warningLists.length > 0) {
    const { WarningLists } = await import("../intel/warning-lists.ts");
    warnings ??= new WarningLists(warningLists);
  }
  const omitted = new Set(leftOut);
  const step = () => {
    if (omitted.has(beginStep(steps))) return "leave-out";
    return clockMs() - begun > msLeft ? "stop" : "read";
  };
  port.postMessage(await readReport(bytes, path, { step }, warnings));
});
