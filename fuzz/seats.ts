/**
 * The fuzzer's workers and their watch: hands out batches, ends what hangs or grows too large, blames the run that did it and
 * goes on after it.
 */
import { Worker } from "node:worker_threads";
import { clockMs } from "../src/queue/local/protocol.ts";
import { type Batch, type FoundInRun, type FromFuzzWorker, SLOT, type Slowest, type WorkerStart } from "./protocol.ts";

/** Runs per message to a worker: large enough that messages cost nothing, small enough that the end is near. */
const BATCH_RUNS = 250;
const WATCH_MS = 100;
/** Heap of one worker; INV-3 allows 512 MiB in all, and what is fuzzed is small. */
const HEAP_MIB = 256;
/** INV-3. */
const SEAT_BYTES_MAX = 512 * 1024 * 1024;
/** Memory falls slowly; the same suspects twice say nothing. */
const MEMORY_PAUSE_MS = 5_000;

export interface Plan {
  readonly seed: string;
  readonly withCorpus: boolean;
  /** Containers of Outlook's own and nothing else. */
  readonly onlyOutlook?: boolean;
  readonly workers: number;
  readonly runs: number;
  /** No batch begins later than this after the start; null for no end but `runs`. */
  readonly msMax: number | null;
  /** Module of a worker; tests have one that fails on purpose. */
  readonly entry: URL;
  /** Wall clock of one run, kept from outside (INV-2). */
  readonly runMsMax: number;
}

export interface Hooks {
  onFound(found: FoundInRun): void;
  /** A worker hung or died in this run, or the process was too large while it ran. */
  onSuspect(run: number, what: "hang" | "death" | "memory"): void;
  onProgress(runs: number): void;
}

export interface Totals {
  readonly runs: number;
  readonly bytes: number;
  readonly ms: number;
  readonly files: number;
  readonly slowest: Slowest;
  /** Of the whole process. */
  readonly peakRssMiB: number;
}

interface Seat {
  readonly worker: Worker;
  readonly current: Int32Array<SharedArrayBuffer>;
  batch: Batch | null;
  isHung: boolean;
}

export function fuzz(plan: Plan, hooks: Hooks): Promise<Totals> {
  return new FuzzRun(plan, hooks).run();
}

class FuzzRun {
  readonly #plan: Plan;
  readonly #hooks: Hooks;
  readonly #seats = new Set<Seat>();
  readonly #left: Batch[] = [];
  readonly #done = Promise.withResolvers<void>();
  #next = 0;
  #runs = 0;
  #bytes = 0;
  #files = 0;
  /** When the first worker was ready: what comes before is no fuzzing. */
  #start: number | null = null;
  #peakRss = 0;
  #memorySaidAt = Number.NEGATIVE_INFINITY;
  #slowest: Slowest = { run: 0, bytes: 0, ms: 0 };

  constructor(plan: Plan, hooks: Hooks) {
    this.#plan = plan;
    this.#hooks = hooks;
  }

  async run(): Promise<Totals> {
    const watch = setInterval(() => this.#watch(), WATCH_MS);
    for (let n = 0; n < this.#plan.workers; n++) this.#seat();
    await this.#done.promise;
    clearInterval(watch);
    return {
      runs: this.#runs,
      bytes: this.#bytes,
      ms: performance.now() - (this.#start ?? 0),
      files: this.#files,
      slowest: this.#slowest,
      peakRssMiB: Math.round(this.#peakRss / (1024 * 1024)),
    };
  }

  #seat(): void {
    const current = new Int32Array(new SharedArrayBuffer(SLOT.SLOTS * Int32Array.BYTES_PER_ELEMENT));
    const { seed, withCorpus, onlyOutlook = false } = this.#plan;
    const start: WorkerStart = { seed, withCorpus, onlyOutlook, current };
    const worker = new Worker(this.#plan.entry, {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    const seat: Seat = { worker, current, batch: null, isHung: false };
    this.#seats.add(seat);
    worker.on("message", (message: FromFuzzWorker) => this.#onMessage(seat, message));
    // An error is always followed by exit, which does the work.
    worker.on("error", (error: Error) => {
      if (seat.batch === null) this.#done.reject(error);
    });
    worker.on("exit", () => this.#onExit(seat));
  }

  #onMessage(seat: Seat, message: FromFuzzWorker): void {
    if (message.kind === "found") {
      this.#hooks.onFound(message.found);
      return;
    }
    if (message.kind === "ready") {
      this.#files = message.files;
      this.#start ??= performance.now();
    } else {
      this.#runs += message.runs;
      this.#bytes += message.bytes;
      if (message.slowest.ms > this.#slowest.ms) this.#slowest = message.slowest;
      this.#hooks.onProgress(this.#runs);
    }
    this.#give(seat);
  }

  #give(seat: Seat): void {
    seat.batch = this.#left.shift() ?? this.#nextBatch();
    if (seat.batch !== null) seat.worker.postMessage(seat.batch);
    else void seat.worker.terminate();
  }

  #nextBatch(): Batch | null {
    const { runs, msMax } = this.#plan;
    const isLate = msMax !== null && this.#start !== null && performance.now() - this.#start > msMax;
    if (isLate || this.#next >= runs) return null;
    const first = this.#next;
    const count = Math.min(BATCH_RUNS, runs - first);
    this.#next += count;
    return { first, count };
  }

  #onExit(seat: Seat): void {
    this.#seats.delete(seat);
    if (seat.batch !== null) {
      const run = Atomics.load(seat.current, SLOT.RUN);
      const { first, count } = seat.batch;
      this.#hooks.onSuspect(run, seat.isHung ? "hang" : "death");
      this.#runs += run + 1 - first;
      if (run + 1 < first + count) this.#left.push({ first: run + 1, count: first + count - run - 1 });
      this.#seat();
    }
    if (this.#seats.size === 0) this.#done.resolve();
  }

  #watch(): void {
    this.#watchMemory();
    for (const seat of this.#seats) {
      const since = Atomics.load(seat.current, SLOT.SINCE);
      if (seat.isHung || since === 0 || clockMs() - since <= this.#plan.runMsMax) continue;
      // A worker inside a long native call ends only after it.
      seat.isHung = true;
      void seat.worker.terminate();
    }
  }

  /** INV-3, of the whole process: whoever was at work is suspect. */
  #watchMemory(): void {
    const rss = process.memoryUsage.rss();
    this.#peakRss = Math.max(this.#peakRss, rss);
    const isQuiet = performance.now() - this.#memorySaidAt < MEMORY_PAUSE_MS;
    if (rss <= this.#plan.workers * SEAT_BYTES_MAX || isQuiet) return;
    this.#memorySaidAt = performance.now();
    for (const { current } of this.#seats) this.#hooks.onSuspect(Atomics.load(current, SLOT.RUN), "memory");
  }
}
