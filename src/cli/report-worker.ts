/** Entry of the worker that reads published documents: one task, one answer, each step told as it begins. */
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../base/assert.ts";
import { ok, type Result } from "../base/result.ts";
import type { PublishedDocument } from "../case/document.ts";
import { readDocument } from "../documents/read-document.ts";
import type { WarningList } from "../intel/read-warning-list.ts";
import type { WarningLists } from "../intel/warning-lists.ts";
import type { Named } from "../ledger/named-in.ts";
import type { StepShare } from "../queue/local/watched-worker.ts";
import { boundInflating } from "./bounded-inflate.ts";
import type { NamesTask, ReadAnswer, ReportTask } from "./report-desk.ts";
import { watchUntil } from "./watch-until.ts";

assert(parentPort !== null, "report-worker runs as a worker thread only");
const port = parentPort;
boundInflating();
const { steps } = workerData as { readonly steps: StepShare };

port.on("message", async (task: ReportTask | NamesTask) => {
  port.postMessage(await (task.kind === "read" ? answerTo(task) : namesOf(task)));
});

async function answerTo(task: ReportTask): Promise<Result<ReadAnswer, string>> {
  const { bytes, path, leftOut, msLeft, mayShare } = task;
  const watch = watchUntil(steps, msLeft, leftOut);
  const read = await readDocument(bytes, path, watch);
  if (!read.ok) return read;
  if (mayShare && isShared(read.value)) return ok({ kind: "document", document: read.value });
  const { reportOn } = await import("../ledger/read-report.ts");
  const warnings = await warningsOf(task.warningLists);
  return ok({ kind: "report", report: await reportOn(read.value, bytes.length, { watch, warnings }) });
}

async function namesOf({ document, warningLists, msLeft }: NamesTask): Promise<Named> {
  const { namedIn } = await import("../ledger/named-in.ts");
  return namedIn(document, watchUntil(steps, msLeft), await warningsOf(warningLists));
}

/** Shorter ones are read before the other thread has loaded; longer ones are held but once. A plain text may be a list. */
const SHARED_CHARS_MIN = 50_000;
const SHARED_CHARS_MAX = 2_000_000;
const SHARED_BLOCKS_MAX = 50_000;

function isShared({ text, blocks, format }: PublishedDocument): boolean {
  const isMiddling = text.length >= SHARED_CHARS_MIN && text.length <= SHARED_CHARS_MAX;
  return isMiddling && blocks.length <= SHARED_BLOCKS_MAX && format !== "text";
}

/** Of the user; the same for all documents of a command. */
let known: WarningLists | null = null;

async function warningsOf(lists: readonly WarningList[]): Promise<WarningLists | null> {
  if (lists.length === 0) return null;
  const { WarningLists } = await import("../intel/warning-lists.ts");
  known ??= new WarningLists(lists);
  return known;
}
