/**
 * Words of a text that chance threw: put in so that no two copies are the same for a filter. Numbers, hashes and ids of honest mail are
 * digits and hex; letters in which neighbours do not go together are none.
 *
 * Pure; linear in the text looked at.
 */
import { isRandom } from "./sender-shape.ts";

const CHARS_MAX = 20_000;
/** Counted no further. */
export const RANDOM_WORDS_MAX = 20;

/** Distinct; of addresses of pages and of mail none count. */
export function randomWords(text: string): number {
  const found = new Set<string>();
  const shown = text.slice(0, CHARS_MAX).replace(/\S{1,200}(?:@|:\/\/)\S{0,2000}/g, " ");
  for (const [word] of shown.matchAll(/[A-Za-z0-9]{8,80}/g)) {
    if (/[a-z]/i.test(word) && !/^[0-9a-f]+$/i.test(word) && isRandom(word)) found.add(word);
    if (found.size >= RANDOM_WORDS_MAX) break;
  }
  return found.size;
}
