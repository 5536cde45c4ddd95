/**
 * What is odd about the shape of a message, by the catalogue's flags, and whether other readers could cut it differently.
 *
 * An anomaly is evidence by itself: ordinary mail has next to none. Cost on ordinary mail: a few native searches over its
 * bytes, and a look at the MIME fields of each entity.
 */
import { isAscii } from "node:buffer";
import { limits } from "../../base/limits.ts";
import type { Span } from "../../base/span.ts";
import { trimmedEnd } from "../../base/trim.ts";
import { CR, LF, toBuffer } from "../bytes.ts";
import { fieldsNamed, isFieldStart, singletons } from "../headers.ts";
import type { Entity, HeaderField, Message } from "../message.ts";
import { isGreeting, isListFooter } from "./coverage.ts";
import { stuffedLines } from "./dot-stuffing.ts";
import { type LineMarks, readLineMarks } from "./line-marks.ts";
import { isMimeField } from "./loose-header.ts";

export interface Anomalies {
  readonly flags: ReadonlySet<string>;
  /** True when another reading may cut the message into other parts, or read a part's header otherwise. */
  readonly isAmbiguous: boolean;
  /** A line of the raw message begins like an encoded file in a text. */
  readonly hasFileStart: boolean;
  /** Starts of lines that may have a dot too many, of its SMTP transfer. */
  readonly stuffed: readonly number[];
  /** `limit.dashed-lines`, `limit.dot-lines`: not all was looked at. */
  readonly limits: ReadonlySet<string>;
}

/** Flag of each problem of the strict reading that other readers may have solved otherwise. */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ["message.no-header", "no-header"],
  ["header.leading-space", "odd-header-name"],
  ["header.space-before-colon", "odd-header-name"],
  ["header.odd-name", "odd-header-name"],
  ["header.no-colon", "odd-header-name"],
  ["header.white-line", "white-line-in-header"],
  ["header.no-blank-line", "no-blank-line"],
  ["header.duplicate", "dup-header"],
  ["header.duplicate-parameter", "dup-parameter"],
  ["header.bad-parameter", "odd-parameter"],
  ["header.unterminated-quote", "odd-parameter"],
  ["header.unterminated-comment", "comment-in-mime-header"],
  ["mime.bad-type", "odd-media-type"],
  ["mime.unknown-encoding", "odd-transfer-encoding"],
  ["mime.encoded-multipart", "encoded-container"],
  ["mime.encoded-message", "encoded-container"],
  ["mime.no-boundary", "odd-boundary"],
  ["mime.wrong-boundary", "odd-boundary"],
  ["mime.odd-boundary-line", "odd-boundary-line"],
  ["mime.part-after-end", "content-outside-parts"],
  ["mime.no-parts", "no-parts"],
  ["mime.no-end-boundary", "no-end-boundary"],
  ["limit.mime-depth", "views-truncated"],
  ["limit.entities", "views-truncated"],
  ["limit.header-bytes", "views-truncated"],
  ["limit.header-fields", "views-truncated"],
  ["limit.parameters", "odd-parameter"],
  ["limit.parameter-pieces", "odd-parameter"],
]);

/** Fields that say how a body is to be read. */
const MIME_KEYS = ["content-type", "content-transfer-encoding", "content-id"] as const;

/** As RFC 2045 and old mailers write them: all that every reader understands. */
const ENCODINGS: ReadonlySet<string> = new Set([
  ...["7bit", "8bit", "binary", "base64", "quoted-printable", "uuencode", "x-uuencode", "x-uue"],
]);

/** RFC 2046 5.1.1: bchars; the space may not be last. */
const BOUNDARY = /^[0-9a-z'()+_,./:=? -]*[0-9a-z'()+_,./:=?-]$/i;
const BOUNDARY_CHARS_MAX = 70;
/** RFC 5322 3.6.8 ftext, short of a line. */
const FOLDED_NAME = /^[!-9;-~]{1,100}[ \t]*\r?\n[ \t]+:/;
const FOLDED_NAME_BYTES = 256;
/** Shorter ones stand in any text. */
const GLUED_BYTES_MIN = 4;
/** White space before a boundary that some overlook. */
const INDENT_MAX = 32;
const DASH = 0x2d;
const CR_LF = Buffer.from("\r\n");
/** A soft break of quoted-printable. */
const SOFT_LF = Buffer.from("=\n");

/** Lines of fields and of their folds, the last of them about a body; each line has one way to be read. */
const LATE_HEADER =
  /^(?:[!-9;-~]{1,80}:[^\r\n]*(?:\r\n|\n|\r)(?:[ \t][^\r\n]*(?:\r\n|\n|\r))*){1,64}?content-(?:type|transfer-encoding)[ \t]*:/i;

/** A boundary parameter that is written in a way of its own: space before the equals sign, no or two semicolons before it … */
const ODD_BOUNDARY =
  /boundary[ \t\0]+=|(?:^|[^;\s])\s{1,64}boundary\s{0,64}=|;\s*;|\bbound\s*=|boundary\s*=\s*(?:"[^"\\\t]*[\\\t]|"[^"]*"[^;\s]|'|[^"';\s]+["'])/i;

/** More than one slash, quotes, or white space inside `type/subtype`. */
const ODD_TYPE = /^\s*(?:["']|[^;/]*\/[^;/]*\/|[^;/]*[^;/\s]\s+\/|[^;/]*\/\s)/;

/** RFC 4155 and older: `From`, an address, a date as of asctime with or without a zone. */
const POSTMARK =
  /^From \S{1,320} {1,2}[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{1,2}:\d{2}(?::\d{2})?(?: [\w+-]{1,6}){0,2} \d{4}(?: [+-]\d{4})?[ \t]*\r?\n/;
const POSTMARK_BYTES_MAX = 500;

/** RFC 2045 4 shows it with the name of the program behind it, as a widespread mail program writes it. */
const VERSION = /^\s*1\.0\s*(?:\([^()\r\n]*\)\s*)?$/;

/** Most values, at the cost of one look. */
const PLAIN_VALUE =
  /^[ \t]*(?:[a-z]+\/[a-z0-9.-]+(?:;\s+charset="?[a-z0-9-]+"?)?|multipart\/[a-z]+;\s+boundary="[^"\\\s(),?]+"|[a-z0-9-]+|<[^<>=()\s]+>)[ \t]*$/i;

/** A value that a plain reader and one that knows comments, encoded-words and lists may read differently. */
const ODD_VALUE = new RegExp(
  `[()\\0,]|=\\?|boundary[\\s\\S]*boundary|\\*|(?:\\r\\n|\\n|\\r(?!\\n))[ \\t]*[^\\s;=]*=?["']?[\\r\\n]|[a-z0-9=]\\r?\\n[ \\t]+["a-z0-9=]|${ODD_BOUNDARY.source}|${ODD_TYPE.source}`,
  "i",
);

/** `clean`: bodies of base64 that hold nothing but its digits; ascending. */
export function findAnomalies(message: Message, clean: readonly Span[]): Anomalies {
  return new AnomalyFinder(message, clean).run();
}

class AnomalyFinder {
  readonly #message: Message;
  readonly #bytes: Buffer;
  readonly #marks: LineMarks;
  readonly #flags = new Set<string>();
  readonly #boundaries = new Set<string>();
  readonly #contentIds = new Set<string>();
  readonly #limits = new Set<string>();
  #isAmbiguous = false;

  constructor(message: Message, clean: readonly Span[]) {
    this.#message = message;
    this.#bytes = toBuffer(message.bytes);
    this.#marks = readLineMarks(this.#bytes, clean);
  }

  run(): Anomalies {
    for (const { code, span } of this.#message.problems) {
      if (code === "header.no-blank-line" && span !== undefined) this.#readFoldedName(span.end);
      const flag = FLAGS.get(code);
      if (flag !== undefined) this.#note(flag);
    }
    this.#readFirstLine();
    for (const entity of this.#message.entities) this.#readEntity(entity);
    this.#readLineEnds();
    if (this.#marks.hasNul) this.#note("nul");
    this.#readBoundaryLines();
    this.#readSmuggling();
    const { hasFileStart } = this.#marks;
    const stuffed = stuffedLines(this.#marks);
    return { flags: this.#flags, isAmbiguous: this.#isAmbiguous, hasFileStart, stuffed, limits: this.#limits };
  }

  #note(flag: string): void {
    this.#flags.add(flag);
    this.#isAmbiguous = true;
  }

  #readEntity(entity: Entity): void {
    const { headers, mediaType, path } = entity;
    if (mediaType.type === "multipart") this.#readMultipart(entity);
    else if (entity.children.length === 0) this.#readLateHeader(entity);
    if (!isAscii(this.#bytes.subarray(headers.span.start, headers.span.end))) this.#flags.add("raw-8bit-header");
    if (this.#flags.has("dup-header")) this.#readDuplicates(headers.fields);
    for (const key of MIME_KEYS) {
      const field = headers.firsts.get(key);
      if (field !== undefined) this.#readValue(field);
    }
    if (mediaType.type === "message" && mediaType.subtype === "partial") this.#note("message-partial");
    if (path === "") this.#readRoot();
  }

  /**
   * A message begins with a field; a tool or a server may have put a line of its own before it. The line that parts messages in
   * an mbox is left on many that were taken out of one, and says nothing of the mail.
   */
  #readFirstLine(): void {
    const bytes = this.#bytes;
    if (bytes.length === 0 || isFieldStart(bytes, 0, bytes.length)) return;
    const postmark = POSTMARK.exec(bytes.toString("latin1", 0, POSTMARK_BYTES_MAX))?.[0].length;
    if (postmark === undefined || !isFieldStart(bytes, postmark, bytes.length)) this.#flags.add("leading-junk");
  }

  /** A name whose colon stands on the next line, where the strict reading ends the header: `From` and ` : a@example.org`. */
  #readFoldedName(at: number): void {
    if (FOLDED_NAME.test(this.#bytes.toString("latin1", at, at + FOLDED_NAME_BYTES))) this.#note("odd-header-name");
  }

  #readMultipart(entity: Entity): void {
    if (entity.children.length > 0) this.#readBetween(entity);
    const boundary = entity.mediaType.parameters.get("boundary") ?? "";
    if (boundary === "") return;
    if (this.#boundaries.has(boundary)) this.#note("odd-boundary");
    this.#boundaries.add(boundary);
    if (boundary.length > BOUNDARY_CHARS_MAX || !BOUNDARY.test(boundary)) this.#flags.add("odd-boundary");
    this.#readGlued(entity.body.start, Buffer.from(`--${boundary}`, "latin1"));
  }

  /** A boundary in the middle of a line: text was put before it. */
  #readGlued(start: number, needle: Buffer): void {
    for (let at = this.#bytes.indexOf(needle, start); at >= 0; at = this.#bytes.indexOf(needle, at + needle.length)) {
      const before = this.#bytes[at - 1];
      if (before === LF || before === CR || before === DASH) continue;
      if (needle.length >= GLUED_BYTES_MIN || this.#isIndented(at)) {
        this.#note("odd-boundary-line");
        return;
      }
    }
  }

  /** Nothing but white space and controls, and some, before it on its line. */
  #isIndented(at: number): boolean {
    let before = at - 1;
    while (at - before <= INDENT_MAX && isWhite(this.#bytes[before])) before -= 1;
    return before < at - 1 && (before < 0 || this.#bytes[before] === LF || this.#bytes[before] === CR);
  }

  /** A part that has no header but begins with fields: some take the blank line before them for none. */
  #readLateHeader({ headers, body }: Entity): void {
    if (headers.fields.length > 0) return;
    const text = this.#bytes.toString("latin1", body.start, Math.min(body.end, body.start + 4096)).trimStart();
    if (isMimeField(text) || LATE_HEADER.test(text)) this.#note("late-part-header");
  }

  /** Before the first part and after the last. */
  #readBetween({ body, children }: Entity): void {
    const first = children[0]?.span.start ?? body.start;
    const last = children.at(-1)?.span.end ?? body.end;
    // The boundary lines themselves are no content.
    const before = { start: body.start, end: lineStart(this.#bytes, first - 1) };
    const endLine = this.#bytes[last] === CR && this.#bytes[last + 1] === LF ? last + 2 : last + 1;
    const after = { start: lineEnd(this.#bytes, endLine), end: body.end };
    for (const { start, end } of [before, after]) {
      if (end <= start) continue;
      const text = this.#bytes.toString("latin1", start, Math.min(end, start + 4096)).trim();
      if (isGreeting(text) && !isMimeField(text)) continue;
      // A list's footer is read like anything that stands there, and is no oddity.
      if (isListFooter(text)) this.#isAmbiguous = true;
      else this.#note("content-outside-parts");
    }
  }

  #readDuplicates(fields: readonly HeaderField[]): void {
    const seen = new Set<string>();
    for (const { key } of fields) {
      if (seen.has(key) && singletons.has(key)) this.#flags.add(`dup-header:${key}`);
      seen.add(key);
    }
  }

  #readValue({ value, key }: HeaderField): void {
    const text = this.#bytes.toString("latin1", value.start, Math.min(value.end, value.start + 4096));
    if (key === "content-transfer-encoding" && !ENCODINGS.has(text.trim().toLowerCase())) {
      this.#note("odd-transfer-encoding");
    }
    if (key === "content-id") this.#readContentId(text);
    if (PLAIN_VALUE.test(text) || !ODD_VALUE.test(text)) return;
    const structural = withoutOtherParameters(text);
    if (/[()]/.test(structural)) this.#note("comment-in-mime-header");
    if (structural.includes("=?")) this.#note("encoded-word-in-structure");
    if (key === "content-id") return;
    if (/,|\0|boundary\*/i.test(structural)) this.#note("odd-parameter");
    if (/boundary[\s\S]*boundary/i.test(text)) this.#note("odd-parameter");
    if (isFoldedInside(structural)) this.#note("fold-in-structure");
    if (key !== "content-type") return;
    if (ODD_BOUNDARY.test(text)) this.#note("odd-parameter");
    if (ODD_TYPE.test(text)) this.#note("odd-media-type");
  }

  /** Pictures are linked by it: of two parts with one id, clients show either. */
  #readContentId(text: string): void {
    const id = text.trim();
    if (this.#contentIds.has(id)) this.#flags.add("dup-content-id");
    this.#contentIds.add(id);
  }

  #readRoot(): void {
    const version = fieldsNamed(this.#message.root.headers, "mime-version");
    const hasType = this.#message.root.headers.firsts.has("content-type");
    if (version[0] !== undefined) {
      if (!VERSION.test(this.#text(version[0]))) this.#flags.add("odd-mime-version");
    } else if (hasType && !isPlainText(this.#message.root)) this.#flags.add("odd-mime-version");
  }

  #text({ value }: HeaderField): string {
    return this.#bytes.toString("latin1", value.start, Math.min(value.end, value.start + 256));
  }

  /** Mail on disk has LF or CR LF throughout; anything else was made so. */
  #readLineEnds(): void {
    const { hasCrLf, hasBareCr, hasBareLf } = this.#marks;
    if (hasBareLf && !hasCrLf && !hasBareCr) this.#flags.add("bare-lf");
    if (hasBareCr && this.#hasBareCr()) this.#note("bare-cr");
    if (!hasCrLf || !(hasBareCr || hasBareLf)) return;
    if (this.#hasOtherSoftBreak()) this.#flags.add("odd-quoted-printable");
    for (const { span, headers } of this.#message.entities) {
      const start = lineStart(this.#bytes, span.start - 1);
      const text = this.#bytes.toString("latin1", start, this.#blankEnd(headers.span.end));
      if (/\r(?!\n)|[^\r]\n/.test(text) && /\r\r|\n\r(?!\n)|\r\n/.test(text)) this.#note("odd-line-end");
    }
  }

  /**
   * A soft break of LF alone in a body whose lines end in CR LF. Programs that keep the body apart from the header give all of
   * its lines one end.
   */
  #hasOtherSoftBreak(): boolean {
    const { root, entities } = this.#message;
    if (!this.#marks.hasBareLf || this.#bytes.indexOf(CR_LF, root.body.start) < 0) return false;
    return entities.some(({ body, children, transferEncoding }) => {
      if (transferEncoding !== "quoted-printable" || children.length > 0) return false;
      const at = this.#bytes.indexOf(SOFT_LF, body.start);
      return at >= 0 && at < body.end;
    });
  }

  /** Not only inside base64, where a line end means nothing. */
  #hasBareCr(): boolean {
    if (!this.#bytes.includes(LF)) return true;
    return this.#message.entities.some(
      ({ headers, body, transferEncoding, children }) =>
        hasBareCr(this.#bytes, headers.span.start, headers.span.end) ||
        (children.length === 0 &&
          hasBareCr(this.#bytes, body.start, transferEncoding === "base64" ? body.start + 1 : body.end)),
    );
  }

  /** After further line ends; not where the whole body has other ones than the header, as programs that store them apart make. */
  #blankEnd(at: number): number {
    let end = at;
    while (this.#bytes[end] === CR || this.#bytes[end] === LF) end += 1;
    if (this.#bytes.indexOf(CR, at) < 0) return at;
    const next = lineEnd(this.#bytes, end);
    return this.#bytes[next - 1] === CR || next >= this.#bytes.length ? end : at;
  }

  /**
   * Lines that look like boundaries and are none of the strict reading's: declared nowhere, or by a field that somebody else
   * believes. One counts when a part's header or a repeated token shows what it is for.
   */
  #readBoundaryLines(): void {
    const bytes = this.#bytes;
    const known = this.#knownStarts();
    const tokens = new Set<string>();
    for (const start of this.#marks.dashed.slice(0, limits.dashedLinesMax)) {
      if (known.has(start)) continue;
      const end = lineEnd(bytes, start);
      const token = trimmedEnd(bytes.toString("latin1", start + 2, Math.min(end, start + 2 + 256)).trimEnd(), "-");
      // Dashes alone are a rule or a signature; markup and style sheets have comments and custom properties.
      const isPlain = /^[\w=+.:'?/_-]*[\w=+]/.test(token) && !/^[a-z-]+:|^>/i.test(token);
      const isRepeated = isPlain && tokens.has(token) && mayBeToken(token);
      if (isRepeated || this.#isMimeFieldAt(end + 1)) {
        this.#note("undeclared-boundary");
        return;
      }
      if (!isPlain) continue;
      // In so many lines that differ, the one that repeats may be any.
      if (tokens.size === limits.loosePartsMax) {
        this.#cut("limit.dashed-lines");
        return;
      }
      tokens.add(token);
    }
    if (this.#marks.dashed.length > limits.dashedLinesMax) this.#cut("limit.dashed-lines");
  }

  /** What was not looked at is for the other readings, which have bounds of their own. */
  #cut(code: string): void {
    this.#limits.add(code);
    this.#isAmbiguous = true;
  }

  #isMimeFieldAt(at: number): boolean {
    return isMimeField(this.#bytes.toString("latin1", at, Math.min(lineEnd(this.#bytes, at), at + 200)));
  }

  /** Starts of the lines at which the strict reading ends or begins a part. */
  #knownStarts(): ReadonlySet<number> {
    const starts = new Set<number>();
    for (const { span, children } of this.#message.entities) {
      for (const child of children) starts.add(lineStart(this.#bytes, child.span.start - 1));
      if (children.length > 0) {
        // The end boundary stands after the last part.
        const last = children.at(-1)?.span.end ?? span.start;
        const at = this.#bytes[last] === CR ? last + 2 : last + 1;
        starts.add(at);
      }
    }
    return starts;
  }

  /** An SMTP end of data inside the message, with commands after it (HM-005). */
  #readSmuggling(): void {
    const { dots } = this.#marks;
    for (const end of dots.slice(0, limits.dotLinesMax)) {
      const lines = this.#bytes.toString("latin1", end, end + 512).split(/[\r\n]+/, 5);
      if (!lines.some((line) => /^(?:mail from|rcpt to|ehlo |helo )/i.test(line))) continue;
      this.#note("smuggling-residue");
      return;
    }
    if (dots.length > limits.dotLinesMax) this.#cut("limit.dot-lines");
  }
}

/** What a reader who knows no MIME sees as it is meant: old programs write such a Content-Type and no version. */
function isPlainText({ mediaType: { type, subtype }, transferEncoding }: Entity): boolean {
  return type === "text" && subtype === "plain" && transferEncoding === "identity";
}

/** Not words between rules, as above a quoted mail, nor the end of a rule that an encoding broke. */
function mayBeToken(token: string): boolean {
  return /[a-z0-9]/i.test(token) && !/\s/.test(token);
}

/** Without names of files, where encoded-words and commas are everyday, and quoted values that are no boundary. */
function withoutOtherParameters(text: string): string {
  return text
    .replace(/name[*0-9]{0,8}[ \t]*=[ \t\r\n]*(?:"(?:[^"\\]|\\.)*"?|[^;]*)/gi, "")
    .replace(/(?<!boundary[ \t]{0,8})=[ \t]*"(?:[^"\\]|\\.)*"/gi, "=");
}

/** A fold in the middle of a word, or between a parameter's name and its value. */
function isFoldedInside(text: string): boolean {
  return /[a-z0-9=][\r\n]+[ \t]+["a-z0-9=]/i.test(text.replace(/;[ \t]*[\r\n]+/g, ";"));
}

function hasBareCr(bytes: Buffer, start: number, end: number): boolean {
  for (let at = bytes.indexOf(CR, start); at >= 0 && at < end; at = bytes.indexOf(CR, at + 2)) {
    if (bytes[at + 1] !== LF) return true;
  }
  return false;
}

/** NUL, tab, vertical tab, form feed, space. */
function isWhite(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0b || byte === 0x0c || byte === 0;
}

function lineEnd(bytes: Buffer, at: number): number {
  const found = bytes.indexOf(LF, at);
  return found < 0 ? bytes.length : found;
}

function lineStart(bytes: Buffer, before: number): number {
  return before <= 0 ? 0 : bytes.lastIndexOf(LF, before - 1) + 1;
}
