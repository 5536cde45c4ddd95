/**
 * Visible text → its sketch (`case/sketch.ts`): like texts have like sketches, also when a sentence was changed, added or left out.
 *
 * Words are runs of letters; a character of a script without spaces is a word. Digits, punctuation and white space part words,
 * so that both line ends and any folding give the same. Pure; linear in the text, of which `TEXT_CHARS_MAX` characters count.
 */
import { encodeSketch, SKETCH_BINS } from "../case/sketch.ts";

const TEXT_CHARS_MAX = 6 * 1024;
/** Fewer runs of three words than these are alike by chance. */
const RUNS_MIN = 24;
const EMPTY = 0x10000;

/** Empty for a text that is too short. */
export function textSketch(text: string): string {
  const bins = new Int32Array(SKETCH_BINS).fill(EMPTY);
  const runs = fillBins(text, bins);
  return runs < RUNS_MIN ? "" : encodeSketch(densified(bins));
}

/** Returns how many runs of three words there are. */
function fillBins(text: string, bins: Int32Array): number {
  const end = Math.min(text.length, TEXT_CHARS_MAX);
  let words = 0;
  let first = 0;
  let second = 0;
  let word = 0;
  let isOpen = false;
  for (let at = 0; at <= end; at += 1) {
    const code = at < end ? text.charCodeAt(at) : 0x20;
    const lower = code | 0x20;
    if ((lower >= 0x61 && lower <= 0x7a && code < 0x80) || (code >= 0xc0 && isLetter(code))) {
      word = isOpen
        ? Math.imul(word ^ (code < 0x80 ? lower : code), 0x01000193)
        : (code < 0x80 ? lower : code) + 0x811c;
      isOpen = true;
      if (code < 0x2e80) continue;
    }
    if (!isOpen) continue;
    isOpen = false;
    words += 1;
    if (words >= 3) noteRun(bins, mixed(first, second, word));
    first = second;
    second = word;
  }
  return Math.max(0, words - 2);
}

/** Beyond Latin-1 all but the blocks of punctuation, symbols and surrogates. */
function isLetter(code: number): boolean {
  if (code === 0xd7 || code === 0xf7) return false;
  if (code < 0x2000) return true;
  return (code >= 0x3040 && code < 0xd800) || (code >= 0xf900 && code < 0xfe00);
}

function mixed(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The highest bits choose the bin, the lowest are the value. */
function noteRun(bins: Int32Array, hash: number): void {
  const bin = hash >>> 27;
  const value = hash & 0xffff;
  if (value < (bins[bin] ?? 0)) bins[bin] = value;
}

/** An empty bin takes the value of the next full one, moved by how far that is. Some bin is full. */
function densified(bins: Int32Array): Uint16Array {
  const full = new Uint16Array(SKETCH_BINS);
  for (let bin = 0; bin < SKETCH_BINS; bin += 1) {
    let step = 0;
    while (step < SKETCH_BINS && bins[(bin + step) % SKETCH_BINS] === EMPTY) step += 1;
    full[bin] = (bins[(bin + step) % SKETCH_BINS] ?? 0) + step * 0x3c6f;
  }
  return full;
}
