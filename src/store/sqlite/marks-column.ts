/** The `marks` of a place as JSON: empty lists are left out, since most marks hold a flag or two and no label. */
import type { MarkOrigin, MarkRecord } from "../../case/record.ts";

const ORIGINS: ReadonlySet<string> = new Set<MarkOrigin>([
  ...(["maildir", "emlx", "imap", "outlook", "status", "mozilla", "gmail", "unknown"] as const),
]);

export function encodeMarks(marks: readonly MarkRecord[]): string {
  return JSON.stringify(
    marks.map(({ origin, flags, labels }) => ({
      origin,
      ...(flags.length === 0 ? {} : { flags }),
      ...(labels.length === 0 ? {} : { labels }),
    })),
  );
}

/** Throws for what was never written here. An origin of a later program is `unknown`. */
export function decodeMarks(stored: string): readonly MarkRecord[] {
  const marks: unknown = JSON.parse(stored);
  if (!Array.isArray(marks)) throw new Error("not a list of marks");
  return marks.map(decodeMark);
}

function decodeMark(mark: unknown): MarkRecord {
  if (typeof mark !== "object" || mark === null) throw new Error("not a mark");
  const { origin, flags, labels } = mark as { readonly [field: string]: unknown };
  if (typeof origin !== "string") throw new Error("a mark without origin");
  return { origin: isOrigin(origin) ? origin : "unknown", flags: textsOf(flags), labels: textsOf(labels) };
}

function isOrigin(text: string): text is MarkOrigin {
  return ORIGINS.has(text);
}

function textsOf(list: unknown): readonly string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list) || !list.every((text) => typeof text === "string")) throw new Error("not a list of texts");
  return list;
}
