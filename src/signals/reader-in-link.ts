/**
 * A reader's address in a link, as phishing kits carry it to fill in their form: plain, percent-encoded or in base64, in the
 * fragment, the query or the path. Bulk mail has it in links to unsubscribe; the place and the target tell them apart. Pure.
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
  const plain = decoded(text).toLowerCase();
  if (readers.some((reader) => plain.includes(reader))) return true;
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{8,400}={0,2}/g)) {
    const inner = Buffer.from(run, "base64").toString("latin1").toLowerCase();
    if (inner.includes("@") && readers.some((reader) => inner.includes(reader))) return true;
  }
  return false;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%40/gi, "@");
  }
}
