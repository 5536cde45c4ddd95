/**
 * The MurmurHash family and Adler-32 as trackers use them (threat-facts TF-123): MurmurHash 1, 2, 64A, 3-32 and both forms
 * of 3-128 with seed 0, little endian (reference: A. Appleby's SMHasher); Adler-32 (RFC 1950 section 9). Pure; linear.
 */

const M1 = 0xc6a4a793 | 0;
const M2 = 0x5bd1e995;
const ALL = 0xffff_ffff_ffff_ffffn;

function wordAt(bytes: Uint8Array, at: number): number {
  const byte = (offset: number): number => bytes[at + offset] ?? 0;
  return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** All return unsigned numbers. */
export function murmur1(bytes: Uint8Array, seed = 0): number {
  let hash = seed ^ Math.imul(bytes.length, M1);
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    hash = Math.imul((hash + wordAt(bytes, at)) | 0, M1);
    hash ^= hash >>> 16;
  }
  if (whole < bytes.length) {
    hash = Math.imul((hash + wordAt(bytes, whole)) | 0, M1);
    hash ^= hash >>> 16;
  }
  hash = Math.imul(hash, M1);
  hash ^= hash >>> 10;
  hash = Math.imul(hash, M1);
  hash ^= hash >>> 17;
  return hash >>> 0;
}

export function murmur2(bytes: Uint8Array, seed = 0): number {
  let hash = seed ^ bytes.length;
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    let word = Math.imul(wordAt(bytes, at), M2);
    word = Math.imul(word ^ (word >>> 24), M2);
    hash = Math.imul(hash, M2) ^ word;
  }
  if (whole < bytes.length) hash = Math.imul(hash ^ wordAt(bytes, whole), M2);
  hash = Math.imul(hash ^ (hash >>> 13), M2);
  return (hash ^ (hash >>> 15)) >>> 0;
}

export function murmur3(bytes: Uint8Array, seed = 0): number {
  let hash = seed;
  const whole = bytes.length & ~3;
  const mixed = (word: number): number => Math.imul(rotated(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
  for (let at = 0; at < whole; at += 4) {
    hash = (Math.imul(rotated(hash ^ mixed(wordAt(bytes, at)), 13), 5) + 0xe6546b64) | 0;
  }
  if (whole < bytes.length) hash ^= mixed(wordAt(bytes, whole));
  return finished32(hash ^ bytes.length);
}

function finished32(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Up to eight bytes from `at`, little endian. */
function longAt(bytes: Uint8Array, at: number): bigint {
  return (BigInt(wordAt(bytes, at + 4) >>> 0) << 32n) | BigInt(wordAt(bytes, at) >>> 0);
}

/** MurmurHash2 with 64 bits, the form for 64-bit machines. */
export function murmur64(bytes: Uint8Array, seed = 0): bigint {
  const m = 0xc6a4a7935bd1e995n;
  let hash = (BigInt(seed) ^ (BigInt(bytes.length) * m)) & ALL;
  const whole = bytes.length & ~7;
  for (let at = 0; at < whole; at += 8) {
    let word = (longAt(bytes, at) * m) & ALL;
    word = ((word ^ (word >> 47n)) * m) & ALL;
    hash = ((hash ^ word) * m) & ALL;
  }
  if (whole < bytes.length) hash = ((hash ^ longAt(bytes, whole)) * m) & ALL;
  hash = ((hash ^ (hash >> 47n)) * m) & ALL;
  return hash ^ (hash >> 47n);
}

function rotatedLong(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & ALL;
}

function finished64(value: bigint): bigint {
  let hash = ((value ^ (value >> 33n)) * 0xff51afd7ed558ccdn) & ALL;
  hash = ((hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n) & ALL;
  return hash ^ (hash >> 33n);
}

/** MurmurHash3 with 128 bits, the form for 64-bit machines: both halves. */
export function murmur128(bytes: Uint8Array, seed = 0): readonly [bigint, bigint] {
  const c1 = 0x87c37b91114253d5n;
  const c2 = 0x4cf5ad432745937fn;
  const first = (word: bigint): bigint => (rotatedLong((word * c1) & ALL, 31n) * c2) & ALL;
  const second = (word: bigint): bigint => (rotatedLong((word * c2) & ALL, 33n) * c1) & ALL;
  let h1 = BigInt(seed);
  let h2 = BigInt(seed);
  const whole = bytes.length & ~15;
  for (let at = 0; at < whole; at += 16) {
    h1 = ((rotatedLong(h1 ^ first(longAt(bytes, at)), 27n) + h2) * 5n + 0x52dce729n) & ALL;
    h2 = ((rotatedLong(h2 ^ second(longAt(bytes, at + 8)), 31n) + h1) * 5n + 0x38495ab5n) & ALL;
  }
  h2 ^= second(longAt(bytes, whole + 8));
  h1 ^= first(longAt(bytes, whole));
  const length = BigInt(bytes.length);
  h1 = ((h1 ^ length) + (h2 ^ length)) & ALL;
  h2 = (h1 + (h2 ^ length)) & ALL;
  h1 = finished64(h1);
  h2 = finished64(h2);
  h1 = (h1 + h2) & ALL;
  return [h1, (h2 + h1) & ALL];
}

const X86_FACTORS = [0x239b961b, 0xab0e9789 | 0, 0x38b34ae5, 0xa1e38b93 | 0] as const;
const X86_TURNS = [15, 16, 17, 18] as const;
const X86_STEPS = [
  [19, 0x561ccd1b],
  [17, 0x0bcaa747],
  [15, 0x96cd1c35],
  [13, 0x32ac3b17],
] as const;

/** MurmurHash3 with 128 bits, the form for 32-bit machines: 16 bytes, words little endian. */
export function murmur128x86(bytes: Uint8Array, seed = 0): Uint8Array {
  const hash = [seed, seed, seed, seed];
  const at4 = (at: number): number => hash[at & 3] ?? 0;
  const mixed = (lane: number, word: number): number => {
    const turned = rotated(Math.imul(word, X86_FACTORS[lane] ?? 0), X86_TURNS[lane] ?? 0);
    return Math.imul(turned, X86_FACTORS[(lane + 1) & 3] ?? 0);
  };
  const whole = bytes.length & ~15;
  for (let at = 0; at < whole; at += 16) {
    X86_STEPS.forEach(([turn, add], lane) => {
      const turned = rotated(at4(lane) ^ mixed(lane, wordAt(bytes, at + 4 * lane)), turn);
      hash[lane] = (Math.imul((turned + at4(lane + 1)) | 0, 5) + add) | 0;
    });
  }
  for (let lane = 0; lane < 4; lane += 1) {
    if (whole + 4 * lane < bytes.length) hash[lane] = at4(lane) ^ mixed(lane, wordAt(bytes, whole + 4 * lane));
  }
  const spread = (): void => {
    hash[0] = (at4(0) + at4(1) + at4(2) + at4(3)) | 0;
    for (let lane = 1; lane < 4; lane += 1) hash[lane] = (at4(lane) + at4(0)) | 0;
  };
  for (let lane = 0; lane < 4; lane += 1) hash[lane] = at4(lane) ^ bytes.length;
  spread();
  for (let lane = 0; lane < 4; lane += 1) hash[lane] = finished32(at4(lane)) | 0;
  spread();
  const out = new DataView(new ArrayBuffer(16));
  hash.forEach((word, lane) => {
    out.setInt32(lane * 4, word, true);
  });
  return new Uint8Array(out.buffer);
}

export function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    low = (low + (bytes[at] ?? 0)) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}
