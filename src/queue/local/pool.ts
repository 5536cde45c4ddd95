/**
 * The local queue: worker threads on this machine's cores.
 *
 * Guarantees: batches of one slice arrive in order; at most `BATCHES_AHEAD` unapplied batches per worker are in memory;
 * a message that hangs or ends its worker is tried once more in a fresh one and is then given up as `poison`
 * (INV-2, INV-11), so one message never stops a run.
 */
import { Worker } from "node:worker_threads";
import { limits } from "../../base/limits.ts";
import type { ReadingOutcome, ReadingProgress, ReadingStep, ReadingTask } from "../../ports/reading.ts";
import { createLargeTurn, giveTurn } from "./large-turn.ts";
import { CURRENT, clockMs, type FromWorker, type ToWorker } from "./protocol.ts";
import type { WorkerShare } from "./worker-loop.ts";

/** Heap of one worker: with two workers, their buffers and the main thread the run stays under 512 MiB. */
const WORKER_HEAP_MIB = 128;
/** Of which for young objects; V8 would take more than the speed it buys is worth here. */
const WORKER_YOUNG_MIB = 48;
/** How often the watch looks at the workers. */
const WATCH_MS = 500;
/** Deaths of a worker on one message before it is given up. */
const DEATHS_MAX = 2;

export interface PoolOptions {
  readonly workers: number;
  /** Module that calls `workerLoop`, with `workerData` as its `WorkerShare`. */
  readonly entry: URL;
  /** What the module finds in `workerData` besides; plain data. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Default `limits.messageMsMax`; tests use less. */
  readonly messageMsMax?: number;
}

/** A task in work, with what was learned about messages that end their worker. */
interface Job {
  readonly task: ReadingTask;
  /** Deaths by the ordinal of the message that was being analysed; -1 when none was. */
  readonly deaths: Map<number, number>;
}

/** One worker thread and what it does. */
interface Seat {
  readonly worker: Worker;
  /** From 1. */
  readonly number: number;
  readonly current: Int32Array<SharedArrayBuffer>;
  job: Job | null;
  ended: boolean;
  /** It hung and was told to end. */
  isTerminated: boolean;
}

export function createPool(options: PoolOptions): ReadingStep {
  return {
    run: (tasks, onBatch) => new PoolRun(options, tasks, onBatch).run(),
    close: async () => {},
  };
}

/** The state of one run: seats, the tasks not yet given out, and the end. */
class PoolRun {
  readonly #options: PoolOptions;
  readonly #tasks: AsyncIterator<ReadingTask>;
  readonly #onBatch: (progress: ReadingProgress) => Promise<void>;
  readonly #seats = new Set<Seat>();
  readonly #retry: Job[] = [];
  /** Taken before there was a worker for them. */
  readonly #waiting: Job[] = [];
  readonly #turn = createLargeTurn();
  readonly #done = Promise.withResolvers<void>();
  /** Applying is serial: the store takes one batch at a time. */
  #applying: Promise<void> = Promise.resolve();
  /** Taking tasks is serial too: async generators are, and the end is seen once. */
  #taking: Promise<unknown> = Promise.resolve();
  #exhausted = false;
  #failed = false;
  #seated = 0;
  #faults = 0;
  #poisoned = 0;

  constructor(
    options: PoolOptions,
    tasks: AsyncIterable<ReadingTask>,
    onBatch: (progress: ReadingProgress) => Promise<void>,
  ) {
    this.#options = options;
    this.#tasks = tasks[Symbol.asyncIterator]();
    this.#onBatch = onBatch;
  }

  async run(): Promise<ReadingOutcome> {
    const watch = setInterval(() => this.#endHung(), WATCH_MS);
    try {
      this.#seatAll().catch((reason: unknown) => this.#fail(reason));
      await this.#done.promise;
      await this.#applying;
    } finally {
      clearInterval(watch);
      this.#failed = true;
      await Promise.all([...this.#seats].map(({ worker }) => worker.terminate()));
    }
    return { faults: this.#faults, poisoned: this.#poisoned };
  }

  /** One worker at once, and then one for each task more, as many as are allowed: starting one takes longer than reading a small mailbox. */
  async #seatAll(): Promise<void> {
    this.#seat();
    for (let n = 0; n < this.#options.workers; n += 1) {
      const job = await this.#nextJob();
      if (job === null || this.#failed) return;
      this.#waiting.push(job);
      if (n > 0 && this.#seats.size < this.#options.workers) this.#seat();
    }
  }

  #seat(): void {
    const current = new Int32Array(new SharedArrayBuffer(CURRENT.SLOTS * Int32Array.BYTES_PER_ELEMENT));
    this.#seated += 1;
    const share: WorkerShare = { current, turn: this.#turn, number: this.#seated };
    const worker = new Worker(this.#options.entry, {
      workerData: { ...this.#options.data, ...share },
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MIB, maxYoungGenerationSizeMb: WORKER_YOUNG_MIB },
    });
    const seat: Seat = { worker, number: share.number, current, job: null, ended: false, isTerminated: false };
    this.#seats.add(seat);
    worker.on("message", (message: FromWorker) => this.#onMessage(seat, message));
    // An error is always followed by exit, which does the work.
    worker.on("error", () => {});
    worker.on("exit", () => this.#onExit(seat));
  }

  #onMessage(seat: Seat, message: FromWorker): void {
    if (message.kind === "ready") {
      seat.job = null;
      this.#give(seat).catch((reason: unknown) => this.#fail(reason));
      return;
    }
    const { batch, bytes, faults } = message;
    this.#faults += faults;
    const job = seat.job;
    this.#applying = this.#applying.then(async () => {
      if (this.#failed) return;
      await this.#onBatch({
        batch,
        messages: batch.items.length,
        bytes,
        diskBytes: batch.slice.done ? diskBytes(job) : 0,
      });
      tell(seat, { kind: "applied" });
    });
    this.#applying.catch((reason: unknown) => this.#fail(reason));
  }

  async #give(seat: Seat): Promise<void> {
    const job = this.#retry.shift() ?? this.#waiting.shift() ?? (await this.#nextJob());
    if (job === null) {
      seat.ended = true;
      tell(seat, { kind: "end" });
      return;
    }
    seat.job = job;
    const poison = [...job.deaths].filter(([, deaths]) => deaths >= DEATHS_MAX).map(([ordinal]) => ordinal);
    tell(seat, { kind: "task", task: job.task, poison });
  }

  async #nextJob(): Promise<Job | null> {
    const taken = this.#taking.then(async () => {
      if (this.#exhausted) return null;
      const next = await this.#tasks.next();
      if (next.done !== true) return { task: next.value, deaths: new Map<number, number>() };
      this.#exhausted = true;
      return null;
    });
    this.#taking = taken;
    return taken;
  }

  #onExit(seat: Seat): void {
    this.#seats.delete(seat);
    giveTurn(this.#turn, seat.number);
    if (this.#failed) return;
    if (seat.job !== null) this.#onDeath(seat, seat.job);
    else if (!seat.ended) {
      this.#fail(new Error("a reading worker could not start; see its message above"));
      return;
    }
    const work = this.#retry.length + this.#waiting.length > 0 || !this.#exhausted;
    if (work && this.#seats.size < this.#options.workers) this.#seat();
    else if (this.#seats.size === 0) this.#done.resolve();
  }

  /** The worker died in the middle of a slice: the slice is read again, applied batches change nothing. */
  #onDeath(seat: Seat, job: Job): void {
    const busy = Atomics.load(seat.current, CURRENT.SINCE) !== 0;
    const ordinal = busy ? Atomics.load(seat.current, CURRENT.ORDINAL) : -1;
    const deaths = (job.deaths.get(ordinal) ?? 0) + 1;
    job.deaths.set(ordinal, deaths);
    if (deaths === DEATHS_MAX && ordinal >= 0) this.#poisoned += 1;
    if (ordinal >= 0 || deaths < DEATHS_MAX) {
      this.#retry.push(job);
      return;
    }
    const { source, start, end } = job.task.slice;
    const message = `A part of this source (${start} to ${end}) ended the reader twice and was left out. The rest was read. Please report this.`;
    const batch = {
      source: source.path,
      slice: { start, end, done: true, atSourceEnd: false },
      items: [],
      notCovered: [{ path: source.path, code: "reader-died", message }],
    };
    this.#applying = this.#applying.then(() =>
      this.#onBatch({ batch, messages: 0, bytes: 0, diskBytes: diskBytes(job) }),
    );
    this.#applying.catch((reason: unknown) => this.#fail(reason));
  }

  #endHung(): void {
    const allowed = this.#options.messageMsMax ?? limits.messageMsMax;
    for (const seat of this.#seats) {
      const since = Atomics.load(seat.current, CURRENT.SINCE);
      if (seat.isTerminated || since === 0 || clockMs() - since <= allowed) continue;
      // Once is enough: a thread inside a long native call ends when it comes back from it.
      seat.isTerminated = true;
      void seat.worker.terminate();
    }
  }

  #fail(reason: unknown): void {
    this.#failed = true;
    this.#done.reject(reason);
  }
}

function tell(seat: Seat, message: ToWorker): void {
  seat.worker.postMessage(message);
}

function diskBytes(job: Job | null): number {
  return job === null ? 0 : job.task.slice.bytes;
}
