/**
 * Many indicators in little memory: beside each other as bytes, some fifty each, where objects take 250. An indicator is made when it is asked for.
 *
 * Layout of one, in blocks of `BLOCK_BYTES`; none crosses the end of a block:
 *
 *     [ type | flags | length of value | of name | of place | of id : a byte each ]
 *     [ value | name | place | id : Latin-1 ]  [ from | until : a double each, with TIMES ]  [ groups : four bytes, with GROUPS ]
 *
 * A text that is long or no Latin-1 is kept beside them as it is, so that nothing grows by being shared. The id of most is made from what they
 * say (`madeIdOf`), and is not kept.
 */
import { createHash } from "node:crypto";
import { assert } from "../base/assert.ts";
import { type EpochMs, epochMs } from "../base/brand.ts";
import { INDICATOR_TYPES, type Indicator, type Indicators, type IndicatorType } from "./indicator.ts";

const BLOCK_BYTES = 1024 * 1024;
const HEAD_BYTES = 6;
/** Of a text that is kept within. */
const TEXT_CHARS_MAX = 254;
/** Length of a text that is kept beside. */
const BESIDE = 255;
const RECORD_BYTES_MAX = HEAD_BYTES + 4 * TEXT_CHARS_MAX + 16 + 4;

const TIMES = 1;
const GROUPS = 2;
const OWN_ID = 4;

/** Texts of an indicator, in the order of their lengths. */
const TEXTS = 4;
const VALUE = 0;

const NO_GROUPS: readonly string[] = [];

/** `i-` and 12 hex digits. `fileHash`: SHA-256 of the file that it is from. */
export function madeIdOf(fileHash: string, type: IndicatorType, value: string): string {
  return `i-${createHash("sha256").update(`${fileHash} ${type} ${value}`).digest().toString("hex", 0, 6)}`;
}

/** What is added: `id` null for the one that is made. */
export type NewIndicator = Omit<Indicator, "id"> & { readonly id: string | null };

export class IndicatorList implements Indicators {
  readonly #fileHash: string;
  readonly #blocks: Buffer[] = [];
  /** Used of the last block. */
  #used = BLOCK_BYTES;
  #starts = new Uint32Array(256);
  #length = 0;
  /** By place and text: those that are long or no Latin-1. */
  readonly #beside = new Map<number, string>();
  readonly #groups: (readonly string[])[] = [];

  constructor(fileHash: string, indicators: Iterable<NewIndicator> = []) {
    this.#fileHash = fileHash;
    for (const one of indicators) this.push(one);
  }

  get length(): number {
    return this.#length;
  }

  push({ type, value, name, place, id, from, until, groups }: NewIndicator): void {
    if (BLOCK_BYTES - this.#used < RECORD_BYTES_MAX) {
      this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK_BYTES));
      this.#used = 0;
    }
    const block = this.#blocks.at(-1);
    assert(block !== undefined, "there is a block to write to");
    const start = this.#used;
    const flags =
      (from === null && until === null ? 0 : TIMES) | (groups.length === 0 ? 0 : GROUPS) | (id === null ? 0 : OWN_ID);
    block[start] = INDICATOR_TYPES.indexOf(type);
    block[start + 1] = flags;
    let at = start + HEAD_BYTES;
    for (const [nth, text] of [value, name, place, id ?? ""].entries()) {
      const isWithin = text.length <= TEXT_CHARS_MAX && isLatin1(text);
      block[start + 2 + nth] = isWithin ? text.length : BESIDE;
      if (isWithin) at += block.write(text, at, "latin1");
      else this.#beside.set(this.#length * TEXTS + nth, text);
    }
    if ((flags & TIMES) !== 0) {
      at = block.writeDoubleLE(from ?? Number.NaN, at);
      at = block.writeDoubleLE(until ?? Number.NaN, at);
    }
    if ((flags & GROUPS) !== 0) at = block.writeUInt32LE(this.#placeOfGroups(groups), at);
    this.#used = at;
    this.#keepStart((this.#blocks.length - 1) * BLOCK_BYTES + start);
  }

  at(place: number): Indicator | undefined {
    const one = this.#made(place);
    if (one === undefined) return undefined;
    return { ...one, id: one.id ?? madeIdOf(this.#fileHash, one.type, one.value) };
  }

  /** As they were added, at less cost: nothing is hashed. */
  *added(): Iterable<NewIndicator> {
    for (let place = 0; place < this.#length; place += 1) {
      const one = this.#made(place);
      if (one !== undefined) yield one;
    }
  }

  #made(place: number): NewIndicator | undefined {
    const nth = place < 0 ? this.#length + place : place;
    const found = this.#find(nth);
    if (found === null) return undefined;
    const { block, start } = found;
    const flags = block[start + 1] ?? 0;
    const type = typeIn(block, start);
    let at = start + HEAD_BYTES;
    const text = (which: number): string => {
      const length = block[start + 2 + which] ?? 0;
      if (length === BESIDE) return this.#beside.get(nth * TEXTS + which) ?? "";
      at += length;
      return length === 0 ? "" : block.toString("latin1", at - length, at);
    };
    const [value, name, written, ownId] = [text(0), text(1), text(2), text(3)];
    let [from, until]: readonly [EpochMs | null, EpochMs | null] = [null, null];
    if ((flags & TIMES) !== 0) {
      [from, until] = [epochMs(block.readDoubleLE(at)), epochMs(block.readDoubleLE(at + 8))];
      at += 16;
    }
    const groups = (flags & GROUPS) === 0 ? NO_GROUPS : (this.#groups[block.readUInt32LE(at)] ?? NO_GROUPS);
    return { id: (flags & OWN_ID) === 0 ? null : ownId, type, value, name, place: written, from, until, groups };
  }

  /** As `at(place)?.type`, at less cost. */
  typeAt(place: number): IndicatorType {
    const found = this.#find(place);
    return found === null ? "pattern" : typeIn(found.block, found.start);
  }

  /** As `at(place)?.value`, at less cost; empty where there is none. */
  valueAt(place: number): string {
    const found = this.#find(place);
    if (found === null) return "";
    const { block, start } = found;
    const length = block[start + 2] ?? 0;
    if (length === BESIDE) return this.#beside.get(place * TEXTS + VALUE) ?? "";
    return block.toString("latin1", start + HEAD_BYTES, start + HEAD_BYTES + length);
  }

  *[Symbol.iterator](): Iterator<Indicator> {
    for (let place = 0; place < this.#length; place += 1) {
      const one = this.at(place);
      if (one !== undefined) yield one;
    }
  }

  map<T>(each: (one: Indicator) => T): readonly T[] {
    return Array.from(this, each);
  }

  /** Of all, each list of them once. */
  get groupLists(): Iterable<readonly string[]> {
    return this.#groups;
  }

  #find(place: number): { readonly block: Buffer; readonly start: number } | null {
    if (place < 0 || place >= this.#length) return null;
    const start = this.#starts[place] ?? 0;
    const block = this.#blocks[Math.floor(start / BLOCK_BYTES)];
    return block === undefined ? null : { block, start: start % BLOCK_BYTES };
  }

  /** Those of the one before are most often the same. */
  #placeOfGroups(groups: readonly string[]): number {
    const last = this.#groups.at(-1);
    const isSame = last?.length === groups.length && last.every((name, at) => name === groups[at]);
    if (!isSame) this.#groups.push(groups);
    return this.#groups.length - 1;
  }

  #keepStart(start: number): void {
    if (this.#length === this.#starts.length) {
      const grown = new Uint32Array(this.#starts.length * 2);
      grown.set(this.#starts);
      this.#starts = grown;
    }
    this.#starts[this.#length] = start;
    this.#length += 1;
  }
}

function typeIn(block: Buffer, start: number): IndicatorType {
  return INDICATOR_TYPES[block[start] ?? 0] ?? "pattern";
}

/** Groups that any of them names. */
export function groupNamesIn(indicators: Indicators): ReadonlySet<string> {
  const lists = indicators instanceof IndicatorList ? indicators.groupLists : indicators.map(({ groups }) => groups);
  const names = new Set<string>();
  for (const list of lists) for (const name of list) names.add(name);
  return names;
}

function isLatin1(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0xff) return false;
  return true;
}
