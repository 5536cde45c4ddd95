/**
 * How the names begin that are looked for among words, so that nearly every word at which none does costs a walk over its first letters: no text is
 * made of words, and nothing is asked of a map.
 *
 * Told by the first letters of skeletons (`url/look-alikes.ts`), which are the same for all spellings that are found under one name. Errs towards
 * yes: at letters beyond ASCII, and where another beginning has the same slot. Pure.
 */

/** Letters of a skeleton that are told apart. */
const HEAD_CHARS = 6;
/** A power of two, many times the number of names. */
const SLOTS = 1 << 16;

const LETTER_C = 0x63;
const LETTER_I = 0x69;
const LETTER_L = 0x6c;
const LETTER_N = 0x6e;
const LETTER_O = 0x6f;
const LETTER_R = 0x72;
const LETTER_V = 0x76;
const DIGIT_0 = 0x30;
const DIGIT_1 = 0x31;

export class NameHeads {
  readonly #slots = new Uint8Array(SLOTS);

  /** A name by its skeleton. */
  add(skeleton: string): void {
    let hash = 0;
    for (let at = 0; at < skeleton.length && at < HEAD_CHARS; at += 1) hash = step(hash, skeleton.charCodeAt(at));
    this.#slots[slotOf(hash)] = 1;
  }

  /** Whether a name may begin at the word; at most `wordsMax` words are looked at. Words in lower case. */
  mayBegin(words: readonly string[], start: number, wordsMax: number): boolean {
    let hash = 0;
    let count = 0;
    // The first half of what may be a pair that looks like one letter, while its other half is to come.
    let half = 0;
    for (let next = start; next < words.length && next < start + wordsMax; next += 1) {
      const word = words[next] ?? "";
      for (let at = 0; at < word.length; at += 1) {
        const written = word.charCodeAt(at);
        if (written >= 0x80) return true;
        const code = plainForm(written);
        const joined = half === 0 ? 0 : pairOf(half, code);
        if (half !== 0) {
          hash = step(hash, joined === 0 ? half : joined);
          half = 0;
          if (++count === HEAD_CHARS) return this.#has(hash);
        }
        if (joined !== 0) continue;
        if (code === LETTER_R || code === LETTER_V || code === LETTER_C) {
          half = code;
          continue;
        }
        hash = step(hash, code);
        if (++count === HEAD_CHARS) return this.#has(hash);
      }
      // A shorter name may end with the word.
      if (this.#has(half === 0 ? hash : step(hash, half))) return true;
    }
    return false;
  }

  #has(hash: number): boolean {
    return this.#slots[slotOf(hash)] === 1;
  }
}

function step(hash: number, code: number): number {
  return (Math.imul(hash, 0x01000193) + code) | 0;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}

/** As skeletons have it of ASCII. */
function plainForm(code: number): number {
  if (code === LETTER_I || code === DIGIT_1) return LETTER_L;
  return code === DIGIT_0 ? LETTER_O : code;
}

/** `rn`, `vv` and `cl` look like `m`, `w` and `d`; 0 for what looks like two letters. */
function pairOf(first: number, second: number): number {
  if (first === LETTER_R) return second === LETTER_N ? 0x6d : 0;
  if (first === LETTER_V) return second === LETTER_V ? 0x77 : 0;
  return second === LETTER_L ? 0x64 : 0;
}
