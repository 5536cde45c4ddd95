/**
 * Unicode simple case folding (mql.md, section 4; CaseFolding.txt, status C and S): the one place that says which letters are the same but
 * for their case. [I] Every case-insensitive comparison of the language goes through here.
 *
 * The result names the class of a letter; it is the lower-case letter, where there is one of one code point. The number of code points stays.
 */
const NOT_ASCII = /[^\0-\x7f]/;
const MAY_CHANGE = /[\p{Changes_When_Casefolded}\p{Changes_When_Lowercased}\p{Changes_When_Uppercased}]/gu;

/** Classes that neither the lower nor the upper case of one code point ties together. */
const ODD: ReadonlyMap<string, string> = new Map([
  // Has no simple folding, although its upper case is the letter I.
  ["\u0131", "\u0131"],
  ["\u0130", "\u0130"],
  ["\u1fd3", "\u0390"],
  ["\u1fe3", "\u03b0"],
  ["\ufb05", "\ufb06"],
]);

const known = new Map<string, string>();

/**
 * Letters whose class is not named by the engine's lower case: variants of small letters, and those whose lower case depends on what stands around
 * them or has several code points. Few texts hold any of them.
 */
const NOT_LOWERED =
  /[\u0345\u00b5\u017f\u0130\u0390\u03a3\u03b0\u03c2\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f5\u1c80-\u1c88\u1e9b\u1fbe\u1fd3\u1fe3\ufb05\ufb06]/;

/** Linear in the text. Equal for texts that differ in case only. */
export function fold(text: string): string {
  return NOT_ASCII.test(text) && NOT_LOWERED.test(text) ? text.replace(MAY_CHANGE, foldedLetter) : text.toLowerCase();
}

/** The memory is bounded by the number of cased letters in Unicode, some 2,900. */
function foldedLetter(letter: string): string {
  const found = known.get(letter);
  if (found !== undefined) return found;
  const folded = ODD.get(letter) ?? lowerOf(upperOf(letter) ?? letter) ?? lowerOf(letter) ?? letter;
  known.set(letter, folded);
  return folded;
}

/** The lower case where that is one code point. */
function lowerOf(letter: string): string | null {
  const lower = letter.toLowerCase();
  return isOneCodePoint(lower) ? lower : null;
}

function upperOf(letter: string): string | null {
  const upper = letter.toUpperCase();
  return isOneCodePoint(upper) ? upper : null;
}

function isOneCodePoint(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
}
