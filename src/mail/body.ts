/**
 * An entity's content, decoded on demand: bytes, text, and the way back from text to raw offsets.
 *
 * Total; nothing is kept between calls. A message is never larger than `limits.messageBytesMax` and no decoding makes it
 * larger, so `limits.decodedBytesMax` per entity bounds the work.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { type Span, span } from "../base/span.ts";
import { toBuffer } from "./bytes.ts";
import { decodeCharset, toByteOffsets } from "./charset.ts";
import type { Entity, Message } from "./message.ts";
import { type DecodedBytes, decodeTransfer, toRawSpans } from "./transfer.ts";

export interface DecodedText {
  readonly text: string;
  /** What the bytes were read as. */
  readonly charset: string;
  readonly problems: readonly Problem[];
  /**
   * For spans of the text (UTF-16 units) the raw bytes of the message that they were decoded from, in the order given.
   * Walks the part once per call: ask for all spans together.
   */
  toRaw(spans: readonly Span[]): Span[];
}

/** A `<meta>` that names a charset stands near the start (HTML 13.2.3.2 looks at 1,024 bytes; mail puts more before it). */
const META_BYTES_MAX = 4_096;

/** The entity's body without its transfer encoding. */
export function decodeBody(message: Message, entity: Entity): DecodedBytes {
  return decodeTransfer(message.bytes, entity.body, entity.transferEncoding, limits.decodedBytesMax);
}

/**
 * The entity's body as text; `body` is what `decodeBody` gave, for who has it already.
 *
 * The charset is that of a byte order mark, the `charset` parameter, a `<meta>` in HTML, or else UTF-8 when the bytes are
 * valid UTF-8 and windows-1252 when not.
 */
export function decodeText(message: Message, entity: Entity, body = decodeBody(message, entity)): DecodedText {
  const { bytes, problems } = body;
  const label = entity.mediaType.parameters.get("charset") ?? (isHtml(entity) ? metaCharset(bytes) : "");
  const { text, charset, problems: charsetProblems } = decodeCharset(bytes, label);
  return {
    text,
    charset,
    problems: [...problems, ...charsetProblems.map(({ code }) => ({ code, span: entity.body }))],
    toRaw: (spans) => textToRaw(message, entity, { bytes, charset, units: text.length }, spans),
  };
}

interface DecodedPart {
  readonly bytes: Uint8Array;
  readonly charset: string;
  /** Of the text. */
  readonly units: number;
}

function textToRaw(message: Message, entity: Entity, part: DecodedPart, spans: readonly Span[]): Span[] {
  const inBytes = isByteByByte(part) ? clampedSpans(spans, part.units) : toByteSpans(part, spans);
  return toRawSpans(message.bytes, entity.body, entity.transferEncoding, inBytes);
}

/** In UTF-8 whatever has several bytes has fewer units: where there are as many, each byte is one. */
function isByteByByte({ charset, units, bytes }: DecodedPart): boolean {
  return charset === "utf-8" && units === bytes.length;
}

function clampedSpans(spans: readonly Span[], end: number): Span[] {
  return spans.map((asked) => span(Math.min(asked.start, end), Math.min(asked.end, end)));
}

function toByteSpans(part: DecodedPart, spans: readonly Span[]): Span[] {
  const ascending = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const offsets = toByteOffsets(part.bytes, part.charset, ascending);
  const byteOf = new Map(ascending.map((offset, index) => [offset, offsets[index] as number]));
  return spans.map(({ start, end }) => span(byteOf.get(start) as number, byteOf.get(end) as number));
}

function isHtml(entity: Entity): boolean {
  const { type, subtype } = entity.mediaType;
  return (type === "text" && (subtype === "html" || subtype === "x-amp-html")) || subtype === "xhtml+xml";
}

/** The label that a `<meta charset>` or `<meta http-equiv>` names; empty when none does (WHATWG HTML, prescan). */
export function metaCharset(bytes: Uint8Array): string {
  const head = toBuffer(bytes).toString("latin1", 0, Math.min(bytes.length, META_BYTES_MAX));
  const label = /<meta\s[^<>]*?charset\s*=\s*(?:["']\s*)?([^\s"'/>;]+)/i.exec(head)?.[1] ?? "";
  // A page whose ASCII could be read to find this is not in UTF-16, whatever it says.
  return /^utf-?16/i.test(label) ? "utf-8" : label;
}
