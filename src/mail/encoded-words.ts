/**
 * Encoded-words (RFC 2047, with the language suffix of RFC 2231 5) to text, for display.
 *
 * White space between adjacent words goes; words of one charset are joined before they are decoded, since mailers split
 * characters across words. What comes out is never read again, neither as a word nor as header syntax. Lenient where mail
 * is: spaces inside a word, either case of B and Q, bad padding. Linear; at most `limits.encodedWordsMax` words are decoded.
 */
import { limits } from "../base/limits.ts";
import { hexValue } from "./bytes.ts";
import { decodeCharset } from "./charset.ts";

/** A word's text can be told from here to its `?=`. */
interface EncodedWord {
  readonly charset: string;
  readonly bytes: Buffer;
  /** In the text, after the `?=`. */
  readonly end: number;
}

const CHARSET_CHARS_MAX = 128;
/** `=?x?Q??=`. */
const WORD_CHARS_MIN = 8;
const QUESTION = 0x3f;

/** Decodes every encoded-word; text outside of them stays as it is. */
export function decodeEncodedWords(text: string): string {
  let start = text.indexOf("=?");
  if (start === -1) return text;
  const joined = new WordJoiner();
  let copied = 0;
  for (let words = 0; start !== -1 && words < limits.encodedWordsMax; start = text.indexOf("=?", start)) {
    const word = readEncodedWord(text, start);
    if (word === null) {
      start += 2;
      continue;
    }
    joined.addText(text.slice(copied, start));
    joined.addWord(word);
    words++;
    copied = word.end;
    start = word.end;
  }
  joined.addText(text.slice(copied));
  return joined.text();
}

/** Whether a text holds more words than are decoded. Costs nothing on texts too short for so many. */
export function hasTooManyWords(text: string): boolean {
  if (text.length <= limits.encodedWordsMax * WORD_CHARS_MIN) return false;
  let words = 0;
  let start = text.indexOf("=?");
  while (start !== -1 && words <= limits.encodedWordsMax) {
    const end = encodedWordEnd(text, start);
    if (end !== -1) words++;
    start = text.indexOf("=?", end === -1 ? start + 2 : end);
  }
  return words > limits.encodedWordsMax;
}

/** Where the encoded-word that starts at `start` ends; -1 when none does. */
export function encodedWordEnd(text: string, start: number): number {
  return readParts(text, start)?.end ?? -1;
}

function readEncodedWord(text: string, start: number): EncodedWord | null {
  const parts = readParts(text, start);
  if (parts === null) return null;
  const encoded = text.slice(parts.textStart, parts.end - 2);
  const bytes = parts.isBase64 ? decodeB(encoded) : decodeQ(encoded, parts.charset);
  return { charset: parts.charset, bytes, end: parts.end };
}

interface WordParts {
  readonly charset: string;
  readonly isBase64: boolean;
  readonly textStart: number;
  readonly end: number;
}

/** `=?charset*language?B?text?=`; every search stops at the next `?`, so that trying each `=?` stays linear. */
function readParts(text: string, start: number): WordParts | null {
  const charsetEnd = text.indexOf("?", start + 2);
  if (charsetEnd === -1 || charsetEnd - start > CHARSET_CHARS_MAX || text.charCodeAt(charsetEnd + 2) !== QUESTION) {
    return null;
  }
  const encoding = text.charAt(charsetEnd + 1).toLowerCase();
  if (encoding !== "b" && encoding !== "q") return null;
  const label = text.slice(start + 2, charsetEnd);
  if (/\s/.test(label)) return null;
  const textStart = charsetEnd + 3;
  const end = wordEnd(text, textStart, encoding === "q");
  if (end === -1) return null;
  const [charset = ""] = label.split("*", 1);
  return { charset, isBase64: encoding === "b", textStart, end };
}

/**
 * After the `?=` that ends a word's text. Some mailers leave a `?` of the text unencoded (RFC 2047 5 forbids it): in Q a
 * `?` before anything but `=` still belongs to the text, and so does `?=41` when a later `?=` ends the word. The start of
 * another word ends the search, so that trying each `=?` stays linear.
 */
function wordEnd(text: string, textStart: number, isQ: boolean): number {
  let doubtful = -1;
  let mark = text.indexOf("?", textStart);
  while (mark !== -1) {
    const isMark = text.charAt(mark + 1) === "=";
    if (isMark && !(isQ && isEscape(text, mark + 1))) return mark + 2;
    if (isMark && doubtful === -1) doubtful = mark + 2;
    if (!isQ || (mark > textStart && text.charAt(mark - 1) === "=")) break;
    mark = text.indexOf("?", mark + 1);
  }
  return doubtful;
}

function isEscape(text: string, at: number): boolean {
  return hexValue(text.charCodeAt(at + 1)) >= 0 && hexValue(text.charCodeAt(at + 2)) >= 0;
}

/** RFC 2047 4.1. Characters beyond ASCII are left out first: the native decoder would read `U+0151` by its low byte, a `Q`. */
function decodeB(text: string): Buffer {
  return Buffer.from(/[^\0-\x7f]/.test(text) ? text.replace(/[^\0-\x7f]+/g, "") : text, "base64");
}

/**
 * RFC 2047 4.2: as quoted-printable, with `_` for a space. Raw 8-bit characters, which have no place here, stand for the
 * bytes that the word's charset most likely meant.
 */
function decodeQ(text: string, charset: string): Buffer {
  const isLatin1 = !/[^\u0020-\u00ff]/.test(text) && !/^utf-?8$/i.test(charset);
  const source = Buffer.from(text, isLatin1 ? "latin1" : "utf8");
  let length = 0;
  for (let at = 0; at < source.length; at++) {
    let byte = source[at] as number;
    if (byte === 0x5f) byte = 0x20;
    if (byte === 0x3d) {
      const high = hexValue(source[at + 1]);
      const low = hexValue(source[at + 2]);
      if (high >= 0 && low >= 0) {
        byte = (high << 4) | low;
        at += 2;
      }
    }
    source[length++] = byte;
  }
  return source.subarray(0, length);
}

/** Puts the pieces of a text together; bytes wait until a piece of another charset, or text, follows. */
class WordJoiner {
  readonly #pieces: string[] = [];
  #waiting: Buffer[] = [];
  #charset = "";
  /** Text since the last word. */
  #gap = "";

  /** White space between two words is left out (RFC 2047 6.2). */
  addText(text: string): void {
    this.#gap += text;
  }

  addWord(word: EncodedWord): void {
    const isAdjacent = this.#waiting.length > 0 && /^[ \t\r\n]*$/.test(this.#gap);
    const charset = word.charset.toLowerCase();
    if (!isAdjacent || charset !== this.#charset) this.#flushWords();
    if (!isAdjacent) this.#pieces.push(this.#gap);
    this.#gap = "";
    this.#charset = charset;
    this.#waiting.push(word.bytes);
  }

  text(): string {
    this.#flushWords();
    this.#pieces.push(this.#gap);
    return this.#pieces.join("");
  }

  #flushWords(): void {
    if (this.#waiting.length === 0) return;
    const [first] = this.#waiting;
    const bytes = this.#waiting.length === 1 && first !== undefined ? first : Buffer.concat(this.#waiting);
    this.#pieces.push(decodeCharset(bytes, this.#charset).text);
    this.#waiting = [];
  }
}
