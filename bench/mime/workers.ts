/**
 * The strict reading by several workers: `node workers.ts WORKERS FRAMES NAME`. A first pass warms up; the
 * seconds of the others are averaged. Here reading from disk is in them. Batches go to whoever is free.
 */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { loadContender, readBatch } from "./contender.ts";
import { batchPlaces, readBatch as loadBatch } from "./frames.ts";
import { emptyTally } from "./tally.ts";

const PASSES = 4;

interface Share {
  readonly file: string;
  readonly name: string;
  /** The next batch of each pass. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

async function lead(workers: number, file: string, name: string): Promise<number> {
  const next = new Int32Array(new SharedArrayBuffer(PASSES * Int32Array.BYTES_PER_ELEMENT));
  const share: Share = { file, name, next };
  const team = Array.from({ length: workers }, () => new Worker(new URL(import.meta.url), { workerData: share }));
  await pass(team, 0);
  const started = performance.now();
  for (let number = 1; number < PASSES; number += 1) await pass(team, number);
  const seconds = (performance.now() - started) / 1000 / (PASSES - 1);
  await Promise.all(team.map((worker) => worker.terminate()));
  return seconds;
}

async function pass(team: readonly Worker[], number: number): Promise<void> {
  await Promise.all(
    team.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.once("error", reject);
          worker.once("message", () => resolve());
          worker.postMessage(number);
        }),
    ),
  );
}

async function follow({ file, name, next }: Share): Promise<void> {
  const read = await loadContender(name);
  const places = batchPlaces(file);
  parentPort?.on("message", async (number: number) => {
    const tally = emptyTally();
    for (let place = places[Atomics.add(next, number, 1)]; place !== undefined; ) {
      await readBatch(read, loadBatch(file, place), tally);
      place = places[Atomics.add(next, number, 1)];
    }
    parentPort?.postMessage(tally.messages);
  });
}

if (isMainThread) {
  const [workers = "1", file = "", name = "strict"] = process.argv.slice(2);
  const seconds = await lead(Number(workers), file, name);
  console.log(JSON.stringify({ seconds: [seconds], peakMiB: process.resourceUsage().maxRSS / 1024, tally: null }));
} else {
  await follow(workerData as Share);
}
