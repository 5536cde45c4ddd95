/**
 * MD5 (RFC 1321), SHA-0 and SHA-1 (FIPS 180, FIPS 180-1), SHA-256 (FIPS 180-4) for texts of a line: a hundred of them are
 * made of each new address, and for so little Node's own take three to five times as long. A test compares them with
 * Node's. Pure; linear.
 */

/** One block and its schedule, of one call after the other. */
const words = new Int32Array(80);

/** Bytes of the text with one bit, zeros, and the length in bits as 8 bytes behind it, in blocks of 64. */
function paddedBytes(bytes: Uint8Array): number {
  return (((bytes.length + 8) >> 6) + 1) << 6;
}

/** The block at `block` of the padded text, which is never made. */
function readWords(bytes: Uint8Array, block: number, lowFirst: boolean): void {
  const { length } = bytes;
  for (let at = 0; at < 16; at += 1) {
    const from = block + 4 * at;
    const a = from < length ? (bytes[from] as number) : from === length ? 0x80 : 0;
    const b = from + 1 < length ? (bytes[from + 1] as number) : from + 1 === length ? 0x80 : 0;
    const c = from + 2 < length ? (bytes[from + 2] as number) : from + 2 === length ? 0x80 : 0;
    const d = from + 3 < length ? (bytes[from + 3] as number) : from + 3 === length ? 0x80 : 0;
    words[at] = lowFirst ? a | (b << 8) | (c << 16) | (d << 24) : (a << 24) | (b << 16) | (c << 8) | d;
  }
  if (block + 64 === paddedBytes(bytes)) words[lowFirst ? 14 : 15] = length * 8;
}

function written(state: readonly number[], lowFirst: boolean): Uint8Array {
  const out = new Uint8Array(state.length * 4);
  for (let at = 0; at < out.length; at += 1) {
    const shift = lowFirst ? 8 * (at & 3) : 24 - 8 * (at & 3);
    out[at] = (state[at >> 2] ?? 0) >>> shift;
  }
  return out;
}

const MD5_SINES = Int32Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32) | 0);
const MD5_SHIFTS = Uint8Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21);

export function md5(bytes: Uint8Array): Uint8Array {
  const size = paddedBytes(bytes);
  let [a0, b0, c0, d0] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < size; block += 64) {
    readWords(bytes, block, true);
    let a = a0;
    let b = b0;
    let c = c0;
    let d = d0;
    for (let at = 0; at < 64; at += 1) {
      const round = at >> 4;
      let mixed = 0;
      let word = at;
      if (round === 0) mixed = (b & c) | (~b & d);
      else if (round === 1) {
        mixed = (d & b) | (~d & c);
        word = 5 * at + 1;
      } else if (round === 2) {
        mixed = b ^ c ^ d;
        word = 3 * at + 5;
      } else {
        mixed = c ^ (b | ~d);
        word = 7 * at;
      }
      const sum = (a + mixed + (MD5_SINES[at] as number) + (words[word & 15] as number)) | 0;
      const shift = MD5_SHIFTS[(round << 2) | (at & 3)] as number;
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
    }
    a0 = (a0 + a) | 0;
    b0 = (b0 + b) | 0;
    c0 = (c0 + c) | 0;
    d0 = (d0 + d) | 0;
  }
  return written([a0, b0, c0, d0], true);
}

export function sha1(bytes: Uint8Array): Uint8Array {
  return sha0or1(bytes, 1);
}

/** SHA-1 without the turn by one bit in the schedule, which is all that FIPS 180-1 changed. */
export function sha0(bytes: Uint8Array): Uint8Array {
  return sha0or1(bytes, 0);
}

function sha0or1(bytes: Uint8Array, turn: 0 | 1): Uint8Array {
  const size = paddedBytes(bytes);
  let [h0, h1, h2, h3, h4] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  for (let block = 0; block < size; block += 64) {
    readWords(bytes, block, false);
    for (let at = 16; at < 80; at += 1) {
      const mixed =
        (words[at - 3] as number) ^ (words[at - 8] as number) ^ (words[at - 14] as number) ^ (words[at - 16] as number);
      words[at] = turn === 0 ? mixed : (mixed << 1) | (mixed >>> 31);
    }
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    for (let at = 0; at < 80; at += 1) {
      let mixed = 0;
      if (at < 20) mixed = ((b & c) | (~b & d)) + 0x5a827999;
      else if (at < 40) mixed = (b ^ c ^ d) + 0x6ed9eba1;
      else if (at < 60) mixed = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
      else mixed = (b ^ c ^ d) + 0xca62c1d6;
      const next = (((a << 5) | (a >>> 27)) + mixed + e + (words[at] as number)) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    h0 = (h0 + a) | 0;
    h1 = (h1 + b) | 0;
    h2 = (h2 + c) | 0;
    h3 = (h3 + d) | 0;
    h4 = (h4 + e) | 0;
  }
  return written([h0, h1, h2, h3, h4], false);
}

/** First 64 primes: FIPS 180-4 takes its constants from their roots. */
const PRIMES: readonly number[] = Array.from({ length: 310 }, (_, n) => n + 2).filter((n) => {
  for (let by = 2; by * by <= n; by += 1) if (n % by === 0) return false;
  return true;
});
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const SHA256_ADD = Int32Array.from(PRIMES.slice(0, 64), (prime) => fraction(Math.cbrt(prime)));
const SHA256_START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

export function sha256(bytes: Uint8Array): Uint8Array {
  const size = paddedBytes(bytes);
  const state = Int32Array.from(SHA256_START);
  for (let block = 0; block < size; block += 64) {
    readWords(bytes, block, false);
    for (let at = 16; at < 64; at += 1) {
      const x = words[at - 15] as number;
      const y = words[at - 2] as number;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[at] = ((words[at - 16] as number) + s0 + (words[at - 7] as number) + s1) | 0;
    }
    sha256Rounds(state);
  }
  return written([...state], false);
}

function sha256Rounds(state: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (SHA256_ADD[at] as number) + (words[at] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const turned = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < 8; at += 1) state[at] = ((state[at] as number) + (turned[at] as number)) | 0;
}
