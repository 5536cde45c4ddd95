/**
 * The strict reading by several workers: `node workers.ts WORKERS FRAMES NAME`. The first passes warm up; the
 * seconds of the others are averaged. Here reading from disk is in them. Batches go to whoever is free.
 */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { loadContender, readBatch } from "./contender.ts";
import { batchPlaces, readBatch as loadBatch } from "./frames.ts";
import { emptyTally, type Report } from "./tally.ts";

/** Each worker compiles for itself and sees its share of the mail only. */
const WARM_UP_PASSES = 2;
const PASSES = 6;

interface Share {
  readonly file: string;
  readonly name: string;
  /** The next batch of each pass. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

async function lead(workers: number, file: string, name: string): Promise<Report> {
  const next = new Int32Array(new SharedArrayBuffer(PASSES * Int32Array.BYTES_PER_ELEMENT));
  const share: Share = { file, name, next };
  const team = Array.from({ length: workers }, () => new Worker(new URL(import.meta.url), { workerData: share }));
  for (let number = 0; number < WARM_UP_PASSES; number += 1) await pass(team, number);
  const started = performance.now();
  const cpuStarted = process.cpuUsage();
  for (let number = WARM_UP_PASSES; number < PASSES; number += 1) await pass(team, number);
  const { user, system } = process.cpuUsage(cpuStarted);
  const seconds = (performance.now() - started) / 1000 / (PASSES - WARM_UP_PASSES);
  await Promise.all(team.map((worker) => worker.terminate()));
  const cpuSeconds = (user + system) / 1e6 / (PASSES - WARM_UP_PASSES);
  return { seconds: [seconds], cpuSeconds, peakMiB: process.resourceUsage().maxRSS / 1024 };
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
  // One piece of memory, as the scan has it: fresh pages for every batch would be the kernel's work, not the reading's.
  const memory = Buffer.allocUnsafeSlow(Math.max(...places.map(({ length }) => length)));
  parentPort?.on("message", async (number: number) => {
    const tally = emptyTally();
    for (let place = places[Atomics.add(next, number, 1)]; place !== undefined; ) {
      await readBatch(read, loadBatch(file, place, memory), tally);
      place = places[Atomics.add(next, number, 1)];
    }
    parentPort?.postMessage(tally.messages);
  });
}

if (isMainThread) {
  const [workers = "1", file = "", name = "strict"] = process.argv.slice(2);
  console.log(JSON.stringify(await lead(Number(workers), file, name)));
} else {
  await follow(workerData as Share);
}
