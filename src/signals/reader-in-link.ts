/**
 * A reader's address in a link, as phishing kits carry it to fill in their form: plain, percent-encoded, in base64 or in
 * hex, forwards or backwards (TF-121), in the fragment, the query or the path. Bulk mail has it in links to unsubscribe; the place and the target tell them apart. Pure.
 */

export type ReaderPlace = "fragment" | "query" | "path";

const CHARS_MAX = 8_000;

/** The first place; null for none. `readers`: lower-case addresses. */
export function readerInLink(href: string, readers: readonly string[]): ReaderPlace | null {
  const text = href.slice(0, CHARS_MAX);
  const hash = text.indexOf("#");
  const mark = text.indexOf("?");
  if (hash >= 0 && holdsReader(text.slice(hash + 1), readers)) return "fragment";
  const end = hash < 0 ? text.length : hash;
  if (mark >= 0 && mark < end && holdsReader(text.slice(mark + 1, end), readers)) return "query";
  const start = text.indexOf("/", text.indexOf("//") + 2);
  const pathEnd = mark >= 0 && mark < end ? mark : end;
  return start >= 0 && start < pathEnd && holdsReader(text.slice(start, pathEnd), readers) ? "path" : null;
}

function holdsReader(text: string, readers: readonly string[]): boolean {
  if (namesReader(decoded(text), readers)) return true;
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{8,400}={0,2}/g)) {
    if (namesReader(Buffer.from(run, "base64").toString("latin1"), readers)) return true;
  }
  for (const [run] of text.matchAll(/[0-9a-f]{12,400}/gi)) {
    if (namesReader(Buffer.from(run, "hex").toString("latin1"), readers)) return true;
  }
  return false;
}

function namesReader(text: string, readers: readonly string[]): boolean {
  if (!text.includes("@")) return false;
  const plain = text.toLowerCase();
  const backwards = [...plain].reverse().join("");
  return readers.some((reader) => plain.includes(reader) || backwards.includes(reader));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%40/gi, "@");
  }
}
