/**
 * A map from texts to places where the texts can be looked up again: eight to sixteen bytes an entry, where a `Map` takes fifty, since there may be
 * millions. Open addressing; beside each place its text's hash, so that a text is looked up only where it is most likely the one, and none when
 * the table grows. A text that finds no slot within a few steps goes into a `Map`, so that texts made to collide cost no more than others.
 */

const PROBES_MAX = 64;
const FREE = 0;
const SLOTS_AT_FIRST = 1_024;

export class ValueTable {
  /** Place + 1. */
  #slots = new Int32Array(SLOTS_AT_FIRST);
  /** Of the text whose place stands in the slot. */
  #hashes = new Int32Array(SLOTS_AT_FIRST);
  #used = 0;
  readonly #crowded = new Map<string, number>();
  readonly #keyOf: (place: number) => string;

  /** `keyOf`: the text that a place was set with. */
  constructor(keyOf: (place: number) => string) {
    this.#keyOf = keyOf;
  }

  get(key: string): number | undefined {
    const slot = this.#slotOf(key, hashOf(key));
    if (slot < 0) return this.#crowded.get(key);
    const found = this.#slots[slot] ?? FREE;
    return found === FREE ? undefined : found - 1;
  }

  /** Of a text that was not set before. `keyOf(place)` must give it from then on. */
  set(key: string, place: number): void {
    this.place(key, place);
  }

  /** The place that the text has; where it has none it gets `place`, and that is given. `keyOf(place)` must give it from then on. */
  place(key: string, place: number): number {
    if (this.#used * 2 >= this.#slots.length) this.#grow();
    const hash = hashOf(key);
    const slot = this.#slotOf(key, hash);
    if (slot < 0) {
      const known = this.#crowded.get(key);
      if (known === undefined) this.#crowded.set(key, place);
      return known ?? place;
    }
    const found = this.#slots[slot] ?? FREE;
    if (found !== FREE) return found - 1;
    this.#fill(slot, hash, place);
    return place;
  }

  get size(): number {
    return this.#used + this.#crowded.size;
  }

  *keys(): Iterable<string> {
    for (const slot of this.#slots) if (slot !== FREE) yield this.#keyOf(slot - 1);
    yield* this.#crowded.keys();
  }

  #fill(slot: number, hash: number, place: number): void {
    this.#slots[slot] = place + 1;
    this.#hashes[slot] = hash;
    this.#used += 1;
  }

  /** Where the text is, or would be; -1 when it is, or would be, among the crowded ones. */
  #slotOf(key: string, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = hash & mask;
    for (let probes = 0; probes < PROBES_MAX; probes += 1) {
      const found = slots[at] ?? FREE;
      if (found === FREE || (this.#hashes[at] === hash && this.#keyOf(found - 1) === key)) return at;
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** The free slot of a text that is nowhere yet; -1 when it must be among the crowded ones. */
  #freeSlotOf(hash: number): number {
    const mask = this.#slots.length - 1;
    for (let at = hash & mask, probes = 0; probes < PROBES_MAX; probes += 1, at = (at + 1) & mask)
      if (this.#slots[at] === FREE) return at;
    return -1;
  }

  #grow(): void {
    const [slots, hashes, crowded] = [this.#slots, this.#hashes, [...this.#crowded]];
    this.#slots = new Int32Array(slots.length * 2);
    this.#hashes = new Int32Array(slots.length * 2);
    this.#used = 0;
    this.#crowded.clear();
    for (let at = 0; at < slots.length; at += 1) {
      const [found = FREE, hash = 0] = [slots[at], hashes[at]];
      if (found === FREE) continue;
      const slot = this.#freeSlotOf(hash);
      if (slot < 0) this.#crowded.set(this.#keyOf(found - 1), found - 1);
      else this.#fill(slot, hash, found - 1);
    }
    for (const [key, place] of crowded) {
      const hash = hashOf(key);
      const slot = this.#freeSlotOf(hash);
      if (slot < 0) this.#crowded.set(key, place);
      else this.#fill(slot, hash, place);
    }
  }
}

function hashOf(key: string): number {
  let hash = key.length;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
