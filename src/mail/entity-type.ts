/** What an entity's MIME header fields say about its body (RFC 2045, 2183). */

import { fieldText, findField } from "./headers.ts";
import type { Disposition, HeaderBlock, HeaderField, MediaType, TransferEncoding } from "./message.ts";
import { parseStructured, type StructuredValue } from "./parameters.ts";
import type { ProblemList } from "./problem-list.ts";

export interface EntityType {
  readonly mediaType: MediaType;
  readonly disposition: Disposition | null;
  readonly transferEncoding: TransferEncoding;
}

export interface EntityContext {
  /** Parts of multipart/digest are messages unless they say otherwise (RFC 2046 5.1.5). */
  readonly isDigestPart: boolean;
  readonly problems: ProblemList;
}

const noParameters: ReadonlyMap<string, string> = new Map();
/** RFC 2045 5.2. The charset is left open: the reader judges the bytes. */
const plainText: MediaType = { type: "text", subtype: "plain", parameters: noParameters };
const digestPart: MediaType = { type: "message", subtype: "rfc822", parameters: noParameters };

/** Types that mailers write without a subtype, and what they mean. */
const loneTypes: ReadonlyMap<string, readonly [type: string, subtype: string]> = new Map([
  ["text", ["text", "plain"]],
  ["html", ["text", "html"]],
  ["multipart", ["multipart", "mixed"]],
]);

/** How a value begins when only its letters and digits count: real mail has `Quoted_Printable;`, `"base64"`, `8 bits`. */
const encodings: readonly (readonly [start: string, encoding: TransferEncoding])[] = [
  ["7bit", "identity"],
  ["8bit", "identity"],
  ["binary", "identity"],
  ["base64", "base64"],
  ["quotedprintable", "quoted-printable"],
  ["uue", "uuencode"],
  ["xuue", "uuencode"],
];

/** As RFC 2045 writes them, which nearly all mail does. */
const plainEncodings: ReadonlyMap<string, TransferEncoding> = new Map([
  ["7bit", "identity"],
  ["8bit", "identity"],
  ["base64", "base64"],
  ["quoted-printable", "quoted-printable"],
]);

/** Reads Content-Type, Content-Disposition and Content-Transfer-Encoding; of repeated fields the first one counts. */
export function readEntityType(bytes: Buffer, headers: HeaderBlock, context: EntityContext): EntityType {
  const mediaType = readMediaType(bytes, headers, context);
  const field = findField(headers, "content-transfer-encoding");
  const encoding = field === undefined ? "identity" : readTransferEncoding(bytes, field, context.problems);
  // RFC 2045 6.4: a multipart's own lines are never encoded.
  const isEncodedMultipart = field !== undefined && mediaType.type === "multipart" && encoding !== "identity";
  if (isEncodedMultipart) context.problems.add("mime.encoded-multipart", field.span.start, field.span.end);
  return {
    mediaType,
    disposition: readDisposition(bytes, headers, context.problems),
    transferEncoding: isEncodedMultipart ? "identity" : encoding,
  };
}

function readMediaType(bytes: Buffer, headers: HeaderBlock, context: EntityContext): MediaType {
  const field = findField(headers, "content-type");
  const fallback = context.isDigestPart ? digestPart : plainText;
  if (field === undefined) return fallback;
  const { value, parameters } = readStructured(bytes, field, context.problems);
  const [type = "", subtype = ""] = value
    .toLowerCase()
    .split("/", 2)
    .map((word) => word.trim());
  if (/^[!-.0-~]+$/.test(type) && /^[!-.0-~]+$/.test(subtype)) return { type, subtype, parameters };
  context.problems.add("mime.bad-type", field.span.start, field.span.end);
  const [loneType, loneSubtype] = loneTypes.get(type) ?? [fallback.type, fallback.subtype];
  return { type: loneType, subtype: loneSubtype, parameters };
}

function readDisposition(bytes: Buffer, headers: HeaderBlock, problems: ProblemList): Disposition | null {
  const field = findField(headers, "content-disposition");
  if (field === undefined) return null;
  const { value, parameters } = readStructured(bytes, field, problems);
  return { kind: value.toLowerCase(), parameters };
}

function readStructured(bytes: Buffer, field: HeaderField, problems: ProblemList): StructuredValue {
  const structured = parseStructured(fieldText(bytes, field));
  for (const { code } of structured.problems) problems.add(code, field.span.start, field.span.end);
  return structured;
}

function readTransferEncoding(bytes: Buffer, field: HeaderField, problems: ProblemList): TransferEncoding {
  const text = fieldText(bytes, field).toLowerCase();
  const plain = plainEncodings.get(text);
  if (plain !== undefined) return plain;
  const squashed = parseStructured(text).value.replace(/[^a-z0-9]/g, "");
  const known = encodings.find(([start]) => squashed.startsWith(start));
  if (known !== undefined || squashed === "") return known?.[1] ?? "identity";
  problems.add("mime.unknown-encoding", field.span.start, field.span.end);
  return "identity";
}
