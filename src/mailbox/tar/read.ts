/**
 * Items of a tar (ustar, pax, GNU, version 7), from its first entry to its last: mboxes, messages, and archives in it.
 *
 * Names are labels, never paths (HM-144). Links, devices and sparse files are named and not followed. Archives that stand
 * one behind the other are all read (HM-143); a damaged header costs its own entry at most.
 */
import { limits } from "../../base/limits.ts";
import type { SliceItem } from "../../ports/mailbox.ts";
import { type ByteStream, type Damage, readFully } from "../byte-stream.ts";
import { nameFromBytes } from "../files/names.ts";
import { Tally } from "../files/tally.ts";
import { entryLabel } from "../folder-label.ts";
import { BOMB } from "../gzip/gunzip.ts";
import { damageItem, notCoveredItem, type Place } from "../items.ts";
import { maildirMarks } from "../maildir/names.ts";
import { readContent, type Unpacking } from "../packed.ts";
import { isOddName } from "../zip/entry-name.ts";
import {
  BLOCK_BYTES,
  hasTarMagic,
  isZeroBlock,
  NO_EXTENSION,
  parseLongName,
  parsePax,
  parseTarHeader,
  type TarExtension,
  type TarHeader,
} from "./header.ts";
import { TarEntryStream, TarInput } from "./input.ts";

/** `level` of `unpacking` counts the archives around this tar. */
export async function* readTar(stream: ByteStream, place: Place, unpacking: Unpacking): AsyncGenerator<SliceItem> {
  yield* new TarReading(stream, place, unpacking).items();
}

/** Types whose header has no data behind it, and by what code they are named; null: said by their names already. */
const WITHOUT_DATA: ReadonlyMap<string, string | null> = new Map([
  ["2", "link"],
  ["3", "special-file"],
  ["4", "special-file"],
  ["5", null],
  ["6", "special-file"],
]);

/** Types with data that is not the whole of a file, and by what code they are named. */
const NOT_READ: ReadonlyMap<string, string> = new Map([
  ["1", "link"],
  ["S", "sparse"],
  ["M", "continued"],
]);

class TarReading {
  readonly #input: TarInput;
  readonly #place: Place;
  readonly #unpacking: Unpacking;
  readonly #tally: Tally;
  readonly #damages = new Set<Damage>();
  #extension: TarExtension = NO_EXTENSION;
  #number = 0;
  /** The last entry was cut, and was said to be. */
  #isCutSaid = false;

  constructor(stream: ByteStream, place: Place, unpacking: Unpacking) {
    this.#input = new TarInput(stream);
    this.#place = place;
    this.#unpacking = unpacking;
    this.#tally = new Tally(place.path, SENTENCES);
  }

  /** Bounded by the stream, which the budget bounds: each entry takes a block of it. */
  async *items(): AsyncGenerator<SliceItem> {
    for (let header = await this.#nextHeader(); header !== null; header = await this.#nextHeader()) {
      if (this.#isBomb()) {
        this.#damages.add(BOMB);
        break;
      }
      yield* this.#entry(header);
    }
    for (const damage of [...this.#damages, ...this.#input.damages]) yield damageItem(this.#place.path, damage);
    for (const item of this.#tally.items()) yield notCoveredItem(item);
  }

  /** In an archive inside an archive nothing more can come; entries of an outermost tar have a reserve each. */
  #isBomb(): boolean {
    const { budget, level } = this.#unpacking;
    return !budget.addOpening() && level > 0;
  }

  /** Passes over zeros, and over blocks that are no header. Null at the end. */
  async #nextHeader(): Promise<TarHeader | null> {
    let zeros = 0;
    let junk = 0;
    for (;;) {
      const block = await this.#input.block();
      if (block.length < BLOCK_BYTES) {
        const isOver = block.length === 0 || block.every((byte) => byte === 0);
        if (junk > 0 || !isOver) this.#damages.add(zeros > 0 ? TRAILING : DAMAGED);
        else if (zeros === 0 && !this.#isCutSaid && this.#input.damages.length === 0) this.#damages.add(UNENDED);
        return null;
      }
      if (isZeroBlock(block)) {
        zeros += 1;
        continue;
      }
      const header = parseTarHeader(block) ?? (hasTarMagic(block) ? damagedHeader(block) : null);
      if (header === null) junk += 1;
      else {
        if (junk > 0) this.#damages.add(zeros > 0 ? TRAILING : DAMAGED);
        return header;
      }
    }
  }

  async *#entry(header: TarHeader): AsyncGenerator<SliceItem> {
    const { type } = header;
    if (type === "x" || type === "X" || type === "L") return this.#extend(header);
    const extension = this.#extension;
    this.#extension = NO_EXTENSION;
    const number = this.#number;
    this.#number += 1;
    const name = nameFromBytes(extension.name ?? header.name);
    const size = extension.badSize ? null : (extension.size ?? header.size);
    const path = entryPath(this.#place, name);
    const left = this.#unpacking.disk === null ? this.#unpacking.budget.bytesLeft : this.#diskLeft();
    const extent = { size: size ?? Number.MAX_SAFE_INTEGER, isDoubtful: size === null || size > left };
    const withoutData = WITHOUT_DATA.get(type);
    if (withoutData !== undefined) {
      if (withoutData !== null) this.#tally.add(withoutData, path);
      return;
    }
    if (type === "1" && (await this.#headerFollows())) return this.#tally.add("link", path);
    if (type === "S" && header.isExtended) await this.#skipSparseMap();
    const stream = new TarEntryStream(this.#input, extent);
    const why = extension.isSparse ? "sparse" : (NOT_READ.get(type) ?? null);
    const isDirectory = name.endsWith("/") && size === 0;
    const isRead = why === null && !isVendorType(type) && !isDirectory;
    if (isRead) yield* this.#content(stream, { name, path, number, size });
    if (why !== null) this.#tally.add(why, path);
    await stream.finish();
    this.#isCutSaid = stream.isCut;
    if (!isRead) for (const damage of stream.damages) yield damageItem(path, damage);
  }

  async *#content(
    stream: TarEntryStream,
    entry: { readonly name: string; readonly path: string; readonly number: number; readonly size: number | null },
  ): AsyncGenerator<SliceItem> {
    const { name, path, number, size } = entry;
    const { budget, level, disk } = this.#unpacking;
    if (disk !== null) budget.beginEntry(BLOCK_BYTES + Math.min(size ?? 0, this.#diskLeft()));
    const { folder, keyPrefix, problems } = this.#place;
    const place: Place = {
      path,
      folder: entryLabel(name, folder),
      marks: maildirMarks(name),
      keyPrefix: `${keyPrefix}${number}:`,
      problems: isOddName(name) ? [...problems, { code: "tar.odd-name" }] : problems,
    };
    const fileName = name.slice(name.lastIndexOf("/") + 1);
    const onOther = (code: string, other: Place) => this.#tally.add(code, other.path);
    yield* readContent(stream, place, { ...this.#unpacking, level: level + 1, name: fileName, disk: null, onOther });
  }

  /** PAX records and GNU long names: about the entry that comes next. Longer ones than any path are passed over. */
  async #extend({ type, size }: TarHeader): Promise<void> {
    const isDoubtful = size === null || size > limits.tarExtensionBytesMax;
    const stream = new TarEntryStream(this.#input, { size: size ?? Number.MAX_SAFE_INTEGER, isDoubtful });
    if (isDoubtful) this.#damages.add(LONG_NAME);
    else {
      const data = Buffer.alloc(size);
      const count = await readFully(stream, data, 0, size);
      const whole = data.subarray(0, count);
      const before = this.#extension;
      this.#extension = type === "L" ? { ...before, name: parseLongName(whole) } : parsePax(whole, before);
      if (this.#extension.isCut) this.#damages.add(LONG_NAME);
    }
    await stream.finish();
  }

  /** Old tars give hard links the size of their target and no data, pax may give them data. */
  async #headerFollows(): Promise<boolean> {
    const block = await this.#input.block();
    this.#input.giveBack(block);
    return block.length < BLOCK_BYTES || isZeroBlock(block) || parseTarHeader(block) !== null;
  }

  async #skipSparseMap(): Promise<void> {
    for (let block = await this.#input.block(); block[504] === 1; block = await this.#input.block());
  }

  #diskLeft(): number {
    return Math.max(0, (this.#unpacking.disk?.size ?? 0) - this.#input.position);
  }
}

/** What can be made of a header that does not fit its checksum: its size is not believed. */
function damagedHeader(block: Buffer): TarHeader {
  const end = block.subarray(0, 100).indexOf(0);
  return { name: Buffer.from(block.subarray(0, end < 0 ? 100 : end)), size: null, type: "0", isExtended: false };
}

/** Capital letters are for the makers of tars: volume labels, directory dumps, long link names. `g` is about all entries. */
function isVendorType(type: string): boolean {
  return /^[A-RT-Zg]$/.test(type);
}

function entryPath(tar: Place, name: string): string {
  return `${tar.path}!/${name}`;
}

const TRAILING: Damage = {
  code: "trailing-bytes",
  problem: null,
  message:
    "has bytes behind its end that are no tar; they were not read. If mail is missing, look at the end of the file.",
};

const DAMAGED: Damage = {
  code: "corrupt",
  problem: null,
  message:
    "has damaged headers; entries were looked for behind them and read, but some may be missing. Look for a sound copy of the file.",
};

const UNENDED: Damage = {
  code: "truncated",
  problem: null,
  message: "ends without the mark of its end, so entries may be missing. Look for a whole copy of the file.",
};

const LONG_NAME: Damage = {
  code: "limit",
  problem: null,
  message:
    "has names or remarks for entries that are longer than any path; they were passed over, and the entries behind them read.",
};

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ["no-mail", "no mail in a format that is known here, so not searched."],
  ["empty", "empty, so there is nothing to search."],
  ["unsupported", "perhaps mail, in a format that is not read yet. Unpack or export it to mbox or eml and scan that."],
  [
    "link",
    "a link to another file; links are not followed. What it leads to is read if it lies in the archive itself.",
  ],
  ["special-file", "no regular file (a pipe or device), so there is nothing to search."],
  ["continued", "the rest of a file that begins in another volume; not read. Join the volumes and scan the result."],
  ["sparse", "a sparse file, which no mail program writes; not read. If it holds mail, unpack it yourself."],
]);
