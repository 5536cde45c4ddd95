/**
 * Which piece of a longer message this is (message/partial, RFC 2046 5.2.2). Each piece is read on its own, by all views; what
 * lies across a cut is in no single message.
 *
 * Pure and total.
 */
import type { Problem } from "../base/problem.ts";
import type { PieceRecord } from "../case/record.ts";
import { findField } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";

const ID_CHARS_MAX = 500;
/** More pieces than that are no number. */
const NUMBER_MAX = 1_000_000;

export interface PieceReading {
  /** Null for a whole message. */
  readonly piece: PieceRecord | null;
  /** `message.piece`, where content may be in other pieces. */
  readonly problems: readonly Problem[];
}

export function readPiece(message: Message): PieceReading {
  const entity = message.entities.find(
    ({ mediaType: { type, subtype } }) => type === "message" && subtype === "partial",
  );
  if (entity === undefined) return { piece: null, problems: [] };
  const { parameters } = entity.mediaType;
  const piece: PieceRecord = {
    id: (parameters.get("id") ?? "").trim().slice(0, ID_CHARS_MAX),
    number: countOf(parameters.get("number")),
    total: countOf(parameters.get("total")),
  };
  if (piece.total === 1 && piece.number === 1) return { piece, problems: [] };
  const field = findField(entity.headers, "content-type");
  return { piece, problems: [{ code: "message.piece", span: field?.span ?? entity.headers.span }] };
}

/** 0 for what is no count. */
function countOf(text: string | undefined): number {
  const count = /^\s*\d{1,9}\s*$/.test(text ?? "") ? Number(text) : 0;
  return count <= NUMBER_MAX ? count : 0;
}
