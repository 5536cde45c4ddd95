/**
 * Unicode normal forms of text that nobody vouches for.
 *
 * Sorting the marks of one letter takes time that grows with the square of their number, so a run of them is cut first, as
 * the stream-safe text format does (UAX 15, section 13): no writing has more than thirty marks on one letter (HM-104).
 */
const MARKS_MAX = 30;
/** Every mark lies above U+02FF, in one unit or two: texts without a run of such units, most of them, are not asked letter by letter. */
const MAYBE_LONG_RUN = new RegExp(`[\\u0300-\\uffff]{${MARKS_MAX + 1}}`);
const LONG_RUN = new RegExp(`\\p{M}{${MARKS_MAX + 1}}`, "u");
const LONG_RUNS = new RegExp(`(\\p{M}{${MARKS_MAX}})\\p{M}+`, "gu");

/** Linear in the text. */
export function normalForm(text: string, form: "NFC" | "NFD" | "NFKC" | "NFKD"): string {
  const hasLongRun = MAYBE_LONG_RUN.test(text) && LONG_RUN.test(text);
  return (hasLongRun ? text.replace(LONG_RUNS, "$1") : text).normalize(form);
}
