/**
 * `strings.replace_confusables` (mql.md, 9.2; UTS 39): ASCII stays, look-alikes become the ASCII text that they imitate, every other
 * character stays as it is: plain accented letters of real languages too, else every name with an accent would count as a disguise. [I]
 */
import { normalForm } from "../base/normal-form.ts";
import { CONFUSABLES } from "./data/confusables.ts";

const NOT_ASCII = /[^\0-\x7f]/;
const NOT_ASCII_ONE = /[^\0-\x7f]/gu;
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const ASCII_WORD = /^[A-Za-z0-9]+$/;
/** Full-width forms, enclosed and squared letters and digits: symbols by category, letters to readers. */
const DRESSED = /[\u2460-\u24ff\uff01-\uff5e\u{1f100}-\u{1f1e5}]/u;
/** Ordinal signs of Romance languages: letters by category, and no disguise. */
const ORDINALS = "\u00aa\u00ba";
/** White on black letters, which have no compatibility form: circled, and squared. */
const NEGATIVE_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
];

const table: ReadonlyMap<string, string> = new Map(
  CONFUSABLES.flatMap(([text, codePoints]) =>
    codePoints.split(" ").map((hex) => [String.fromCodePoint(Number.parseInt(hex, 16)), text] as const),
  ),
);

/** Linear in the text. */
export function replaceConfusables(text: string): string {
  return NOT_ASCII.test(text) ? text.replace(NOT_ASCII_ONE, imitated) : text;
}

function imitated(letter: string): string {
  return table.get(letter) ?? undressed(letter) ?? negative(letter) ?? letter;
}

/** The compatibility form where that is ASCII: mathematical letters, full-width ones, enclosed ones, Roman numerals. */
function undressed(letter: string): string | null {
  if (ORDINALS.includes(letter)) return null;
  const isDressed = DRESSED.test(letter);
  if (!isDressed && !LETTER_OR_NUMBER.test(letter)) return null;
  const plain = normalForm(letter, "NFKC").replace(/^\((.+)\)$/, "$1");
  if (ASCII_WORD.test(plain) || (isDressed && !NOT_ASCII.test(plain))) return plain;
  return table.get(plain) ?? null;
}

function negative(letter: string): string | null {
  const codePoint = letter.codePointAt(0) ?? 0;
  const range = NEGATIVE_RANGES.find(([first, last]) => codePoint >= first && codePoint <= last);
  return range === undefined ? null : String.fromCharCode(0x41 + codePoint - range[0]);
}
