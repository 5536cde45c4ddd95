/**
 * Text columns for strings that mail or file systems made up: any JavaScript string in, the same string out.
 *
 * SQLite keeps UTF-8, which has no lone surrogates, and its own functions stop at a NUL. Such strings, and those that
 * start with a quotation mark, are kept as JSON string literals, which escape both; all others are kept as they are.
 * One string has one stored form, so equality and unique indexes work on the stored form.
 */
export function toStoredText(text: string): string {
  return text.startsWith('"') || text.includes("\0") || !text.isWellFormed() ? JSON.stringify(text) : text;
}

/** Throws on what `toStoredText` never makes. */
export function fromStoredText(stored: string): string {
  if (!stored.startsWith('"')) return stored;
  const text: unknown = JSON.parse(stored);
  if (typeof text !== "string") throw new Error("not a stored text");
  return text;
}

/**
 * A host with its labels from right to left, `example.news.img` for `img.news.example`: a domain and all hosts below
 * it are then one range of an index.
 */
export function toLabels(host: string): string {
  return host.split(".").reverse().join(".");
}
