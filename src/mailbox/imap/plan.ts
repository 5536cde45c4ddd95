/**
 * Slices of a folder on a mail server: ranges of UIDs under one UIDVALIDITY, each with the messages in it that must be
 * read. A message is left out when an earlier run read it and the server says the same of it as then.
 */
import type { Plan, PlanMemory, Slice, Source } from "../../ports/mailbox.ts";
import { planFileByFile } from "../file-by-file.ts";
import type { FolderListing, ListedMessage } from "./listing.ts";
import { isAsRead, keyOf, toEntry } from "./wanted.ts";

const SLICE_MESSAGES = 256;
const SLICE_BYTES = 8 * 1024 * 1024;
/** Keys asked for at once. */
const LOOKUP_MESSAGES = 1024;

/** A folder with another UIDVALIDITY is another folder: all of it comes again, and its old places go. */
export async function planImap(source: Source, listing: FolderListing, memory: PlanMemory): Promise<Plan> {
  const { uidValidity } = listing;
  const fingerprint = `1:uidvalidity:${uidValidity}`;
  const before = memory.source?.fingerprint;
  // Without a UIDVALIDITY (0) nothing that was read before can be told again.
  const isOther = before !== undefined && (before !== fingerprint || uidValidity === "0");
  const known = isOther ? { ...memory, source: null } : memory;
  const plan = await planFileByFile(imapSlices(source, listing, known), known, fingerprint);
  return isOther ? { ...plan, state: "changed" } : plan;
}

/** In order of UID. `start` and `end` of a slice are UIDs. */
async function* imapSlices(source: Source, listing: FolderListing, memory: PlanMemory): AsyncGenerator<Slice> {
  let files: string[] = [];
  let bytes = 0;
  let first = 0;
  let end = 0;
  const take = (): Slice => {
    const slice = { source, start: first, end, files, bytes };
    files = [];
    bytes = 0;
    return slice;
  };
  for await (const { message, entry } of unread(listing, memory)) {
    if (files.length === 0) first = message.uid;
    end = message.uid + 1;
    files.push(entry);
    bytes += message.size;
    if (files.length >= SLICE_MESSAGES || bytes >= SLICE_BYTES) yield take();
  }
  if (files.length > 0) yield take();
}

interface Unread {
  readonly message: ListedMessage;
  readonly entry: string;
}

async function* unread(listing: FolderListing, memory: PlanMemory): AsyncGenerator<Unread> {
  let batch: ListedMessage[] = [];
  for (const message of listing.messages()) {
    batch.push(message);
    if (batch.length < LOOKUP_MESSAGES) continue;
    yield* unreadOf(batch, listing.uidValidity, memory);
    batch = [];
  }
  yield* unreadOf(batch, listing.uidValidity, memory);
}

async function* unreadOf(
  batch: readonly ListedMessage[],
  uidValidity: string,
  memory: PlanMemory,
): AsyncGenerator<Unread> {
  const keys = batch.map(({ uid }) => keyOf(uidValidity, uid));
  const known = memory.source === null ? new Map() : await memory.files(keys);
  for (const [i, message] of batch.entries()) {
    const before = known.get(keys[i] ?? "");
    if (!isAsRead(message, before)) yield { message, entry: toEntry(uidValidity, message, before) };
  }
}
