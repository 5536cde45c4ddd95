/**
 * A print of the visible text that is equal for copies of one lure: digits, addresses, URLs and the reader's names are
 * blanked, case, white space and punctuation folded. Copies of a mail merge differ in just these.
 *
 * Pure; linear in the text, of which `TEXT_CHARS_MAX` characters count.
 */
import { hash } from "node:crypto";

/** Below this many letters texts agree by chance ("see attached"). */
const LETTERS_MIN = 40;
const TEXT_CHARS_MAX = 256 * 1024;
const NAMES_MAX = 64;

/** 32 hex digits; empty when fewer than `LETTERS_MIN` letters are left. `names` are words to blank, lower case. */
export function textPrint(text: string, names: ReadonlySet<string>): string {
  const words = readableWords(text.slice(0, TEXT_CHARS_MAX).normalize("NFC").toLowerCase(), names);
  let letters = 0;
  for (const word of words) letters += word.length;
  return letters < LETTERS_MIN ? "" : hash("sha256", words.join(" "), "hex").slice(0, 32);
}

const COLON = 0x3a;
const DOT = 0x2e;
const AT = 0x40;

/** Runs of letters, without `names` and without those of tokens (between white space) that are an address or URL. */
function readableWords(lower: string, names: ReadonlySet<string>): readonly string[] {
  const words: string[] = [];
  const initials = initialsOf(names);
  /** How many words there were when the open token began, and whether that token is an address or URL. */
  let before = 0;
  let isTarget = false;
  let start = -1;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    const kind = at === lower.length ? SPACE : kindOf(code);
    const isPair = kind === LEAD && isPairAt(lower, at);
    if (kind === LETTER || (isPair && isLetterPair(lower, at))) {
      if (start < 0) start = at;
      if (isPair) at += 1;
      continue;
    }
    if (start >= 0) {
      const word = lower.slice(start, at);
      const maybeName = ((initials >>> (lower.charCodeAt(start) & 31)) & 1) === 1;
      if (!maybeName || !names.has(word)) words.push(word);
      start = -1;
    }
    if (kind === SPACE) {
      if (isTarget) words.length = before;
      isTarget = false;
      before = words.length;
    } else if (code === AT || code === COLON || code === DOT) isTarget ||= marksTarget(lower, at, code);
  }
  return words;
}

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
    for (const word of text
      .normalize("NFC")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []) {
      if (word.length >= charsMin && words.size < NAMES_MAX) words.add(word);
    }
  };
  for (const name of names) add(name, 2);
  for (const address of addresses) add(address.slice(0, Math.max(0, address.lastIndexOf("@"))), 3);
  return words;
}
