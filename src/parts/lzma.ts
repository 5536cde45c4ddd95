/**
 * LZMA, LZMA2, and the containers xz, lzip and LZMA alone (the LZMA SDK's specification `lzma-specification.txt`, the .xz file format 1.0.4,
 * lzip's `File format`): what 7z archives and their lists are packed by.
 *
 * Pure, total, linear in what comes out, which the caller bounds. Null where the data are damaged or are longer than the bound.
 */

const STATES = 12;
const PROBABILITY = 1 << 10;
const TOP = 2 ** 24;

export interface LzmaProperties {
  readonly lc: number;
  readonly lp: number;
  readonly pb: number;
}

/** One byte holds the three; null for more than the format has. */
export function lzmaProperties(byte: number): LzmaProperties | null {
  if (byte >= 9 * 5 * 5) return null;
  return { lc: byte % 9, lp: Math.floor(byte / 9) % 5, pb: Math.floor(byte / 45) };
}

class LengthTable {
  readonly choice = new Uint16Array(2).fill(PROBABILITY);
  readonly low = new Uint16Array(16 * 8).fill(PROBABILITY);
  readonly mid = new Uint16Array(16 * 8).fill(PROBABILITY);
  readonly high = new Uint16Array(256).fill(PROBABILITY);
}

/** The range coder and the dictionary, which is the output itself. */
class LzmaDecoder {
  readonly out: Buffer;
  length = 0;
  #data: Buffer = Buffer.alloc(0);
  #at = 0;
  #range = 0;
  #code = 0;
  #properties: LzmaProperties;
  #literals: Uint16Array;
  readonly #isMatch = new Uint16Array(STATES * 16);
  readonly #isRep = new Uint16Array(STATES);
  readonly #isRepG0 = new Uint16Array(STATES);
  readonly #isRepG1 = new Uint16Array(STATES);
  readonly #isRepG2 = new Uint16Array(STATES);
  readonly #isRep0Long = new Uint16Array(STATES * 16);
  readonly #slots = new Uint16Array(4 * 64);
  readonly #special = new Uint16Array(128);
  readonly #align = new Uint16Array(16);
  #lengths = new LengthTable();
  #repLengths = new LengthTable();
  #state = 0;
  #reps: [number, number, number, number] = [0, 0, 0, 0];
  /** Where the dictionary begins: nothing before it may be copied. */
  dictionaryStart = 0;

  constructor(out: Buffer, properties: LzmaProperties) {
    this.out = out;
    this.#properties = properties;
    this.#literals = new Uint16Array(0);
    this.reset(properties);
  }

  reset(properties: LzmaProperties): void {
    this.#properties = properties;
    this.#literals = new Uint16Array(0x300 << (properties.lc + properties.lp)).fill(PROBABILITY);
    for (const table of [
      this.#isMatch,
      this.#isRep,
      this.#isRepG0,
      this.#isRepG1,
      this.#isRepG2,
      this.#isRep0Long,
      this.#slots,
      this.#special,
      this.#align,
    ])
      table.fill(PROBABILITY);
    this.#lengths = new LengthTable();
    this.#repLengths = new LengthTable();
    this.#state = 0;
    this.#reps = [0, 0, 0, 0];
  }

  /** Probabilities and distances anew, properties as they are. */
  resetState(): void {
    this.reset(this.#properties);
  }

  /** Bytes as they are, of LZMA2. */
  copy(data: Buffer): boolean {
    if (this.length + data.length > this.out.length) return false;
    data.copy(this.out, this.length);
    this.length += data.length;
    return true;
  }

  /** Up to `size` bytes, or the end mark; false at damage. A new range coder begins with `data`. */
  decode(data: Buffer, size: number): boolean {
    if (data.length < 5 || data[0] !== 0) return false;
    this.#data = data;
    this.#at = 5;
    this.#range = 0xffffffff;
    this.#code = data.readUInt32BE(1);
    const end = Math.min(this.length + size, this.out.length);
    while (this.length < end) {
      // Past its end the coder reads zeros, and would go on for ever with them.
      if (this.#at > this.#data.length + 4) return false;
      const position = this.length & ((1 << this.#properties.pb) - 1);
      if (this.#bit(this.#isMatch, this.#state * 16 + position) === 0) {
        this.#literal();
        continue;
      }
      const length = this.#match(position);
      if (length === 0) return true;
      if (length < 0 || this.#reps[0] >= this.length - this.dictionaryStart) return false;
      const stop = Math.min(end, this.length + length);
      for (let from = this.length - this.#reps[0] - 1; this.length < stop; from += 1, this.length += 1)
        this.out[this.length] = this.out[from] as number;
    }
    return true;
  }

  #bit(table: Uint16Array, index: number): number {
    const probability = table[index] as number;
    const bound = (this.#range >>> 11) * probability;
    let bit: number;
    if (this.#code < bound) {
      this.#range = bound;
      table[index] = probability + ((2_048 - probability) >> 5);
      bit = 0;
    } else {
      this.#range -= bound;
      this.#code -= bound;
      table[index] = probability - (probability >> 5);
      bit = 1;
    }
    this.#normalize();
    return bit;
  }

  #normalize(): void {
    if (this.#range >= TOP) return;
    this.#range = (this.#range * 256) >>> 0;
    this.#code = (this.#code * 256 + (this.#data[this.#at] ?? 0)) >>> 0;
    this.#at += 1;
  }

  #direct(bits: number): number {
    let value = 0;
    for (let left = bits; left > 0; left -= 1) {
      this.#range >>>= 1;
      const isOne = this.#code >= this.#range;
      if (isOne) this.#code -= this.#range;
      value = value * 2 + (isOne ? 1 : 0);
      this.#normalize();
    }
    return value;
  }

  #tree(table: Uint16Array, from: number, bits: number): number {
    let symbol = 1;
    for (let left = bits; left > 0; left -= 1) symbol = symbol * 2 + this.#bit(table, from + symbol);
    return symbol - (1 << bits);
  }

  #reverseTree(table: Uint16Array, from: number, bits: number): number {
    let symbol = 1;
    let value = 0;
    for (let index = 0; index < bits; index += 1) {
      const bit = this.#bit(table, from + symbol);
      symbol = symbol * 2 + bit;
      value |= bit << index;
    }
    return value;
  }

  #literal(): void {
    const { lc, lp } = this.#properties;
    const before = this.length > this.dictionaryStart ? (this.out[this.length - 1] as number) : 0;
    const context = ((this.length & ((1 << lp) - 1)) << lc) + (before >> (8 - lc));
    const base = 0x300 * context;
    let symbol = 1;
    if (this.#state >= 7) {
      let match = this.out[this.length - this.#reps[0] - 1] ?? 0;
      while (symbol < 0x100) {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const bit = this.#bit(this.#literals, base + ((1 + matchBit) << 8) + symbol);
        symbol = symbol * 2 + bit;
        if (bit !== matchBit) break;
      }
    }
    while (symbol < 0x100) symbol = symbol * 2 + this.#bit(this.#literals, base + symbol);
    this.out[this.length] = symbol & 0xff;
    this.length += 1;
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
  }

  /** Bytes to copy; 0 for the end mark. */
  #match(position: number): number {
    const state = this.#state;
    if (this.#bit(this.#isRep, state) === 0) {
      const length = this.#length(this.#lengths, position);
      this.#state = state < 7 ? 7 : 10;
      const distance = this.#distance(length);
      if (distance === 0xffffffff) return 0;
      this.#reps = [distance, this.#reps[0], this.#reps[1], this.#reps[2]];
      return length;
    }
    if (this.length === this.dictionaryStart) return -1;
    const [rep0, rep1, rep2, rep3] = this.#reps;
    if (this.#bit(this.#isRepG0, state) === 0) {
      if (this.#bit(this.#isRep0Long, state * 16 + position) === 0) {
        this.#state = state < 7 ? 9 : 11;
        return 1;
      }
    } else if (this.#bit(this.#isRepG1, state) === 0) this.#reps = [rep1, rep0, rep2, rep3];
    else if (this.#bit(this.#isRepG2, state) === 0) this.#reps = [rep2, rep0, rep1, rep3];
    else this.#reps = [rep3, rep0, rep1, rep2];
    this.#state = state < 7 ? 8 : 11;
    return this.#length(this.#repLengths, position);
  }

  #length(table: LengthTable, position: number): number {
    if (this.#bit(table.choice, 0) === 0) return 2 + this.#tree(table.low, position * 8, 3);
    if (this.#bit(table.choice, 1) === 0) return 10 + this.#tree(table.mid, position * 8, 3);
    return 18 + this.#tree(table.high, 0, 8);
  }

  #distance(length: number): number {
    const slot = this.#tree(this.#slots, Math.min(length - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + this.#reverseTree(this.#special, base - slot, bits);
    return base + this.#direct(bits - 4) * 16 + this.#reverseTree(this.#align, 0, 4);
  }
}

/** `size`: of what comes out; null where it ends by its mark. At most `bytesMax`. */
export function lzma(
  data: Buffer,
  properties: LzmaProperties,
  { size, bytesMax }: { readonly size: number | null; readonly bytesMax: number },
): Buffer | null {
  if (size !== null && size > bytesMax) return null;
  const out = Buffer.alloc(size ?? bytesMax);
  const decoder = new LzmaDecoder(out, properties);
  const isWhole = decoder.decode(data, out.length);
  if (!isWhole || (size !== null && decoder.length < size)) return null;
  return out.subarray(0, decoder.length);
}

/** Chunks behind control bytes; a zero ends them. */
export function lzma2(data: Buffer, bytesMax: number): { readonly bytes: Buffer; readonly end: number } | null {
  const out = Buffer.alloc(lzma2Size(data, bytesMax));
  let decoder: LzmaDecoder | null = null;
  for (let at = 0; at < data.length; ) {
    const control = data[at] as number;
    if (control === 0) return { bytes: out.subarray(0, decoder?.length ?? 0), end: at + 1 };
    if (control < 0x80) {
      if (control > 2 || at + 3 > data.length) return null;
      const size = data.readUInt16BE(at + 1) + 1;
      decoder ??= new LzmaDecoder(out, { lc: 3, lp: 0, pb: 2 });
      if (control === 1) decoder.dictionaryStart = decoder.length;
      if (!decoder.copy(data.subarray(at + 3, at + 3 + size))) return null;
      at += 3 + size;
      continue;
    }
    if (at + 6 > data.length) return null;
    const size = ((control & 0x1f) << 16) + data.readUInt16BE(at + 1) + 1;
    const packed = data.readUInt16BE(at + 3) + 1;
    const reset = (control >> 5) & 3;
    const properties = reset >= 2 ? lzmaProperties(data[at + 5] as number) : null;
    if (reset >= 2 && properties === null) return null;
    if (properties !== null) {
      decoder ??= new LzmaDecoder(out, properties);
      decoder.reset(properties);
    } else if (decoder === null) return null;
    else if (reset === 1) decoder.resetState();
    if (reset === 3) decoder.dictionaryStart = decoder.length;
    const from = at + (reset >= 2 ? 6 : 5);
    if (decoder.length + size > out.length || !decoder.decode(data.subarray(from, from + packed), size)) return null;
    at = from + packed;
  }
  return null;
}

/** What its chunks claim, at most `bytesMax`. */
function lzma2Size(data: Buffer, bytesMax: number): number {
  let total = 0;
  for (let at = 0; at + 3 <= data.length && total < bytesMax; ) {
    const control = data[at] as number;
    if (control === 0) break;
    const low = data.readUInt16BE(at + 1) + 1;
    if (control < 0x80) {
      total += low;
      at += 3 + low;
    } else {
      if (at + 6 > data.length) break;
      total += ((control & 0x1f) << 16) + low;
      at += (((control >> 5) & 3) >= 2 ? 6 : 5) + data.readUInt16BE(at + 3) + 1;
    }
  }
  return Math.min(total, bytesMax);
}

type Unpack = (data: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

/** As `node:zlib` has it: throws at damage, and by a code of its own where more comes out than may. */
function thrower(read: (data: Buffer, bytesMax: number) => Buffer | null): Unpack {
  return (data, { maxOutputLength }) => {
    const found = read(data, maxOutputLength);
    if (found === null) throw new Error("damaged");
    return found;
  };
}

/** Blocks of LZMA2 alone, as `xz` writes them; filters before it are not undone. */
export const unxz = thrower((data, bytesMax) => {
  const pieces: Buffer[] = [];
  let left = bytesMax;
  const checkBytes = CHECKS[(data[7] ?? 0) & 15] ?? 0;
  for (let at = 12; at + 8 < data.length && data[at] !== 0; ) {
    const headBytes = ((data[at] as number) + 1) * 4;
    const flags = data[at + 1] ?? 0;
    if ((flags & 3) !== 0) return null;
    let from = at + 2;
    for (let sizes = ((flags >> 6) & 1) + (flags >> 7); sizes > 0; sizes -= 1) {
      while ((data[from] ?? 0) >= 0x80) from += 1;
      from += 1;
    }
    if (data[from] !== 0x21) return null;
    const block = lzma2(data.subarray(at + headBytes), left);
    if (block === null) return null;
    pieces.push(block.bytes);
    left -= block.bytes.length;
    at += headBytes + Math.ceil(block.end / 4) * 4 + checkBytes;
  }
  return Buffer.concat(pieces);
});

const CHECKS: readonly number[] = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** One member: a header of six bytes, LZMA with an end mark. */
export const unlzip = thrower((data, bytesMax) => {
  if (data.length < 26) return null;
  const size = Number(data.readBigUInt64LE(data.length - 16));
  return lzma(
    data.subarray(6, data.length - 20),
    { lc: 3, lp: 0, pb: 2 },
    { size: Math.min(size, Number.MAX_SAFE_INTEGER), bytesMax },
  );
});

/** The old form: properties, dictionary, size, data. */
export const unlzma = thrower((data, bytesMax) => {
  const properties = data.length < 18 ? null : lzmaProperties(data[0] as number);
  if (properties === null) return null;
  const size = data.readBigUInt64LE(5);
  return lzma(data.subarray(13), properties, { size: size === 0xffffffffffffffffn ? null : Number(size), bytesMax });
});
