/**
 * Outlook items as messages: rebuilt bytes (`src/mail/outlook/rebuild.ts`), with what is known of the item beside them.
 * A file that looks like an item and cannot be read as one is handed on as it is, with the problem `source.no-item`.
 */
import { createHash } from "node:crypto";
import type { Problem } from "../../base/problem.ts";
import { markOf } from "../../case/marks.ts";
import type { MarkRecord, OutlookRecord } from "../../case/record.ts";
import { isCompoundFile } from "../../mail/outlook/compound-file.ts";
import type { OutlookItem } from "../../mail/outlook/item.ts";
import { ItemBudget } from "../../mail/outlook/item-budget.ts";
import { openMsgFile } from "../../mail/outlook/msg-file.ts";
import { ids } from "../../mail/outlook/properties.ts";
import type { RandomBytes } from "../../mail/outlook/random-bytes.ts";
import { readRange } from "../../mail/outlook/random-bytes.ts";
import { rebuildMessage } from "../../mail/outlook/rebuild.ts";
import type { RawMessage } from "../../ports/mailbox.ts";
import type { ByteStream, Damage } from "../byte-stream.ts";
import { faultOf } from "../files/not-covered.ts";
import type { OpenFile } from "../files/open-file.ts";
import { type Place, problemsOf } from "../items.ts";
import type { MessageReader, WholeMessage } from "../single.ts";

/** More than any item takes that is read once; a loop that copies content is stopped by it. */
const BYTES_PER_FILE_BYTE = 4;
const BYTES_FREE = 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;

export interface ReadItem {
  readonly whole: WholeMessage;
  /** Null when the file is no item that can be read: `whole` is the file then. */
  readonly outlook: OutlookRecord | null;
  /** Of origin `outlook`; empty where the item says nothing of what was done with it. */
  readonly marks: readonly MarkRecord[];
  readonly problems: readonly Problem[];
  readonly damages: readonly Damage[];
}

/** Null for files that do not begin like a compound file. */
export async function outlookFile(file: OpenFile, reader: MessageReader): Promise<ReadItem | null> {
  const bytes = fileBytes(file);
  try {
    if (!isCompoundFile(readRange(bytes, 0, 8))) return null;
  } catch (error) {
    // Reading it as a plain file will meet the same fault and say it.
    faultOf(error);
    return null;
  }
  return readMsg(bytes, reader);
}

/** Reads in place: an item is read here and there. */
export function fileBytes(file: OpenFile): RandomBytes {
  return { size: file.size, read: (target, at, length, position) => file.readInPlace(target, at, length, position) };
}

/** For an item in a file; structure that is read again and again counts too. */
export function itemBudget(bytes: RandomBytes): ItemBudget {
  return new ItemBudget(bytes.size * BYTES_PER_FILE_BYTE + BYTES_FREE);
}

/** Of a whole `.msg`. */
export async function readMsg(bytes: RandomBytes, reader: MessageReader): Promise<ReadItem> {
  const budget = itemBudget(bytes);
  const opened = guarded(() => openMsgFile(bytes, budget));
  if (opened.value === null) {
    const stream = new ChunkStream(chunksOf(bytes));
    const whole = await reader.read(stream);
    const damages = [...opened.damages, ...stream.damages];
    return { whole, outlook: null, marks: [], problems: [{ code: "source.no-item" }], damages };
  }
  const fileSha256 = guarded(() => sha256Of(bytes));
  return readItem(opened.value, budget, { container: "msg", fileSha256: fileSha256.value ?? "" }, reader);
}

/** Of an item that was opened; `budget` is the one it was opened with. */
export async function readItem(
  item: OutlookItem,
  budget: ItemBudget,
  from: Pick<OutlookRecord, "container" | "fileSha256">,
  reader: MessageReader,
): Promise<ReadItem> {
  const stream = new ChunkStream(rebuildMessage(item, budget));
  const whole = await reader.read(stream);
  const messageFlags = item.properties.integer(ids.messageFlags) ?? 0;
  const messageClass = (item.properties.text(ids.messageClass) ?? "").slice(0, CLASS_CHARS_MAX);
  const outlook = { ...from, messageClass, messageFlags };
  return { whole, outlook, marks: marksOf(item), problems: budget.problems, damages: stream.damages };
}

const CLASS_CHARS_MAX = 256;

/** The message, and what has to be said about its file besides. */
export function rebuiltMessage(
  { whole, outlook, marks, problems, damages }: ReadItem,
  place: Place,
  key: string,
): { readonly message: RawMessage; readonly damages: readonly Damage[] } {
  const { bytes, size, sha256 } = whole;
  const all = [...place.problems, ...problems];
  for (const problem of problemsOf(size, bytes.length, damages)) {
    if (!all.some(({ code }) => code === problem.code)) all.push(problem);
  }
  const { path, folder } = place;
  const location = { path, offset: 0, length: size, folder, marks: [...place.marks, ...marks] };
  const fidelity = outlook === null ? "original" : "rebuilt";
  return {
    message: { bytes, size, sha256, key, location, fidelity, outlook, problems: all, atSourceEnd: true },
    damages,
  };
}

/** MS-OXCMSG 2.2.1.6 (flags), MS-OXOFLAG 2.2.1.1 (status), MS-OXOMSG 2.2.1.33 (last verb). */
function marksOf({ properties }: OutlookItem): readonly MarkRecord[] {
  const messageFlags = properties.integer(ids.messageFlags);
  const flagStatus = properties.integer(ids.flagStatus);
  const verb = properties.integer(ids.lastVerb);
  if (messageFlags === null && flagStatus === null && verb === null) return [];
  const flags: string[] = [];
  if (((messageFlags ?? 0) & 0x1) !== 0) flags.push("\\Seen");
  if (((messageFlags ?? 0) & 0x8) !== 0) flags.push("\\Draft");
  if (flagStatus === 2) flags.push("\\Flagged");
  if (verb === 102 || verb === 103) flags.push("\\Answered");
  if (verb === 104) flags.push("$Forwarded");
  return [markOf("outlook", flags)];
}

/** A fault of the file system ends the stream and is named. */
class ChunkStream implements ByteStream {
  readonly damages: Damage[] = [];
  readonly #chunks: Iterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);

  constructor(chunks: Iterator<Buffer>) {
    this.#chunks = chunks;
  }

  read(target: Buffer, at: number, length: number): number {
    while (this.#chunk.length === 0) {
      const next = guarded(() => this.#chunks.next());
      this.damages.push(...next.damages);
      if (next.value === null || next.value.done === true) return 0;
      this.#chunk = next.value.value;
    }
    const count = this.#chunk.copy(target, at, 0, Math.min(length, this.#chunk.length));
    this.#chunk = this.#chunk.subarray(count);
    return count;
  }
}

/** Null and a damage when the file system reports an error; what is none is our own bug and thrown on. */
export function guarded<T>(read: () => T): { readonly value: T | null; readonly damages: readonly Damage[] } {
  try {
    return { value: read(), damages: [] };
  } catch (error) {
    faultOf(error);
    return { value: null, damages: [READ_FAILED] };
  }
}

const READ_FAILED: Damage = {
  code: "io",
  problem: "source.truncated",
  message:
    "could be read only in part: the disk or file system reported an error. What came before was read. Copy the data to a sound disk and scan the copy.",
};

function* chunksOf(bytes: RandomBytes): Generator<Buffer> {
  for (let at = 0; at < bytes.size; at += CHUNK_BYTES) {
    const chunk = readRange(bytes, at, CHUNK_BYTES);
    if (chunk.length === 0) return;
    yield chunk;
  }
}

function sha256Of(bytes: RandomBytes): string {
  const hash = createHash("sha256");
  for (const chunk of chunksOf(bytes)) hash.update(chunk);
  return hash.digest("hex");
}
