/** When a `Received` line says that a server took the mail (RFC 5321 4.4). */
import type { EpochMs } from "../base/brand.ts";
import { parseDate } from "./dates.ts";

/**
 * The date after the last semicolon. When that is none (a comment may follow that holds a semicolon), the text after
 * each earlier one is tried, at most eight; at last a date at the end, since some relays leave the semicolon out.
 */
export function receivedDate(text: string): EpochMs | null {
  return dateAfterSemicolon(text) ?? dateAtEnd(text);
}

function dateAtEnd(text: string): EpochMs | null {
  const tail = text.slice(-TAIL_CHARS_MAX);
  const date = /(?:\d{4}-\d{2}-\d{2}|\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4})\s+\d{1,2}:\d{2}.*$/.exec(tail)?.[0];
  return date === undefined ? null : parseDate(date);
}

/** A date and its comment are shorter. */
const TAIL_CHARS_MAX = 120;

function dateAfterSemicolon(text: string): EpochMs | null {
  let end = text.length;
  for (let tries = 0; tries < 8; tries++) {
    const at = text.lastIndexOf(";", end - 1);
    if (at === -1 || end <= 0) return null;
    const date = parseDate(text.slice(at + 1));
    if (date !== null) return date;
    end = at;
  }
  return null;
}
