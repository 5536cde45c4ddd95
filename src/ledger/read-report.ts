/**
 * A document → its statements, its indicators and its description, each with its quote; total, the error is a sentence for the user.
 *
 * What looks at its text is told to the watch, and left out where it ended an earlier reader.
 */
import { ok, type Result } from "../base/result.ts";
import type { PublishedDocument } from "../case/document.ts";
import { readDocument } from "../documents/read-document.ts";
import { NO_WATCH, type ReadingWatch } from "../documents/reading-watch.ts";
import type { Warnings } from "../intel/extraction/warnings.ts";
import type { Report } from "./read-published.ts";
import { reportOf } from "./report-of.ts";

/** `watch`: of whoever may end it. `warnings`: lists of the user, whose values are doubted. */
export async function readReport(
  bytes: Uint8Array,
  path: string,
  watch: ReadingWatch = NO_WATCH,
  warnings: Warnings | null = null,
): Promise<Result<Report, string>> {
  const read = await readDocument(bytes, path, watch);
  return read.ok ? ok(await reportOn(read.value, bytes.length, { watch, warnings })) : read;
}

interface Looking {
  readonly watch: ReadingWatch;
  readonly warnings: Warnings | null;
}

/** `size`: of the file, in bytes. */
export async function reportOn(read: PublishedDocument, size: number, { watch, warnings }: Looking): Promise<Report> {
  // Loaded behind the document: whoever has them read by another thread needs none of the two.
  const [{ statedIn }, { namedIn }] = await Promise.all([import("./stated-in.ts"), import("./named-in.ts")]);
  const stated = statedIn(read, watch);
  const named = namedIn(read, watch, warnings);
  const isList = read.format === "text" && isPlainList(read.text);
  return { ...reportOf(read, size, { stated, named }), isList };
}

/** Most lines are one word, remarks aside. */
export function isPlainList(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/(?:^|\s)(?:#|\/\/|;).*$/s, "").trim());
  const told = lines.filter((line) => line !== "");
  return told.filter((line) => !/\s/.test(line)).length * 2 >= told.length;
}
