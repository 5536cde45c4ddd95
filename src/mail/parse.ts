/**
 * Raw bytes to a message: the header block, then the MIME tree (RFC 2045, 2046), found in one pass over the bytes.
 *
 * Boundary lines are searched natively and compared with the boundaries of the multiparts that are open, innermost first.
 * Nothing is decoded but the MIME fields. Total on any bytes; damage and limits are problems beside the message.
 */
import { limits } from "../base/limits.ts";
import { type Span, span } from "../base/span.ts";
import { type Boundary, type BoundaryLine, discoverBoundary, readBoundaryLine, toBoundary } from "./boundary.ts";
import { CR, isBlank, LF, SPACE, TAB, toBuffer } from "./bytes.ts";
import { type EntityType, readEntityType } from "./entity-type.ts";
import { type HeaderSource, isFieldStart, scanHeaderBlock } from "./headers.ts";
import type { Disposition, HeaderBlock, MediaType, Message, TransferEncoding } from "./message.ts";
import { ProblemList } from "./problem-list.ts";

const DASH = 0x2d;
const COLON = 0x3a;

/** Keeps the search for boundaries that never come linear; sound mail has none. */
const MISSING_BOUNDARIES_MAX = 16;

/** Parses a raw message. Never throws; every span lies within `bytes`, which are kept by reference. */
export function parseMessage(bytes: Uint8Array): Message {
  return new MessageReader(toBuffer(bytes)).read();
}

/** An entity while it is read: the end of its body is known last. */
interface OpenEntity {
  readonly path: string;
  readonly headers: HeaderBlock;
  readonly mediaType: MediaType;
  readonly disposition: Disposition | null;
  readonly transferEncoding: TransferEncoding;
  readonly children: OpenEntity[];
  span: Span;
  body: Span;
}

/** An entity on the stack. */
interface Frame {
  readonly entity: OpenEntity;
  /** Of a multipart whose parts are read; null for leaves and message containers. */
  readonly boundary: Boundary | null;
  readonly isDigest: boolean;
  /** Its end boundary was seen: what follows is epilogue. */
  isClosed: boolean;
}

/** Lines before the header that no mail program wrote. */
const FOREIGN_LINES_MAX = 4;

/** What a client and a server say to each other before a message (RFC 5321 4.1.1), as a saved dialogue has it. */
const DIALOGUE =
  /^(?:(?:mail from|rcpt to):[ \t]*<|(?:ehlo|helo|lhlo|xforward|xclient|auth)[ \t]|(?:data|rset|noop|starttls)[ \t]*\r?$|[2-5]\d\d(?:[ -]|\r?$))/i;
/** A line for each of many readers, and its answer. */
const DIALOGUE_LINES_MAX = 256;

/** What headers begin with; a text with a colon in its third line is not one. */
const FIRST_FIELD =
  /^(?:arc-[a-z-]+|authentication-results|content-type|date|delivered-to|dkim-signature|from|message-id|mime-version|received|reply-to|return-path|sender|subject|to|x-[a-z0-9-]+)[ \t]*:/i;

class MessageReader implements HeaderSource {
  readonly bytes: Buffer;
  readonly lineEnd: number;
  readonly end: number;
  readonly problems = new ProblemList();
  readonly #entities: OpenEntity[] = [];
  /** From the root to the innermost open entity. */
  readonly #stack: Frame[] = [];
  /** How many of them have a boundary: without any, no line needs to be looked at. */
  #boundaries = 0;

  /** Multiparts whose declared boundary never comes; each cost a search through the rest of the message. */
  #missingBoundaries = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.lineEnd = !bytes.includes(LF) && bytes.includes(CR) ? CR : LF;
  }

  read(): Message {
    const start = this.#skipLeadingJunk();
    const root = this.#openEntity(start, null);
    this.#readParts();
    this.#closeAbove(-1, this.end);
    if (root.headers.fields.length === 0) this.problems.add(this.#emptyCode(), 0, this.end);
    return { bytes: this.bytes, root, entities: this.#entities, problems: this.problems.problems };
  }

  /** HeaderSource: a boundary line of an open multipart ends a header block. */
  isDelimiter(lineStart: number): boolean {
    const isCandidate = this.#boundaries > 0 && this.bytes[lineStart] === DASH && this.bytes[lineStart + 1] === DASH;
    return isCandidate && this.#boundaryLine(lineStart) !== null;
  }

  #emptyCode(): string {
    const isEmpty = this.bytes.every((byte) => byte === SPACE || byte === TAB || byte === CR || byte === LF);
    return isEmpty ? "message.empty" : "message.no-header";
  }

  /**
   * Where the header begins: after a byte order mark, blank lines and mbox `From ` lines, if a field follows them; and after
   * a few lines of a server or a tool (`HTTP/1.1 200 OK`, `* 1 FETCH …`, an SMTP dialogue), if a field follows that headers
   * begin with.
   */
  #skipLeadingJunk(): number {
    const mark = this.#markBytes();
    let at = mark;
    let foreign = 0;
    let dialogue = 0;
    while (at < this.end) {
      const lineEnd = this.#lineEndFrom(at);
      if (!this.#isJunkLine(at, lineEnd)) {
        if (dialogue < DIALOGUE_LINES_MAX && this.#isDialogue(at, lineEnd)) dialogue += 1;
        else if (foreign === FOREIGN_LINES_MAX || this.bytes.subarray(at, lineEnd).includes(COLON)) break;
        else foreign += 1;
      }
      at = Math.min(lineEnd + 1, this.end);
    }
    const isForeign = foreign + dialogue > 0;
    if (isForeign && !this.#isFirstField(at)) return this.#isMboxLine(0) ? this.#lineEndFrom(0) + 1 : mark;
    const isHeader = at > 0 && (isFieldStart(this.bytes, at, this.end) || mark > 0 || this.#isMboxLine(0));
    if (!isHeader) return 0;
    this.problems.add("message.leading-junk", 0, at);
    if (isForeign) this.problems.add("header.no-colon", mark, at);
    return at;
  }

  /** Bytes of a byte order mark of UTF-8 or UTF-16. */
  #markBytes(): number {
    const start = this.bytes.toString("latin1", 0, 3);
    return start === "\xef\xbb\xbf" ? 3 : /^(?:\xff\xfe|\xfe\xff)/.test(start) ? 2 : 0;
  }

  #isFirstField(at: number): boolean {
    return FIRST_FIELD.test(this.bytes.toString("latin1", at, Math.min(this.end, at + 64)));
  }

  #isDialogue(at: number, lineEnd: number): boolean {
    return DIALOGUE.test(this.bytes.toString("latin1", at, Math.min(lineEnd, at + 64)));
  }

  #isJunkLine(at: number, lineEnd: number): boolean {
    if (this.#isMboxLine(at)) return true;
    let index = at;
    while (index < lineEnd && (isBlank(this.bytes[index]) || this.bytes[index] === CR)) index++;
    return index === lineEnd;
  }

  #isMboxLine(at: number): boolean {
    const start = this.bytes[at] === 0x3e ? at + 1 : at;
    // `From : x` is a field with a space in its name.
    return /^From [^:]/.test(this.bytes.toString("latin1", start, start + 6));
  }

  /**
   * Reads an entity's header at `start` and puts it on the stack; a message inside follows at once, since it begins where
   * the body does.
   */
  #openEntity(start: number, parent: Frame | null): OpenEntity {
    let frame = this.#pushEntity(start, parent);
    const { entity } = frame;
    while (this.#containsMessage(frame)) frame = this.#pushEntity(frame.entity.body.start, frame);
    return entity;
  }

  #pushEntity(start: number, parent: Frame | null): Frame {
    const headers = scanHeaderBlock(this, start);
    const type = readEntityType(this.bytes, headers, {
      isDigestPart: parent?.isDigest ?? false,
      problems: this.problems,
    });
    const entity: OpenEntity = {
      path: pathOf(parent),
      span: span(start, this.end),
      headers,
      body: span(headers.span.end, this.end),
      mediaType: type.mediaType,
      disposition: type.disposition,
      transferEncoding: type.transferEncoding,
      children: [],
    };
    parent?.entity.children.push(entity);
    this.#entities.push(entity);
    const boundary = this.#boundaryOf(entity, type);
    const frame: Frame = { entity, boundary, isDigest: type.mediaType.subtype === "digest", isClosed: false };
    this.#stack.push(frame);
    if (boundary !== null) this.#boundaries++;
    return frame;
  }

  /** The boundary of a multipart that may have parts; null for everything else. */
  #boundaryOf(entity: OpenEntity, type: EntityType): Boundary | null {
    if (type.mediaType.type !== "multipart" || !this.#mayNest(entity, this.#stack.length)) return null;
    const declared = toBoundary(type.mediaType.parameters.get("boundary") ?? "");
    if (declared !== null && this.#occurs(declared, entity.body.start)) return declared;
    const code = declared === null ? "mime.no-boundary" : "mime.wrong-boundary";
    this.problems.add(code, entity.headers.span.start, entity.headers.span.end);
    return discoverBoundary(this, entity.body.start) ?? declared;
  }

  /** Whether the boundary stands anywhere after `from`. Once too many were missing, it is taken for granted. */
  #occurs(boundary: Boundary, from: number): boolean {
    if (this.#missingBoundaries >= MISSING_BOUNDARIES_MAX) return true;
    const found = this.bytes.indexOf(boundary, from) !== -1;
    if (!found) this.#missingBoundaries++;
    return found;
  }

  #containsMessage({ entity }: Frame): boolean {
    const { type, subtype } = entity.mediaType;
    if (type !== "message" || (subtype !== "rfc822" && subtype !== "global" && subtype !== "news")) return false;
    if (entity.transferEncoding !== "identity") {
      this.problems.add("mime.encoded-message", entity.body.start, entity.body.end);
      return false;
    }
    return this.#mayNest(entity, this.#stack.length - 1) && this.#hasRoom(entity.body.start);
  }

  /** Whether an entity with so many around it may hold others. */
  #mayNest(entity: OpenEntity, depth: number): boolean {
    if (depth < limits.mimeDepthMax) return true;
    this.problems.add("limit.mime-depth", entity.body.start, entity.body.end);
    return false;
  }

  #hasRoom(at: number): boolean {
    if (this.#entities.length < limits.entitiesMax) return true;
    this.problems.add("limit.entities", at, this.end);
    return false;
  }

  /** Goes from boundary line to boundary line and opens and closes entities. */
  #readParts(): void {
    if (this.#boundaries === 0) return;
    const needle = Buffer.from(this.lineEnd === CR ? "\r--" : "\n--");
    let at = Math.max(0, this.#innermostBodyStart() - 1);
    for (at = this.bytes.indexOf(needle, at); at !== -1; at = this.bytes.indexOf(needle, at)) {
      const line = this.#boundaryLine(at + 1);
      if (line === null) {
        at += needle.length;
        continue;
      }
      if (!this.#takeBoundary(at, line)) return;
      at = Math.max(line.next - 1, this.#innermostBodyStart() - 1);
    }
  }

  #innermostBodyStart(): number {
    return this.#stack.at(-1)?.entity.body.start ?? 0;
  }

  /** Ends the current part, and begins the next unless the line closes its multipart; false when no part may follow. */
  #takeBoundary(newline: number, line: StackedLine): boolean {
    const frame = this.#stack[line.index] as Frame;
    const isCrLf = this.lineEnd === LF && this.bytes[newline - 1] === CR;
    this.#closeAbove(line.index, isCrLf ? newline - 1 : newline);
    if (!line.isClean) this.problems.add("mime.odd-boundary-line", newline + 1, line.next);
    if (line.isEnd) {
      frame.isClosed = true;
      return true;
    }
    if (line.next >= this.end) return true;
    if (!this.#hasRoom(line.next)) return false;
    if (frame.isClosed) this.problems.add("mime.part-after-end", newline + 1, line.next);
    this.#openEntity(line.next, frame);
    return true;
  }

  /** Closes what is open inside stack place `index`; their bodies end at `end`, or where they begin if that is later. */
  #closeAbove(index: number, end: number): void {
    let bodyEnd = end;
    while (this.#stack.length > index + 1) {
      const frame = this.#stack.pop() as Frame;
      const { entity } = frame;
      bodyEnd = Math.max(bodyEnd, entity.body.start);
      entity.body = span(entity.body.start, bodyEnd);
      entity.span = span(entity.span.start, bodyEnd);
      if (frame.boundary !== null) this.#closeMultipart(frame);
    }
  }

  #closeMultipart({ entity, isClosed }: Frame): void {
    this.#boundaries--;
    if (entity.children.length === 0) this.problems.add("mime.no-parts", entity.body.start, entity.body.end);
    else if (!isClosed) this.problems.add("mime.no-end-boundary", entity.body.start, entity.body.end);
  }

  /**
   * What the line at `lineStart` is to the open multiparts. A line that fits exactly goes before one with junk after the
   * boundary, an open multipart before one whose end was seen, inner before outer.
   */
  #boundaryLine(lineStart: number): StackedLine | null {
    let best: StackedLine | null = null;
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const frame = this.#stack[index] as Frame;
      if (frame.boundary === null) continue;
      const line = readBoundaryLine(this, lineStart, frame.boundary);
      if (line === null) continue;
      const rank = (line.isClean ? 2 : 0) + (frame.isClosed ? 0 : 1);
      if (rank === 3) return { ...line, index, rank };
      if (best === null || rank > best.rank) best = { ...line, index, rank };
    }
    return best;
  }

  #lineEndFrom(at: number): number {
    const found = this.bytes.indexOf(this.lineEnd, at);
    return found === -1 ? this.end : found;
  }
}

interface StackedLine extends BoundaryLine {
  /** Place of the multipart on the stack. */
  readonly index: number;
  readonly rank: number;
}

/** `Entity.path` of the next child: parts of a message inside `2` (itself `2.0`) are `2.1`, `2.2` … */
function pathOf(parent: Frame | null): string {
  if (parent === null) return "";
  const { path, children } = parent.entity;
  if (parent.boundary === null) return path === "" ? "0" : `${path}.0`;
  const prefix = path === "0" || path.endsWith(".0") ? path.slice(0, -1) : path === "" ? "" : `${path}.`;
  return `${prefix}${children.length + 1}`;
}
