/**
 * QR codes of pictures, remembered: the logo of a signature or a newsletter comes back with every mail, and looking for codes in it is the
 * dearest thing that is done to a file. A picture is told by its SHA-256, so what is remembered is small and cannot be another's.
 */
import { hash } from "node:crypto";
import { TextMemo } from "../../base/text-memo.ts";
import { readPixels } from "../../parts/picture-pixels.ts";
import { qrCodes } from "../../parts/qr-codes.ts";

const PICTURES_MAX = 512;
/** Of one digest in hex. */
const DIGEST_CHARS = 64;

/** Boxed, since a memo keeps no null. */
interface FoundCodes {
  readonly codes: readonly string[] | null;
}

const memo = new TextMemo<FoundCodes>(PICTURES_MAX, PICTURES_MAX * DIGEST_CHARS);

/** Null where the picture cannot be looked at. */
export function codesOfPicture(bytes: Buffer): readonly string[] | null {
  return memo.get(hash("sha256", bytes, "hex"), () => {
    const pixels = readPixels(bytes);
    return { codes: typeof pixels === "string" ? null : qrCodes(pixels) };
  }).codes;
}
