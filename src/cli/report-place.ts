/** May a report be written to this place? Mail may be somebody's only copy: nothing is replaced but an older report. */
import { closeSync, openSync, readSync, realpathSync, statSync } from "node:fs";

/** A report says what it is in its head, before its style. */
const HEAD_BYTES = 2048;

/** Null where it may; else a sentence. `sources`: files and folders that the case was read from. */
export function refusedPlace(file: string, sources: readonly string[]): string | null {
  const state = statSync(file, { throwIfNoEntry: false });
  // What is no file cannot be replaced: writing says why.
  if (state === undefined || !state.isFile()) return null;
  const place = realOf(file);
  if (sources.some((source) => realOf(source) === place)) return "is a file that this case was read from";
  return isReport(file) ? null : "is there already and is no report of Letterlock's";
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isReport(file: string): boolean {
  const head = Buffer.alloc(HEAD_BYTES);
  try {
    const descriptor = openSync(file, "r");
    try {
      const text = head.toString("utf8", 0, readSync(descriptor, head, 0, HEAD_BYTES, 0));
      return text.startsWith("<!DOCTYPE html>") && text.includes("<title>Letterlock");
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}
