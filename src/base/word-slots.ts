/**
 * A slot for each word, so that one look at a small table passes by most words of a text that are none of some set: asking a map for a piece of a
 * text costs ten times as much, since the piece is hashed first.
 *
 * Words that share a slot are told apart by who asks further. Pure; some ten characters of a word are looked at.
 */

/** A power of two, many times the number of words or phrases that are looked for. */
export const WORD_SLOTS = 1 << 16;

/** By its length, its first three letters and its last two. */
export function slotOf(word: string): number {
  const { length } = word;
  let hash = length;
  for (let at = 0; at < 3 && at < length; at += 1) hash = Math.imul(hash, 31) + word.charCodeAt(at);
  for (let at = Math.max(3, length - 2); at < length; at += 1) hash = Math.imul(hash, 31) + word.charCodeAt(at);
  return (hash ^ (hash >>> 15)) & (WORD_SLOTS - 1);
}

/** Of two words that stand beside each other, by their slots. */
export function slotOfPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e35) ^ second) & (WORD_SLOTS - 1);
}
