/**
 * Characters that show nothing, put where no writer needs them (hostile-mail HM-103): between the letters of a word, which
 * breaks it for programs and leaves it whole for people, and letters of the tag block, which only programs read.
 *
 * Pure; linear. Ordinary text has soft hyphens where a word may be broken, which leaves two letters on either side, joiners in
 * the scripts that need them, and tags in the flags of countries' parts: none of these counts.
 */

/** Letters of the scripts that need no joiner. */
const LETTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}]";
/** Default-ignorable characters and fillers, the soft hyphen left out. */
const UNSEEN = [
  "\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0",
  "\\u{e0000}-\\u{e0fff}",
].join("");
/** The other side of a letter that stands alone between soft hyphens, or at an end of its word. */
const EDGE = `(?!${LETTER})`;

const IN_WORDS = new RegExp(
  [
    `(?<=${LETTER}\\u00ad*)[${UNSEEN}][${UNSEEN}\\u00ad]*(?=${LETTER})`,
    `(?<=${LETTER})\\u00ad+(?=${LETTER}${EDGE})`,
    `(?<=(?<!${LETTER})${LETTER})\\u00ad+(?=${LETTER})`,
  ].join("|"),
  "gu",
);

/** Three letters of the tag block that are no flag's (U+1F3F4 and what follows it). */
const TAGS = /(?<![\u{1f3f4}\u{e0020}-\u{e007e}])[\u{e0020}-\u{e007e}]{3}/u;

/** Any of all these, or a joiner: the look that most texts get. */
const SUSPECT = new RegExp(`[\\u00ad${UNSEEN}]`, "u");

/** A letter and some of these behind it, at the end of a text: the word may go on in the next one. */
export const openWord = new RegExp(`${LETTER}[\\u00ad${UNSEEN}]{1,8}$`, "u");

/** Words with one of these inside by accident exist; three do not. */
export const INVISIBLE_MIN = 3;

/** Places inside words, up to `INVISIBLE_MIN`; a text written in tags is as much as that. */
export function countInvisible(text: string): number {
  if (!SUSPECT.test(text)) return 0;
  if (TAGS.test(text)) return INVISIBLE_MIN;
  let found = 0;
  for (const _ of text.matchAll(IN_WORDS)) {
    found += 1;
    if (found >= INVISIBLE_MIN) break;
  }
  return found;
}
