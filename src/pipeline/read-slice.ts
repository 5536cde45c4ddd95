/**
 * One slice → batches: the loop that every worker runs. A message that trips our code costs its own record only.
 */
import type { NotCovered } from "../case/answer.ts";
import { NO_BORDER, parseBorder } from "../mail/trace.ts";
import type { MailboxReader, SliceItem } from "../ports/mailbox.ts";
import type { ReadingTask } from "../ports/reading.ts";
import type { Batch, PackedItem, PackItem } from "../ports/store.ts";
import { type AnalysisContext, analyse, lineSha256Of } from "./analyse.ts";
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
  /** Called before the analysis of the slice's n-th message begins, from 0, with the bytes that are held of it. */
  readonly onMessage?: (ordinal: number, bytes: number) => void;
  /** Called when the analysis of a message has ended. */
  readonly onMessageEnd?: () => void;
  /** Messages (by ordinal) that must not be analysed again: they ended a worker. */
  readonly poison?: ReadonlySet<number>;
}

export interface SliceTools {
  readonly finder: AnalysisContext["finder"];
  readonly desk?: AnalysisContext["desk"];
  readonly given?: AnalysisContext["given"];
  /** Of the store: a record is packed at once, so that a batch in the making is small. */
  readonly pack: PackItem;
  /** Of a DNS snapshot. */
  readonly resolver?: AnalysisContext["resolver"];
}

/** Yields at least one batch; only the last one has `slice.done`. */
export async function* readSlice(
  reader: MailboxReader,
  task: ReadingTask,
  { finder, desk = null, given, pack, resolver }: SliceTools,
  hooks: SliceHooks = {},
): AsyncGenerator<SliceBatch> {
  const border = parseBorder(task.boundary ?? []) ?? NO_BORDER;
  const known = resolver === undefined ? {} : { resolver };
  const context = {
    ...{ owners: task.owners, border, finder, desk, pack },
    ...(given === undefined ? {} : { given }),
    ...known,
  };
  let items: PackedItem[] = [];
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
  const pictures = given?.given?.pictures;
  const unreadBefore = pictures?.unread() ?? 0;
  for await (const item of reader.read(task.slice)) {
    if (item.kind === "not-covered") {
      notCovered.push(item.notCovered);
      continue;
    }
    const { message } = item;
    hooks.onMessage?.(ordinal, message.bytes.length);
    const outcome = analyseOrFail(item, context, hooks.poison?.has(ordinal) === true);
    hooks.onMessageEnd?.();
    ordinal += 1;
    items.push(outcome.item);
    bytes += message.size;
    faults += outcome.fault ? 1 : 0;
    atSourceEnd ||= message.atSourceEnd;
    if (items.length >= BATCH_MESSAGES || bytes >= BATCH_BYTES) yield take(false);
  }
  if ((pictures?.unread() ?? 0) > unreadBefore) notCovered.push(PICTURES_UNREAD);
  yield take(true);
}

/** One and the same for all sources, so that it is told once. */
const PICTURES_UNREAD: NotCovered = {
  path: "--read-pictures",
  code: "pictures-unread",
  message:
    "the recogniser of text could not be started, or ended several times in a row, and pictures of the mail read then and after that were not looked at: what only a picture says was not judged. Close other programs, or install Letterlock anew, and scan into a new case (--case DIR).",
};

type MessageItem = Extract<SliceItem, { readonly kind: "message" }>;

function analyseOrFail(
  { message, file }: MessageItem,
  { pack, ...context }: AnalysisContext & { readonly pack: PackItem },
  poisoned: boolean,
): { readonly item: PackedItem; readonly fault: boolean } {
  const { key, location } = message;
  const failed = (code: "poison" | "analysis.fault") =>
    pack({ record: failedRecord(message, code), location, lineSha256: lineSha256Of(message), key, file });
  if (poisoned) return { item: failed("poison"), fault: false };
  try {
    return { item: pack({ ...analyse(message, context), key, file }), fault: false };
  } catch {
    return { item: failed("analysis.fault"), fault: true };
  }
}
