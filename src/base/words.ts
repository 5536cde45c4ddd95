/**
 * The words of a text that people read, for comparing names and phrases: lower case, Latin, Greek and Cyrillic letters
 * without their marks.
 *
 * Pure; linear in what is looked at. Scripts without spaces give their runs of letters as one word.
 */
import { normalForm } from "./normal-form.ts";

/** At most `max` words, in order. An apostrophe inside a word is left out: `Kohl's` is `kohls`. */
export function wordsOf(text: string, max: number): readonly string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  if (!/[\u0080-\uffff]/.test(lower)) {
    for (const [word] of lower.replace(/(?<=[a-z])'(?=[a-z])/g, "").matchAll(/[a-z0-9]+/g)) {
      if (words.length >= max) break;
      words.push(word);
    }
    return words;
  }
  // Compatibility forms: letters for formulas, circles and full width are the letters that they are made of.
  const apart = normalForm(lower, "NFKD").replace(
    /(?<=[a-z\u0370-\u052f])[\u0300-\u036f]+|\p{Cf}|(?<=[a-z])['\u2019](?=[a-z])/gu,
    "",
  );
  for (const [word] of normalForm(apart, "NFC")
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (words.length >= max) break;
    words.push(word.replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("ł", "l").replaceAll("đ", "d"));
  }
  return words;
}
