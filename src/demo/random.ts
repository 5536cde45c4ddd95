/**
 * A small seeded generator: the same label gives the same values on every machine, and no clock or chance is asked.
 *
 * State step and output mix are the 32-bit form of SplitMix (Steele, Lea, Flood 2014, "Fast splittable pseudorandom
 * number generators"). Good enough to vary sample mail; of no use for secrets.
 */
import { assert } from "../base/assert.ts";

export interface Random {
  /** An integer in `[0, below)`. */
  int(below: number): number;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Distinct items in random order, at most `count`. */
  sample<T>(items: readonly T[], count: number): readonly T[];
  /** `length` characters of the alphabet. */
  text(length: number, alphabet: string): string;
  /** A new generator that depends on this one's label and `label` only, never on what was drawn so far. */
  fork(label: string): Random;
}

export const HEX = "0123456789abcdef";
export const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const BASE64 = `${BASE62}+/`;

export function createRandom(label: string): Random {
  let state = hashOf(label);
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state);
  };
  const int = (below: number): number => {
    assert(below >= 1, "below must be at least 1");
    return Math.floor((next() / 0x1_0000_0000) * below);
  };
  const pick = <T>(items: readonly T[]): T => {
    const index = int(items.length);
    assert(index in items, "pick from an empty list");
    return items[index] as T;
  };
  return {
    int,
    chance: (probability) => next() / 0x1_0000_0000 < probability,
    pick,
    sample: (items, count) => shuffled(items, int).slice(0, count),
    text: (length, alphabet) => {
      let text = "";
      for (let i = 0; i < length; i += 1) text += alphabet.charAt(int(alphabet.length));
      return text;
    },
    fork: (inner) => createRandom(`${label}/${inner}`),
  };
}

/** A 32-bit hash of a text (FNV-1a), mixed once more: also gives people and domains their fixed traits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return mix(hash);
}

function mix(value: number): number {
  let z = value;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** Fisher–Yates on a copy. */
function shuffled<T>(items: readonly T[], int: (below: number) => number): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = int(i + 1);
    const kept = copy[i] as T;
    copy[i] = copy[j] as T;
    copy[j] = kept;
  }
  return copy;
}
