/**
 * A print of the visible text that is equal for copies of one lure: digits, addresses, URLs and the reader's names are
 * blanked, case, white space and punctuation folded. Copies of a mail merge differ in just these.
 *
 * Pure; linear in the text, of which `TEXT_CHARS_MAX` characters count.
 */
import { createHash } from "node:crypto";

/** Below this many letters texts agree by chance ("see attached"). */
const LETTERS_MIN = 40;
const TEXT_CHARS_MAX = 256 * 1024;
const NAMES_MAX = 64;

/** 32 hex digits; empty when fewer than `LETTERS_MIN` letters are left. `names` are words to blank, lower case. */
export function textPrint(text: string, names: ReadonlySet<string>): string {
  const kept: string[] = [];
  let letters = 0;
  for (const token of text.slice(0, TEXT_CHARS_MAX).normalize("NFC").toLowerCase().split(/\s+/)) {
    if (isAddressOrUrl(token)) continue;
    for (const word of token.match(/\p{L}+/gu) ?? []) {
      if (names.has(word)) continue;
      kept.push(word);
      letters += word.length;
    }
  }
  if (letters < LETTERS_MIN) return "";
  return createHash("sha256").update(kept.join(" ")).digest("hex").slice(0, 32);
}

function isAddressOrUrl(token: string): boolean {
  return token.includes("@") || token.includes("://") || token.includes("www.") || token.includes("mailto:");
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
