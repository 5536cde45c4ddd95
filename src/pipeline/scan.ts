/**
 * The use case of `scan`: discover, plan, read, store, join what came in pieces. Idempotent and resumable: what an earlier run finished is not
 * read again, and a run that was killed ends, when repeated, with the same case as an unbroken one.
 */
import type { Result } from "../base/result.ts";
import { err, ok } from "../base/result.ts";
import type { NotCovered } from "../case/answer.ts";
import type { MailboxReader, Source } from "../ports/mailbox.ts";
import type { ReadingOutcome, ReadingProgress, ReadingStep, ReadingTask } from "../ports/reading.ts";
import type { CaseStore, StoreError } from "../ports/store.ts";
import { joinPieces } from "./join-pieces.ts";
import { demand, StoreFailure } from "./store-failure.ts";

export interface ScanPorts {
  readonly mailbox: MailboxReader;
  readonly store: CaseStore;
  readonly reading: ReadingStep;
}

/** What the progress line shows. */
export interface ScanProgress {
  readonly messages: number;
  /** Bytes of raw messages read in this run. */
  readonly bytes: number;
  /** Bytes on disk: done with and in all; sources that need no reading count as done. */
  readonly diskBytes: number;
  readonly diskBytesAll: number;
}

export interface ScanOutcome extends ReadingOutcome {
  /** Sources that were found. */
  readonly sources: number;
  /** What was read in this run. */
  readonly messagesRead: number;
}

/** Code of a source that was made anew under our hands (a mail server's folder): what was planned with is void. */
const RENEWED = "renewed";
/** Readings of a source that is made anew again and again. */
const TURNS_MAX = 3;

export interface ScanRequest {
  readonly paths: readonly string[];
  readonly owners: readonly string[];
  /** Names and networks of the owner's own mail servers. */
  readonly boundary?: readonly string[];
}

export async function scan(
  ports: ScanPorts,
  request: ScanRequest,
  onProgress: (progress: ScanProgress) => void = () => {},
): Promise<Result<ScanOutcome, StoreError>> {
  try {
    const total = { faults: 0, poisoned: 0, messagesRead: 0 };
    for (let turn = 1; ; turn += 1) {
      const { outcome, run, sources } = await scanOnce(ports, request, onProgress);
      total.faults += outcome.faults;
      total.poisoned += outcome.poisoned;
      total.messagesRead += run.messages;
      // Sources that were read are not read again, so another turn costs what was made anew alone.
      if (run.isRenewed && turn < TURNS_MAX) continue;
      const joined = await joinPieces(ports, { ...request, isReachable: reachable(sources) });
      total.faults += joined.faults;
      total.poisoned += joined.poisoned;
      return ok({ ...total, sources: sources.length });
    }
  } catch (failure) {
    if (failure instanceof StoreFailure) return err(failure.reason);
    throw failure;
  }
}

async function scanOnce(ports: ScanPorts, request: ScanRequest, onProgress: (progress: ScanProgress) => void) {
  const found = await discover(ports.mailbox, request.paths);
  demand(await ports.store.saveNotCovered(request.paths, found.notCovered));
  const run = new ScanRun(ports, request, found.sources, onProgress);
  const outcome = await ports.reading.run(run.tasks(), (progress) => run.apply(progress));
  return { outcome, run, sources: found.sources };
}

/** Files can be read again whatever the user named; a mail server only if this run logged in to it. */
function reachable(sources: readonly Source[]): (source: Source) => boolean {
  const folders = new Set(sources.map(({ path }) => path));
  return ({ kind, path }) => kind !== "imap" || folders.has(path);
}

/** Sources are few beside messages: all are known before reading begins, so that the time left can be told. */
async function discover(mailbox: MailboxReader, paths: readonly string[]) {
  const sources: Source[] = [];
  const notCovered: NotCovered[] = [];
  for await (const item of mailbox.discover(paths)) {
    if (item.kind === "source") sources.push(item.source);
    else notCovered.push(item.notCovered);
  }
  return { sources, notCovered };
}

/** Slices of one source that are out: the source is finished when all have come back. */
interface Open {
  given: number;
  done: number;
  allGiven: boolean;
}

class ScanRun {
  messages = 0;
  isRenewed = false;
  #bytes = 0;
  #diskBytes = 0;
  readonly #diskBytesAll: number;
  readonly #ports: ScanPorts;
  readonly #request: ScanRequest;
  readonly #sources: readonly Source[];
  readonly #onProgress: (progress: ScanProgress) => void;
  readonly #open = new Map<string, Open>();

  constructor(
    ports: ScanPorts,
    request: ScanRequest,
    sources: readonly Source[],
    onProgress: (progress: ScanProgress) => void,
  ) {
    this.#ports = ports;
    this.#request = request;
    this.#sources = sources;
    this.#onProgress = onProgress;
    this.#diskBytesAll = sources.reduce((sum, { size }) => sum + size, 0);
  }

  async *tasks(): AsyncGenerator<ReadingTask> {
    const { store, mailbox } = this.#ports;
    const { owners, boundary = [] } = this.#request;
    for (const source of this.#sources) {
      const plan = await mailbox.plan(source, await store.memory(source));
      if (plan.state === "same") {
        this.#diskBytes += source.size;
        this.#report();
        continue;
      }
      demand(await store.beginSource(source, plan));
      const open: Open = { given: 0, done: 0, allGiven: false };
      this.#open.set(source.path, open);
      let planned = 0;
      for await (const slice of plan.slices) {
        open.given += 1;
        planned += slice.bytes;
        yield { slice, owners, boundary };
      }
      this.#diskBytes += Math.max(0, source.size - planned);
      open.allGiven = true;
      await this.#finishIfDone(source.path, open);
    }
  }

  async apply({ batch, messages, bytes, diskBytes }: ReadingProgress): Promise<void> {
    demand(await this.#ports.store.applyBatch(batch));
    this.messages += messages;
    this.isRenewed ||= batch.notCovered.some(({ code }) => code === RENEWED);
    this.#bytes += bytes;
    this.#diskBytes += diskBytes;
    this.#report();
    const open = this.#open.get(batch.source);
    if (!batch.slice.done || open === undefined) return;
    open.done += 1;
    await this.#finishIfDone(batch.source, open);
  }

  async #finishIfDone(path: string, open: Open): Promise<void> {
    if (!open.allGiven || open.done < open.given || !this.#open.delete(path)) return;
    demand(await this.#ports.store.finishSource(path));
  }

  #report(): void {
    this.#onProgress({
      messages: this.messages,
      bytes: this.#bytes,
      diskBytes: this.#diskBytes,
      diskBytesAll: this.#diskBytesAll,
    });
  }
}
