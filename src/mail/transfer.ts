/**
 * Content transfer encodings (RFC 2045 6, uuencode) to bytes, and decoded offsets back to raw ones.
 *
 * Decoding never throws and never stops at what is odd: base64 skips foreign bytes and starts anew after padding,
 * quoted-printable leaves broken escapes as they stand. Identity copies nothing; clean base64 is decoded natively.
 * Offsets are found by a second walk, only when somebody asks.
 */
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { span as spanOf } from "../base/span.ts";
import { base64Offsets, decodeBase64, nextBase64Byte } from "./base64.ts";
import { toBuffer } from "./bytes.ts";
import type { TransferEncoding } from "./message.ts";
import { decodeQuotedPrintable, isEscapeAt, quotedPrintableOffsets } from "./quoted-printable.ts";
import { decodeUuencodedBody, uuencodedBodyOffsets } from "./uuencode.ts";

export interface DecodedBytes {
  /** A view of the raw bytes for identity. */
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

/** What a decoder of one encoding answers: codes of problems, once each. */
export interface DecodedBlock {
  readonly bytes: Buffer;
  readonly codes: readonly string[];
}

/**
 * Decodes the raw bytes `[span.start, span.end)`.
 *
 * At most `bytesMax` bytes come out; what is cut gives the problem `limit.decoded-bytes`. Other problems:
 * `base64.junk`, `base64.data-after-padding`, `base64.truncated`, `qp.bad-escape`, `qp.lower-case`,
 * `qp.blank-before-break`, `uuencode.bad-line`.
 */
export function decodeTransfer(
  bytes: Uint8Array,
  span: Span,
  encoding: TransferEncoding,
  bytesMax: number,
): DecodedBytes {
  const { bytes: decoded, codes } = decodeBlock(toBuffer(bytes).subarray(span.start, span.end), encoding);
  const isCut = decoded.length > bytesMax;
  const allCodes = isCut ? [...codes, "limit.decoded-bytes"] : codes;
  return {
    bytes: isCut ? decoded.subarray(0, bytesMax) : decoded,
    problems: allCodes.map((code) => ({ code, span })),
  };
}

/**
 * For each offset into the decoded bytes (ascending) the raw offset where that byte begins: the `=` of an escape, the
 * base64 digit with its first bit. An offset at or past the end of the decoded bytes gives `span.end`.
 */
export function toRawOffsets(
  bytes: Uint8Array,
  span: Span,
  encoding: TransferEncoding,
  decodedOffsets: readonly number[],
): number[] {
  const block = toBuffer(bytes).subarray(span.start, span.end);
  return offsetsInBlock(block, encoding, decodedOffsets).map((offset) => span.start + offset);
}

/** The raw bytes that hold `[start, end)` of the decoded ones, each to its last raw byte. Spans in any order. */
export function toRawSpans(
  bytes: Uint8Array,
  span: Span,
  encoding: TransferEncoding,
  decodedSpans: readonly Span[],
): Span[] {
  if (encoding === "identity") return decodedSpans.map(({ start, end }) => clampedSpan(span, start, end));
  // The last byte of each span is looked up too: what lies between it and the next byte (a soft break) is not its part.
  const wanted = decodedSpans.flatMap(({ start, end }) => (end > start ? [start, end - 1] : [start]));
  const ascending = [...new Set(wanted)].sort((a, b) => a - b);
  const raw = toRawOffsets(bytes, span, encoding, ascending);
  const rawOf = new Map(ascending.map((offset, index) => [offset, raw[index] as number]));
  return decodedSpans.map(({ start, end }) => {
    const first = rawOf.get(start) as number;
    if (end <= start) return spanOf(first, first);
    const last = rawOf.get(end - 1) as number;
    return spanOf(first, Math.max(first, rawEnd(toBuffer(bytes), span, encoding, last)));
  });
}

function clampedSpan(span: Span, start: number, end: number): Span {
  const rawStart = Math.min(span.start + start, span.end);
  return spanOf(rawStart, Math.max(rawStart, Math.min(span.start + end, span.end)));
}

function decodeBlock(block: Buffer, encoding: TransferEncoding): DecodedBlock {
  switch (encoding) {
    case "identity":
      return { bytes: block, codes: [] };
    case "base64":
      return decodeBase64(block);
    case "quoted-printable":
      return decodeQuotedPrintable(block);
    case "uuencode":
      return decodeUuencodedBody(block);
  }
}

function offsetsInBlock(block: Buffer, encoding: TransferEncoding, wanted: readonly number[]): number[] {
  switch (encoding) {
    case "identity":
      return wanted.map((offset) => Math.min(offset, block.length));
    case "base64":
      return base64Offsets(block, wanted);
    case "quoted-printable":
      return quotedPrintableOffsets(block, wanted);
    case "uuencode":
      return uuencodedBodyOffsets(block, wanted);
  }
}

/** After the last raw byte of the decoded byte that begins at `at`. */
function rawEnd(bytes: Buffer, span: Span, encoding: TransferEncoding, at: number): number {
  if (at >= span.end) return span.end;
  switch (encoding) {
    case "identity":
      return at + 1;
    case "base64":
      return Math.min(nextBase64Byte(bytes, at + 1, span.end) + 1, span.end);
    case "quoted-printable":
      return isEscapeAt(bytes, at, span.end) ? at + 3 : at + 1;
    case "uuencode":
      return Math.min(at + 2, span.end);
  }
}
