/**
 * The central directory of a zip, entry by entry, from any place in it. One broken record costs that record only, and
 * records that the end record does not count are found as well (HM-142).
 */
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";

/** A zip on disk or in memory. */
export interface ZipBytes {
  readonly size: number;
  read(target: Buffer, at: number, length: number, position: number): number | Promise<number>;
}

/** A place in the directory. */
export interface Cursor {
  readonly number: number;
  readonly offset: number;
}

/** `next`: the offset behind the record. */
export type DirectoryItem =
  | { readonly kind: "entry"; readonly cursor: Cursor; readonly next: number; readonly entry: Entry }
  /** The record is there, but nothing can be made of it; `isEncrypted` says why, if it is known. */
  | { readonly kind: "broken"; readonly cursor: Cursor; readonly next: number; readonly isEncrypted: boolean };

export interface Directory {
  readonly items: AsyncGenerator<DirectoryItem>;
  /** Entries that the end record counts. */
  readonly declared: number;
  readonly start: number;
}

const RECORD_BYTES = 46;
const RECORD_SIGNATURE = 0x02014b50;
const STRONG_ENCRYPTION = 0x40;
const BLOCK_BYTES = 64 * 1024;

/** Null when there is no end record to be found, or it leads nowhere. */
export async function openDirectory(bytes: ZipBytes, from: Cursor | null): Promise<Directory | null> {
  const blocks = new BlockReader(bytes);
  const zip = await openZip(blocks, bytes.size);
  if (zip === null) return null;
  const start = placed(zip).readEntryCursor;
  if (zip.entryCount > 0 && (await recordAt(blocks, start)) === null) return null;
  return { items: walk(blocks, bytes.size, from ?? { number: 0, offset: start }), declared: zip.entryCount, start };
}

async function* walk(blocks: BlockReader, size: number, from: Cursor): AsyncGenerator<DirectoryItem> {
  let zip = await openZip(blocks, size);
  let cursor = from;
  for (;;) {
    const record = await recordAt(blocks, cursor.offset);
    if (zip === null || record === null) return;
    const names = record.readUInt16LE(28) + record.readUInt16LE(30) + record.readUInt16LE(32);
    const next = cursor.offset + RECORD_BYTES + names;
    const entry = await readEntry(zip, cursor);
    if (entry !== null) yield { kind: "entry", cursor, next, entry };
    else {
      yield { kind: "broken", cursor, next, isEncrypted: (record.readUInt16LE(8) & STRONG_ENCRYPTION) !== 0 };
      // After an error the reader gives nothing more: a new one goes on behind the record.
      zip = await openZip(blocks, size);
    }
    cursor = { number: cursor.number + 1, offset: next };
  }
}

/** A copy of the fixed part of a record; null where no record is. */
async function recordAt(blocks: BlockReader, offset: number): Promise<Buffer | null> {
  const record = Buffer.alloc(RECORD_BYTES);
  const count = await blocks.fill(record, 0, RECORD_BYTES, offset);
  return count === RECORD_BYTES && record.readUInt32LE(0) === RECORD_SIGNATURE ? record : null;
}

async function openZip(blocks: BlockReader, size: number): Promise<ZipFile | null> {
  try {
    // Names are decoded here, not there: odd ones must not stop the reading. Sizes are checked while unpacking.
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false };
    return await fromRandomAccessReaderPromise(blocks, size, options);
  } catch {
    return null;
  }
}

function readEntry(zip: ZipFile, cursor: Cursor): Promise<Entry | null> {
  const place = placed(zip);
  place.readEntryCursor = cursor.offset;
  // Behind the last counted entry the reader would stop; where records end is decided by their signature.
  place.entriesRead = 0;
  place.entryCount = Number.MAX_SAFE_INTEGER;
  return new Promise((resolve) => {
    const settle = (entry: Entry | null) => {
      zip.removeAllListeners("entry");
      zip.removeAllListeners("error");
      // An error after this one has nobody to hear it and must not end the process.
      if (entry === null) zip.on("error", () => {});
      resolve(entry);
    };
    zip.once("entry", (entry: Entry) => settle(entry));
    zip.once("error", () => settle(null));
    zip.readEntry();
  });
}

/** The reader's own account of where it is. Its published types call the cursor a boolean. */
interface PlacedZip {
  readEntryCursor: number;
  entriesRead: number;
  entryCount: number;
}

function placed(zip: ZipFile): PlacedZip {
  return zip as unknown as PlacedZip;
}

/** Reads through one block, since records are small and lie side by side. */
class BlockReader extends RandomAccessReader {
  readonly #bytes: ZipBytes;
  readonly #block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  #start = 0;
  #fill = 0;

  constructor(bytes: ZipBytes) {
    super();
    this.#bytes = bytes;
  }

  override read(
    target: Buffer,
    at: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.fill(target, at, length, position).then(
      (count) => callback(count === length ? null : new Error("unexpected end of file")),
      (error: unknown) => callback(error instanceof Error ? error : new Error("unreadable", { cause: error })),
    );
  }

  /** Bytes that were there. */
  async fill(target: Buffer, at: number, length: number, position: number): Promise<number> {
    let done = 0;
    while (done < length) {
      const wanted = position + done;
      const isHeld = wanted >= this.#start && wanted < this.#start + this.#fill;
      if (!isHeld && !(await this.#load(wanted))) break;
      const from = wanted - this.#start;
      done += this.#block.copy(target, at + done, from, Math.min(this.#fill, from + length - done));
    }
    return done;
  }

  async #load(position: number): Promise<boolean> {
    const length = Math.min(BLOCK_BYTES, this.#bytes.size - position);
    this.#fill = 0;
    if (position < 0 || length <= 0) return false;
    this.#start = position;
    this.#fill = await this.#bytes.read(this.#block, 0, length, position);
    return this.#fill > 0;
  }
}
