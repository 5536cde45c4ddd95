/**
 * How many columns a character takes on a terminal: 0, 1 or 2.
 *
 * An estimate after Unicode's East Asian Width (UAX 11), kept as a short list of blocks: terminals disagree about the rest.
 */

/** Blocks drawn two columns wide, `[first, last]`, ascending. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

const MARK = /^[\p{Mn}\p{Me}]/u;
const EMOJI = /^\p{Emoji_Presentation}/u;

/** True for a character that is drawn over the one before it. */
export function isMark(char: string): boolean {
  return char >= "\u0300" && MARK.test(char);
}

/** Columns of one character (one code point). */
export function charWidth(char: string): 0 | 1 | 2 {
  if (char < "\u0300") return 1;
  const code = char.codePointAt(0) ?? 0;
  for (const [first, last] of WIDE) {
    if (code < first) break;
    if (code <= last) return 2;
  }
  if (EMOJI.test(char)) return 2;
  return MARK.test(char) ? 0 : 1;
}

/** Columns of a text without control characters. Linear. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}
