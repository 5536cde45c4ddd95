/**
 * The shape of a made-up name (a boundary, the left half of a Message-ID, a file's name): runs of letters and digits that a
 * program made at random or counted become their length, what the program always writes stays.
 *
 * `----=_Part_1234_567.89` → `----=_Part_#_#.#`, `b1_a3f09c…` (32) → `b1_*32`. Pure, total; linear in the text, of which
 * `TEXT_CHARS_MAX` characters count.
 */
const TEXT_CHARS_MAX = 200;
const SHAPE_CHARS_MAX = 80;
const RUN = /[0-9A-Za-z]+/g;
/** Words that are longer were drawn from a hat. */
const WORD_CHARS_MAX = 14;

export function textShape(text: string): string {
  return text.slice(0, TEXT_CHARS_MAX).replace(RUN, runShape).slice(0, SHAPE_CHARS_MAX);
}

function runShape(run: string): string {
  if (/^\d+$/.test(run)) return run.length < 8 ? "#" : `#${lengthClass(run.length)}`;
  const isWord = /^(?:[A-Za-z]?[a-z]*|[A-Z]+|(?:[A-Z][a-z]+){1,3})\d{0,1}$/.test(run);
  if (isWord && run.length <= WORD_CHARS_MAX) return run;
  if (/^[0-9a-f]+$/.test(run)) return `h${lengthClass(run.length)}`;
  if (/^[0-9A-F]+$/.test(run)) return `H${lengthClass(run.length)}`;
  return `*${lengthClass(run.length)}`;
}

/** Exact where programs write fixed lengths, in steps where they count up. */
function lengthClass(length: number): number {
  return length <= 40 ? length : Math.ceil(length / 10) * 10;
}
