/**
 * The name of a message whatever its line ends: mail on servers ends its lines with CRLF, the same mail on disk mostly with LF.
 *
 * Only a text in which every line ends with CRLF, and which holds no other CR and no NUL, has another form: the one with LF.
 * So a name is shared by two byte strings and no more, the one without any CR and the one that has CRLF for each LF of it.
 * Where line ends are mixed, or a CR stands alone, readers do not agree on what a line is, and where there is a NUL, on what a
 * character is (UTF-16): such a message is itself only.
 */
import { createHash, type Hash, hash } from "node:crypto";
import { type Sha256, sha256Of } from "../base/brand.ts";

/** Of the message looked at together; most messages are shorter. */
const WINDOW_BYTES = 128 * 1024;

/** Bytes that are looked at together where none of them is a control character. */
const STEP_BYTES = 8;
const TOP_BITS = 0x80808080;

const NUL = 0x00;
const LF = 0x0a;
const CR = 0x0d;

/** The other form of a window. Used again for every message: nothing waits while it is filled. */
const form = Buffer.allocUnsafeSlow(WINDOW_BYTES);
const formView = new DataView(form.buffer);

/**
 * SHA-256 of the message with each CRLF made LF; null when it has no such form, and then its own hash is its only name.
 * `bytes` are the whole message. Cost: with LF a search for a CR; with CRLF a pass of some half a nanosecond a byte, and a hash.
 */
export function lineSha256(bytes: Uint8Array): Sha256 | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const firstCr = text.indexOf(CR);
  if (firstCr < 0 || text[firstCr + 1] !== LF) return null;
  let digest: Hash | null = null;
  for (let at = 0; at < text.length; ) {
    const end = endOfWindow(text, at);
    const length = toForm(text, at, end);
    if (length === null) return null;
    const part = form.subarray(0, length);
    if (at === 0 && end === text.length) return sha256Of(hash("sha256", part, "hex"));
    digest ??= createHash("sha256");
    digest.update(part);
    at = end;
  }
  return digest === null ? null : sha256Of(digest.digest("hex"));
}

/** The message with each CRLF made LF, of a message that has this form. Costs three times its bytes in memory. */
export function toLineForm(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return Buffer.from(text.replaceAll("\r\n", "\n"), "latin1");
}

/** A line end is not cut apart. */
function endOfWindow(text: Buffer, start: number): number {
  const end = start + WINDOW_BYTES;
  if (end >= text.length) return text.length;
  return text[end - 1] === CR ? end - 1 : end;
}

/** Fills `form` with `[start, end)` without its CRs; null when it holds what no other form may. */
function toForm(text: Buffer, start: number, end: number): number | null {
  const view = new DataView(text.buffer, text.byteOffset, text.length);
  let at = start;
  let length = 0;
  while (at < end) {
    if (at + STEP_BYTES <= end) {
      const first = view.getInt32(at, true);
      const second = view.getInt32(at + 4, true);
      if (((hasControl(first) | hasControl(second)) & TOP_BITS) === 0) {
        formView.setInt32(length, first, true);
        formView.setInt32(length + 4, second, true);
        length += STEP_BYTES;
        at += STEP_BYTES;
        continue;
      }
    }
    // Byte by byte to the end of the line, or to the next step.
    for (const stop = Math.min(end, at + STEP_BYTES); at < stop; ) {
      const byte = text[at] ?? NUL;
      if (byte === CR && text[at + 1] === LF) {
        form[length] = LF;
        length += 1;
        at += 2;
        break;
      }
      if (byte === CR || byte === LF || byte === NUL) return null;
      form[length] = byte;
      length += 1;
      at += 1;
    }
  }
  return length;
}

/** Of four bytes: a top bit is set where one is below 0x0e, by a borrow into a top bit that the byte itself has not set. */
function hasControl(four: number): number {
  return (four - 0x0e0e0e0e) & ~four;
}
