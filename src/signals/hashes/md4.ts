/** MD4 (RFC 1320) and, on the same padding, SHA-0 (FIPS 180 of 1993): digests that Node has no longer. Pure; linear. */

/** RFC 1320 3.1 and 3.2: one bit, zeros, and the length in bits as 8 bytes, in blocks of 64. */
function padded(bytes: Uint8Array, lengthFirst: "low" | "high"): DataView {
  const size = Math.ceil((bytes.length + 9) / 64) * 64;
  const out = new Uint8Array(size);
  out.set(bytes);
  out[bytes.length] = 0x80;
  const view = new DataView(out.buffer);
  const bits = bytes.length * 8;
  if (lengthFirst === "low") view.setUint32(size - 8, bits, true);
  else view.setUint32(size - 4, bits, false);
  return view;
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** Per round: its constant, the order of the words, and the four shifts (RFC 1320 3.4). */
const MD4_ROUNDS = [
  { add: 0, order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], shifts: [3, 7, 11, 19] },
  { add: 0x5a827999, order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15], shifts: [3, 5, 9, 13] },
  { add: 0x6ed9eba1, order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15], shifts: [3, 9, 11, 15] },
] as const;

export function md4(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, "low");
  const state: [number, number, number, number] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d] = state;
    MD4_ROUNDS.forEach(({ add, order, shifts }, round) => {
      order.forEach((word, step) => {
        const mixed = round === 0 ? (b & c) | (~b & d) : round === 1 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
        const sum = (a + mixed + view.getUint32(block + word * 4, true) + add) | 0;
        [a, d, c, b] = [d, c, b, rotated(sum, shifts[step % 4] ?? 0)];
      });
    });
    state[0] = (state[0] + a) | 0;
    state[1] = (state[1] + b) | 0;
    state[2] = (state[2] + c) | 0;
    state[3] = (state[3] + d) | 0;
  }
  const out = new DataView(new ArrayBuffer(16));
  state.forEach((word, at) => {
    out.setUint32(at * 4, word, true);
  });
  return new Uint8Array(out.buffer);
}

/** SHA-1 without the turn by one bit in the schedule, which is all that FIPS 180-1 changed. */
export function sha0(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, "high");
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const words = new Int32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 80; at += 1) {
      const of = (back: number): number => words[at - back] ?? 0;
      words[at] = at < 16 ? view.getInt32(block + at * 4, false) : of(3) ^ of(8) ^ of(14) ^ of(16);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let at = 0; at < 80; at += 1) {
      const [mixed, add] = sha0Round(at, b, c, d);
      const next = (rotated(a, 5) + mixed + e + (words[at] ?? 0) + add) | 0;
      [e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((word, at) => {
      state[at] = ((state[at] ?? 0) + word) | 0;
    });
  }
  const out = new DataView(new ArrayBuffer(20));
  state.forEach((word, at) => {
    out.setUint32(at * 4, word, false);
  });
  return new Uint8Array(out.buffer);
}

function sha0Round(at: number, b: number, c: number, d: number): readonly [mixed: number, add: number] {
  if (at < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (at < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (at < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}
