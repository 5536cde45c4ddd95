/**
 * One worker thread under watch: it is given a task, tells each step that it begins, and is ended when a step takes too long, when all of
 * them do, or when it takes too much memory. Whoever asked learns at which step.
 *
 * Heaps are bounded by the engine; bytes outside of them (what streams unpack to) by how much the process grows.
 */
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { clockMs } from "./protocol.ts";

/** Slots of the shared array. `STEP`: begun until now in this task, from 1; 0 before the first. `SINCE`: `clockMs()` of that; 0 when idle. */
export const STEPS = { STEP: 0, SINCE: 1, SLOTS: 2 } as const;

export type StepShare = Int32Array<SharedArrayBuffer>;

export interface WatchedOptions {
  /** Module that answers each message of its parent with one, and finds `steps` in `workerData`. */
  readonly entry: URL;
  readonly stepMsMax: number;
  /** Of its heap. */
  readonly heapMibMax: number;
  /** By which the process may grow over one task, the worker's heap among it. */
  readonly growthMibMax: number;
}

export type WatchedAnswer =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "ended"; readonly step: number };

/**
 * Of the process's own flags those that a thread may have too. A path of what is loaded first is made absolute at once: the process may be
 * somewhere else when the worker is started.
 */
const FLAGS: readonly string[] = process.execArgv.flatMap((flag, index, all) => {
  if (flag.startsWith("--disable-warning=")) return [flag];
  const loaded = flag === "--import" ? all[index + 1] : /^--import=(.+)$/.exec(flag)?.[1];
  if (loaded === undefined) return [];
  return ["--import", /^\.{1,2}\//.test(loaded) ? pathToFileURL(loaded).href : loaded];
});

const WATCH_MS = 50;
const MIB = 1024 * 1024;

export class WatchedWorker {
  readonly #options: WatchedOptions;
  #seat: { readonly worker: Worker; readonly steps: StepShare } | null = null;

  constructor(options: WatchedOptions) {
    this.#options = options;
  }

  /** Loads its modules while whoever will ask does something else. */
  begin(): void {
    this.#seat ??= this.#start();
  }

  /** One task at a time; `msMax` for all its steps. A worker that was ended is replaced at the next task. */
  async ask(task: unknown, msMax: number): Promise<WatchedAnswer> {
    this.#seat ??= this.#start();
    const { worker, steps } = this.#seat;
    const begun = clockMs();
    const before = process.memoryUsage.rss();
    Atomics.store(steps, STEPS.STEP, 0);
    // Loading the worker's modules counts as its first step.
    Atomics.store(steps, STEPS.SINCE, begun);
    const answered = Promise.withResolvers<WatchedAnswer>();
    const onMessage = (value: unknown): void => answered.resolve({ kind: "done", value });
    const onExit = (): void => {
      this.#seat = null;
      answered.resolve({ kind: "ended", step: Atomics.load(steps, STEPS.STEP) });
    };
    worker.once("message", onMessage);
    worker.once("exit", onExit);
    const watch = setInterval(() => {
      const now = clockMs();
      const isLate = now - Atomics.load(steps, STEPS.SINCE) > this.#options.stepMsMax || now - begun > msMax;
      const isLarge = process.memoryUsage.rss() - before > this.#options.growthMibMax * MIB;
      if (isLate || isLarge) void worker.terminate();
    }, WATCH_MS);
    try {
      worker.postMessage(task);
      return await answered.promise;
    } finally {
      clearInterval(watch);
      worker.off("message", onMessage);
      worker.off("exit", onExit);
    }
  }

  async close(): Promise<void> {
    await this.#seat?.worker.terminate();
    this.#seat = null;
  }

  #start(): { readonly worker: Worker; readonly steps: StepShare } {
    const steps = new Int32Array(new SharedArrayBuffer(STEPS.SLOTS * Int32Array.BYTES_PER_ELEMENT));
    const worker = new Worker(this.#options.entry, {
      workerData: { steps },
      execArgv: [...FLAGS],
      resourceLimits: { maxOldGenerationSizeMb: this.#options.heapMibMax },
    });
    // An error is always followed by exit, which does the work.
    worker.on("error", () => {});
    worker.once("exit", () => {
      if (this.#seat?.worker === worker) this.#seat = null;
    });
    return { worker, steps };
  }
}

/** The worker's side: a step is begun. Its number, from 1. */
export function beginStep(steps: StepShare): number {
  Atomics.store(steps, STEPS.SINCE, clockMs());
  return Atomics.add(steps, STEPS.STEP, 1) + 1;
}
