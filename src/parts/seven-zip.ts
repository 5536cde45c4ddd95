/**
 * 7z archives (7-Zip's `7zFormat.txt`): names of members, whether a password is needed, and their contents where they are stored or packed by
 * LZMA, LZMA2 or deflate alone.
 *
 * Pure and total; bounded by the budget. Filters for programs (BCJ) are not undone: such members are named and not taken out.
 */
import { inflateRawSync } from "node:zlib";
import { limits } from "../base/limits.ts";
import type { ArchiveListing, ArchiveMember } from "./archive-names.ts";
import { lzma, lzma2, lzmaProperties } from "./lzma.ts";
import type { PartBudget } from "./reference.ts";

const HEAD_BYTES = 32;
// biome-ignore format: a table reads by column
const ID = { END: 0, HEADER: 1, ARCHIVE: 2, STREAMS: 4, FILES: 5, PACK: 6, UNPACK: 7, SUBSTREAMS: 8, SIZE: 9, CRC: 10, FOLDER: 11, UNPACK_SIZE: 12, COUNT: 13, EMPTY_STREAM: 14, EMPTY_FILE: 15, NAMES: 17, ENCODED: 23 } as const;
const CODERS_MAX = 4;

interface Folder {
  /** Hexadecimal digits of the methods, the outermost first. */
  readonly methods: readonly string[];
  readonly properties: Buffer;
  readonly packedStreams: number;
  unpackedBytes: number;
  hasDigest: boolean;
}

interface Streams {
  readonly packAt: number;
  readonly packSizes: readonly number[];
  readonly folders: readonly Folder[];
  /** Sizes of the files of each folder. */
  readonly files: readonly (readonly number[])[];
}

/** Null for what is no 7z. */
export function sevenZipListing(bytes: Buffer, budget: PartBudget): ArchiveListing | null {
  if (bytes.toString("latin1", 0, 6) !== "7z\xbc\xaf\x27\x1c" || bytes.length < HEAD_BYTES) return null;
  const start = HEAD_BYTES + Number(bytes.readBigUInt64LE(12));
  const size = Number(bytes.readBigUInt64LE(20));
  let header: Buffer = bytes.subarray(Math.min(start, bytes.length), Math.min(start + size, bytes.length));
  let isEncrypted = false;
  for (let level = 0; level < CODERS_MAX && header[0] === ID.ENCODED; level += 1) {
    const streams = readStreams(new Reader(header, 1));
    isEncrypted ||= streams?.folders.some(needsPassword) === true;
    const content = streams === null || isEncrypted ? null : folderContent(bytes, streams, { index: 0, budget });
    if (content === null) return { members: [], isEncrypted, isComplete: false };
    header = content;
  }
  if (header[0] !== ID.HEADER) return { members: [], isEncrypted: false, isComplete: size === 0 };
  return listing(bytes, new Reader(header, 1), budget);
}

function needsPassword({ methods }: Folder): boolean {
  return methods.includes("06f10701");
}

function listing(bytes: Buffer, reader: Reader, budget: PartBudget): ArchiveListing {
  let streams: Streams | null = null;
  for (let id = reader.number(); id !== ID.END && !reader.isOver; id = reader.number()) {
    if (id === ID.STREAMS) {
      streams = readStreams(reader);
      if (streams === null) break;
    } else if (id === ID.FILES) return fileListing(bytes, reader, { streams, budget });
    else if (id === ID.ARCHIVE) reader.skipProperties();
    else break;
  }
  return { members: [], isEncrypted: streams?.folders.some(needsPassword) === true, isComplete: reader.isAtEnd };
}

function fileListing(
  bytes: Buffer,
  reader: Reader,
  { streams, budget }: { readonly streams: Streams | null; readonly budget: PartBudget },
): ArchiveListing {
  const count = Math.min(reader.number(), limits.partEntriesMax + 1);
  let names: readonly string[] = [];
  let empty: readonly boolean[] = [];
  let emptyFiles: readonly boolean[] = [];
  for (let type = reader.number(); type !== ID.END && !reader.isOver; type = reader.number()) {
    const data = reader.bytes(reader.number());
    if (type === ID.NAMES && data[0] === 0)
      names = data
        .subarray(1, data.length - (1 - (data.length % 2)))
        .toString("utf16le")
        .split("\0");
    else if (type === ID.EMPTY_STREAM) empty = bits(data, count);
    // One bit for each of those without content.
    else if (type === ID.EMPTY_FILE) emptyFiles = bits(data, count);
  }
  const contents = (streams?.folders ?? []).flatMap((folder, index) =>
    pieces(bytes, streams, { folder, index, budget }),
  );
  const members: ArchiveMember[] = [];
  let next = 0;
  let nextEmpty = 0;
  for (let index = 0; index < count && index < names.length; index += 1) {
    if (!budget.takeEntry()) return { members, isEncrypted: members.some((one) => one.isEncrypted), isComplete: false };
    const isEmpty = empty[index] === true;
    const isFolder = isEmpty && emptyFiles[nextEmpty++] !== true;
    const piece = isEmpty ? undefined : contents[next++];
    const name = (names[index] ?? "").replaceAll("\\", "/");
    members.push({
      name,
      isFolder,
      isEncrypted: piece?.isEncrypted ?? false,
      size: piece?.size ?? 0,
      bytes: isEmpty ? Buffer.alloc(0) : (piece?.bytes ?? null),
    });
  }
  return {
    members,
    isEncrypted: members.some((one) => one.isEncrypted),
    isComplete: members.length >= count && count <= names.length,
  };
}

function bits(data: Buffer, count: number): readonly boolean[] {
  return Array.from(
    { length: Math.min(count, data.length * 8) },
    (_, index) => (((data[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1,
  );
}

interface Piece {
  readonly size: number;
  readonly isEncrypted: boolean;
  readonly bytes: Buffer | null;
}

function pieces(
  bytes: Buffer,
  streams: Streams | null,
  { folder, index, budget }: { readonly folder: Folder; readonly index: number; readonly budget: PartBudget },
): readonly Piece[] {
  const sizes = streams?.files[index] ?? [];
  const isEncrypted = needsPassword(folder);
  const content = streams === null || isEncrypted ? null : folderContent(bytes, streams, { index, budget });
  const found: Piece[] = [];
  let at = 0;
  for (const size of sizes) {
    const isThere = content !== null && at + size <= content.length;
    found.push({ size, isEncrypted, bytes: isThere ? content.subarray(at, at + size) : null });
    at += size;
  }
  return found;
}

/** Null where it is packed in a way that is not undone, damaged, or more than may come out. */
function folderContent(
  bytes: Buffer,
  streams: Streams,
  { index, budget }: { readonly index: number; readonly budget: PartBudget },
): Buffer | null {
  const folder = streams.folders[index];
  if (folder === undefined || folder.methods.length !== 1 || folder.packedStreams !== 1) return null;
  const first = streams.folders.slice(0, index).reduce((sum, one) => sum + one.packedStreams, 0);
  const at = HEAD_BYTES + streams.packAt + streams.packSizes.slice(0, first).reduce((sum, one) => sum + one, 0);
  const data = bytes.subarray(Math.min(at, bytes.length), Math.min(bytes.length, at + (streams.packSizes[first] ?? 0)));
  const size = folder.unpackedBytes;
  if (size > budget.bytesLeft) {
    budget.takeBytes(budget.bytesLeft + 1);
    return null;
  }
  // What is damaged costs as if it were whole.
  budget.takeBytes(size);
  return unpackedBy(folder.methods[0] ?? "", data, { size, properties: folder.properties });
}

function unpackedBy(
  method: string,
  data: Buffer,
  { size, properties }: { readonly size: number; readonly properties: Buffer },
): Buffer | null {
  if (method === "00") return data.subarray(0, size);
  if (method === "21") return lzma2(data, size)?.bytes ?? null;
  if (method === "030101") {
    const known = lzmaProperties(properties[0] ?? 255);
    return known === null ? null : lzma(data, known, { size, bytesMax: size });
  }
  if (method !== "040108") return null;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    // Damage.
    return null;
  }
}

function readStreams(reader: Reader): Streams | null {
  let packAt = 0;
  let packSizes: readonly number[] = [];
  let folders: readonly Folder[] = [];
  let files: readonly (readonly number[])[] | null = null;
  for (let id = reader.number(); id !== ID.END && !reader.isOver; id = reader.number()) {
    if (id === ID.PACK) {
      packAt = reader.number();
      packSizes = readPackSizes(reader);
    } else if (id === ID.UNPACK) {
      const read = readFolders(reader);
      if (read === null) return null;
      folders = read;
    } else if (id === ID.SUBSTREAMS) files = readSubstreams(reader, folders);
    else return null;
  }
  return { packAt, packSizes, folders, files: files ?? folders.map(({ unpackedBytes }) => [unpackedBytes]) };
}

function readPackSizes(reader: Reader): readonly number[] {
  const count = Math.min(reader.number(), limits.partEntriesMax);
  let sizes: readonly number[] = [];
  for (let id = reader.number(); id !== ID.END && !reader.isOver; id = reader.number()) {
    if (id === ID.SIZE) sizes = reader.numbers(count);
    else if (id === ID.CRC) reader.digests(count);
    else break;
  }
  return sizes;
}

function readFolders(reader: Reader): readonly Folder[] | null {
  if (reader.number() !== ID.FOLDER) return null;
  const count = Math.min(reader.number(), limits.partEntriesMax);
  // Kept elsewhere: nobody writes that.
  if (reader.number() !== 0) return null;
  const found: { folder: Folder; outs: number }[] = [];
  for (let index = 0; index < count && !reader.isOver; index += 1) {
    const one = readFolder(reader);
    if (one === null) return null;
    found.push(one);
  }
  for (let id = reader.number(); id !== ID.END && !reader.isOver; id = reader.number()) {
    if (id === ID.UNPACK_SIZE) {
      for (const { folder, outs } of found) folder.unpackedBytes = Math.max(0, ...reader.numbers(outs));
    } else if (id === ID.CRC) {
      const known = reader.digests(count);
      for (const [index, { folder }] of found.entries()) folder.hasDigest = known[index] === true;
    } else return null;
  }
  return found.map(({ folder }) => folder);
}

function readFolder(reader: Reader): { readonly folder: Folder; readonly outs: number } | null {
  const coders = reader.number();
  if (coders < 1 || coders > CODERS_MAX) return null;
  const methods: string[] = [];
  let properties: Buffer = Buffer.alloc(0);
  let [ins, outs] = [0, 0];
  for (let index = 0; index < coders; index += 1) {
    const flags = reader.number();
    methods.push(reader.bytes(flags & 15).toString("hex"));
    const isComplex = (flags & 0x10) !== 0;
    ins += isComplex ? reader.number() : 1;
    outs += isComplex ? reader.number() : 1;
    if ((flags & 0x20) !== 0) properties = reader.bytes(reader.number());
  }
  if (ins > 16 || outs > 16) return null;
  reader.numbers(2 * (outs - 1));
  const packedStreams = ins - (outs - 1);
  if (packedStreams > 1) reader.numbers(packedStreams);
  return { folder: { methods, properties, packedStreams, unpackedBytes: 0, hasDigest: false }, outs };
}

function readSubstreams(reader: Reader, folders: readonly Folder[]): readonly (readonly number[])[] {
  let counts = folders.map(() => 1);
  let sizes = folders.map(({ unpackedBytes }): readonly number[] => [unpackedBytes]);
  for (let id = reader.number(); id !== ID.END && !reader.isOver; id = reader.number()) {
    if (id === ID.COUNT) {
      counts = folders.map(() => Math.min(reader.number(), limits.partEntriesMax));
      sizes = folders.map(({ unpackedBytes }, index) => (counts[index] === 1 ? [unpackedBytes] : []));
    } else if (id === ID.SIZE) {
      sizes = folders.map(({ unpackedBytes }, index) => {
        // The last one has what the others leave.
        const stated = reader.numbers(Math.max(0, (counts[index] ?? 0) - 1));
        const rest = unpackedBytes - stated.reduce((sum, one) => sum + one, 0);
        return counts[index] === 0 ? [] : [...stated, Math.max(0, rest)];
      });
    } else if (id === ID.CRC) {
      // A folder of one file may have told its own already.
      reader.digests(
        folders.reduce(
          (sum, { hasDigest }, index) => sum + (counts[index] === 1 && hasDigest ? 0 : (counts[index] ?? 0)),
          0,
        ),
      );
    } else break;
  }
  return sizes;
}

class Reader {
  readonly #data: Buffer;
  #at: number;

  constructor(data: Buffer, at: number) {
    this.#data = data;
    this.#at = at;
  }

  get isOver(): boolean {
    return this.#at > this.#data.length;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#data.length;
  }

  /** As many leading ones as bytes follow; the rest of the first byte is the highest part. */
  number(): number {
    const first = this.#data[this.#at] ?? 0;
    this.#at += 1;
    let mask = 0x80;
    let value = 0;
    for (let index = 0; index < 8; index += 1) {
      if ((first & mask) === 0) return value + (first & (mask - 1)) * 2 ** (8 * index);
      value += (this.#data[this.#at] ?? 0) * 2 ** (8 * index);
      this.#at += 1;
      mask >>= 1;
    }
    return value;
  }

  numbers(count: number): readonly number[] {
    const found: number[] = [];
    while (found.length < count && !this.isOver) found.push(this.number());
    return found;
  }

  bytes(count: number): Buffer {
    const from = Math.min(this.#at, this.#data.length);
    this.#at += count;
    return this.#data.subarray(from, Math.min(this.#at, this.#data.length));
  }

  /** Which of them are told; they themselves are stepped over. */
  digests(count: number): readonly boolean[] {
    const known =
      this.number() !== 0 ? Array.from({ length: count }, () => true) : bits(this.bytes(Math.ceil(count / 8)), count);
    this.bytes(known.filter((one) => one).length * 4);
    return known;
  }

  skipProperties(): void {
    for (let type = this.number(); type !== ID.END && !this.isOver; type = this.number()) this.bytes(this.number());
  }
}
