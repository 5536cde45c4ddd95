/**
 * Puts a message together from its pieces (message/partial, RFC 2046 5.2.2.1): the fields around the first piece but for
 * those that speak of the content, those fields from the header inside, and all bodies one after the other.
 *
 * Pure and total: what is no piece adds nothing. Linear. The header inside may itself be spread over several pieces.
 */

import { decodeBody } from "./body.ts";
import { toBuffer } from "./bytes.ts";
import type { Entity, HeaderField, Message } from "./message.ts";
import { parseMessage } from "./parse.ts";

const LF = 0x0a;
const CR = 0x0d;

/** Whole messages, in the order of their numbers. */
export function joinPieces(pieces: readonly Uint8Array[]): Buffer {
  const [first] = pieces;
  if (first === undefined) return Buffer.alloc(0);
  const text = Buffer.concat(pieces.flatMap((piece, index) => bodyOf(piece, index < pieces.length - 1)));
  const outer = parseMessage(first);
  const inner = parseMessage(text);
  const { headers } = inner.root;
  const fields = [
    ...fieldsIn(
      outer.bytes,
      enclosing(outer).headers.fields.filter((field) => !isOfContent(field)),
    ),
    ...fieldsIn(inner.bytes, headers.fields.filter(isOfContent)),
  ];
  return Buffer.concat([...fields, lineEndOf(text), text.subarray(headers.span.end)]);
}

/** What of the enclosed header counts; of the enclosing one these fields are left out. */
function isOfContent({ key }: HeaderField): boolean {
  return key.startsWith("content-") || OF_CONTENT.has(key);
}

const OF_CONTENT: ReadonlySet<string> = new Set(["subject", "message-id", "encrypted", "mime-version"]);

/** The part of a message that is a piece; undefined when none is. */
export function pieceIn(message: Message): Entity | undefined {
  return message.entities.find(({ mediaType: { type, subtype } }) => type === "message" && subtype === "partial");
}

/** Whose fields stand around the piece: its own where they are a message's, else those of the message it is a part of. */
function enclosing(message: Message): Entity {
  const piece = pieceIn(message);
  return piece?.headers.firsts.has("from") === true ? piece : message.root;
}

/**
 * RFC 2046 allows no encoding of a piece; what is encoded all the same is decoded, and is taken as it is: its cut may lie in a
 * line. Of another piece that more follow, who kept it may have dropped the last line end.
 */
function bodyOf(bytes: Uint8Array, hasNext: boolean): readonly Buffer[] {
  const message = parseMessage(bytes);
  const piece = pieceIn(message);
  if (piece === undefined) return [];
  if (piece.transferEncoding !== "identity") return [toBuffer(decodeBody(message, piece).bytes)];
  const body = toBuffer(bytes).subarray(piece.body.start, piece.body.end);
  return hasNext ? [body, lineEndAfter(body)] : [body];
}

function fieldsIn(bytes: Uint8Array, fields: readonly HeaderField[]): Buffer[] {
  return fields.flatMap(({ span }) => {
    const field = toBuffer(bytes).subarray(span.start, span.end);
    return [field, lineEndAfter(field)];
  });
}

/** The one that is missing at the end; nothing after nothing. */
function lineEndAfter(bytes: Buffer): Buffer {
  const last = bytes.at(-1);
  return last === undefined || last === LF || last === CR ? NOTHING : lineEndOf(bytes);
}

function lineEndOf(bytes: Buffer): Buffer {
  if (bytes.includes("\r\n")) return CRLF;
  return bytes.includes(CR) && !bytes.includes(LF) ? BARE_CR : BARE_LF;
}

const NOTHING = Buffer.alloc(0);
const CRLF = Buffer.from("\r\n");
const BARE_CR = Buffer.from("\r");
const BARE_LF = Buffer.from("\n");
