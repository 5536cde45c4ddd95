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

const WORDS_LOOKED_AT = 300;
const WORDS_MIN = 40;
/** Half of the words: lists, initials and formulas have fewer. */
const SINGLE_SHARE_MIN = 0.5;

/** `H el l o t h i s i s`: most words of it are pieces of words. */
export function isScattered(text: string): boolean {
  let words = 0;
  let single = 0;
  for (const [word] of text.slice(0, 10_000).matchAll(/\p{L}+/gu)) {
    words += 1;
    if (/^[a-z]{1,2}$/i.test(word)) single += 1;
    if (words >= WORDS_LOOKED_AT) break;
  }
  return words >= WORDS_MIN && single / words >= SINGLE_SHARE_MIN;
}
