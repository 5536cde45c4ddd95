/**
 * Compound files (MS-CFB): the little file system inside a file that `.msg` and `.oft` are.
 *
 * Total on any bytes: what is broken is left out and noted. Every walk is bounded: a chain of sectors has no more steps
 * than the file has sectors and stops where it comes round again, a directory entry belongs to one storage only, and
 * nothing is allocated by a claimed size. Memory: the allocation tables (at most 1/128 and 1/16 of the file) and the directory.
 *
 *     header 512 | sector 0 | sector 1 | …        sector n lies at (n + 1) << sectorShift
 *     DIFAT: which sectors hold the FAT · FAT: next sector of each sector · mini FAT: the same for 64-byte sectors
 */
import { limits } from "../../base/limits.ts";
import type { ItemBudget } from "./item-budget.ts";
import { type RandomBytes, readRange } from "./random-bytes.ts";

const MAGIC = Buffer.from("d0cf11e0a1b11ae1", "hex");
const HEADER_BYTES = 512;
const HEADER_DIFAT = 76;
const HEADER_DIFAT_ENTRIES = 109;
const ENTRY_BYTES = 128;
const MINI_SHIFT = 6;
const MINI_CUTOFF = 4096;
/** Sector numbers above are marks: free, end of chain, FAT, DIFAT. */
const SECTOR_MAX = 0xfffffff9;
const NO_ENTRY = 0xffffffff;
/** Sectors that are read at once when they lie side by side. */
const RUN_BYTES = 64 * 1024;

/** `root` belongs to the file itself. */
export type EntryKind = "storage" | "stream" | "root";

export interface CompoundEntry {
  readonly number: number;
  readonly name: string;
  readonly kind: EntryKind;
  readonly startSector: number;
  /** As claimed, at most the size of the file. */
  readonly size: number;
}

/** True for bytes that begin like a compound file. */
export function isCompoundFile(head: Uint8Array): boolean {
  return head[0] === MAGIC[0] && head.length >= MAGIC.length && MAGIC.equals(head.subarray(0, MAGIC.length));
}

/** Null when the header is none, or no directory can be found. */
export function openCompoundFile(bytes: RandomBytes, budget: ItemBudget): CompoundFile | null {
  const header = readRange(bytes, 0, HEADER_BYTES);
  if (header.length < HEADER_BYTES || !isCompoundFile(header)) return null;
  const file = new CompoundFile(bytes, header, budget);
  return file.root === null ? null : file;
}

export class CompoundFile {
  readonly root: CompoundEntry | null;
  readonly #bytes: RandomBytes;
  readonly #budget: ItemBudget;
  readonly #sectorShift: number;
  readonly #sectorCount: number;
  readonly #fat: Uint32Array;
  readonly #directory: Buffer;
  readonly #miniFat: Uint32Array;
  /** Sectors of the mini stream. */
  readonly #miniSectors: readonly number[];
  /** Entries that a storage has claimed: the tree stays a tree. */
  readonly #claimed: Uint8Array;

  /** `header` has 512 bytes. */
  constructor(bytes: RandomBytes, header: Buffer, budget: ItemBudget) {
    this.#bytes = bytes;
    this.#budget = budget;
    this.#sectorShift = this.#shiftOf(header);
    this.#sectorCount = Math.max(0, Math.ceil(bytes.size / this.#sectorBytes) - 1);
    this.#fat = this.#readFat(header);
    this.#directory = this.#readDirectory(header);
    this.#claimed = new Uint8Array(this.#directory.length / ENTRY_BYTES);
    this.#claimed[0] = 1;
    this.root = this.#entry(0);
    this.#miniFat = toTable(this.#readChain(header.readUInt32LE(60), this.#bytes.size / 16 + this.#sectorBytes));
    this.#miniSectors = this.root === null ? [] : this.#sectors(this.root.startSector, this.root.size);
  }

  /** Entries of a storage, in the order of its directory. A second call for the same storage gives nothing. */
  children(storage: CompoundEntry): readonly CompoundEntry[] {
    const found: CompoundEntry[] = [];
    const open: number[] = [];
    const push = (number: number) => {
      if (number === NO_ENTRY) return;
      if (number < this.#claimed.length && this.#claimed[number] === 0) {
        this.#claimed[number] = 1;
        open.push(number);
      } else this.#budget.note("outlook.directory-loop");
    };
    push(this.#directory.readUInt32LE(storage.number * ENTRY_BYTES + 76));
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      const entry = this.#entry(number);
      if (entry === null) continue;
      found.push(entry);
      push(this.#directory.readUInt32LE(number * ENTRY_BYTES + 72));
      push(this.#directory.readUInt32LE(number * ENTRY_BYTES + 68));
    }
    // Binary order: what a client shows first does not hang on the shape of the tree.
    return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.number - b.number));
  }

  /** At most `bytesMax` bytes of a stream. */
  readAll(stream: CompoundEntry, bytesMax: number): Buffer {
    const chunks: Buffer[] = [];
    let left = bytesMax;
    for (const chunk of this.read(stream)) {
      chunks.push(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) break;
    }
    return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
  }

  /** Chunks of a stream; it ends early where the file does. Charged to the budget. */
  *read(stream: CompoundEntry): Generator<Buffer> {
    let left = stream.size;
    for (const chunk of stream.size < MINI_CUTOFF ? this.#miniChunks(stream) : this.#chunks(stream)) {
      const granted = this.#budget.takeBytes(Math.min(left, chunk.length));
      if (granted > 0) yield chunk.subarray(0, granted);
      left -= granted;
      if (left <= 0) return;
      if (granted < chunk.length) return;
    }
    if (left > 0) this.#budget.note("source.truncated");
  }

  get #sectorBytes(): number {
    return 1 << this.#sectorShift;
  }

  /** A table with an entry for each sector of the file is complete. */
  get #tableBytesMax(): number {
    return this.#sectorCount * 4 + this.#sectorBytes;
  }

  /** MS-CFB 2.2: 9 in version 3, 12 in version 4; another one is a lie and judged by the version. */
  #shiftOf(header: Buffer): number {
    const claimed = header.readUInt16LE(30);
    if (claimed === 9 || claimed === 12) return claimed;
    this.#budget.note("outlook.sector-size");
    return header.readUInt16LE(26) === 4 ? 12 : 9;
  }

  #offset(sector: number): number {
    return (sector + 1) * this.#sectorBytes;
  }

  #isSector(sector: number): boolean {
    return sector <= SECTOR_MAX && sector < this.#sectorCount;
  }

  #readFat(header: Buffer): Uint32Array {
    const chunks: Buffer[] = [];
    let entries = 0;
    for (const sector of this.#fatSectors(header)) {
      if (entries >= this.#sectorCount) break;
      const chunk = readRange(this.#bytes, this.#offset(sector), this.#sectorBytes);
      chunks.push(chunk);
      entries += chunk.length / 4;
    }
    return toTable(Buffer.concat(chunks));
  }

  /** Of the header, then of the DIFAT's chain (MS-CFB 2.5), whose last entry in a sector is the next one. */
  *#fatSectors(header: Buffer): Generator<number> {
    for (let i = 0; i < HEADER_DIFAT_ENTRIES; i += 1) {
      const sector = header.readUInt32LE(HEADER_DIFAT + 4 * i);
      if (this.#isSector(sector)) yield sector;
    }
    const seen = new Set<number>();
    let next = header.readUInt32LE(68);
    while (this.#isSector(next) && seen.size * this.#sectorBytes <= this.#tableBytesMax) {
      if (seen.has(next)) {
        this.#budget.note("outlook.chain-loop");
        return;
      }
      seen.add(next);
      const table = toTable(readRange(this.#bytes, this.#offset(next), this.#sectorBytes));
      const last = this.#sectorBytes / 4 - 1;
      for (const sector of table.subarray(0, last)) if (this.#isSector(sector)) yield sector;
      next = table[last] ?? NO_ENTRY;
    }
  }

  /** Sectors of a chain, no more than `size` bytes need; a loop ends it. */
  #sectors(start: number, size: number): readonly number[] {
    return this.#follow(start, Math.min(this.#sectorCount, Math.ceil(size / this.#sectorBytes)), this.#fat);
  }

  /** Brent's way: the mark moves on at powers of two, and a chain that comes back to it is a loop. */
  #follow(start: number, stepsMax: number, table: Uint32Array): readonly number[] {
    const sectors: number[] = [];
    let mark = NO_ENTRY;
    let markAt = 1;
    for (let sector = start; sector < table.length && sectors.length < stepsMax; sector = table[sector] ?? NO_ENTRY) {
      if (sector === mark) {
        this.#budget.note("outlook.chain-loop");
        break;
      }
      if (sectors.length === markAt) {
        mark = sector;
        markAt *= 2;
      }
      sectors.push(sector);
    }
    return sectors;
  }

  #readChain(start: number, bytesMax: number): Buffer {
    const chunks: Buffer[] = [];
    for (const chunk of this.#runs(this.#sectors(start, bytesMax))) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  #readDirectory(header: Buffer): Buffer {
    const bytesMax = limits.compoundEntriesMax * ENTRY_BYTES;
    const directory = this.#readChain(header.readUInt32LE(48), bytesMax + ENTRY_BYTES);
    if (directory.length > bytesMax) this.#budget.note("limit.compound-entries");
    return directory.subarray(0, Math.min(bytesMax, directory.length - (directory.length % ENTRY_BYTES)));
  }

  #entry(number: number): CompoundEntry | null {
    const at = number * ENTRY_BYTES;
    if (at + ENTRY_BYTES > this.#directory.length) return null;
    const entry = this.#directory.subarray(at, at + ENTRY_BYTES);
    const kind = KINDS.get(entry[66] ?? 0);
    if (kind === undefined || (kind === "root") !== (number === 0)) return null;
    const nameBytes = Math.min(62, Math.max(0, entry.readUInt16LE(64) - 2));
    // Version 3 leaves garbage in the upper half.
    const high = this.#sectorShift === 12 ? entry.readUInt32LE(124) : 0;
    const size = high * 2 ** 32 + entry.readUInt32LE(120);
    if (size > this.#bytes.size) this.#budget.note("source.truncated");
    return {
      number,
      name: entry.toString("utf16le", 0, nameBytes - (nameBytes % 2)),
      kind,
      startSector: entry.readUInt32LE(116),
      size: Math.min(size, this.#bytes.size),
    };
  }

  #chunks(stream: CompoundEntry): Generator<Buffer> {
    return this.#runs(this.#sectors(stream.startSector, stream.size));
  }

  /** Neighbours are read together. */
  *#runs(sectors: readonly number[]): Generator<Buffer> {
    const runMax = Math.max(1, RUN_BYTES >> this.#sectorShift);
    for (let i = 0; i < sectors.length; ) {
      const first = sectors[i] ?? 0;
      let count = 1;
      while (count < runMax && sectors[i + count] === first + count) count += 1;
      const chunk = readRange(this.#bytes, this.#offset(first), count * this.#sectorBytes);
      if (chunk.length > 0) yield chunk;
      if (chunk.length < count * this.#sectorBytes) return;
      i += count;
    }
  }

  *#miniChunks(stream: CompoundEntry): Generator<Buffer> {
    const steps = Math.min(this.#miniFat.length, Math.ceil(stream.size / (1 << MINI_SHIFT)));
    const perSector = this.#sectorShift - MINI_SHIFT;
    for (const mini of this.#follow(stream.startSector, steps, this.#miniFat)) {
      const sector = this.#miniSectors[mini >> perSector];
      if (sector === undefined) return;
      const within = (mini & ((1 << perSector) - 1)) << MINI_SHIFT;
      const chunk = readRange(this.#bytes, this.#offset(sector) + within, 1 << MINI_SHIFT);
      if (chunk.length > 0) yield chunk;
      if (chunk.length < 1 << MINI_SHIFT) return;
    }
  }
}

const KINDS: ReadonlyMap<number, EntryKind> = new Map([
  [1, "storage"],
  [2, "stream"],
  [5, "root"],
]);

function toTable(bytes: Buffer): Uint32Array {
  const table = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < table.length; i += 1) table[i] = bytes.readUInt32LE(4 * i);
  return table;
}
