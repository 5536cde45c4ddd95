/**
 * Text made so that people read one thing and programs another: characters that show nothing inside words, and words of
 * letters that only look like the ones they stand for (hostile-mail HM-103, 105).
 *
 * Pure; linear.
 */
import { countInvisible, INVISIBLE_MIN } from "../html/invisible-text.ts";

/** Characters looked at in one go: patterns overflow the engine's stack on words of millions of letters. */
const PIECE_CHARS = 128 * 1024;

const LOOK_ALIKE_MIN = 2;

/** Letters for formulas, in circles, or as wide as ideographs, several in a row. */
const STYLED = /[\u{1d400}-\u{1d7ff}\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a]{3,}/gu;
/** Code units without which there is none of them. */
const MAY_BE_STYLED = /[\ud835\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a]/;
const CYRILLIC_OR_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Of all the texts together, which are never joined: a mail may have thousands. */
export function hasInvisibleText(texts: readonly string[]): boolean {
  let found = 0;
  for (const text of texts) {
    if (!/[\u00ad-\uffff]/.test(text)) continue;
    for (let start = 0; start < text.length && found < INVISIBLE_MIN; start += PIECE_CHARS) {
      found += countInvisible(text.slice(start, start + PIECE_CHARS));
    }
    if (found >= INVISIBLE_MIN) return true;
  }
  return false;
}

/** As `hasInvisibleText`. */
export function hasLookAlikeWords(texts: readonly string[]): boolean {
  let mixed = 0;
  for (const text of texts) {
    if (!/[\u0370-\uffff]/.test(text)) continue;
    if (MAY_BE_STYLED.test(text) && count(text, STYLED, 1) > 0) return true;
    if (!CYRILLIC_OR_GREEK.test(text)) continue;
    mixed += count(text, /[\p{L}]+/gu, LOOK_ALIKE_MIN - mixed, isMixed);
    if (mixed >= LOOK_ALIKE_MIN) return true;
  }
  return false;
}

/** Latin letters beside letters that look like others of them: `раssword`. */
function isMixed(word: string): boolean {
  return word.length > 2 && /[a-z]/i.test(word) && /[аеорсухіјѕԁԛԝһӏοαρνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТХ]/.test(word);
}

/** Up to `enough` of them. */
function count(text: string, pattern: RegExp, enough: number, counts: (found: string) => boolean = () => true): number {
  let found = 0;
  for (let start = 0; start < text.length; start += PIECE_CHARS) {
    for (const [match] of text.slice(start, start + PIECE_CHARS).matchAll(pattern)) {
      if (counts(match)) found += 1;
      if (found >= enough) return found;
    }
  }
  return found;
}
