/**
 * Which of many literals occur in a text, found in one scan.
 *
 * Each literal of four units or more is filed under one four-unit window of it, the rarest among all literals. The scan keeps the last four units of
 * the text as one 32-bit number, and asks a bitmap of 32 KiB (it stays in the caches) whether some literal is filed under it; in ordinary mail more than
 * nine places in ten are done with that. Where the bit is set, the literals of that bucket whose window is the very one are compared at the place.
 *
 *     text    … v e r i f y   y o u r …          key = (key << 8 | unit & 255), product = key × 0x9E3779B1
 *                       └─────┘
 *     bitmap  [first 18 bits] → 1 ─► heads[first 16 bits] → literal 17 at -2 → literal 230 at 0 → end
 *
 * Why not Aho and Corasick: with the 5,000 literals of the public rules the automaton has 60,000 states; as a table it is 15 MiB that no cache holds, and
 * a second of start-up. Here building is one pass and the memory some 300 KiB. The price is the worst case: a place costs as many comparisons as
 * its bucket has literals, `BUCKET_MAX` at most; literals that find no bucket with room are not filed and are searched one by one when asked.
 * So the scan is linear in the text for every text. A literal that was found is not compared again.
 */
const WINDOW = 4;
const HASH_BITS = 16;
/** Of the bitmap: most of its bits must be 0. */
const FILTER_BITS = 18;
const BUCKET_MAX = 24;

export class LiteralIndex {
  readonly #literals: readonly string[];
  /** One bit for each beginning of a product. */
  readonly #bitmap = new Uint32Array((1 << FILTER_BITS) / 32);
  /** First entry of each hash, and the next of each entry; -1 ends. */
  readonly #heads = new Int32Array(1 << HASH_BITS).fill(-1);
  readonly #next: Int32Array;
  /** Where the window begins in the literal. */
  readonly #offsets: Int32Array;
  /** The window itself: most places whose bit is set hold another one of the same hash. */
  readonly #keys: Int32Array;
  readonly #isFiled: Uint8Array;

  /** `literals` are case-folded, each once. */
  constructor(literals: readonly string[]) {
    this.#literals = literals;
    this.#next = new Int32Array(literals.length).fill(-1);
    this.#offsets = new Int32Array(literals.length);
    this.#keys = new Int32Array(literals.length);
    this.#isFiled = new Uint8Array(literals.length);
    const counts = new Map<number, number>();
    for (const literal of literals) {
      for (const key of windowsOf(literal)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const loads = new Uint8Array(1 << HASH_BITS);
    for (const [number, literal] of literals.entries()) this.#file(number, literal, counts, loads);
  }

  get wordCount(): number {
    return (this.#literals.length + 31) >> 5;
  }

  /** Whether the scan looks for the literal; others are to be searched. */
  isFiled(number: number): boolean {
    return this.#isFiled[number] === 1;
  }

  /** A bit for each literal that occurs in the case-folded text. */
  scan(text: string): Uint32Array {
    const found = new Uint32Array(this.wordCount);
    const bitmap = this.#bitmap;
    let key = 0;
    for (let at = 0; at < text.length; at++) {
      key = (key << 8) | (text.charCodeAt(at) & 255);
      const bit = filterBitOf(key);
      if ((((bitmap[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 1 && at >= WINDOW - 1) {
        this.#compare(text, at - WINDOW + 1, key, found);
      }
    }
    return found;
  }

  #compare(text: string, start: number, key: number, found: Uint32Array): void {
    for (let entry = this.#heads[hashOf(key)] ?? -1; entry >= 0; entry = this.#next[entry] ?? -1) {
      if (this.#keys[entry] !== key) continue;
      const word = found[entry >> 5] ?? 0;
      const bit = 1 << (entry & 31);
      if ((word & bit) === 0 && this.#stands(entry, text, start)) found[entry >> 5] = word | bit;
    }
  }

  /** Most literals are told apart by their ends: half of the comparisons are done with that. */
  #stands(entry: number, text: string, start: number): boolean {
    const literal = this.#literals[entry] ?? "";
    const begins = start - (this.#offsets[entry] ?? 0);
    const last = literal.length - 1;
    return (
      begins >= 0 &&
      text.charCodeAt(begins) === literal.charCodeAt(0) &&
      text.charCodeAt(begins + last) === literal.charCodeAt(last) &&
      text.startsWith(literal, begins)
    );
  }

  /** Under the window that the fewest literals have, of those whose bucket has room. */
  #file(number: number, literal: string, counts: ReadonlyMap<number, number>, loads: Uint8Array): void {
    let best = -1;
    let bestCost = Number.MAX_SAFE_INTEGER;
    let offset = 0;
    for (const key of windowsOf(literal)) {
      const hash = hashOf(key);
      const load = loads[hash] ?? 0;
      const cost = (counts.get(key) ?? 0) * 4 + load;
      if (load < BUCKET_MAX && cost < bestCost) {
        best = hash;
        bestCost = cost;
        this.#offsets[number] = offset;
        this.#keys[number] = key;
      }
      offset++;
    }
    if (best < 0) return;
    loads[best] = (loads[best] ?? 0) + 1;
    this.#next[number] = this.#heads[best] ?? -1;
    this.#heads[best] = number;
    const bit = filterBitOf(this.#keys[number] ?? 0);
    this.#bitmap[bit >> 5] = (this.#bitmap[bit >> 5] ?? 0) | (1 << (bit & 31));
    this.#isFiled[number] = 1;
  }
}

function hashOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function filterBitOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - FILTER_BITS);
}

/** Keys of the four-unit windows of a literal, from left to right; none of a shorter one. */
function* windowsOf(literal: string): Generator<number> {
  let key = 0;
  for (let at = 0; at < literal.length; at++) {
    key = (key << 8) | (literal.charCodeAt(at) & 255);
    if (at >= WINDOW - 1) yield key;
  }
}
