/** MD4 (RFC 1320), which Node has no longer. Pure; linear. */

/** RFC 1320 3.1 and 3.2: one bit, zeros, and the length in bits as 8 bytes, in blocks of 64. */
function padded(bytes: Uint8Array): DataView {
  const size = Math.ceil((bytes.length + 9) / 64) * 64;
  const out = new Uint8Array(size);
  out.set(bytes);
  out[bytes.length] = 0x80;
  const view = new DataView(out.buffer);
  view.setUint32(size - 8, bytes.length * 8, true);
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
  const view = padded(bytes);
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
