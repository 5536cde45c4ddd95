/**
 * One `.emlx` of Apple Mail: a line with a count, so many bytes of message, a property list with Apple's marks.
 *
 * The count is believed only where a property list or the end follows. Where it lies, the message is everything up to the
 * list at the end, so that a count can hide nothing. Memory: the message reader's, and one copy of it for a lie.
 */
import { hash } from "node:crypto";
import { sha256Of } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import type { Problem } from "../../base/problem.ts";
import type { MarkRecord } from "../../case/record.ts";
import { type ByteStream, type Damage, PeekedStream, readFully } from "../byte-stream.ts";
import { CUT } from "../gzip/gunzip.ts";
import type { MessageReader, WholeMessage } from "../single.ts";
import { parseCountLine } from "./count-line.ts";
import { appleMark, endsWithList, isPropertyList, propertyListStart } from "./property-list.ts";

export interface EmlxMessage extends WholeMessage {
  /** Of the message in the file. */
  readonly offset: number;
  readonly marks: readonly MarkRecord[];
  readonly problems: readonly Problem[];
  /** Besides those of the stream. */
  readonly damages: readonly Damage[];
}

const LINE_BYTES = 64;
/** A list of more than `limits.emlxListBytesMax` is left in the message, so that it can hide nothing. */
const LONG_LIST: Problem = { code: "limit.emlx-list" };
/** In the header of a part that Apple Mail keeps in a file beside the message. */
const PART_ELSEWHERE = "\nX-Apple-Content-Length:";

/** `stream` begins with a count line. */
export async function readEmlx(stream: ByteStream, messages: MessageReader): Promise<EmlxMessage> {
  const head = Buffer.alloc(LINE_BYTES);
  const filled = await readFully(stream, head, 0, LINE_BYTES);
  const { count, next } = parseCountLine(head) ?? { count: 0, next: 0 };
  const rest = new PeekedStream(head.subarray(next, filled), stream);
  const whole = await messages.read(new Limited(rest, count));
  const tail = Buffer.alloc(limits.emlxListBytesMax + 1);
  const list = tail.subarray(0, await readFully(rest, tail, 0, tail.length));
  const isWhole = whole.size === count && list.length < tail.length;
  const isTrue = isWhole && (isBlank(list) || isPropertyList(list.toString("latin1")));
  if (isTrue) return emlxOf(whole, next, list, []);
  // More was dropped than can be put together again; what is kept is all that would be looked at.
  if (whole.size > whole.bytes.length) return emlxOf(whole, next, list, whole.size < count ? [CUT] : []);
  return mended(await messages.read(new PeekedStream(Buffer.concat([whole.bytes, list]), rest)), next);
}

/** The message of a file whose count is a lie, from all that stands behind the line. */
function mended(all: WholeMessage, offset: number): EmlxMessage {
  const start = all.size > all.bytes.length ? null : propertyListStart(all.bytes);
  const lies: readonly Problem[] = [{ code: "emlx.byte-count" }];
  if (start === null) {
    const isLong = all.size === all.bytes.length && endsWithList(all.bytes);
    const { problems, ...message } = emlxOf(all, offset, Buffer.alloc(0), isLong ? [] : [CUT]);
    return { ...message, problems: [...(isLong ? [LONG_LIST] : []), ...lies, ...problems] };
  }
  const bytes = all.bytes.subarray(0, start);
  const whole = { bytes, size: start, sha256: sha256Of(hash("sha256", bytes, "hex")) };
  const { problems, ...message } = emlxOf(whole, offset, all.bytes.subarray(start), []);
  return { ...message, problems: [...lies, ...problems] };
}

function emlxOf(whole: WholeMessage, offset: number, list: Buffer, damages: readonly Damage[]): EmlxMessage {
  const mark = appleMark(list.toString("utf8"));
  const isPartial = whole.bytes.includes(PART_ELSEWHERE, 0, "latin1");
  return {
    ...whole,
    offset,
    marks: mark === null ? [] : [mark],
    problems: isPartial ? [{ code: "source.parts-elsewhere" }] : [],
    damages,
  };
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x09);
}

/** The first bytes of a stream. */
class Limited implements ByteStream {
  readonly #stream: ByteStream;
  #left: number;

  constructor(stream: ByteStream, length: number) {
    this.#stream = stream;
    this.#left = length;
  }

  get damages(): readonly Damage[] {
    return this.#stream.damages;
  }

  read(target: Buffer, at: number, length: number): number | Promise<number> {
    const wanted = Math.min(length, this.#left);
    if (wanted === 0) return 0;
    const count = this.#stream.read(target, at, wanted);
    return typeof count === "number" ? this.#take(count) : count.then((later) => this.#take(later));
  }

  #take(count: number): number {
    this.#left -= count;
    return count;
  }
}
