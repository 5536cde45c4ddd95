/**
 * Of a record what must be known of all messages before the first is judged: small, so that a pass over a case of
 * millions is cheap. It only leaves out and summarises, so it can be made again from the record.
 */
import type { ClaimsRecord, ContentRecord, LoadRecord, MessageRecord } from "./record.ts";

export interface MessageOutline
  extends Pick<MessageRecord, "sha256" | "date" | "subject" | "to" | "cc" | "deliveredTo"> {
  readonly claims: Pick<ClaimsRecord, "from" | "listId" | "precedence" | "autoSubmitted">;
  readonly content: Pick<ContentRecord, "textPrint">;
  /** The servers that received it recorded results of authentication. */
  readonly authenticated: boolean;
  /** Something in it fires on display, and is hidden or carries what looks like a token. */
  readonly tracks: boolean;
}

export function outlineOf(record: MessageRecord): MessageOutline {
  const { sha256, date, subject, to, cc, deliveredTo, claims, content, auth, loads } = record;
  const { from, listId, precedence, autoSubmitted } = claims;
  const authenticated = auth.length > 0;
  const tracks = loads.some(mayTrack);
  const print = { textPrint: content.textPrint };
  const sender = { from, listId, precedence, autoSubmitted };
  return { sha256, date, subject, to, cc, deliveredTo, claims: sender, content: print, authenticated, tracks };
}

function mayTrack({ fires, hidden, token }: LoadRecord): boolean {
  return fires === "open" && (hidden || token.kind !== "none");
}
