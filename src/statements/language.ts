/** In which of the languages with a grammar a document is written; else what it says of itself, or nothing. Pure; looks at a bounded part. */
import type { PublishedDocument } from "../case/document.ts";
import type { Grammar } from "./grammar.ts";

const WORDS_MAX = 4_000;
/** Of the words of English news and advisories 25 to 40 of a hundred are such words; of tables of values fewer, of other languages under 6. */
const SHARE_MIN = 0.1;
/** Below this many words only what the document declares can tell. */
const WORDS_MIN = 40;

export function languageOf(document: PublishedDocument, grammars: readonly Grammar[]): string {
  const declared = document.language.toLowerCase().split("-", 1)[0] ?? "";
  const words =
    document.text
      .slice(0, WORDS_MAX * 8)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, WORDS_MAX) ?? [];
  const [first] = grammars;
  if (words.length < WORDS_MIN) return declared === "" ? (first?.language ?? "") : declared;
  const best = grammars.find(
    ({ commonWords }) => words.filter((word) => commonWords.has(word)).length >= words.length * SHARE_MIN,
  );
  if (best !== undefined) return best.language;
  return grammars.some(({ language }) => language === declared) ? "" : declared;
}
