/**
 * Characters taken off the ends of a text. A pattern such as `/-+$/` tries every run of dashes to its end, which on hostile text
 * costs its square; this looks at each character once.
 */

/** Without those of `characters` (UTF-16 code units) that it begins and ends with. */
export function trimmed(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start++;
  return trimmedEnd(text.slice(start), characters);
}

/** Without those of `characters` that it ends with. */
export function trimmedEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
