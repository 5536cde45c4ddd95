/** "Did you mean": the known word that is closest to one that is not known, by Levenshtein distance. */

/** Characters of a word that are compared: keeps every comparison small. */
const CHARS_MAX = 40;

/** The closest of `known`, at most two edits and half the word away; the first of equals. Null where none is. */
export function nearWord(word: string, known: Iterable<string>): string | null {
  let nearest: string | null = null;
  let fewest = 3;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const edits = distance(word.slice(0, CHARS_MAX), candidate.slice(0, CHARS_MAX));
    if (edits < fewest && edits * 2 <= Math.max(3, candidate.length)) {
      nearest = candidate;
      fewest = edits;
    }
  }
  return nearest;
}

/** Insertions, deletions and replacements; both words are short. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
