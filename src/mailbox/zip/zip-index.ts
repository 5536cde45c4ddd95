/**
 * What must be known of a whole zip before any entry is read: where records lie in its directory, which entries claim
 * the same bytes (HM-140: overlapping bombs), and whether the directory itself is whole. About 32 bytes an entry.
 */
import { limits } from "../../base/limits.ts";
import { type Cursor, openDirectory, type ZipBytes } from "./directory.ts";

/** Records between two known places: what is walked in vain to reach an entry. */
const STRIDE = 64;
/** Size of the fixed part of a local header. */
const LOCAL_HEADER_BYTES = 30;
/** Size of the fixed part of a record. */
const RECORD_BYTES = 46;

export interface ZipIndex {
  /** Entries with a record; they are numbered from 0 in the order of the directory. */
  readonly count: number;
  /** Cursor of every 64th record. */
  readonly places: readonly Cursor[];
  /** By entry number: offset of the local header, -1 where the record is broken. */
  readonly offsets: readonly number[];
  /** By entry number: packed bytes it claims. */
  readonly packedBytes: readonly number[];
  /** Size of the zip. */
  readonly size: number;
  /** Bytes on disk that entries stand for, over all; see `bytesOnDisk`. */
  readonly claimedBytes: number;
  /** Numbers of entries whose bytes another entry, further to the front, claims too. */
  readonly overlapping: ReadonlySet<number>;
  /**
   * `missing`: no directory found · `short`: it ends before the entries it counts · `limit`: more entries than are
   * looked at · `several`: other archives stand before or behind the one whose directory was read · null: whole.
   */
  readonly damage: "missing" | "short" | "limit" | "several" | null;
}

/** `entriesMax`: fewer than the limit for a zip inside an archive, when its budget does not pay for more. */
export async function buildZipIndex(bytes: ZipBytes, entriesMax: number = limits.archiveEntriesMax): Promise<ZipIndex> {
  const directory = await openDirectory(bytes, null);
  const places: Cursor[] = [];
  const offsets: number[] = [];
  const packedBytes: number[] = [];
  if (directory === null) {
    const overlapping: ReadonlySet<number> = new Set();
    return {
      count: 0,
      places,
      offsets,
      packedBytes,
      size: bytes.size,
      claimedBytes: 0,
      overlapping,
      damage: "missing",
    };
  }
  let isOverLimit = false;
  let directoryEnd = directory.start;
  for await (const item of directory.items) {
    isOverLimit = offsets.length >= entriesMax;
    if (isOverLimit) break;
    directoryEnd = item.next;
    if (offsets.length % STRIDE === 0) places.push(item.cursor);
    offsets.push(item.kind === "entry" ? item.entry.relativeOffsetOfLocalHeader : -1);
    packedBytes.push(item.kind === "entry" ? Math.min(item.entry.compressedSize, bytes.size) : 0);
  }
  const count = offsets.length;
  let damage: ZipIndex["damage"] = null;
  if (isOverLimit) damage = "limit";
  else if (count < directory.declared) damage = "short";
  else if (await hasOtherArchives(bytes, lowest(offsets), directoryEnd)) damage = "several";
  const { size } = bytes;
  const whole = { count, places, offsets, packedBytes, size, overlapping: overlaps(offsets, packedBytes), damage };
  return { ...whole, claimedBytes: claimedBytes(whole, 0, count) };
}

const LOCAL_SIGNATURE = Buffer.from("PK\u0003\u0004");
/** The end record of another archive, its comment included, which stands between its directory and the next archive. */
const END_BYTES_MAX = 22 + 0xffff;

/** The lowest offset of an entry; 0 for none. */
function lowest(offsets: readonly number[]): number {
  let low = Number.POSITIVE_INFINITY;
  for (const offset of offsets) if (offset >= 0 && offset < low) low = offset;
  return low === Number.POSITIVE_INFINITY ? 0 : low;
}

/** Archives one behind the other: an entry stands at the very beginning, or soon behind the directory, that the directory does not name. */
async function hasOtherArchives(bytes: ZipBytes, firstEntry: number, directoryEnd: number): Promise<boolean> {
  const before = Buffer.alloc(firstEntry > 0 ? LOCAL_SIGNATURE.length : 0);
  const behind = Buffer.alloc(Math.max(0, Math.min(END_BYTES_MAX + LOCAL_SIGNATURE.length, bytes.size - directoryEnd)));
  for (const [block, at] of [
    [before, 0],
    [behind, directoryEnd],
  ] as const) {
    const count = block.length === 0 ? 0 : await bytes.read(block, 0, block.length, at);
    if (block.subarray(0, count).includes(LOCAL_SIGNATURE)) return true;
  }
  return false;
}

/** By a sweep over the entries in the order of their bytes; the first to claim bytes keeps them. */
function overlaps(offsets: readonly number[], packedBytes: readonly number[]): ReadonlySet<number> {
  const order = Uint32Array.from(offsets.keys()).sort((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0) || a - b);
  const overlapping = new Set<number>();
  let end = 0;
  for (const number of order) {
    const start = offsets[number] ?? -1;
    if (start < 0) continue;
    if (start < end) overlapping.add(number);
    else end = start + LOCAL_HEADER_BYTES + (packedBytes[number] ?? 0);
  }
  return overlapping;
}

/**
 * Bytes on disk that a range of entries stands for, at most the true ones: packed data as far as the file goes, with the
 * fixed parts of local header and record. Entries over the bytes of others count for none. What no entry claims (names,
 * comments, lost entries) goes to the last range. Over all ranges of `zipRanges` the sum is the size of the zip, or
 * what its entries claim if that is more: less than twice as much.
 */
export function bytesOnDisk(index: ZipIndex, start: number, end: number): number {
  const claimed = claimedBytes(index, start, Math.min(end, index.count));
  const isLast = end > index.count || (end === index.count && index.damage === null);
  return isLast ? claimed + Math.max(0, index.size - index.claimedBytes) : claimed;
}

/** Bytes on disk of one entry. */
export function entryBytesOnDisk({ offsets, packedBytes, size, overlapping }: Entries, number: number): number {
  const offset = offsets[number] ?? -1;
  if (offset < 0 || overlapping.has(number)) return 0;
  return RECORD_BYTES + Math.max(0, Math.min(LOCAL_HEADER_BYTES + (packedBytes[number] ?? 0), size - offset));
}

type Entries = Pick<ZipIndex, "offsets" | "packedBytes" | "size" | "overlapping">;

function claimedBytes(entries: Entries, start: number, end: number): number {
  let sum = 0;
  for (let number = start; number < end; number += 1) sum += entryBytesOnDisk(entries, number);
  return sum;
}

/** Where to begin walking to reach entry `number`. */
export function placeBefore(index: ZipIndex, number: number): Cursor | null {
  return index.places[Math.min(Math.floor(number / STRIDE), index.places.length - 1)] ?? null;
}

const SLICE_BYTES = 8 * 1024 * 1024;
const SLICE_ENTRIES = 1024;

/**
 * Ranges of entry numbers, of about 8 MiB packed. A last range of one number behind the last entry stands for what the
 * directory does not tell: it is there when the directory is damaged or names nothing.
 */
export function* zipRanges(index: ZipIndex): Generator<{ start: number; end: number; bytes: number }> {
  let start = 0;
  let bytes = 0;
  for (const [number, packed] of index.packedBytes.entries()) {
    if (number > start && (bytes + packed > SLICE_BYTES || number - start >= SLICE_ENTRIES)) {
      yield { start, end: number, bytes };
      start = number;
      bytes = 0;
    }
    bytes += packed;
  }
  if (index.count > start) yield { start, end: index.count, bytes };
  if (index.damage !== null || index.count === 0) yield { start: index.count, end: index.count + 1, bytes: 0 };
}
