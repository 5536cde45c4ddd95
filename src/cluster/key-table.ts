/**
 * Tables for millions of entries: what a text stands for as a small number, numbers in a row, and hashes in a row, all on typed
 * arrays. A `Map` of strings takes a hundred bytes and more of an entry and a list of hashes ninety, these take 24, 4 and 32.
 */
import { hash } from "node:crypto";
import type { Sha256 } from "../base/brand.ts";

/** 52 bits of a SHA-256: nobody finds two texts with one key by chance, and among a million none are expected. */
export function textKey(text: string): number {
  return Number.parseInt(hash("sha256", text, "hex").slice(0, 13), 16);
}

/** The same of a hash in hex, which needs no other. Whoever grinds two with one key gains nothing where both are compared. */
export function hashKey(sha256: string): number {
  return Number.parseInt(sha256.slice(0, 13), 16);
}

const START_SLOTS = 1024;

/** Keys → 0, 1, 2 … in the order of their first coming. Keys are integers from 0 to 2^52. */
export class KeyTable {
  /** Slot → number + 1; 0 is empty. */
  #slots = new Int32Array(START_SLOTS);
  #keys = new Float64Array(START_SLOTS / 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** -1 when the key never came. */
  find(key: number): number {
    return (this.#slots[this.#slotOf(key)] ?? 0) - 1;
  }

  /** Its number, a new one if it is new. */
  add(key: number): number {
    const slot = this.#slotOf(key);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known - 1;
    const number = this.#size;
    this.#keys[number] = key;
    this.#slots[slot] = number + 1;
    this.#size += 1;
    if (this.#size === this.#keys.length) this.#grow();
    return number;
  }

  /** Slots are at least twice the keys, so that a free one is near. */
  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = (key ^ (key / 0x100000000)) & mask;
    for (;;) {
      const number = this.#slots[slot] ?? 0;
      if (number === 0 || this.#keys[number - 1] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.#size; number += 1) {
      this.#slots[this.#slotOf(keys[number] ?? 0)] = number + 1;
    }
  }
}

/** Integers of 32 bits, appended and changed in place. */
export class IntList {
  #ints = new Int32Array(START_SLOTS);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#ints.length) this.#grow(this.#length + 1);
    this.#ints[this.#length] = value;
    this.#length += 1;
  }

  /** 0 for what was never set. */
  at(index: number): number {
    return this.#ints[index] ?? 0;
  }

  /** Fills up to there with 0. */
  set(index: number, value: number): void {
    if (index >= this.#ints.length) this.#grow(index + 1);
    this.#ints[index] = value;
    if (index >= this.#length) this.#length = index + 1;
  }

  /** By half: the copy of a large list is short-lived, but it counts. */
  #grow(wanted: number): void {
    const grown = new Int32Array(Math.max(wanted, Math.ceil(this.#ints.length * 1.5)));
    grown.set(this.#ints);
    this.#ints = grown;
  }
}

const HASH_BYTES = 32;

/** Hashes of messages, appended. */
export class HashList {
  #bytes = Buffer.alloc(START_SLOTS * HASH_BYTES);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(sha256: Sha256): void {
    const start = this.#length * HASH_BYTES;
    if (start === this.#bytes.length) {
      const grown = Buffer.alloc(Math.ceil(this.#length * 1.5) * HASH_BYTES);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.write(sha256, start, HASH_BYTES, "hex");
    this.#length += 1;
  }

  /** Undefined for an index that has none. */
  at(index: number): Sha256 | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    return this.#bytes.toString("hex", index * HASH_BYTES, (index + 1) * HASH_BYTES) as Sha256;
  }
}
