/**
 * Cuts a stream of mbox bytes into messages, at memory speed and in bounded memory.
 *
 * The bytes live in one window. Only `From ` is searched for (both separators and quoted lines hold it), so that text is
 * never cut into lines. Quoting is undone in place, by moving what follows a dropped `>` to the left:
 *
 *     window   │ … done … │ message, unquoted │ gap │ not yet looked at │ free │
 *              0        start                out   seg   … scan …      fill
 *
 * A `Content-Length` that leads to a separator, or to the end, tells where its message ends (mboxcl, mboxcl2): then quotes
 * stay, the field itself goes, and separators inside do not end the message. They begin messages all the same, marked as
 * suspect, so that no length, true or forged, hides anything.
 *
 * A message larger than `limits.messageBytesMax` keeps its beginning in the window; the rest is hashed, counted and
 * dropped. The result does not depend on how the stream cuts its reads.
 */
import { createHash, type Hash, hash as hashOnce } from "node:crypto";
import { type Sha256, sha256Of } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import type { ByteStream } from "../byte-stream.ts";
import {
  findLengthField,
  LENGTH_HEADER_BYTES_MAX,
  type LengthField,
  LINE_END_BYTES,
  separatorBehind,
} from "./content-length.ts";
import { type FromLine, fromLineAt, hasEmptyLineBefore, LOOKAHEAD_BYTES, LOOKBEHIND_BYTES } from "./from-line.ts";

/** Sizes of the window, apart for tests. */
export interface SplitterSizes {
  /** For messages of usual size; at least 4 KiB. */
  readonly windowBytes: number;
  /** Free space that a huge message leaves in the window; at least 4 KiB. */
  readonly workBytes: number;
  /** Bytes of one message that are kept. */
  readonly messageBytesMax: number;
}

/** 2 MiB fit the second-level cache of current processors together with what the parser touches. */
const SIZES: SplitterSizes = {
  windowBytes: 2 * 1024 * 1024,
  workBytes: 2 * 1024 * 1024,
  messageBytesMax: limits.messageBytesMax,
};

/** Read at once behind the end of the slice: the rest of one message is rarely longer. */
const TAIL_BYTES = 128 * 1024;
/** Deeper `>>>…From ` is taken as text: what must be kept to look back is bounded. */
const QUOTE_DEPTH_MAX = 256;
/** Bytes before the scan position that stay untouched: a run of `>` and the line end before it. */
const HOLD_BYTES = QUOTE_DEPTH_MAX + 8;

const FROM = Buffer.from("From ");
const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x3e;

/** The memory of a splitter; can serve one after the other. */
export class SplitterWindows {
  readonly sizes: SplitterSizes;
  readonly small: Buffer;
  #large: Buffer | null = null;

  constructor(sizes: SplitterSizes = SIZES) {
    this.sizes = sizes;
    this.small = Buffer.allocUnsafeSlow(sizes.windowBytes);
  }

  /** For messages that do not fit into the small one; made when it is first needed. */
  large(): Buffer {
    const { messageBytesMax, workBytes, windowBytes } = this.sizes;
    const bytes = messageBytesMax + LOOKBEHIND_BYTES + HOLD_BYTES + LOOKAHEAD_BYTES + workBytes;
    this.#large ??= Buffer.allocUnsafeSlow(Math.max(bytes, windowBytes));
    return this.#large;
  }
}

/** A message, or what stands before the first separator. Its bytes are good until the next piece is asked for. */
export interface MboxPiece {
  readonly bytes: Buffer;
  /** True size, unquoted. */
  readonly size: number;
  readonly sha256: Sha256;
  /** Of the first byte, in the stream. */
  readonly offset: number;
  /** Bytes in the stream, quoting included, the empty line before the next separator not. */
  readonly length: number;
  /** No separator stands before it: it begins where the stream begins. */
  readonly leading: boolean;
  /** The separator before it is odd (HM-230). */
  readonly suspect: boolean;
  /** It ends where the stream ends. */
  readonly isLast: boolean;
  /** It ends where the stream ends, or so that more bytes could move its end. */
  readonly atSourceEnd: boolean;
}

export interface MboxRange {
  /** Messages whose separator stands in `[start, end)` are wanted. */
  readonly start: number;
  readonly end: number;
  /** Offset of the stream's first byte: `streamStart(start)`. */
  readonly streamStart: number;
}

/** Where a stream must begin so that the first separator of a slice can be judged. */
export function streamStart(start: number): number {
  return Math.max(0, start - LOOKBEHIND_BYTES);
}

/** How a body ends by its `Content-Length`, as indexes in the window. */
interface Sized {
  readonly field: LengthField;
  readonly end: number;
  /** Of the separator behind it, or the end of the source. */
  readonly next: number;
}

interface OpenPiece {
  /** Index in the window. */
  start: number;
  readonly offset: number;
  readonly leading: boolean;
  readonly suspect: boolean;
  quotes: number;
  /** Its `Content-Length` was looked at, and does not tell its end. */
  isJudged: boolean;
  /** The length leads to where more bytes may come: then it may be right. */
  mayGrow: boolean;
  /** Bytes hashed and dropped so far. */
  dropped: number;
  hash: Hash | null;
}

type Event =
  | { readonly kind: "separator"; readonly at: number; readonly line: FromLine }
  | { readonly kind: "sized"; readonly sized: Sized };

export class MboxSplitter {
  readonly #stream: ByteStream;
  readonly #range: MboxRange;
  readonly #windows: SplitterWindows;
  #window: Buffer;
  /** `window` up to `fill`. */
  #live: Buffer;
  #fill = 0;
  /** Offset in the source of window[0]; holds from `seg` on. */
  #base: number;
  #scan = 0;
  #out = 0;
  #seg = 0;
  #piece: OpenPiece | null = null;
  /** Offset in the source: separators before it stand inside a message of known length. */
  #insideUntil = 0;
  #ended = false;
  #finished = false;
  #isEmpty = false;

  constructor(stream: ByteStream, range: MboxRange, windows: SplitterWindows) {
    this.#windows = windows;
    this.#window = windows.small;
    this.#stream = stream;
    this.#range = range;
    this.#base = range.streamStart;
    this.#live = this.#window.subarray(0, 0);
    if (range.start === 0) this.#open(0, true, false);
  }

  /** When all was read: the stream held nothing, or one empty line. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** The next piece, or null after the last. */
  async next(): Promise<MboxPiece | null> {
    if (this.#finished) return null;
    for (;;) {
      const found = this.#findEvent();
      if (found !== null) {
        const piece = found.kind === "sized" ? this.#closeSized(found.sized) : this.#turnTo(found.at, found.line);
        if (piece !== null) return piece;
        if (this.#finished) return null;
      } else if (this.#isPastRange()) {
        this.#finished = true;
      } else if (!this.#ended) {
        await this.#refill();
      } else {
        this.#finished = true;
        const sized = this.#sizedEnd(this.#fill);
        return sized === null || sized === "more" ? this.#close(this.#fill, true, true) : this.#closeSized(sized);
      }
      if (this.#finished) return null;
    }
  }

  /** No message of ours is open and none can begin any more. */
  #isPastRange(): boolean {
    return this.#piece === null && this.#base + this.#scan >= this.#range.end;
  }

  /** Ends the open piece at a separator and opens the next one, if it is still ours. */
  #turnTo(at: number, line: FromLine): MboxPiece | null {
    const piece = this.#close(at, false, this.#ended && at + LOOKAHEAD_BYTES > this.#fill);
    if (this.#base + at >= this.#range.end) this.#finished = true;
    else {
      const isInside = this.#base + at < this.#insideUntil;
      this.#open(line.next, false, isInside || (line.suspect && this.#base + at > 0));
    }
    return piece;
  }

  #open(start: number, leading: boolean, suspect: boolean): void {
    const offset = this.#base + start;
    const isJudged = leading || offset < this.#insideUntil;
    this.#piece = { start, offset, leading, suspect, quotes: 0, isJudged, mayGrow: false, dropped: 0, hash: null };
    this.#out = start;
    this.#seg = start;
    this.#scan = start;
  }

  /** Goes on to the next separator, undoing quotes on the way; null when more bytes are needed or none are left. */
  #findEvent(): Event | null {
    const live = this.#live;
    for (;;) {
      const at = live.indexOf(FROM, this.#scan);
      if (at < 0) {
        this.#scan = Math.max(this.#scan, this.#fill - FROM.length + 1);
        return null;
      }
      if (!this.#ended && at + LOOKAHEAD_BYTES > this.#fill) {
        this.#scan = at;
        return null;
      }
      const before = at === 0 ? undefined : live[at - 1];
      const isQuote = before === QUOTE && this.#quoteLevel(at) > 0;
      const line = before === LF || this.#base + at === 0 ? this.#separatorAt(at) : null;
      if (isQuote || line !== null) {
        const sized = this.#sizedEnd(at);
        this.#scan = at;
        if (sized === "more") return null;
        if (sized !== null) return { kind: "sized", sized };
      }
      this.#scan = at + FROM.length;
      if (isQuote) this.#unquote(at);
      else if (line !== null) return { kind: "separator", at, line };
    }
  }

  /** The end of the open piece by its `Content-Length`, if that is right; `event` is what stands before that end. */
  #sizedEnd(event: number): Sized | null | "more" {
    const piece = this.#piece;
    if (piece === null || piece.isJudged) return null;
    const sized = this.#judgeLength(piece);
    if (sized === "more") return sized;
    piece.isJudged = true;
    return sized !== null && sized.next >= event ? sized : null;
  }

  #judgeLength(piece: OpenPiece): Sized | null | "more" {
    const { messageBytesMax } = this.#windows.sizes;
    if (piece.dropped > 0) return null;
    const headerEnd = piece.start + Math.min(LENGTH_HEADER_BYTES_MAX, messageBytesMax);
    const view = { end: Math.min(headerEnd, this.#fill), isAll: this.#ended || this.#fill >= headerEnd };
    const { state, field } = findLengthField(this.#live, piece.start, view);
    if (state === "open") return "more";
    if (field === null) return null;
    const end = field.body + field.length;
    if (end - piece.start > messageBytesMax) return null;
    const needed = end + LINE_END_BYTES + LOOKAHEAD_BYTES;
    if (!this.#ended && this.#fill < needed) return "more";
    piece.mayGrow = this.#fill < needed;
    if (end > this.#fill || this.#hasSeparator(piece.start, field.body)) return null;
    const sourceStart = this.#base === 0 ? 0 : -1;
    const next = separatorBehind(this.#live, end, { end: this.#fill, isSourceEnd: this.#ended, sourceStart });
    return next === null ? null : { field, end, next };
  }

  /** A header in which a message begins is two headers, and the length belongs to the second. */
  #hasSeparator(start: number, end: number): boolean {
    const header = this.#live.subarray(start, end);
    for (let at = header.indexOf(FROM); at >= 0; at = header.indexOf(FROM, at + 1)) {
      if (this.#live[start + at - 1] === LF && this.#separatorAt(start + at) !== null) return true;
    }
    return false;
  }

  /** Ends the open piece where its length says. What stands inside is looked through once more, for separators. */
  #closeSized({ field, end, next }: Sized): MboxPiece | null {
    const piece = this.#piece;
    if (piece === null) return null;
    this.#piece = null;
    this.#insideUntil = this.#base + next;
    this.#scan = Math.max(this.#scan, field.body);
    // What stands before a field that is not the message's moves up to what follows.
    const start = piece.start + (field.isAppended ? field.end - field.start : 0);
    if (field.isAppended) this.#window.copyWithin(start, piece.start, field.start);
    const bytes = this.#window.subarray(start, end);
    const isLast = next === this.#fill && this.#ended;
    return {
      bytes,
      size: bytes.length,
      sha256: sha256Of(hashOnce("sha256", bytes, "hex")),
      offset: piece.offset,
      length: this.#base + end - piece.offset,
      leading: piece.leading,
      suspect: piece.suspect,
      isLast,
      atSourceEnd: isLast || piece.mayGrow,
    };
  }

  #separatorAt(at: number): FromLine | null {
    if (this.#base + at < this.#range.start) return null;
    const start = this.#base === 0 ? 0 : -1;
    return fromLineAt(this.#live, at, this.#fill, hasEmptyLineBefore(this.#live, at, start));
  }

  /** How many `>` stand between the start of the line and `from`; 0 when something else does. */
  #quoteLevel(from: number): number {
    const piece = this.#piece;
    if (piece === null) return 0;
    let at = from - 1;
    const stop = Math.max(this.#seg, from - QUOTE_DEPTH_MAX);
    while (at > stop && this.#live[at - 1] === QUOTE) at -= 1;
    const isLineStart = (at === piece.start && piece.dropped === 0) || this.#live[at - 1] === LF;
    return isLineStart ? from - at : 0;
  }

  /** mboxrd: a line of `>`s and `From ` loses one `>`. */
  #unquote(from: number): void {
    this.#move(from - 1);
    this.#seg = from;
    if (this.#piece !== null) this.#piece.quotes += 1;
  }

  /** Appends `[seg, end)` to the unquoted bytes. */
  #move(end: number): void {
    if (this.#out !== this.#seg) this.#window.copyWithin(this.#out, this.#seg, end);
    this.#out += end - this.#seg;
    this.#seg = end;
  }

  #close(at: number, isLast: boolean, atSourceEnd: boolean): MboxPiece | null {
    const piece = this.#piece;
    if (piece === null) return null;
    this.#piece = null;
    const end = piece.dropped > 0 ? at : Math.max(at, piece.start);
    const trimmed = end - separatorBytes(this.#live, piece.dropped > 0 ? this.#seg - 1 : piece.start, end);
    this.#move(Math.max(trimmed, this.#seg));
    const length = this.#base + trimmed - piece.offset;
    const size = length - piece.quotes;
    if (piece.leading && size === 0) {
      this.#isEmpty = isLast;
      return null;
    }
    const kept = Math.min(size, this.#windows.sizes.messageBytesMax);
    return {
      bytes: this.#window.subarray(piece.start, piece.start + kept),
      size,
      sha256: this.#hashOf(piece),
      offset: piece.offset,
      length,
      leading: piece.leading,
      suspect: piece.suspect,
      isLast,
      atSourceEnd: atSourceEnd || piece.mayGrow,
    };
  }

  #hashOf(piece: OpenPiece): Sha256 {
    if (piece.hash === null) return sha256Of(hashOnce("sha256", this.#window.subarray(piece.start, this.#out), "hex"));
    const tail = this.#window.subarray(piece.start + this.#windows.sizes.messageBytesMax, this.#out);
    return sha256Of(piece.hash.update(tail).digest("hex"));
  }

  async #refill(): Promise<void> {
    this.#makeRoom();
    // Short reads even into the large window: what is not touched takes no memory.
    const left = Math.max(TAIL_BYTES, this.#range.end - this.#base - this.#fill);
    const length = Math.min(left, this.#window.length - this.#fill, this.#windows.small.length);
    const count = await this.#stream.read(this.#window, this.#fill, length);
    this.#fill += count;
    this.#ended = count === 0;
    this.#live = this.#window.subarray(0, this.#fill);
  }

  /** Drops what is done; moves to the large window when a message needs it, and back; drops the rest of a huge one. */
  #makeRoom(): void {
    const { small, sizes } = this.#windows;
    if (this.#window.length - this.#fill >= this.#window.length / 4) return;
    const piece = this.#piece;
    const keepFrom = Math.max(0, piece === null ? this.#scan - HOLD_BYTES : piece.start - LOOKBEHIND_BYTES);
    this.#keep(keepFrom, this.#fill - keepFrom <= small.length / 2 ? small : this.#windows.large());
    if (this.#window.length - this.#fill < sizes.workBytes / 2 && piece !== null) this.#overflow(piece);
  }

  /** Moves everything from index `by` on to the beginning of `window`. */
  #keep(by: number, window: Buffer): void {
    if (window !== this.#window || by > 0) this.#window.copy(window, 0, by, this.#fill);
    this.#window = window;
    this.#base += by;
    this.#fill -= by;
    this.#scan -= by;
    this.#out -= by;
    this.#seg -= by;
    if (this.#piece !== null) this.#piece.start -= by;
    this.#live = this.#window.subarray(0, this.#fill);
  }

  /** Hashes what is surely part of the message and keeps only its beginning. */
  #overflow(piece: OpenPiece): void {
    this.#move(Math.max(this.#seg, this.#scan - HOLD_BYTES));
    const headEnd = piece.start + this.#windows.sizes.messageBytesMax;
    if (this.#out <= headEnd) return;
    if (piece.hash === null) {
      piece.hash = createHash("sha256").update(this.#window.subarray(piece.start, this.#out));
    } else {
      piece.hash.update(this.#window.subarray(headEnd, this.#out));
    }
    piece.dropped += this.#out - headEnd;
    const by = this.#seg - headEnd;
    this.#window.copyWithin(headEnd, this.#seg, this.#fill);
    this.#base += by;
    this.#fill -= by;
    this.#scan -= by;
    this.#seg = headEnd;
    this.#out = headEnd;
    this.#live = this.#window.subarray(0, this.#fill);
  }
}

/** Length of the line end that makes an empty last line of `[start, end)`: it belongs to the separator, not the message. */
function separatorBytes(bytes: Buffer, start: number, end: number): number {
  if (end <= start || bytes[end - 1] !== LF) return 0;
  const line = bytes[end - 2] === CR && end - 2 >= start ? end - 2 : end - 1;
  return line === start || bytes[line - 1] === LF ? end - line : 0;
}
