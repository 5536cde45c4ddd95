/**
 * Finds many words in a text in one walk over it, whatever their number. Words count as parts of words too.
 *
 * Pure; linear in the text, since few words begin alike.
 */

/** Characters by which words are told apart; shorter words are searched one by one. */
const HEAD_CHARS = 3;
/** A power of two, many times the number of words: nearly every place of a text is passed by one look. */
const SLOTS = 4096;

export class WordFinder {
  /** Words by the slot of their first characters. */
  readonly #slots: readonly (readonly string[] | undefined)[];
  readonly #shortWords: readonly string[];

  constructor(words: readonly string[]) {
    const slots = Array.from({ length: SLOTS }, (): string[] | undefined => undefined);
    for (const word of words) {
      if (word.length < HEAD_CHARS) continue;
      const slot = slotAt(word, 0);
      slots[slot] = [...(slots[slot] ?? []), word];
    }
    this.#slots = slots;
    this.#shortWords = words.filter(({ length }) => length < HEAD_CHARS);
  }

  /** True when one of the words stands anywhere in the text. */
  isIn(text: string): boolean {
    // The characters of a slot, kept from place to place: each is asked of the text once.
    let first = 0;
    let second = 0;
    for (let end = 0; end < text.length; end += 1) {
      const third = text.charCodeAt(end);
      const words = this.#slots[slotOf(first, second, third)];
      if (words?.some((word) => text.startsWith(word, end + 1 - HEAD_CHARS)) === true) return true;
      first = second;
      second = third;
    }
    return this.#shortWords.some((word) => text.includes(word));
  }

  /** True when `test` holds for the last place `[start, end)` of one of the words. */
  someLast(text: string, test: (start: number, end: number) => boolean): boolean {
    const seen = new Set<string>();
    for (let at = text.length - HEAD_CHARS; at >= 0; at -= 1) {
      const words = this.#slots[slotAt(text, at)];
      if (words === undefined) continue;
      for (const word of words) {
        if (!text.startsWith(word, at) || seen.has(word)) continue;
        seen.add(word);
        if (test(at, at + word.length)) return true;
      }
    }
    return this.#shortWords.some((word) => {
      const at = text.lastIndexOf(word);
      return at >= 0 && test(at, at + word.length);
    });
  }
}

function slotAt(text: string, at: number): number {
  return slotOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
}

function slotOf(first: number, second: number, third: number): number {
  return ((first * 31 + second) * 31 + third) & (SLOTS - 1);
}
