/**
 * Whether HTML may hold anything active (`active-markup.ts`): a text without any sign of it costs this search, and no tree.
 *
 * Errs towards yes. Every sign has a character that mail has few of: the `<` of a program's tag, the `=` behind a handler, the `:` behind
 * the name of a program, the `(` of an expression. These are searched for, and only beside them the text is looked at: a regular
 * expression of the same signs tries each of them at each place. Character references may spell any of it (in attributes, titles, and in the styles
 * of SVG): a text with such as could is searched once more with all of them decoded. Pure, total; linear, since what is looked at before such a
 * character ends at the one before it, or after some dozen characters.
 */
import { decodeHTML } from "entities/decode";

export function mayBeActive(source: string): boolean {
  return hasSign(source) || (SPELLING.test(source) && hasSign(decodeHTML(source)));
}

/**
 * References to what signs are written with or what is dropped from addresses, by what they are not: quotes, ampersands, Latin letters with
 * marks, typographic dashes and quotes. Hard spaces count where a sign comes after them.
 */
const SPELLING = new RegExp(
  [
    String.raw`&(?:#(?!(?:3[489]|1(?:[69]\d|7[0-24-9]|8\d)|2\d\d|82(?:0[89]|[12]\d|30)|8[3-9]\d\d);`,
    "|x(?:2[267]|a[0-9a-cef]|[b-f][0-9a-f]|20(?:1[0-9a-f]|2[0-7]|[3-9a-f][0-9a-f]));)",
    "|lt|lpar|lrm|rlm|tab|newline|colon|equals|shy|zw|zero|negative",
    String.raw`|(?:nbsp|nonbreakingspace|#160|#xa0);?\s{0,8}(?:&(?:nbsp|#160|#xa0);?\s{0,8}){0,16}[(:=])`,
  ].join(""),
  "i",
);

function hasSign(source: string): boolean {
  // The engine searches for one character many times as fast as code here walks over all.
  for (const anchor of ANCHORS) {
    for (let at = source.indexOf(anchor); at >= 0; at = source.indexOf(anchor, at + 1)) {
      if (isSign(source, at, anchor.charCodeAt(0))) return true;
    }
  }
  return false;
}

const ANCHORS: readonly string[] = ["<", "=", ":", "("];
const LETTER_A = 0x61;
const LETTER_S = 0x73;
const LETTER_Z = 0x7a;
/** Last letters of the words before them: `http-equiv`, `srcdoc`, `javascript`, `-moz-binding` and `behavior`, `expression`. */
const REFRESH_END = lettersOf("v");
const SRCDOC_END = lettersOf("c");
const PROGRAM_END = lettersOf("t");
const STYLE_END = lettersOf("gr");
const EXPRESSION_END = lettersOf("n");
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;

/** Most are told by the character beside them. */
function isSign(source: string, at: number, code: number): boolean {
  const last = source.charCodeAt(at - 1) | 0x20;
  switch (code) {
    case LESS:
      return mayBegin(source.charCodeAt(at + 1) | 0x20, LETTER_S) && fits(TAG, source, at);
    case EQUALS:
      if (mayEnd(last, REFRESH_END) && isRefresh(source, at)) return true;
      return isHandler(source, at) || (mayEnd(last, SRCDOC_END) && endsWith(source, beforeSpace(source, at), "srcdoc"));
    case COLON:
      // `<svg:script`.
      if ((source.charCodeAt(at + 1) | 0x20) === LETTER_S && startsWith(source, at + 1, "script")) return true;
      if (mayEnd(last, PROGRAM_END) && isProgram(source, at)) return true;
      return (last === LETTER_A && isData(source, at)) || (mayEnd(last, STYLE_END) && isStyle(source, at));
    default:
      return mayEnd(last, EXPRESSION_END) && endsWith(source, beforeSpace(source, at), "expression");
  }
}

/** A word may end before a character with one of these letters: they stand there, or what is left out. `code`: as of a small letter. */
function mayEnd(code: number, letters: number): boolean {
  if (code >= LETTER_A && code <= LETTER_Z) return ((letters >>> (code - LETTER_A)) & 1) === 1;
  return code <= 0x3f || code >= 0x80;
}

/** A bit for each small letter. */
function lettersOf(letters: string): number {
  return [...letters].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) - LETTER_A)), 0);
}

/** White space or the letter. `code`: as of a small letter. */
function mayBegin(code: number, letter: number): boolean {
  return code === letter || code <= 0x2d || code === 0xa0;
}

/** As in a value that is read as a page. */
const TAG = /<\s{0,4}script/iy;

function isRefresh(source: string, at: number): boolean {
  return endsWith(source, beforeSpace(source, at), "http-equiv") && fits(REFRESH, source, at);
}

/** Each run of white space has one place: two beside each other would try every division of it. */
const REFRESH = /=\s*(?:["']\s*)?(?:refresh|&)/iy;

/** `onload=`, behind what may stand before an attribute. An empty one does nothing. */
function isHandler(source: string, at: number): boolean {
  const end = beforeSpace(source, at);
  let start = end;
  while (end - start <= HANDLER_CHARS_MAX && isLetter(source.charCodeAt(start - 1))) start -= 1;
  const length = end - start;
  if (length < HANDLER_CHARS_MIN || length > HANDLER_CHARS_MAX || !startsWith(source, start, "on")) return false;
  // A reference to white space ends so, in the text of a title.
  return /[\s"'/;]/.test(source.charAt(start - 1)) && !fits(EMPTY_VALUE, source, at);
}

const HANDLER_CHARS_MIN = 5;
const HANDLER_CHARS_MAX = 32;
const EMPTY_VALUE = /=\s*(?:""|'')/y;

/** `javascript` before a colon, with whatever is dropped from addresses between its letters. */
function isProgram(source: string, at: number): boolean {
  const script = before(source, at, "script");
  return script >= 0 && ["java", "vb", "live"].some((kind) => before(source, script, kind) >= 0);
}

/** Where the word begins that ends at `end`, what is dropped between its letters left out; -1 where it does not. */
function before(source: string, end: number, word: string): number {
  let at = end - 1;
  for (let letter = word.length - 1; letter >= 0; letter -= 1) {
    while (isDropped(source.charCodeAt(at)) && end - at <= WORD_SPAN_MAX) at -= 1;
    if ((source.charCodeAt(at) | 0x20) !== word.charCodeAt(letter)) return -1;
    at -= 1;
  }
  return at + 1;
}

/** As `DROPPED` of `active-markup.ts`. */
function isDropped(code: number): boolean {
  if (code <= SPACE || code === 0xad || code === 0xfeff) return true;
  return (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e);
}

/** Programs' names that are stretched further are in no address (`ADDRESS_CHARS` of `active-markup.ts`). */
const WORD_SPAN_MAX = 256;

function isData(source: string, at: number): boolean {
  return endsWith(source, at, "data") && fits(DATA, source, at);
}

const DATA = /:\s*(?:text\/(?:html|xml)|image\/svg|application\/x)/iy;

/** The ready-made behaviours of Office's drawings are no program. */
function isStyle(source: string, at: number): boolean {
  const end = beforeSpace(source, at);
  if (endsWith(source, end, "-moz-binding")) return true;
  return (endsWith(source, end, "behavior") || endsWith(source, end, "behaviour")) && fits(BEHAVIOR, source, at);
}

const BEHAVIOR = /:\s*url\(\s*["']?(?!["']?#default)/iy;

/** Where white space before `at` begins. */
function beforeSpace(source: string, at: number): number {
  let end = at;
  while (end > 0 && isSpace(source.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** `pattern`: sticky. */
function fits(pattern: RegExp, source: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(source);
}

/** `word` in small letters. */
function startsWith(source: string, at: number, word: string): boolean {
  for (let letter = 0; letter < word.length; letter += 1) {
    if (lower(source.charCodeAt(at + letter)) !== word.charCodeAt(letter)) return false;
  }
  return true;
}

function endsWith(source: string, end: number, word: string): boolean {
  return end >= word.length && startsWith(source, end - word.length, word);
}

const SPACE = 0x20;

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** As `\s` has it, below U+1680. */
function isSpace(code: number): boolean {
  return code === SPACE || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}
