/**
 * Items of a slice of a folder on a mail server.
 *
 * Small messages come many at a time, large ones in pieces, so that at most a few MiB lie in memory whatever a message's
 * size is. A message that cannot be had costs itself alone: it is named, and stays to be read by the next scan. Order: by
 * UID, whatever the server's order is. Bytes are as the server keeps them (`BODY.PEEK[]`).
 */
import type { FetchMessageObject } from "imapflow";
import { limits } from "../../base/limits.ts";
import type { Problem } from "../../base/problem.ts";
import { ok, type Result } from "../../base/result.ts";
import type { Slice, SliceItem } from "../../ports/mailbox.ts";
import type { ByteStream, Damage } from "../byte-stream.ts";
import { shown } from "../files/names.ts";
import { notCovered } from "../files/not-covered.ts";
import { damageItem, messageItem, notCoveredItem, problemsOf } from "../items.ts";
import type { MessageReader, WholeMessage } from "../single.ts";
import { faultItem, type ImapFault, isOfAccount } from "./faults.ts";
import { flagBits, imapMarks } from "./listing.ts";
import type { ImapSession, OpenFolder } from "./session.ts";
import { messageUrl, parseImapUrl } from "./url.ts";
import { fromEntry, toMemory, uidValidityOf, type Wanted } from "./wanted.ts";

/** Bytes asked for at once, by promise. */
const PIECE_BYTES = 4 * 1024 * 1024;
const GROUP_MESSAGES = 64;
/** Where the key of a place ends and the hash of its second content begins. */
const HASH_CHARS = 12;

/** A message as it came. */
interface Fetched {
  /** As the server writes them. */
  readonly flags: readonly string[];
  /** Gmail's; empty elsewhere. */
  readonly labels: readonly string[];
  readonly source: Buffer;
}

/** What all messages of a slice share. */
interface Reading {
  readonly slice: Slice;
  readonly folder: OpenFolder;
  readonly session: ImapSession;
  readonly messages: MessageReader;
}

export async function* readImapSlice(
  slice: Slice,
  session: ImapSession,
  messages: MessageReader,
): AsyncGenerator<SliceItem> {
  const parsed = parseImapUrl(slice.source.path);
  const path = parsed.ok ? parsed.value.folder : null;
  if (path === null) throw new TypeError("a source on a mail server is one of its folders");
  const reading = { slice, folder: { path, uidValidity: uidValidityOf(slice.files) }, session, messages };
  const gone: Wanted[] = [];
  for (const group of groupsOf(slice.files.map(fromEntry))) {
    const fault = yield* readGroup(group, reading, gone);
    if (fault === null) continue;
    yield notCoveredItem(faultItem(slice.source.path, fault));
    break;
  }
  const [first] = gone;
  if (first !== undefined) yield goneItem(first, gone.length, reading);
}

/** Neighbours that are together not larger than a piece. A larger message is a group of its own. */
function* groupsOf(wanted: readonly Wanted[]): Generator<readonly Wanted[]> {
  let group: Wanted[] = [];
  let bytes = 0;
  for (const one of wanted) {
    if (group.length > 0 && (bytes + one.size > PIECE_BYTES || group.length === GROUP_MESSAGES)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(one);
    bytes += one.size;
  }
  if (group.length > 0) yield group;
}

/** The fault is one of the whole slice. */
async function* readGroup(
  group: readonly Wanted[],
  reading: Reading,
  gone: Wanted[],
): AsyncGenerator<SliceItem, ImapFault | null> {
  const [first] = group;
  if (group.length === 1 && first !== undefined) return yield* readOne(first, reading, gone);
  const fetched = await fetchGroup(group, reading);
  if (fetched.ok) {
    for (const wanted of group) {
      const found = fetched.value.get(wanted.uid);
      if (found === undefined) gone.push(wanted);
      else yield await wholeItem(wanted, found, reading);
    }
    return null;
  }
  if (endsSlice(fetched.error)) return fetched.error;
  // One of them is at fault: each is asked for by itself.
  for (const wanted of group) {
    const fault = yield* readOne(wanted, reading, gone);
    if (fault !== null) return fault;
  }
  return null;
}

async function* readOne(wanted: Wanted, reading: Reading, gone: Wanted[]): AsyncGenerator<SliceItem, ImapFault | null> {
  const first = await fetchPiece(wanted.uid, 0, reading);
  if (!first.ok) {
    if (endsSlice(first.error)) return first.error;
    yield notCoveredItem(faultItem(placeOf(wanted, reading), first.error));
    return null;
  }
  if (first.value === null) gone.push(wanted);
  else if (first.value.source.length < PIECE_BYTES) yield await wholeItem(wanted, first.value, reading);
  else {
    const stream = new PieceStream(first.value.source, (offset) => fetchPiece(wanted.uid, offset, reading));
    const whole = await reading.messages.read(stream);
    yield toItem(wanted, whole, { ...first.value, damages: stream.damages }, reading);
    for (const damage of stream.damages) yield damageItem(placeOf(wanted, reading), damage);
  }
  return null;
}

function endsSlice(fault: ImapFault): boolean {
  return isOfAccount(fault) || fault.code === "renewed" || fault.code === "not-found" || fault.code === "refused";
}

const MARKS = { uid: true, flags: true, labels: true } as const;

/** Null for a row without a body: a server may tell of flags at any time. */
function fetchedOf({ uid, flags, labels, source }: FetchMessageObject): (Fetched & { readonly uid: number }) | null {
  if (uid === undefined || source === undefined) return null;
  return { uid, flags: [...(flags ?? [])], labels: [...(labels ?? [])], source };
}

/** By UID. A UID that comes twice counts as it came first; one that was not asked for is passed over. */
function fetchGroup(
  group: readonly Wanted[],
  { session, folder }: Reading,
): Promise<Result<ReadonlyMap<number, Fetched>, ImapFault>> {
  const uids = new Set(group.map(({ uid }) => uid));
  return session.inFolder(folder, async (connection) => {
    const found = new Map<number, Fetched>();
    const expected = { rowsMax: 4 * group.length + 100, bytes: PIECE_BYTES, bytesMax: 3 * PIECE_BYTES };
    const query = { ...MARKS, source: true };
    const done = await connection.fetch(uidSet(group), query, expected, (row) => {
      const fetched = fetchedOf(row);
      if (fetched !== null && uids.has(fetched.uid) && !found.has(fetched.uid)) found.set(fetched.uid, fetched);
    });
    return done.ok ? ok(found) : done;
  });
}

/** `1:3,7`: runs of neighbours keep the command short. UIDs ascend. */
function uidSet(group: readonly Wanted[]): string {
  const runs: [first: number, last: number][] = [];
  for (const { uid } of group) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] + 1 === uid) run[1] = uid;
    else runs.push([uid, uid]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}:${last}`)).join(",");
}

/** At most a piece of the message from `offset` on; null when the server does not have the message any more. */
function fetchPiece(
  uid: number,
  offset: number,
  { session, folder }: Reading,
): Promise<Result<Fetched | null, ImapFault>> {
  return session.inFolder(folder, async (connection) => {
    let found: Fetched | null = null;
    const query = { ...MARKS, source: { start: offset, maxLength: PIECE_BYTES } };
    // A server that knows no pieces sends all of it.
    const expected = { rowsMax: 100, bytes: PIECE_BYTES, bytesMax: limits.imapResponseBytesMax };
    const done = await connection.fetch(`${uid}`, query, expected, (row) => {
      const fetched = fetchedOf(row);
      if (fetched?.uid === uid) found ??= fetched;
    });
    return done.ok ? ok(found) : done;
  });
}

/** A message that is in memory. */
async function wholeItem(wanted: Wanted, fetched: Fetched, reading: Reading): Promise<SliceItem> {
  const whole = await reading.messages.read(new HeldStream(fetched.source));
  return toItem(wanted, whole, { ...fetched, damages: [] }, reading);
}

function toItem(
  wanted: Wanted,
  { bytes, size, sha256 }: WholeMessage,
  { flags, labels, damages }: Omit<Fetched, "source"> & { readonly damages: readonly Damage[] },
  reading: Reading,
): SliceItem {
  const problems: Problem[] = problemsOf(size, bytes.length, damages);
  // A UID names the same bytes for ever (RFC 3501 2.3.1.1). Where it does not, both are kept, each at a place of its own.
  const isOther = wanted.sha256 !== null && wanted.sha256 !== sha256;
  if (isOther) problems.push({ code: "source.uid-reused" });
  const key = isOther ? `${wanted.key}:${sha256.slice(0, HASH_CHARS)}` : wanted.key;
  const path = placeOf(wanted, reading);
  const location = {
    path,
    offset: 0,
    length: size,
    folder: reading.slice.source.folder,
    marks: [imapMarks(flags, labels)],
  };
  return messageItem(
    { bytes, size, sha256, key, location, problems, atSourceEnd: false },
    toMemory(wanted.size, flagBits(flags), sha256),
  );
}

function placeOf({ uid }: Wanted, { slice, folder }: Reading): string {
  return messageUrl(slice.source.path, folder.uidValidity ?? "0", uid);
}

function goneItem(first: Wanted, count: number, reading: Reading): SliceItem {
  const path = placeOf(first, reading);
  const others = count === 1 ? "" : ` and ${count - 1} more`;
  const message = `${shown(path)}${others}: on the server when the folder was listed, and gone when it was to be read (deleted or moved meanwhile), so not searched. If it matters, look in the trash and in backups.`;
  return notCoveredItem(notCovered(path, "gone", message));
}

/** Bytes that are in memory. */
class HeldStream implements ByteStream {
  readonly damages: readonly Damage[] = [];
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  read(target: Buffer, at: number, length: number): number {
    const count = this.#bytes.copy(target, at, this.#at, this.#at + length);
    this.#at += count;
    return count;
  }
}

/** A message that comes piece by piece. It ends with the first piece that is shorter than was asked for. */
class PieceStream implements ByteStream {
  readonly damages: Damage[] = [];
  readonly #next: (offset: number) => Promise<Result<Fetched | null, ImapFault>>;
  #piece: Buffer;
  #at = 0;
  #offset: number;
  #isLast: boolean;

  constructor(first: Buffer, next: (offset: number) => Promise<Result<Fetched | null, ImapFault>>) {
    this.#piece = first;
    this.#offset = first.length;
    // A server that knows no pieces has sent all of it.
    this.#isLast = first.length !== PIECE_BYTES;
    this.#next = next;
  }

  async read(target: Buffer, at: number, length: number): Promise<number> {
    if (this.#at === this.#piece.length) await this.#refill();
    const count = this.#piece.copy(target, at, this.#at, this.#at + length);
    this.#at += count;
    return count;
  }

  async #refill(): Promise<void> {
    if (this.#isLast) return;
    const next = this.#offset > BYTES_MAX ? ok(null) : await this.#next(this.#offset);
    this.#piece = next.ok && next.value !== null ? next.value.source : Buffer.alloc(0);
    this.#at = 0;
    this.#offset += this.#piece.length;
    this.#isLast = this.#piece.length !== PIECE_BYTES;
    if (!next.ok) this.#stop("connection", `ends too early: after ${this.#offset} bytes it ${next.error.message}`);
    else if (next.value === null) this.#stop("truncated", `ends too early: after ${this.#offset} bytes no more came.`);
  }

  #stop(code: string, message: string): void {
    this.damages.push({ code, problem: "source.truncated", message });
  }
}

/** Bytes of one message that are fetched: no mail is larger, and a server could send for ever. */
const BYTES_MAX = 32 * limits.messageBytesMax;
