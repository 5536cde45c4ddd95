import type { Span } from "./span.ts";

/**
 * Something odd or broken in a message: kept beside the value, never thrown.
 *
 * `code` is stable for ever (stored and exported), for example `header.no-colon`, `mime.no-end-boundary`,
 * `limit.entities`. Codes that start with `limit.` mean that a limit stopped the work (the record is then `partial`).
 */
export interface Problem {
  readonly code: string;
  /** Where in the raw message; absent when the whole message is meant. */
  readonly span?: Span;
}
