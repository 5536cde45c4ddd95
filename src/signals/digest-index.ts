/**
 * Finds a digest of one of the readers' addresses: one table a size, made when a value of that size first turns up, in
 * which a digest is looked up by its first 32 bits (threat-facts TF-123, TF-124). So a look-up costs the same for one
 * reader and for many, for a plain hash and for a hash of a hash of a hash. A hit is confirmed by working the digest out.
 *
 * ```
 * keys  | first 32 bits | …     open addressing, at most half full; of equal keys the first reader's comes first
 * refs  | place + 1     | …     place = reader * 1024 + place in `digestsOf`; 0 is empty
 * ```
 *
 * Memory: 32 bytes a digest and reader at most; some 70 digests of the sizes from 16 bytes up, 15 of the smaller ones.
 */
import { nearReaders } from "./address-forms.ts";
import type { AddressTable, Hit } from "./address-tables.ts";
import { DIGEST_SIZES, type DigestGroup, type DigestSize } from "./digest-recipes.ts";

/** Digests of one address in one group; a test holds it. */
export const DIGESTS_PER_GROUP_MAX = 1024;
/** Fewest bytes of a cut digest that certainly is no other's: 64 bits against some 2^18 digests. */
const CUT_BYTES_CERTAIN = 8;
/** Fewest bytes of a cut digest worth telling at all. */
export const CUT_BYTES_MIN = 5;

/** First 32 bits of digests. */
export interface CommonKeys {
  has(key: number): boolean;
}

class Table implements CommonKeys {
  readonly keys: Uint32Array;
  readonly refs: Uint32Array;
  readonly mask: number;

  /** `size`: a power of two. */
  constructor(size: number) {
    this.keys = new Uint32Array(size);
    this.refs = new Uint32Array(size);
    this.mask = size - 1;
  }

  has(key: number): boolean {
    const { keys, refs, mask } = this;
    for (let slot = slotOf(key, mask); refs[slot] !== 0; slot = (slot + 1) & mask) if (keys[slot] === key) return true;
    return false;
  }
}

const NO_KEYS = new Uint32Array(0);
const SIZES: ReadonlySet<number> = new Set(DIGEST_SIZES);

export class DigestIndex {
  readonly #tables: readonly AddressTable[];
  readonly #byGroup = new Map<DigestGroup, Table>();

  constructor(tables: readonly AddressTable[]) {
    this.#tables = tables;
  }

  /** A whole digest, or the beginning of one of the common ones. */
  find(bytes: Uint8Array): Hit | null {
    if (bytes.length < 4 || this.#tables.length === 0) return null;
    const whole = SIZES.has(bytes.length) ? this.#whole(bytes.length as DigestSize, bytes) : null;
    return whole ?? this.#cut(bytes);
  }

  /** Tells whether one of the common digests begins with these 32 bits: a memory access, mostly. */
  commonKeys(): CommonKeys {
    return this.#tableOf("common");
  }

  /** The common digest with these first 32 bits that `restOf` its size agrees with; that is null where too little is left. */
  common(key: number, restOf: (size: number) => Uint8Array | null): Hit | null {
    return this.#look("common", key, (digest) => {
      const rest = restOf(digest.length);
      return rest !== null && startsWith(rest, digest);
    });
  }

  #whole(size: DigestSize, bytes: Uint8Array): Hit | null {
    const hit = this.#look(size, keyOf(bytes), (digest) => startsWith(digest, bytes));
    // A checksum of 32 bits agrees by chance with one value in some 10^8 when there are dozens of readers.
    return hit !== null && size === 4 ? { ...hit, certain: false } : hit;
  }

  #cut(bytes: Uint8Array): Hit | null {
    if (bytes.length < CUT_BYTES_MIN) return null;
    const hit = this.#look(
      "common",
      keyOf(bytes),
      (digest) => bytes.length < digest.length && startsWith(digest, bytes),
    );
    if (hit === null) return null;
    const detail = `first ${bytes.length * 2} hex digits of the ${hit.detail}`;
    return { ...hit, detail, certain: hit.certain && bytes.length >= CUT_BYTES_CERTAIN };
  }

  #look(group: DigestGroup, key: number, agrees: (digest: Uint8Array) => boolean): Hit | null {
    const { keys, refs, mask } = this.#tableOf(group);
    for (let slot = slotOf(key, mask); refs[slot] !== 0; slot = (slot + 1) & mask) {
      if (keys[slot] !== key) continue;
      const place = (refs[slot] ?? 0) - 1;
      const table = this.#tables[Math.floor(place / DIGESTS_PER_GROUP_MAX)];
      const found = table?.digestAt(group, place % DIGESTS_PER_GROUP_MAX) ?? null;
      if (table === undefined || found === null || !agrees(found.digest)) continue;
      return { address: table.address, detail: `${found.label}${table.address}`, certain: found.telling };
    }
    return null;
  }

  #tableOf(group: DigestGroup): Table {
    const known = this.#byGroup.get(group);
    if (known !== undefined) return known;
    const near = nearReaders(this.#tables);
    const keysOf = (table: AddressTable): Uint32Array => {
      if (near.includes(table)) return table.digestKeys(group, "layered");
      return group === "common" || group <= 8 ? NO_KEYS : table.digestKeys(group, "plain");
    };
    const made = makeTable(this.#tables.map(keysOf));
    this.#byGroup.set(group, made);
    return made;
  }
}

/** `keys` of each reader, in order. */
function makeTable(readers: readonly Uint32Array[]): Table {
  const count = readers.reduce((sum, { length }) => sum + length, 0);
  const table = new Table(2 ** Math.ceil(Math.log2(count * 2 + 2)));
  readers.forEach((keys, reader) => {
    keys.forEach((key, place) => {
      let slot = slotOf(key, table.mask);
      while (table.refs[slot] !== 0) slot = (slot + 1) & table.mask;
      table.keys[slot] = key;
      table.refs[slot] = reader * DIGESTS_PER_GROUP_MAX + place + 1;
    });
  });
  return table;
}

/** Checksums of short texts leave their upper bits alike, so they are spread first. */
function slotOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
}

/** The first 32 bits. */
export function keyOf(bytes: Uint8Array): number {
  return (((bytes[0] ?? 0) << 24) | ((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0)) >>> 0;
}

function startsWith(whole: Uint8Array, start: Uint8Array): boolean {
  if (start.length > whole.length) return false;
  for (let at = 0; at < start.length; at += 1) if (whole[at] !== start[at]) return false;
  return true;
}
