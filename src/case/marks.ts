/** Questions to the marks of a place: which flags are set, and who says so. */
import type { MarkOrigin, MarkRecord } from "./record.ts";

/** A mark with its flags sorted, each once. */
export function markOf(origin: MarkOrigin, flags: Iterable<string>, labels: readonly string[] = []): MarkRecord {
  return { origin, flags: [...new Set(flags)].sort(), labels };
}

/** Flags that any origin sets, sorted, each once. */
export function flagsOf(marks: readonly MarkRecord[]): readonly string[] {
  return [...new Set(marks.flatMap(({ flags }) => flags))].sort();
}

/** Labels of all origins, each once. */
export function labelsOf(marks: readonly MarkRecord[]): readonly string[] {
  return [...new Set(marks.flatMap(({ labels }) => labels))];
}

/** Who says that the flag is set, in the order of the marks. */
export function originsOf(marks: readonly MarkRecord[], flag: string): readonly MarkOrigin[] {
  return [...new Set(marks.filter(({ flags }) => flags.includes(flag)).map(({ origin }) => origin))];
}

const ORIGIN_WORDS: Readonly<Record<MarkOrigin, string>> = {
  maildir: "Maildir",
  emlx: "Apple Mail",
  imap: "mail server",
  outlook: "Outlook",
  status: "Status header",
  mozilla: "Thunderbird header",
  gmail: "Gmail header",
  unknown: "origin not kept",
};

/** For people. */
export function originWords(origin: MarkOrigin): string {
  return ORIGIN_WORDS[origin];
}
