/**
 * Names, subjects and texts made so that people read one thing and filters another, by means that nobody needs in these places: signs that show
 * nothing between Latin letters, letters and marks of far alphabets in a Latin word, words with their letters apart (hostile-mail HM-103, 105).
 *
 * Pure; linear in what is looked at.
 */

/** Variation selectors of ideographs and tags; other joiners are needed by the scripts that they stand in. */
const SHOWS_NOTHING =
  /[a-z\u13a0-\u13ff][\u200b-\u200d\u2060\ufeff\u00ad]+[a-z]|[\p{L}][\u{e0100}-\u{e01ef}\u{e0020}-\u{e007f}]/iu;
/** Cherokee, Lisu and Coptic letters, some of which look like Latin ones. */
const FAR_LETTER =
  /[\u13a0-\u13ff\uab70-\uabbf\ua4d0-\ua4f7\u2c80-\u2cff](?:[\u{e0100}-\u{e01ef}])*[a-z]|[a-z][\u13a0-\u13ff\uab70-\uabbf\ua4d0-\ua4f7\u2c80-\u2cff]/iu;

/** A Latin letter that bears a mark of another script, of which fonts show nothing or a dot: accents of Latin letters belong to no script alone. */
const FAR_MARK = /\p{Script=Latin}(?=\p{M})(?![\p{Script=Inherited}\p{Script=Common}])./u;

/** Of a name or a subject. */
export function isDisguisedHead(text: string): boolean {
  const shown = text.slice(0, 1_000);
  if (!/[\u00ad-\uffff]/.test(shown)) return false;
  return SHOWS_NOTHING.test(shown) || FAR_LETTER.test(shown) || FAR_MARK.test(shown);
}

const CHARS_LOOKED_AT = 10_000;
const WORDS_LOOKED_AT = 300;
const WORDS_MIN = 40;
/** Half of the words: lists, initials and formulas have fewer. */
const SINGLE_SHARE_MIN = 0.5;

/** `H el l o t h i s i s`: most words of it are pieces of words. */
export function isScattered(text: string): boolean {
  const shown = text.slice(0, CHARS_LOOKED_AT);
  let words = 0;
  let single = 0;
  for (let at = 0; at < shown.length && words < WORDS_LOOKED_AT; at += 1) {
    let length = 0;
    let isPlain = true;
    let hasDigit = false;
    for (; at < shown.length; at += 1) {
      const code = shown.charCodeAt(at);
      if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) length += 1;
      else if (code >= 0x30 && code <= 0x39) hasDigit = true;
      else if (code >= 0x80 && isLetterAt(shown, at)) {
        isPlain = false;
        length += 1;
        // Both halves of a pair.
        if (code >= 0xd800 && code <= 0xdbff) at += 1;
      } else break;
    }
    // Keys and addresses of pages are letters between digits, and no words.
    if (length === 0 || hasDigit) continue;
    words += 1;
    if (isPlain && length <= 2) single += 1;
  }
  return words >= WORDS_MIN && single / words >= SINGLE_SHARE_MIN;
}

/** By code unit: 1 for a letter, 2 for none, 0 until asked. */
const letters = new Uint8Array(0x10000);

/** Of a character beyond ASCII. */
function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdfff) return /^\p{L}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  if (letters[code] === 0) letters[code] = /^\p{L}/u.test(String.fromCharCode(code)) ? 1 : 2;
  return letters[code] === 1;
}
