import type { Span } from "./span.ts";

/**
 * Something odd or broken in a message: kept beside the value, never thrown.
 *
 * `code` is stable for ever (stored and exported), for example `header.no-colon`, `mime.no-end-boundary`,
 * `limit.entities`. Codes that start with `limit.` mean that a limit stopped the work; `isUnread` tells which make a record `partial`.
 */
export interface Problem {
  readonly code: string;
  /** Where in the raw message; absent when the whole message is meant. */
  readonly span?: Span;
}

/** Codes by which something in a container was not read, or not to its end; or the rest of the message is elsewhere. */
const UNREAD: ReadonlySet<string> = new Set([
  "message.piece",
  "outlook.chain-loop",
  "outlook.directory-loop",
  "outlook.no-item",
  "rtf.unknown",
  "tnef.property-type",
  "tnef.truncated",
  "tnef.unread-bytes",
]);

/** True for a problem that kept us from a part of the message: a limit, damage of its source, damage of a container in it, pieces that lie elsewhere. */
export function isUnread({ code }: Problem): boolean {
  return code.startsWith("limit.") || code.startsWith("source.") || UNREAD.has(code);
}
