/** A fuzzing worker: works batches of runs off, minimises what it finds. The parent ends it when it hangs. */
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../src/base/assert.ts";
import { clockMs } from "../src/queue/local/protocol.ts";
import { minimise } from "./minimise.ts";
import { type Batch, type FromFuzzWorker, SLOT, type Slowest, type WorkerStart } from "./protocol.ts";
import { allowedMs, bytesOfRun, cpuMs, type Find, findIn, isReadTwice, readingMs } from "./run.ts";
import { loadSources } from "./sources.ts";

assert(parentPort !== null, "a fuzzing worker runs as a worker thread only");
const port = parentPort;
const { seed, withCorpus, onlyOutlook, current } = workerData as WorkerStart;
const sources = loadSources(withCorpus, onlyOutlook);
const send = (message: FromFuzzWorker) => port.postMessage(message);
/** Keys that were minimised: once is enough. */
const minimised = new Set<string>();

port.on("message", ({ first, count }: Batch) => {
  let bytes = 0;
  let slowest: Slowest = { run: first, bytes: 0, ms: 0 };
  for (let run = first; run < first + count; run++) {
    const input = bytesOfRun(sources, seed, run);
    bytes += input.length;
    const ms = work(run, input);
    if (ms > slowest.ms) slowest = { run, bytes: input.length, ms };
  }
  Atomics.store(current, SLOT.SINCE, 0);
  send({ kind: "done", runs: count, bytes, slowest });
});
send({ kind: "ready", files: sources.made.length + sources.corpus.length + sources.containers.length });

/** One run; answers what it took. */
function work(run: number, input: Buffer): number {
  startClock(run);
  const start = cpuMs();
  const find = findIn(input, isReadTwice(run));
  const ms = cpuMs() - start;
  if (find !== null) report(run, input, find);
  // A run that reads twice may take twice as long.
  else if (ms > allowedMs(input.length)) reportSlow(run, input, ms);
  return isReadTwice(run) ? ms / 2 : ms;
}

function startClock(run: number): void {
  Atomics.store(current, SLOT.RUN, run);
  Atomics.store(current, SLOT.SINCE, clockMs());
}

function report(run: number, input: Buffer, find: Find): void {
  const isNew = !minimised.has(find.key);
  minimised.add(find.key);
  const isSame = (candidate: Buffer) => {
    startClock(run);
    return findIn(candidate, find.kind === "order")?.key === find.key;
  };
  send({ kind: "found", found: { ...find, run, bytes: isNew ? minimise(input, isSame) : input } });
}

function reportSlow(run: number, input: Buffer, firstMs: number): void {
  const ms = readingMs(input, firstMs);
  if (ms <= allowedMs(input.length)) return;
  const what = `INV-2: ${Math.round(ms)} ms for ${input.length} bytes, ${Math.round(allowedMs(input.length))} allowed`;
  send({ kind: "found", found: { kind: "slow", key: "slow", what, run, bytes: input } });
}
