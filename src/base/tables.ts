/**
 * Tables for millions of entries: what a text stands for as a small number, numbers in a row, and hashes in a row, all on typed
 * arrays. A `Map` of strings takes a hundred bytes and more of an entry and a list of hashes ninety, these take 20, 4 and 32.
 *
 * All grow by pieces: an array that doubles lies in memory twice while it is copied, and the old one until the engine looks for it.
 */
import type { Sha256 } from "./brand.ts";

/** The first 52 bits of a SHA-256 in hex, for `KeyTable`. Whoever grinds two with one key gains nothing where both are compared. */
export function hashKey(sha256: string): number {
  return Number.parseInt(sha256.slice(0, 13), 16);
}

/** Elements of a piece of a list, as a power of two. */
const PIECE_BITS = 13;
const PIECE = 1 << PIECE_BITS;
const WITHIN = PIECE - 1;

/** Integers of 32 bits, appended and changed in place. */
export class IntList {
  readonly #pieces: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    this.set(this.#length, value);
  }

  /** 0 for what was never set. */
  at(index: number): number {
    return this.#pieces[index >>> PIECE_BITS]?.[index & WITHIN] ?? 0;
  }

  /** Fills up to there with 0. */
  set(index: number, value: number): void {
    const piece = this.#pieces[index >>> PIECE_BITS] ?? this.#grownTo(index >>> PIECE_BITS);
    piece[index & WITHIN] = value;
    if (index >= this.#length) this.#length = index + 1;
  }

  #grownTo(last: number): Int32Array {
    while (this.#pieces.length < last) this.#pieces.push(new Int32Array(PIECE));
    const piece = new Int32Array(PIECE);
    this.#pieces.push(piece);
    return piece;
  }
}

/** Numbers, appended. */
export class NumberList {
  readonly #pieces: Float64Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    let piece = this.#pieces[this.#length >>> PIECE_BITS];
    if (piece === undefined) {
      piece = new Float64Array(PIECE);
      this.#pieces.push(piece);
    }
    piece[this.#length & WITHIN] = value;
    this.#length += 1;
  }

  /** NaN for what was never pushed. */
  at(index: number): number {
    return index < this.#length ? (this.#pieces[index >>> PIECE_BITS]?.[index & WITHIN] ?? Number.NaN) : Number.NaN;
  }
}

const SHARD_BITS = 6;
const SHARDS = 1 << SHARD_BITS;
const START_SLOTS = 32;

/** Keys → 0, 1, 2 … in the order of their first coming. Keys are integers from 0 to 2^52. A part of them grows at a time. */
export class KeyTable {
  /** Of each part: slot → number + 1; 0 is empty. */
  readonly #slots = Array.from({ length: SHARDS }, () => new Int32Array(START_SLOTS));
  readonly #sizes = new Int32Array(SHARDS);
  readonly #keys = new NumberList();

  get size(): number {
    return this.#keys.length;
  }

  /** -1 when the key never came. */
  find(key: number): number {
    const slots = this.#slots[shardOf(key)];
    return slots === undefined ? -1 : (slots[this.#slotOf(slots, key)] ?? 0) - 1;
  }

  /** Its number, a new one if it is new. */
  add(key: number): number {
    const shard = shardOf(key);
    const slots = this.#slots[shard] ?? this.#grow(shard);
    const slot = this.#slotOf(slots, key);
    const known = slots[slot] ?? 0;
    if (known > 0) return known - 1;
    this.#keys.push(key);
    slots[slot] = this.#keys.length;
    const size = (this.#sizes[shard] ?? 0) + 1;
    this.#sizes[shard] = size;
    if (size * 4 >= slots.length * 3) this.#grow(shard);
    return this.#keys.length - 1;
  }

  /** A quarter of the slots at least is free, so that a free one is near. */
  #slotOf(slots: Int32Array, key: number): number {
    const mask = slots.length - 1;
    let slot = folded(key) & mask;
    for (;;) {
      const number = slots[slot] ?? 0;
      if (number === 0 || this.#keys.at(number - 1) === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(shard: number): Int32Array {
    const before = this.#slots[shard] ?? new Int32Array(START_SLOTS / 2);
    const slots = new Int32Array(before.length * 2);
    for (const number of before) if (number > 0) slots[this.#slotOf(slots, this.#keys.at(number - 1))] = number;
    this.#slots[shard] = slots;
    return slots;
  }
}

function folded(key: number): number {
  return key ^ (key / 0x100000000);
}

/** By other bits than the slot (Knuth's multiplicative hashing). */
function shardOf(key: number): number {
  return Math.imul(folded(key), 0x9e3779b1) >>> (32 - SHARD_BITS);
}

/** Texts that come again and again, such as addresses → 0, 1, 2 …, and back. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  get size(): number {
    return this.#names.length;
  }

  add(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    this.#names.push(name);
    return this.#names.length - 1;
  }

  /** -1 for none. */
  find(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  at(number: number): string {
    return this.#names[number] ?? "";
  }
}

const HASH_BYTES = 32;
const HASHES_A_PIECE = 1024;

/** Hashes of messages, appended. */
export class HashList {
  readonly #pieces: Buffer[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(sha256: Sha256): void {
    const within = this.#length % HASHES_A_PIECE;
    if (within === 0) this.#pieces.push(Buffer.alloc(HASHES_A_PIECE * HASH_BYTES));
    this.#pieces.at(-1)?.write(sha256, within * HASH_BYTES, HASH_BYTES, "hex");
    this.#length += 1;
  }

  /** Undefined for an index that has none. */
  at(index: number): Sha256 | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    const start = (index % HASHES_A_PIECE) * HASH_BYTES;
    const piece = this.#pieces[Math.floor(index / HASHES_A_PIECE)];
    return piece?.toString("hex", start, start + HASH_BYTES) as Sha256 | undefined;
  }
}
