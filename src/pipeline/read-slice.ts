/**
 * One slice → batches: the loop that every worker runs. A message that trips our code costs its own record only.
 */
import type { NotCovered } from "../case/answer.ts";
import type { MailboxReader, RawMessage } from "../ports/mailbox.ts";
import type { ReadingTask } from "../ports/reading.ts";
import type { Batch, BatchItem } from "../ports/store.ts";
import { type AnalysisContext, analyse } from "./analyse.ts";
import { failedRecord } from "./failed-record.ts";

/** Messages of one batch: large enough that a transaction pays, small enough that a kill loses little. */
const BATCH_MESSAGES = 512;
/** Raw bytes of one batch: bounds what lies between a worker and the store. */
const BATCH_BYTES = 16 * 1024 * 1024;

export interface SliceBatch {
  readonly batch: Batch;
  /** Bytes of raw messages in it. */
  readonly bytes: number;
  readonly faults: number;
}

export interface SliceHooks {
  /** Called before the analysis of the slice's n-th message begins, from 0. */
  readonly onMessage?: (ordinal: number) => void;
  /** Called when the analysis of a message has ended. */
  readonly onMessageEnd?: () => void;
  /** Messages (by ordinal) that must not be analysed again: they ended a worker. */
  readonly poison?: ReadonlySet<number>;
}

/** Yields at least one batch; only the last one has `slice.done`. */
export async function* readSlice(
  reader: MailboxReader,
  task: ReadingTask,
  finder: AnalysisContext["finder"],
  hooks: SliceHooks = {},
): AsyncGenerator<SliceBatch> {
  const context: AnalysisContext = { owners: task.owners, finder };
  let items: BatchItem[] = [];
  let notCovered: NotCovered[] = [];
  let bytes = 0;
  let faults = 0;
  let ordinal = 0;
  let atSourceEnd = false;
  const take = (done: boolean): SliceBatch => {
    const { source, start, end } = task.slice;
    const batch = { source: source.path, slice: { start, end, done, atSourceEnd }, items, notCovered };
    const taken = { batch, bytes, faults };
    items = [];
    notCovered = [];
    bytes = 0;
    faults = 0;
    return taken;
  };
  for await (const item of reader.read(task.slice)) {
    if (item.kind === "not-covered") {
      notCovered.push(item.notCovered);
      continue;
    }
    const { message, file } = item;
    hooks.onMessage?.(ordinal);
    const outcome = analyseOrFail(message, context, hooks.poison?.has(ordinal) === true);
    hooks.onMessageEnd?.();
    ordinal += 1;
    items.push({ record: outcome.record, location: outcome.location, key: message.key, file });
    bytes += message.size;
    faults += outcome.fault ? 1 : 0;
    atSourceEnd = message.atSourceEnd;
    if (items.length >= BATCH_MESSAGES || bytes >= BATCH_BYTES) yield take(false);
  }
  yield take(true);
}

function analyseOrFail(message: RawMessage, context: AnalysisContext, poisoned: boolean) {
  const { location } = message;
  if (poisoned) return { record: failedRecord(message, "poison"), location, fault: false };
  try {
    return { ...analyse(message, context), fault: false };
  } catch {
    return { record: failedRecord(message, "analysis.fault"), location, fault: true };
  }
}
