/**
 * Items of a stream, whatever it turns out to be: an mbox, one message, or an archive of any of these. Shared by packed
 * files and the entries of archives; knows nothing of either.
 */
import { limits } from "../base/limits.ts";
import type { SliceItem } from "../ports/mailbox.ts";
import { type ByteStream, type Damage, PeekedStream, readFully } from "./byte-stream.ts";
import { readEmlx } from "./emlx/read.ts";
import { type ExpansionBudget, HELD_BYTES_MAX, HeldBytes } from "./expansion.ts";
import { GunzipStream, type Reopen } from "./gzip/gunzip.ts";
import { damageItem, type Place, wholeMessageItem } from "./items.ts";
import { readMbox, WHOLE } from "./mbox/read.ts";
import { contentKind, SNIFF_BYTES, SNIFF_BYTES_MAX, wantsMore } from "./sniff.ts";
import type { Workspace } from "./workspace.ts";
import { UnzstdStream } from "./zstd/unzstd.ts";

/** The outermost file, while nothing of it was unpacked yet. */
export interface OnDisk {
  readonly size: number;
  /** The file once more, from an offset. */
  readonly reopen: Reopen;
}

/** What reading inside an archive needs to know at every level. */
export interface Unpacking {
  readonly budget: ExpansionBudget;
  /** Archives around the stream. */
  readonly level: number;
  /** Last part of the name, a hint to what it is. */
  readonly name: string;
  readonly workspace: Workspace;
  /** Null inside an archive. */
  readonly disk: OnDisk | null;
  /** Reads a zip that lies in memory; handed in, since a zip holds streams in turn. */
  readonly readZip: (bytes: HeldBytes, place: Place, unpacking: Unpacking) => AsyncIterable<SliceItem>;
  /** Reads a tar; handed in for the same reason. */
  readonly readTar: (stream: ByteStream, place: Place, unpacking: Unpacking) => AsyncIterable<SliceItem>;
  /** Told of streams that hold no mail, by code: `no-mail`, `unsupported`, `empty`. */
  readonly onOther: (code: string, place: Place) => void;
}

export async function* readContent(stream: ByteStream, place: Place, unpacking: Unpacking): AsyncGenerator<SliceItem> {
  const { head, kind } = await peek(stream, unpacking.name);
  const whole = new PeekedStream(head, stream);
  switch (kind) {
    case "mbox":
      yield* readMbox(whole, WHOLE, place, unpacking.workspace.windows);
      return;
    case "message":
      yield* readMessage(whole, place, unpacking);
      return;
    case "emlx":
      yield* readApple(whole, place, unpacking);
      return;
    case "gzip":
      yield* readGzip(whole, place, unpacking);
      return;
    case "zstd":
      yield* readZstd(whole, place, unpacking);
      return;
    case "tar":
      if (unpacking.level >= limits.archiveDepthMax) yield damageItem(place.path, TOO_DEEP);
      else yield* unpacking.readTar(whole, place, unpacking);
      return;
    case "zip":
      yield* readNestedZip(whole, place, unpacking);
      return;
    default:
      for (const damage of stream.damages) yield damageItem(place.path, damage);
      if (stream.damages.length === 0) unpacking.onOther(kind === "none" ? "no-mail" : kind, place);
  }
}

async function peek(stream: ByteStream, name: string): Promise<{ head: Buffer; kind: ReturnType<typeof contentKind> }> {
  const head = Buffer.allocUnsafe(SNIFF_BYTES);
  const filled = await readFully(stream, head, 0, head.length);
  const short = head.subarray(0, filled);
  const kind = contentKind(short, name, filled < head.length);
  if (!wantsMore(kind) || filled < head.length) return { head: short, kind };
  const longer = Buffer.allocUnsafe(SNIFF_BYTES_MAX);
  short.copy(longer);
  const all = longer.subarray(0, filled + (await readFully(stream, longer, filled, longer.length - filled)));
  return { head: all, kind: contentKind(all, name, all.length < longer.length) };
}

async function* readMessage(stream: ByteStream, place: Place, unpacking: Unpacking): AsyncGenerator<SliceItem> {
  const whole = await unpacking.workspace.messages.read(stream);
  yield wholeMessageItem(whole, place, stream.damages);
  for (const damage of stream.damages) yield damageItem(place.path, damage);
}

async function* readApple(stream: ByteStream, place: Place, unpacking: Unpacking): AsyncGenerator<SliceItem> {
  const emlx = await readEmlx(stream, unpacking.workspace.messages);
  const { offset, marks, problems } = emlx;
  const damages = [...emlx.damages, ...stream.damages];
  const at = { ...place, marks: [...place.marks, ...marks], problems: [...place.problems, ...problems] };
  yield wholeMessageItem(emlx, at, damages, offset);
  for (const damage of damages) yield damageItem(place.path, damage);
}

async function* readGzip(stream: ByteStream, place: Place, unpacking: Unpacking): AsyncGenerator<SliceItem> {
  const unpacked = new GunzipStream(stream, unpacking.budget, unpacking.disk?.reopen ?? null);
  yield* readUnpacked(unpacked, place, unpacking);
}

async function* readZstd(stream: ByteStream, place: Place, unpacking: Unpacking): AsyncGenerator<SliceItem> {
  yield* readUnpacked(new UnzstdStream(stream, unpacking.budget), place, unpacking);
}

/** One stream that was packed, under the name that it had before. */
async function* readUnpacked(
  unpacked: GunzipStream | UnzstdStream,
  place: Place,
  unpacking: Unpacking,
): AsyncGenerator<SliceItem> {
  const { level, name } = unpacking;
  try {
    if (level >= limits.archiveDepthMax) yield damageItem(place.path, TOO_DEEP);
    else yield* readContent(unpacked, place, { ...unpacking, level: level + 1, name: unpackedName(name), disk: null });
  } finally {
    unpacked.close();
  }
}

function unpackedName(name: string): string {
  return name.replace(/\.t(?:gz|zst)$/i, ".tar").replace(/\.(?:gz|zstd?)$/i, "");
}

async function* readNestedZip(stream: ByteStream, place: Place, unpacking: Unpacking): AsyncGenerator<SliceItem> {
  if (unpacking.level >= limits.archiveDepthMax) {
    yield damageItem(place.path, TOO_DEEP);
    return;
  }
  const held = new HeldBytes(unpacking.budget);
  try {
    const fits = await held.fillFrom(stream);
    for (const damage of stream.damages) yield damageItem(place.path, damage);
    // What came out before the budget was spent has no directory: the stop was named above.
    if (fits && unpacking.budget.isSpent) return;
    if (fits) yield* unpacking.readZip(held, place, unpacking);
    else yield damageItem(place.path, TOO_LARGE);
  } finally {
    held.release();
  }
}

const TOO_DEEP: Damage = {
  code: "limit",
  problem: null,
  message: `lies in more than ${limits.archiveDepthMax} archives inside each other and was not read. If it holds mail, unpack it yourself and scan the result.`,
};

const TOO_LARGE: Damage = {
  code: "limit",
  problem: null,
  message: `is a zip inside an archive with more than ${HELD_BYTES_MAX >> 20} MiB and was not read. Unpack the outer archive yourself and scan the result.`,
};
