/**
 * A map from texts to places where the texts can be looked up again: four to eight bytes an entry, where a `Map` takes fifty, since there may be
 * millions. Open addressing; a text that finds no slot within a few steps goes into a `Map`, so that texts made to collide cost no
 * more than others.
 */

const PROBES_MAX = 64;
const FREE = 0;

export class ValueTable {
  /** Place + 1. */
  #slots = new Int32Array(1_024);
  #used = 0;
  readonly #crowded = new Map<string, number>();
  readonly #keyOf: (place: number) => string;

  /** `keyOf`: the text that a place was set with. */
  constructor(keyOf: (place: number) => string) {
    this.#keyOf = keyOf;
  }

  get(key: string): number | undefined {
    const slot = this.#slotOf(key);
    if (slot < 0) return this.#crowded.get(key);
    const found = this.#slots[slot] ?? FREE;
    return found === FREE ? undefined : found - 1;
  }

  /** Of a text that was not set before. `keyOf(place)` must give it from then on. */
  set(key: string, place: number): void {
    if (this.#used * 2 >= this.#slots.length) this.#grow();
    this.#put(key, place);
  }

  get size(): number {
    return this.#used + this.#crowded.size;
  }

  *keys(): Iterable<string> {
    for (const slot of this.#slots) if (slot !== FREE) yield this.#keyOf(slot - 1);
    yield* this.#crowded.keys();
  }

  #put(key: string, place: number): void {
    const slot = this.#slotOf(key);
    if (slot < 0) {
      this.#crowded.set(key, place);
      return;
    }
    this.#slots[slot] = place + 1;
    this.#used += 1;
  }

  /** Where the text is, or would be; -1 when it is, or would be, among the crowded ones. */
  #slotOf(key: string): number {
    const mask = this.#slots.length - 1;
    let at = hashOf(key) & mask;
    for (let probes = 0; probes < PROBES_MAX; probes += 1) {
      const found = this.#slots[at] ?? FREE;
      if (found === FREE || this.#keyOf(found - 1) === key) return at;
      at = (at + 1) & mask;
    }
    return -1;
  }

  #grow(): void {
    const before = this.#slots;
    const crowded = [...this.#crowded];
    this.#slots = new Int32Array(before.length * 2);
    this.#used = 0;
    this.#crowded.clear();
    for (const slot of before) if (slot !== FREE) this.#put(this.#keyOf(slot - 1), slot - 1);
    for (const [key, place] of crowded) this.#put(key, place);
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
