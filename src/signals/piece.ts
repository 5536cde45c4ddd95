/**
 * Which piece of a longer message this is (message/partial, RFC 2046 5.2.2). Each piece is read on its own, by all views; what
 * lies across a cut is in the message that is put together from all of them, where all are in the case.
 *
 * Pure and total.
 */
import type { Problem } from "../base/problem.ts";
import type { PieceRecord } from "../case/record.ts";
import { toBuffer } from "../mail/bytes.ts";
import { findField } from "../mail/headers.ts";
import { pieceIn } from "../mail/join-pieces.ts";
import type { Entity, Message } from "../mail/message.ts";

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
  const entity = pieceIn(message);
  if (entity === undefined) return { piece: null, problems: [] };
  const { parameters } = entity.mediaType;
  const piece: PieceRecord = {
    id: (parameters.get("id") ?? "").trim().slice(0, ID_CHARS_MAX),
    number: countOf(parameters.get("number")),
    total: countOf(parameters.get("total")),
  };
  if (piece.total === 1 && piece.number === 1 && !holdsPiece(message, entity)) return { piece, problems: [] };
  const field = findField(entity.headers, "content-type");
  return { piece, problems: [{ code: "message.piece", span: field?.span ?? entity.headers.span }] };
}

/** Evasion: the one piece of a message that is itself a piece of another. */
function holdsPiece({ bytes }: Message, { body }: Entity): boolean {
  const head = toBuffer(bytes).toString("latin1", body.start, Math.min(body.end, body.start + HEAD_BYTES));
  return /message\s*\/\s*partial/i.test(head);
}

/** Where a header inside is looked at. */
const HEAD_BYTES = 16 * 1024;

/** 0 for what is no count. */
function countOf(text: string | undefined): number {
  const count = /^\s*\d{1,9}\s*$/.test(text ?? "") ? Number(text) : 0;
  return count <= NUMBER_MAX ? count : 0;
}
