/**
 * Bodies with the dots of an SMTP transfer still in them (RFC 5321 4.5.2): mail saved from the wire has a dot more on each line
 * that begins with one (hostile-mail HM-014).
 *
 * Nothing tells such a line from an ellipsis but what it breaks. So the other reading is taken only where the whole message has
 * no line with a single dot before other text, which the transfer would have doubled, and a doubled one stands inside an
 * address of the web that goes on over the line's end. Base64 has no dots. Pure, total, linear.
 */
import { limits } from "../../base/limits.ts";
import type { Span } from "../../base/span.ts";
import { CR, LF } from "../bytes.ts";
import type { TransferEncoding } from "../message.ts";
import type { LineMarks } from "./line-marks.ts";

/** The view of a content without the dots. */
export const UNSTUFFED = "without the dots of SMTP";

const EQUALS = 0x3d;
const WEB = /\/\/|www\./i;
/** Characters that no URL goes on behind. */
const URL_ENDS = " \t\r\n\"'<>";
/** Of a URL before the line, in as many lines as it takes. */
const URL_BYTES_MAX = 2 * 1024;

/** Of the message's lines, those that may have a dot too many. */
export function stuffedLines({ stuffed, hasDottedLine }: LineMarks): readonly number[] {
  return hasDottedLine ? [] : stuffed.slice(0, limits.dotLinesMax);
}

interface StuffedBody {
  readonly body: Span;
  readonly encoding: TransferEncoding;
  /** HTML passes over line ends inside a URL. */
  readonly isHtml: boolean;
}

/** Whether one of the lines (`stuffedLines`) breaks a URL of this body. */
export function breaksUrl(bytes: Buffer, lines: readonly number[], { body, encoding, isHtml }: StuffedBody): boolean {
  if (encoding !== "quoted-printable" && !(encoding === "identity" && isHtml)) return false;
  return lines.some((start) => {
    if (start <= body.start || start >= body.end) return false;
    const before = lineEndBefore(bytes, start);
    if (encoding === "quoted-printable" && bytes[before - 1] !== EQUALS) return false;
    const head = bytes.toString("latin1", Math.max(body.start, start - URL_BYTES_MAX), before);
    const joined = encoding === "identity" ? head.replace(/\r?\n/g, "") : head.replace(/=\r?\n|=$/g, "");
    return WEB.test(lastWord(joined));
  });
}

function lastWord(text: string): string {
  let start = text.length;
  while (start > 0 && !URL_ENDS.includes(text.charAt(start - 1))) start -= 1;
  return text.slice(start);
}

/** Index of the line end that stands before a line. */
function lineEndBefore(bytes: Buffer, start: number): number {
  return bytes[start - 1] === LF && bytes[start - 2] === CR ? start - 2 : start - 1;
}

/** A body with the dot that the transfer put in taken out of each line. */
export function withoutStuffing(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  let copied = 0;
  for (let at = body.indexOf(".."); at >= 0; at = body.indexOf("..", at + 1)) {
    if (at > 0 && body[at - 1] !== LF && body[at - 1] !== CR) continue;
    length += body.copy(out, length, copied, at);
    copied = at + 1;
  }
  length += body.copy(out, length, copied);
  return out.subarray(0, length);
}
