/** Items of a range of zip entries: mboxes, messages, and archives in the archive. */
import type { Entry } from "yauzl";
import type { SliceItem } from "../../ports/mailbox.ts";
import { shown } from "../files/names.ts";
import { notCovered } from "../files/not-covered.ts";
import { Tally } from "../files/tally.ts";
import { entryLabel } from "../folder-label.ts";
import { BOMB } from "../gzip/gunzip.ts";
import { damageItem, notCoveredItem, type Place } from "../items.ts";
import { maildirMarks } from "../maildir/names.ts";
import { readContent, type Unpacking } from "../packed.ts";
import { openDirectory, type ZipBytes } from "./directory.ts";
import { entryName, isOddName } from "./entry-name.ts";
import { EntryStream } from "./entry-stream.ts";
import { localDataStart, type PackedEntry } from "./local-header.ts";
import { salvageEntries } from "./salvage.ts";
import { entryBytesOnDisk, placeBefore, type ZipIndex } from "./zip-index.ts";

/** `level` counts the archives around this zip. */
export interface ZipReading {
  readonly bytes: ZipBytes;
  readonly index: ZipIndex;
  /** The zip itself. */
  readonly place: Place;
  /** Its budget is that of the slice. */
  readonly unpacking: Omit<Unpacking, "onOther">;
}

/** An entry that can be tried. */
interface Candidate {
  readonly number: number;
  readonly name: string;
  readonly packed: PackedEntry;
}

export async function* readZipRange(reading: ZipReading, start: number, end: number): AsyncGenerator<SliceItem> {
  const { index, place } = reading;
  const tally = new Tally(place.path, SENTENCES);
  for await (const candidate of candidates(reading, start, Math.min(end, index.count), tally)) {
    if (yield* stopsAtBomb(reading)) break;
    yield* readEntry(candidate, reading, tally);
  }
  if (end > index.count) {
    yield* directoryRemarks(reading);
    if (index.damage !== null) yield* readSalvaged(reading, tally);
  }
  for (const item of tally.items()) yield notCoveredItem(item);
}

/** In a zip inside an archive nothing more can come; entries of an outermost zip have a reserve each. */
function* stopsAtBomb({ place, unpacking }: ZipReading): Generator<SliceItem, boolean> {
  if (unpacking.level === 0 || !unpacking.budget.isSpent) return false;
  yield damageItem(place.path, BOMB);
  return true;
}

async function* candidates(
  { bytes, index, place }: ZipReading,
  start: number,
  end: number,
  tally: Tally,
): AsyncGenerator<Candidate> {
  const from = placeBefore(index, start);
  const directory = start < end && from !== null ? await openDirectory(bytes, from) : null;
  if (directory === null) return;
  for await (const item of directory.items) {
    const { number } = item.cursor;
    if (number >= end) break;
    if (number < start) continue;
    if (item.kind === "broken") {
      tally.add(item.isEncrypted ? "encrypted" : "damaged", entryPath(place, `entry ${number}`));
      continue;
    }
    const { entry } = item;
    const name = entryName(entry.fileNameRaw, entry.generalPurposeBitFlag, entry.extraFieldRaw);
    if (name.endsWith("/") && entry.uncompressedSize === 0) continue;
    if (index.overlapping.has(number)) tally.add("overlap", entryPath(place, name));
    else {
      const packed = await packedEntry(bytes, entry);
      if (packed === null) tally.add("damaged", entryPath(place, name));
      else yield { number, name, packed };
    }
  }
}

async function packedEntry(bytes: ZipBytes, entry: Entry): Promise<PackedEntry | null> {
  const start = await localDataStart(bytes, entry.relativeOffsetOfLocalHeader);
  if (start === null) return null;
  return {
    start,
    end: start + entry.compressedSize,
    method: entry.compressionMethod,
    isEncrypted: entry.isEncrypted(),
    size: entry.uncompressedSize,
    crc: entry.crc32,
  };
}

async function* readEntry({ number, name, packed }: Candidate, reading: ZipReading, tally: Tally) {
  const { unpacking, place: zip } = reading;
  if (packed.isEncrypted) return tally.add("encrypted", entryPath(zip, name));
  if (packed.method !== 0 && packed.method !== 8) return tally.add("unsupported-method", entryPath(zip, name));
  const { budget } = unpacking;
  if (unpacking.level === 0) budget.beginEntry(diskBytes(reading, number, packed));
  budget.addOpening();
  const stream = new EntryStream(reading.bytes, packed, budget);
  const fileName = name.slice(name.lastIndexOf("/") + 1);
  const place: Place = {
    path: entryPath(zip, name),
    folder: entryLabel(name, zip.folder),
    marks: maildirMarks(name),
    keyPrefix: `${zip.keyPrefix}${number}:`,
    problems: isOddName(name) ? [...zip.problems, { code: "zip.odd-name" }] : zip.problems,
  };
  const onOther = (code: string, { path }: Place) => tally.add(code, path);
  try {
    yield* readContent(stream, place, { ...unpacking, level: unpacking.level + 1, name: fileName, onOther });
  } finally {
    stream.close();
  }
}

/** Entries that the directory does not name claim their own packed bytes; the budget grants none twice. */
function diskBytes({ index }: ZipReading, number: number, { start, end }: PackedEntry): number {
  return number < index.count ? entryBytesOnDisk(index, number) : end - start;
}

function entryPath(zip: Place, name: string): string {
  return `${zip.path}!/${name}`;
}

function* directoryRemarks(reading: ZipReading): Generator<SliceItem> {
  const { index, place } = reading;
  if (index.damage !== null) yield* directoryRemark(reading, index.damage);
  else {
    const message = `${shown(place.path)} is an empty zip, so there is nothing to search in it.`;
    yield notCoveredItem(notCovered(place.path, "empty", message));
  }
}

function* directoryRemark({ place }: ZipReading, damage: keyof typeof DIRECTORY_DAMAGE): Generator<SliceItem> {
  const { code, message } = DIRECTORY_DAMAGE[damage];
  yield notCoveredItem(notCovered(place.path, code, `${shown(place.path)} ${message}`));
}

/** Entries found by their own headers, numbered on from the directory's. */
async function* readSalvaged(reading: ZipReading, tally: Tally): AsyncGenerator<SliceItem> {
  if (reading.index.damage === "limit") return;
  let number = reading.index.count;
  for await (const salvaged of salvageEntries(reading.bytes, new Set(reading.index.offsets))) {
    if (salvaged === null) yield* directoryRemark(reading, "limit");
    if (salvaged === null || (yield* stopsAtBomb(reading))) break;
    yield* readEntry({ number, ...salvaged }, reading, tally);
    number += 1;
  }
}

const DIRECTORY_DAMAGE = {
  missing: {
    code: "truncated",
    message:
      "has no directory (its end is missing or damaged). Its entries were looked for one by one and read as far as they go; some may be missing. Look for a whole copy of the file.",
  },
  short: {
    code: "truncated",
    message:
      "has a directory that breaks off before its last entry. Further entries were looked for one by one and read as far as they go; some may be missing. Look for a whole copy of the file.",
  },
  several: {
    code: "several-archives",
    message:
      "is several zips one behind the other. The last one's directory was read; the entries of the others were looked for one by one and read as far as they go.",
  },
  limit: {
    code: "limit",
    message: "has more entries than any mail; the rest was not read. Unpack it yourself and scan the result.",
  },
} as const;

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ["no-mail", "no mail in a format that is known here, so not searched."],
  ["empty", "empty, so there is nothing to search."],
  ["unsupported", "perhaps mail, in a format that is not read yet. Unpack or export it to mbox or eml and scan that."],
  ["encrypted", "encrypted, so not read. Unpack with the password and scan the result."],
  [
    "unsupported-method",
    "packed in a way that is not read here (only stored and deflated are). Unpack with another program and scan the result.",
  ],
  [
    "overlap",
    "at the same place in the archive as other entries, as in a zip bomb; not read twice. No honest program writes such a zip.",
  ],
  ["damaged", "damaged: their place in the archive holds no entry. Look for a sound copy of the archive."],
]);
