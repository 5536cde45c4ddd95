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

const NUL = 0x00;
const LF = 0x0a;
const CR = 0x0d;

/** The other form of a window. Used again for every message: nothing waits while it is filled. */
const form = Buffer.allocUnsafeSlow(WINDOW_BYTES);
const formView = new DataView(form.buffer);

/**
 * SHA-256 of the message with each CRLF made LF; null when it has no such form, and then its own hash is its only name.
 * `bytes` are the whole message. Cost: with LF a search for a CR; with CRLF a pass of half a nanosecond a byte, and a hash.
 */
export function lineSha256(bytes: Uint8Array): Sha256 | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const firstCr = text.indexOf(CR);
  if (firstCr < 0 || text[firstCr + 1] !== LF) return null;
  let digest: Hash | null = null;
  for (let at = 0; at < text.length; ) {
    const end = Math.min(text.length, at + WINDOW_BYTES);
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

/** Fills `form` with `[start, end)` without its CRs; null when it holds what no other form may. */
function toForm(text: Buffer, start: number, end: number): number | null {
  const view = new DataView(text.buffer, text.byteOffset, text.length);
  let at = start;
  let length = 0;
  while (at < end) {
    if (at + 4 <= end) {
      // Four bytes at once where none is below 0x0e: a borrow into a top bit that the byte itself has not set.
      const four = view.getInt32(at, true);
      if (((four - 0x0e0e0e0e) & ~four & 0x80808080) === 0) {
        formView.setInt32(length, four, true);
        length += 4;
        at += 4;
        continue;
      }
    }
    const stop = Math.min(end, at + 4);
    for (; at < stop; at += 1) {
      const byte = text[at] ?? NUL;
      if (byte === NUL || (byte === LF && text[at - 1] !== CR)) return null;
      if (byte !== CR) {
        form[length] = byte;
        length += 1;
      } else if (text[at + 1] !== LF) return null;
    }
  }
  return length;
}
