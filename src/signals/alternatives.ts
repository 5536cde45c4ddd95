/**
 * Whether the plain text and the HTML of one mail say different things (hostile-mail HM-082): each client shows one of them,
 * and filters often read the other.
 *
 * Pure; linear in the texts, of which `CHARS_MAX` characters count.
 */
const CHARS_MAX = 8 * 1024;
/** Fewer words agree or differ by chance. */
const WORDS_MIN = 5;
/** Of the shorter text's words, those that the other has too. Texts that a program made of one another share nearly all. */
const SHARED_MIN = 0.3;

export function alternativesDiffer(plain: string, visible: string): boolean {
  const [a, b] = [wordsOf(plain), wordsOf(visible)];
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  if (fewer.size < 2 || more.size < WORDS_MIN) return false;
  let shared = 0;
  for (const word of fewer) if (more.has(word)) shared += 1;
  return shared < fewer.size * SHARED_MIN;
}

function wordsOf(text: string): ReadonlySet<string> {
  const plain = text
    .slice(0, CHARS_MAX)
    .replace(/https?:\S+/gi, " ")
    .toLowerCase();
  return new Set(plain.match(/\p{L}{3,}/gu) ?? []);
}
