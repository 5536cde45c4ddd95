/**
 * The sketch of a text: of its runs of three words, hashed into 32 bins, the least hash of each bin (one-permutation MinHash: Li,
 * Owen, Zhang 2012; empty bins borrow from the next full one: Shrivastava, Li 2014). Two texts share of their bins about what
 * they share of their runs (Jaccard), give or take 0.09.
 *
 * Stored as base64 of 32 numbers of 16 bits, little endian, without padding: 86 characters.
 */
export const SKETCH_BINS = 32;
/** Neighbouring bins are one key to look similar texts up by: 32 bits, which two texts do not share by chance. */
export const SKETCH_BANDS = SKETCH_BINS / 2;

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CHARS = Math.ceil((SKETCH_BINS * 16) / 6);
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < BASE64.length; value += 1) VALUES[BASE64.charCodeAt(value)] = value;

export function encodeSketch(bins: Uint16Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const bin of bins) {
    held |= bin << bits;
    bits += 16;
    for (; bits >= 6; bits -= 6) {
      text += BASE64[held & 63];
      held >>>= 6;
    }
  }
  return bits > 0 ? text + BASE64[held & 63] : text;
}

/** Null for what is no sketch. */
export function decodeSketch(text: string): Uint16Array | null {
  if (text.length !== CHARS) return null;
  const bins = new Uint16Array(SKETCH_BINS);
  let bits = 0;
  let held = 0;
  let bin = 0;
  for (let at = 0; at < CHARS; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? -1;
    if (value < 0) return null;
    held |= value << bits;
    bits += 6;
    if (bits < 16) continue;
    bins[bin] = held & 0xffff;
    bin += 1;
    held >>>= 16;
    bits -= 16;
  }
  return bins;
}

/** Share of bins in which they agree, 0 to 1. */
export function sketchLikeness(one: Uint16Array, other: Uint16Array): number {
  let same = 0;
  for (let bin = 0; bin < SKETCH_BINS; bin += 1) if (one[bin] === other[bin]) same += 1;
  return same / SKETCH_BINS;
}
