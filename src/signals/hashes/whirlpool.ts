/**
 * Whirlpool (ISO/IEC 10118-3, the final version of 2003). Pure; linear. Rare in URLs, so written for clearness: a table a
 * column of the S-box and the matrix together, 64-bit words as bigint.
 */

/** The S-box is made of two small boxes, one of them used both ways. */
const E_BOX = [1, 11, 9, 12, 13, 6, 15, 3, 14, 8, 7, 4, 10, 2, 5, 0];
const R_BOX = [7, 12, 11, 13, 14, 4, 9, 15, 6, 3, 8, 10, 2, 5, 1, 0];
/** First row of the circulant matrix. */
const ROW = [1, 1, 4, 1, 8, 5, 2, 9];
const ROUNDS = 10;

function substituted(byte: number): number {
  const inverse = (value: number): number => E_BOX.indexOf(value);
  const high = E_BOX[byte >> 4] ?? 0;
  const low = inverse(byte & 15);
  const middle = R_BOX[high ^ low] ?? 0;
  return ((E_BOX[high ^ middle] ?? 0) << 4) | inverse(low ^ middle);
}

/** In the field of 256 elements with the polynomial 0x11d. */
function product(left: number, right: number): number {
  let out = 0;
  for (let bit = 0, power = left; bit < 8; bit += 1) {
    if ((right & (1 << bit)) !== 0) out ^= power;
    power = (power << 1) ^ ((power & 0x80) !== 0 ? 0x11d : 0);
  }
  return out;
}

interface Tables {
  readonly sbox: readonly number[];
  /** For a substituted byte in column 0: the eight bytes that it adds to a row. */
  readonly spread: readonly bigint[];
}

let made: Tables | null = null;

function tables(): Tables {
  if (made !== null) return made;
  const sbox = Array.from({ length: 256 }, (_, byte) => substituted(byte));
  const spread = sbox.map((value) => ROW.reduce((word, factor) => (word << 8n) | BigInt(product(value, factor)), 0n));
  made = { sbox, spread };
  return made;
}

const ALL = 0xffff_ffff_ffff_ffffn;

/** One round without its key: S-box, columns turned down, rows through the matrix. */
function turned(rows: readonly bigint[], { spread }: Tables): bigint[] {
  return rows.map((_, row) => {
    let word = 0n;
    for (let column = 0; column < 8; column += 1) {
      const source = rows[(row - column + 8) & 7] ?? 0n;
      const byte = Number((source >> BigInt(56 - 8 * column)) & 0xffn);
      const mixed = spread[byte] ?? 0n;
      const by = BigInt(8 * column);
      word ^= ((mixed >> by) | (mixed << (64n - by))) & ALL;
    }
    return word;
  });
}

function roundConstant(round: number, { sbox }: Tables): bigint {
  return sbox.slice(8 * round, 8 * round + 8).reduce((word, byte) => (word << 8n) | BigInt(byte), 0n);
}

export function whirlpool(bytes: Uint8Array): Uint8Array {
  const size = Math.ceil((bytes.length + 33) / 64) * 64;
  const message = new Uint8Array(size);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(size - 4, bytes.length * 8, false);
  const made = tables();
  let state = Array.from({ length: 8 }, () => 0n);
  for (let block = 0; block < size; block += 64) {
    const words = state.map((_, at) => view.getBigUint64(block + 8 * at, false));
    let key = state;
    let rows = words.map((word, at) => word ^ (key[at] ?? 0n));
    for (let round = 0; round < ROUNDS; round += 1) {
      key = turned(key, made);
      key[0] = (key[0] ?? 0n) ^ roundConstant(round, made);
      rows = turned(rows, made).map((row, at) => row ^ (key[at] ?? 0n));
    }
    state = state.map((old, at) => old ^ (words[at] ?? 0n) ^ (rows[at] ?? 0n));
  }
  const out = new DataView(new ArrayBuffer(64));
  state.forEach((word, at) => {
    out.setBigUint64(8 * at, word, false);
  });
  return new Uint8Array(out.buffer);
}
