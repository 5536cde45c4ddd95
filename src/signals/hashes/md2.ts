/** MD2 (RFC 1319). Pure; linear. */

/** RFC 1319 3.2: a permutation made of the digits of pi. */
const SBOX = Buffer.from(
  "292e43c9a2d87c013d3654a1ecf0061362a705f3c0c7738c98932bd9bc4c82ca1e9b573cfdd4e01667426f188a17e512" +
    "be4ec4d6da9ede49a0fbf58ebb2fee7aa968799115b2073f94c210890b225f21807f5d9a5a903227353ecce7bff79703" +
    "ff1930b348a5b5d1d75e922aac56aac64fb838d296a47db676fc6be29c7404f1459d705964718720865bcf65e62da802" +
    "1b6025adaeb0b9f61c46616934407e0f5547a323dd51af3ac35cf9cebac5ea262c530d6e85288409d3dfcdf441814d52" +
    "6adc37c86cc1abfa24e17b080cbdb14a7888958be363e86de9cbd5fe3b001d39f2efb70e6658d0e4a67772f8eb754b0a" +
    "314450b48fed1f1adb998d339f118314",
  "hex",
);
const BLOCK = 16;
const ROUNDS = 18;

export function md2(bytes: Uint8Array): Uint8Array {
  const padding = BLOCK - (bytes.length % BLOCK);
  const message = new Uint8Array(bytes.length + padding + BLOCK).fill(padding);
  message.set(bytes);
  message.set(checksum(message.subarray(0, bytes.length + padding)), bytes.length + padding);
  const state = new Uint8Array(3 * BLOCK);
  for (let block = 0; block < message.length; block += BLOCK) {
    for (let at = 0; at < BLOCK; at += 1) {
      state[BLOCK + at] = message[block + at] ?? 0;
      state[2 * BLOCK + at] = (state[BLOCK + at] ?? 0) ^ (state[at] ?? 0);
    }
    let last = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let at = 0; at < state.length; at += 1) {
        last = (state[at] ?? 0) ^ (SBOX[last] ?? 0);
        state[at] = last;
      }
      last = (last + round) & 0xff;
    }
  }
  return state.slice(0, BLOCK);
}

function checksum(message: Uint8Array): Uint8Array {
  const sum = new Uint8Array(BLOCK);
  let last = 0;
  for (let at = 0; at < message.length; at += 1) {
    last = (sum[at % BLOCK] ?? 0) ^ (SBOX[(message[at] ?? 0) ^ last] ?? 0);
    sum[at % BLOCK] = last;
  }
  return sum;
}
