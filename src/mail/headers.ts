/**
 * Header blocks: where each field begins and ends, and a field's text on demand.
 *
 * Reads RFC 5322 2.2 with the obsolete syntax of 4.5 (white space before the colon, folds of white space only), and
 * recovers from what real mail holds: lines without a colon, a missing blank line, odd bytes in names. Total on any
 * bytes; one pass, each line is looked at at most twice. RFC 5322, 6532 (UTF-8 headers), 2047.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { type Span, span } from "../base/span.ts";
import { CR, isBlank, LF, SPACE, TAB, toBuffer } from "./bytes.ts";
import { decodeAs } from "./charset.ts";
import { decodeEncodedWords, hasTooManyWords } from "./encoded-words.ts";
import { hashNameByte, internName } from "./header-names.ts";
import type { HeaderBlock, HeaderField } from "./message.ts";
import { ProblemList } from "./problem-list.ts";

const COLON = 0x3a;
const DASH = 0x2d;
const DQUOTE = 0x22;

/** Fields that RFC 5322 3.6 and RFC 2045 allow once. */
export const singletons: ReadonlySet<string> = new Set([
  "bcc",
  "cc",
  "content-disposition",
  "content-id",
  "content-transfer-encoding",
  "content-type",
  "date",
  "from",
  "in-reply-to",
  "message-id",
  "mime-version",
  "references",
  "reply-to",
  "sender",
  "subject",
  "to",
]);

/** Shorter ones reach no limit; a References with a hundred ids has 8 KiB. */
const LONG_FIELD_BYTES = 32 * 1024;

/** RFC 2046 5.1.1 allows 70 characters of boundary; some mailers write more. */
const BOUNDARY_LINE_BYTES_MAX = 256;

/** Where a header block is read from. */
export interface HeaderSource {
  readonly bytes: Buffer;
  /** The byte that ends a line: LF, or CR in a message without any LF. */
  readonly lineEnd: number;
  /** Reading stops here. */
  readonly end: number;
  readonly problems: ProblemList;
  /** True when the line that starts there is a delimiter of an open multipart: it ends the block without a blank line. */
  isDelimiter(lineStart: number): boolean;
}

export interface ParsedHeaderBlock extends HeaderBlock {
  readonly problems: readonly Problem[];
}

/** Reads the block that starts at `start`, up to its blank line (taken in) or `end`. Never throws. */
export function parseHeaderBlock(bytes: Uint8Array, start: number, end: number): ParsedHeaderBlock {
  const buffer = toBuffer(bytes);
  const problems = new ProblemList();
  const block = buffer.subarray(start, end);
  const lineEnd = !block.includes(LF) && block.includes(CR) ? CR : LF;
  const headers = scanHeaderBlock({ bytes: buffer, lineEnd, end, problems, isDelimiter: () => false }, start);
  return { ...headers, problems: problems.problems };
}

/** As `parseHeaderBlock`, for the MIME reader. The body begins at the block's end. */
export function scanHeaderBlock(source: HeaderSource, start: number): HeaderBlock {
  return new HeaderScanner(source, start).scan();
}

const noFields: readonly HeaderField[] = [];

/** The first field with that lower-case key. */
export function findField(block: HeaderBlock, key: string): HeaderField | undefined {
  return block.firsts.get(key);
}

/** All fields with that lower-case key, in the order of the message. */
export function fieldsNamed(block: HeaderBlock, key: string): readonly HeaderField[] {
  if (!block.firsts.has(key)) return noFields;
  const found: HeaderField[] = [];
  for (const field of block.fields) {
    if (field.key === key) found.push(field);
  }
  return found;
}

/**
 * A field's value: unfolded, white space around it removed, encoded-words left alone.
 *
 * Bytes are read as UTF-8 when they are valid UTF-8, else in `charset`, else as windows-1252, in which every byte is a
 * character and every ASCII byte stays what it is. Only the first `limits.headerFieldBytesMax` bytes are read. The text never
 * holds CR or LF. `charset`: a name that `resolveCharset` gave.
 */
export function fieldText(bytes: Uint8Array, field: HeaderField, charset = "windows-1252"): string {
  const buffer = toBuffer(bytes);
  const { value } = field;
  let { start } = value;
  let end = Math.min(value.end, start + limits.headerFieldBytesMax);
  while (start < end && isFoldByte(buffer[start])) start++;
  while (end > start && isFoldByte(buffer[end - 1])) end--;
  const latin1 = buffer.toString("latin1", start, end);
  const isEscaped = latin1.includes("\x1b") && charset.startsWith("iso-2022-");
  if (!isEscaped && !oddLatin1.test(latin1)) return latin1;
  const isRaw = isEscaped || /[\u0080-\u00ff]/.test(latin1);
  return unfold(isRaw ? decodeRaw(buffer.subarray(start, end), charset) : latin1);
}

/** A field's value for people: as `fieldText`, encoded-words decoded (RFC 2047). May hold any character. */
export function displayText(bytes: Uint8Array, field: HeaderField): string {
  return decodeEncodedWords(fieldText(bytes, field));
}

/** True when a header field could start at `at`: a name of printable ASCII and a colon before the line ends. */
export function isFieldStart(bytes: Buffer, at: number, end: number): boolean {
  let index = at;
  while (index < end && isNameByte(bytes[index])) index++;
  if (index === at) return false;
  while (index < end && isBlank(bytes[index])) index++;
  return index < end && bytes[index] === COLON;
}

/** What one line of ASCII has not, and is no text yet. */
const oddLatin1 = /[\r\n\u0080-\u00ff]/;

function isFoldByte(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB || byte === CR || byte === LF;
}

/** Sound characters beyond ASCII for each damaged one that make a text one of a charset. In another it has next to none. */
const SOUND_PER_DAMAGED = 4;

/** A name or subject that was cut in the middle of a character is UTF-8 still. */
function decodeRaw(bytes: Buffer, charset: string): string {
  if (charset.startsWith("iso-2022-") && isAscii(bytes)) return decodeAs(bytes, charset);
  const text = bytes.toString("utf8");
  if (isUtf8(bytes) || isSound(text)) return text;
  const declared = decodeAs(bytes, charset);
  return charset === "windows-1252" || isSound(declared) ? declared : decodeAs(bytes, "windows-1252");
}

function isSound(text: string): boolean {
  const damaged = text.split("\ufffd").length - 1;
  const sound = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return sound > SOUND_PER_DAMAGED * damaged;
}

/** RFC 5322 2.2.3: a fold's line end goes, its white space stays. A lone CR elsewhere counts as a space. */
function unfold(text: string): string {
  return text.replace(/\r?\n|\r(?=[ \t])/g, "").replaceAll("\r", " ");
}

function isNameByte(byte: number | undefined): boolean {
  return byte !== undefined && byte > SPACE && byte < 0x7f && byte !== COLON;
}

/** A field in one small object: of a message's many fields few are ever asked for their spans. */
class ScannedField implements HeaderField {
  readonly key: string;
  readonly #start: number;
  readonly #end: number;
  readonly #valueStart: number;
  readonly #valueEnd: number;

  constructor(key: string, start: number, end: number, valueStart: number, valueEnd: number) {
    this.key = key;
    this.#start = start;
    this.#end = end;
    this.#valueStart = valueStart;
    this.#valueEnd = valueEnd;
  }

  get span(): Span {
    return span(this.#start, this.#end);
  }

  get value(): Span {
    return span(this.#valueStart, this.#valueEnd);
  }
}

class HeaderScanner {
  readonly #bytes: Buffer;
  readonly #source: HeaderSource;
  readonly #end: number;
  readonly #start: number;
  readonly #fields: HeaderField[] = [];
  readonly #firsts = new Map<string, HeaderField>();
  /** Start of the line that is read next; the end of the block when the scan is over. */
  #at: number;
  /** The open field; a key of `null` means that none is open. */
  #key: string | null = null;
  #fieldStart = 0;
  #valueStart = 0;
  /** Something stood in the block before this line. */
  #begun = false;
  #keepsFields = true;

  constructor(source: HeaderSource, start: number) {
    this.#source = source;
    this.#bytes = source.bytes;
    this.#end = source.end;
    this.#start = start;
    this.#at = start;
  }

  scan(): HeaderBlock {
    while (this.#at < this.#end && this.#readLine(this.#at, this.#lineEnd(this.#at))) this.#begun = true;
    const end = Math.max(this.#start, this.#at);
    return { span: span(this.#start, end), fields: this.#fields, firsts: this.#firsts };
  }

  /** Takes in the line `[at, lineEnd)`; false when the block is over. */
  #readLine(at: number, lineEnd: number): boolean {
    const bytes = this.#bytes;
    const first = bytes[at];
    if (at === lineEnd || (first === CR && at + 1 === lineEnd)) return this.#endAfter(at, lineEnd);
    if (first === SPACE || first === TAB) return this.#readIndented(at, lineEnd);
    if (first === DASH && this.#source.isDelimiter(at)) return this.#endBefore(at);
    let index = at;
    let hash = 0;
    while (index < lineEnd) {
      const byte = bytes[index] as number;
      if (byte === COLON || byte <= SPACE || byte >= 0x7f) break;
      hash = hashNameByte(hash, byte);
      index = (index + 1) | 0;
    }
    if (index === lineEnd || index === at || bytes[index] !== COLON) return this.#readOdd(at, lineEnd);
    if (first === DQUOTE) this.#source.problems.add("header.odd-name", at, index);
    return this.#open(internName(bytes, at, index, hash), at, index + 1, lineEnd);
  }

  /** A line that starts with white space: a fold, or one of the things that look like one. */
  #readIndented(at: number, lineEnd: number): boolean {
    const textStart = this.#skipBlank(at, lineEnd);
    const isWhite = textStart === lineEnd || (this.#bytes[textStart] === CR && textStart + 1 === lineEnd);
    if (isWhite) return this.#readWhite(at, lineEnd);
    if (this.#begun) return this.#advance(lineEnd);
    if (isFieldStart(this.#bytes, textStart, lineEnd)) {
      this.#source.problems.add("header.leading-space", at, lineEnd);
      return this.#readOddName(at, lineEnd, this.#bytes.indexOf(COLON, textStart));
    }
    return this.#readJunk(at, lineEnd);
  }

  /**
   * A line of white space only: by RFC 5322 4.2 a fold, for many readers the end of the header. It is taken as a fold when
   * a field follows after it and further folds. Those folds are taken in at once, so that none is looked at again.
   */
  #readWhite(at: number, lineEnd: number): boolean {
    if (!this.#begun) return this.#endAfter(at, lineEnd);
    this.#source.problems.add("header.white-line", at, lineEnd);
    let next = this.#nextLine(lineEnd);
    while (next < this.#end && isBlank(this.#bytes[next])) next = this.#nextLine(this.#lineEnd(next));
    if (!isFieldStart(this.#bytes, next, this.#end)) return this.#endAfter(at, lineEnd);
    this.#at = next;
    return true;
  }

  /** A line whose start is no name with a colon. */
  #readOdd(at: number, lineEnd: number): boolean {
    let colon = at;
    while (colon < lineEnd && this.#bytes[colon] !== COLON) colon++;
    return colon < lineEnd ? this.#readOddName(at, lineEnd, colon) : this.#readJunk(at, lineEnd);
  }

  /** `From : x`, `: x`, `Two words: x`, names with NULs, control or 8-bit bytes; `[at, colon)` is the name. */
  #readOddName(at: number, lineEnd: number, colon: number): boolean {
    const name = this.#bytes.toString("latin1", at, colon).replaceAll("\0", "").trim();
    const isPlain = /^[!-~]+$/.test(name);
    if (!isPlain && !this.#continuesAfter(lineEnd)) return this.#endBefore(at);
    this.#source.problems.add(isPlain ? "header.space-before-colon" : "header.odd-name", at, colon);
    return this.#open(name.toLowerCase(), at, colon + 1, lineEnd);
  }

  /** A line without a colon is junk when the header goes on after it; otherwise the blank line is missing. */
  #readJunk(at: number, lineEnd: number): boolean {
    if (!this.#continuesAfter(lineEnd) || this.#isOwnBoundary(at, lineEnd)) return this.#endBefore(at);
    this.#source.problems.add("header.no-colon", at, lineEnd);
    this.#flush(at);
    return this.#advance(lineEnd);
  }

  /** The first boundary line of this very entity, when the blank line is missing: its Content-Type holds the token. */
  #isOwnBoundary(at: number, lineEnd: number): boolean {
    if (this.#bytes[at] !== DASH || this.#bytes[at + 1] !== DASH || lineEnd - at > BOUNDARY_LINE_BYTES_MAX)
      return false;
    this.#flush(at);
    const type = this.#firsts.get("content-type");
    const token = this.#bytes.toString("latin1", at + 2, lineEnd).trimEnd();
    return (
      type !== undefined &&
      token !== "" &&
      this.#bytes.subarray(type.value.start, type.value.end).includes(token, 0, "latin1")
    );
  }

  /** Whether the next line still belongs to a header: a field, or the blank line after at least one line of header. */
  #continuesAfter(lineEnd: number): boolean {
    const next = this.#nextLine(lineEnd);
    if (next >= this.#end) return false;
    const first = this.#bytes[next];
    const isBlankLine = first === this.#source.lineEnd || (first === CR && this.#bytes[next + 1] === LF);
    return isBlankLine ? this.#begun : isFieldStart(this.#bytes, next, this.#end);
  }

  #open(key: string, at: number, valueStart: number, lineEnd: number): boolean {
    this.#flush(at);
    this.#key = key;
    this.#fieldStart = at;
    this.#valueStart = valueStart;
    return this.#advance(lineEnd);
  }

  #advance(lineEnd: number): boolean {
    this.#at = this.#nextLine(lineEnd);
    if (this.#at >= this.#end) this.#flush(this.#end);
    return true;
  }

  #endAfter(at: number, lineEnd: number): boolean {
    this.#flush(at);
    this.#at = this.#nextLine(lineEnd);
    return false;
  }

  #endBefore(at: number): boolean {
    this.#source.problems.add("header.no-blank-line", this.#start, at);
    this.#flush(at);
    this.#at = at;
    return false;
  }

  /** Keeps the open field, which ends at `at`. */
  #flush(at: number): void {
    const key = this.#key;
    if (key === null) return;
    this.#key = null;
    if (!this.#keepsFields || !this.#isWithinLimits()) return;
    const valueEnd = Math.max(this.#valueStart, this.#withoutLineEnd(at));
    const field = new ScannedField(key, this.#fieldStart, at, this.#valueStart, valueEnd);
    this.#fields.push(field);
    if (valueEnd - this.#valueStart > LONG_FIELD_BYTES) this.#checkLong(field);
    if (!this.#firsts.has(key)) this.#firsts.set(key, field);
    else if (singletons.has(key)) this.#source.problems.add("header.duplicate", this.#fieldStart, at);
  }

  /** The field is kept whole; of its text readers get less. */
  #checkLong(field: HeaderField): void {
    const { problems } = this.#source;
    const { start, end } = field.value;
    if (end - start > limits.headerFieldBytesMax) problems.add("limit.header-field-bytes", start, end);
    if (hasTooManyWords(fieldText(this.#bytes, field))) problems.add("limit.encoded-words", start, end);
  }

  #isWithinLimits(): boolean {
    if (this.#fields.length >= limits.headerFieldsMax) this.#exceed("limit.header-fields");
    else if (this.#fieldStart - this.#start >= limits.headerBytesMax) this.#exceed("limit.header-bytes");
    return this.#keepsFields;
  }

  /** From here on the block is only searched for its end. */
  #exceed(code: string): void {
    this.#keepsFields = false;
    this.#source.problems.add(code, this.#start, this.#fieldStart);
  }

  #withoutLineEnd(at: number): number {
    if (this.#bytes[at - 1] !== this.#source.lineEnd) return at;
    return this.#source.lineEnd === LF && this.#bytes[at - 2] === CR ? at - 2 : at - 1;
  }

  #skipBlank(at: number, end: number): number {
    let index = at;
    while (index < end && isBlank(this.#bytes[index])) index++;
    return index;
  }

  #lineEnd(at: number): number {
    const found = this.#bytes.indexOf(this.#source.lineEnd, at);
    return found === -1 || found > this.#end ? this.#end : found;
  }

  #nextLine(lineEnd: number): number {
    return Math.min(lineEnd + 1, this.#end);
  }
}
