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
   * looked at · null: whole.
   */
  readonly damage: "missing" | "short" | "limit" | null;
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
  for await (const item of directory.items) {
    isOverLimit = offsets.length >= entriesMax;
    if (isOverLimit) break;
    if (offsets.length % STRIDE === 0) places.push(item.cursor);
    offsets.push(item.kind === "entry" ? item.entry.relativeOffsetOfLocalHeader : -1);
    packedBytes.push(item.kind === "entry" ? Math.min(item.entry.compressedSize, bytes.size) : 0);
  }
  const count = offsets.length;
  const damage: ZipIndex["damage"] = isOverLimit ? "limit" : count < directory.declared ? "short" : null;
  const { size } = bytes;
  const whole = { count, places, offsets, packedBytes, size, overlapping: overlaps(offsets, packedBytes), damage };
  return { ...whole, claimedBytes: claimedBytes(whole, 0, count) };
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
