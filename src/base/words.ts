/**
 * The words of a text that people read, for comparing names and phrases: lower case, Latin, Greek and Cyrillic letters
 * without their marks.
 *
 * Pure; linear in what is looked at. Scripts without spaces give their runs of letters as one word.
 */
import { normalForm } from "./normal-form.ts";
import { TextMemo } from "./text-memo.ts";

/** At most `max` words, in order. An apostrophe inside a word is left out: `Kohl's` is `kohls`. */
export function wordsOf(text: string, max: number): readonly string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  // Nothing that normal forms do reaches over a space, so only what stands between two that is not ASCII has to be normalised.
  for (let at = 0; at < lower.length && words.length < max; ) {
    const found = endOfRun(lower, at);
    const end = found < 0 ? ~found : found;
    if (found < 0) addFolded(lower.slice(at, end), words);
    else addAscii(lower, { start: at, end }, words);
    at = end + 1;
  }
  return words.length > max ? words.slice(0, max) : words;
}

/** Two letters are a word on average, in Chinese and in Japanese. */
const RUN_LETTERS = 2;
const RUN_LETTER = /[\u3040-\u30ff\u3400-\u9fff]/g;

/** How many words runs of letters hold that no spaces part, about, beside the one that `wordsOf` gives for each. */
export function wordsInRuns(text: string): number {
  const letters = text.match(RUN_LETTER)?.length ?? 0;
  return Math.floor(letters / RUN_LETTERS);
}

/** Of what stands between two spaces; its complement where that is not all ASCII. */
function endOfRun(text: string, start: number): number {
  let bits = 0;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a) break;
    bits |= code;
  }
  return bits < 0x80 ? at : ~at;
}

function addAscii(
  lower: string,
  { start, end }: { readonly start: number; readonly end: number },
  words: string[],
): void {
  let from = -1;
  let hasApostrophe = false;
  for (let at = start; at <= end; at += 1) {
    const code = at < end ? lower.charCodeAt(at) : 0x20;
    if (isLetter(code) || (code >= 0x30 && code <= 0x39)) {
      if (from < 0) from = at;
      continue;
    }
    if (from < 0) continue;
    if (code === 0x27 && isLetter(lower.charCodeAt(at - 1)) && at + 1 < end && isLetter(lower.charCodeAt(at + 1))) {
      hasApostrophe = true;
      continue;
    }
    const word = lower.slice(from, at);
    words.push(hasApostrophe ? word.replaceAll("'", "") : word);
    from = -1;
    hasApostrophe = false;
  }
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Longer runs come once. */
const KEPT_CHARS_MAX = 32;
const RUNS_KEPT = 4_096;
/** Signs, names and small words come back in every mail, and folding one takes twenty times as long as asking for it. */
const memo = new TextMemo<readonly string[]>(RUNS_KEPT, RUNS_KEPT * KEPT_CHARS_MAX);

function addFolded(run: string, words: string[]): void {
  for (const word of run.length > KEPT_CHARS_MAX ? folded(run) : memo.get(run, folded)) words.push(word);
}

function folded(lower: string): readonly string[] {
  // Compatibility forms: letters for formulas, circles and full width are the letters that they are made of.
  const apart = normalForm(lower, "NFKD").replace(
    /(?<=[a-z\u0370-\u052f])[\u0300-\u036f]+|\p{Cf}|(?<=[a-z])['\u2019](?=[a-z])/gu,
    "",
  );
  const found =
    normalForm(apart, "NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return found.map((word) => word.replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("ł", "l").replaceAll("đ", "d"));
}
