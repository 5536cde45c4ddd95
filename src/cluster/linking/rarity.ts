/**
 * How common a value is in this case: by about how many different senders of mail that is not of interest.
 *
 * Each value has a small bitmap, in which each sender sets a bit:
 *
 *     [ low: 32 bits, one by each sender | high: 32 bits, one by each 32nd sender ]
 *
 * Low is counted (linear counting: Whang et al. 1990) up to some seventy senders, high beyond. Memory: some 28 bytes a value, of
 * `VALUES_MAX`; after these every new value is told as somebody else's, which makes nothing rarer than it is. Bands of texts
 * are many and matter less: they share places in tables of fixed size, so that some are told as commoner than they are.
 */
import { IntList, KeyTable } from "../../base/tables.ts";

const VALUES_MAX = 1 << 23;
const PLACES_MIN = 1 << 14;
const PLACES_MAX = 1 << 22;
/** Bits that may be set before the count by them is too coarse. */
const LOW_FULL = 27;
const HIGH_EVERY = 32;

/** 52 bits of a kind and a value: for tables, not for secrets; whoever makes two values meet makes both look commoner. */
export function observableKey(kind: string, value: string): number {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (let at = 0; at < kind.length; at += 1) {
    const code = kind.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995) + 1;
  }
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995) + 1;
  }
  return (finished(high) & 0xfffff) * 0x100000000 + finished(low);
}

/** MurmurHash3's last step. */
export function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export class RarityBook {
  readonly #values = new KeyTable();
  readonly #low = new IntList();
  readonly #high = new IntList();
  /** A bit a value: a sender of standing has it. */
  readonly #standing = new IntList();
  readonly #bandMask: number;
  readonly #bands: Uint32Array;
  readonly #senders = new Set<string>();

  /** `messages`: about how many will come. */
  constructor(messages: number) {
    let places = PLACES_MIN;
    while (places < PLACES_MAX && places < messages * 32) places *= 2;
    this.#bandMask = places - 1;
    this.#bands = new Uint32Array(places * 2);
  }

  /** Different senders that came. */
  get senders(): number {
    return this.#senders.size;
  }

  hasSender(sender: string): boolean {
    return this.#senders.has(sender);
  }

  /** `isOfStanding`: no stranger's, and vouched for, so nobody's who could have written it to make a value common. */
  add(keys: Iterable<number>, sender: string, { isOfStanding = false } = {}): void {
    this.#senders.add(sender);
    const hash = senderHash(sender);
    const bit = 1 << (hash & 31);
    const highBit = (hash >>> 5) % HIGH_EVERY === 0 ? 1 << ((hash >>> 12) & 31) : 0;
    for (const key of keys) {
      const value = this.#values.size < VALUES_MAX ? this.#values.add(key) : this.#values.find(key);
      if (value < 0) continue;
      this.#low.set(value, this.#low.at(value) | bit);
      if (highBit !== 0) this.#high.set(value, this.#high.at(value) | highBit);
      if (isOfStanding) this.#standing.set(value >>> 5, this.#standing.at(value >>> 5) | (1 << (value & 31)));
    }
  }

  /** About how many senders have the value. */
  sendersWith(key: number): number {
    const value = this.#values.find(key);
    if (value < 0) return this.#values.size < VALUES_MAX ? 0 : 1;
    const low = bitsIn(this.#low.at(value));
    if (low <= LOW_FULL) return linearCount(low);
    return Math.max(linearCount(LOW_FULL), linearCount(Math.min(31, bitsIn(this.#high.at(value)))) * HIGH_EVERY);
  }

  /** One of them is of standing. */
  isOfStanding(key: number): boolean {
    const value = this.#values.find(key);
    return value >= 0 && ((this.#standing.at(value >>> 5) >>> (value & 31)) & 1) === 1;
  }

  addBands(keys: Iterable<number>, sender: string): void {
    const bit = 1 << (senderHash(sender) & 31);
    for (const key of keys) {
      const one = this.#place(key);
      const other = this.#otherPlace(key);
      this.#bands[one] = (this.#bands[one] ?? 0) | bit;
      this.#bands[other] = (this.#bands[other] ?? 0) | bit;
    }
  }

  /** Up to some seventy. */
  sendersWithBand(key: number): number {
    const places = [this.#place(key), this.#otherPlace(key)];
    return linearCount(Math.min(31, ...places.map((place) => bitsIn(this.#bands[place] ?? 0))));
  }

  #place(key: number): number {
    return (key | 0) & this.#bandMask;
  }

  #otherPlace(key: number): number {
    return this.#bandMask + 1 + (finished((key / 0x100000000) ^ (key | 0)) & this.#bandMask);
  }
}

function senderHash(sender: string): number {
  return finished(observableKey("", sender) | 0);
}

/** How many set so many of 32 bits. */
function linearCount(bits: number): number {
  return bits === 0 ? 0 : -32 * Math.log(1 - bits / 32);
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
