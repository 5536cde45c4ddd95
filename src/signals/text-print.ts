/**
 * A print of the visible text that is equal for copies of one lure: digits, addresses, URLs and the reader's names are
 * blanked, case, white space and punctuation folded. Copies of a mail merge differ in just these.
 *
 * Of the whole text, quoted and forwarded mail included: without it lures that somebody quoted whole lost their print, and short
 * replies to different mail got one, on the mail it was measured with; replies that differ in a word have another print anyway.
 *
 * Pure; linear in the text, of which `TEXT_CHARS_MAX` characters count.
 */
import { hash } from "node:crypto";
import { normalForm } from "../base/normal-form.ts";

/** Below this many letters texts agree by chance ("see attached"). */
const LETTERS_MIN = 40;
const TEXT_CHARS_MAX = 256 * 1024;
/** What stands behind so many characters makes no difference to a print: each of those that count may be two as a line end. */
export const PRINT_CHARS_MAX = 2 * TEXT_CHARS_MAX;
const NAMES_MAX = 64;

/** 32 hex digits; empty when fewer than `LETTERS_MIN` letters are left. `names` are words to blank, lower case. */
export function textPrint(text: string, names: ReadonlySet<string>): string {
  const words = new WordBytes();
  readWords(composed(beginning(text)).toLowerCase(), names, words);
  return words.letters < LETTERS_MIN ? "" : hash("sha256", words.bytes(), "hex").slice(0, 32);
}

/** As much as counts, which is the same for both line ends. */
function beginning(text: string): string {
  return text.length <= TEXT_CHARS_MAX ? text : text.replaceAll("\r\n", "\n").slice(0, TEXT_CHARS_MAX);
}

/** In Normalization Form C. Below the combining marks every text is, which is asked of a text of one byte for nothing. */
function composed(text: string): string {
  return /[\u0300-\uffff]/.test(text) ? normalForm(text, "NFC") : text;
}

const COLON = 0x3a;
const DOT = 0x2e;
const AT = 0x40;

/** Runs of letters, without `names` and without those of tokens (between white space) that are an address or URL. */
function readWords(lower: string, names: ReadonlySet<string>, words: WordBytes): void {
  const initials = initialsOf(names);
  /** Whether the open token is an address or URL. */
  let isTarget = false;
  let start = -1;
  for (let at = 0; at <= lower.length; at += 1) {
    // The end counts as white space; a look past it would cost the loop its code.
    const code = at < lower.length ? lower.charCodeAt(at) : 0x20;
    const kind = kindOf(code);
    const isPair = kind === LEAD && isPairAt(lower, at);
    if (kind === LETTER || (isPair && isLetterPair(lower, at))) {
      if (start < 0) start = at;
      if (isPair) at += 1;
      continue;
    }
    if (start >= 0) {
      const maybeName = ((initials >>> (lower.charCodeAt(start) & 31)) & 1) === 1;
      if (!maybeName || !names.has(lower.slice(start, at))) words.add(lower, start, at);
      start = -1;
    }
    if (kind === SPACE) {
      if (isTarget) words.dropToken();
      isTarget = false;
      words.endToken();
    } else if (code === AT || code === COLON || code === DOT) isTarget ||= marksTarget(lower, at, code);
  }
}

/** Memory of the words of one text after the other; grows to what the longest text needs. */
let wordMemory = Buffer.allocUnsafeSlow(16 * 1024);

/** Words with a space between them as UTF-8, written where they are hashed: no string is made of any word. */
class WordBytes {
  /** UTF-16 units of all words. */
  letters = 0;
  #length = 0;
  /** Both as they were when the open token began. */
  #tokenLetters = 0;
  #tokenLength = 0;

  /** `[start, end)` holds letters only. */
  add(text: string, start: number, end: number): void {
    const wanted = this.#length + 1 + (end - start) * UTF8_BYTES_MAX;
    if (wanted > wordMemory.length) wordMemory = Buffer.concat([wordMemory], wanted * 2);
    const memory = wordMemory;
    let length = this.#length;
    if (length > 0) memory[length++] = 0x20;
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 0x80) {
        length += memory.write(text.slice(at, end), length);
        break;
      }
      memory[length++] = code;
    }
    this.#length = length;
    this.letters += end - start;
  }

  endToken(): void {
    this.#tokenLetters = this.letters;
    this.#tokenLength = this.#length;
  }

  /** Takes the words of the open token back. */
  dropToken(): void {
    this.letters = this.#tokenLetters;
    this.#length = this.#tokenLength;
  }

  /** Good until the next text is read. */
  bytes(): Buffer {
    return wordMemory.subarray(0, this.#length);
  }
}

/** Bytes of one UTF-16 unit at most. */
const UTF8_BYTES_MAX = 3;

/** A bit for each first letter (modulo 32): most words are no name by that alone. */
function initialsOf(names: ReadonlySet<string>): number {
  let bits = 0;
  for (const name of names) bits |= 1 << (name.charCodeAt(0) & 31);
  return bits;
}

/** `@`, `://`, `mailto:` and `www.`; `at` is the place of their only mark, or the first. */
function marksTarget(lower: string, at: number, code: number): boolean {
  if (code === AT) return true;
  if (code === DOT) return lower.endsWith("www", at);
  return lower.startsWith("//", at + 1) || lower.endsWith("mailto", at);
}

const OTHER = 1;
const LETTER = 2;
const SPACE = 3;
/** First half of a character beyond the Basic Multilingual Plane. */
const LEAD = 4;

/** Kinds of UTF-16 units, asked of the platform when first met; 0 is not yet asked. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  return kinds[code] || askKind(code);
}

function askKind(code: number): number {
  const character = String.fromCharCode(code);
  const isLead = code >= 0xd800 && code <= 0xdbff;
  const kind = isLead ? LEAD : /\p{L}/u.test(character) ? LETTER : /\s/.test(character) ? SPACE : OTHER;
  kinds[code] = kind;
  return kind;
}

function isPairAt(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

function isLetterPair(text: string, at: number): boolean {
  return /\p{L}/u.test(text.slice(at, at + 2));
}

/** The words that a mail merge fills in: names of the readers and parts of their addresses. */
export function readerNames(names: readonly string[], addresses: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string, charsMin: number): void => {
    for (const word of composed(text)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []) {
      if (word.length >= charsMin && words.size < NAMES_MAX) words.add(word);
    }
  };
  for (const name of names) add(name, 2);
  for (const address of addresses) add(address.slice(0, Math.max(0, address.lastIndexOf("@"))), 3);
  return words;
}
