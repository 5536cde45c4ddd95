/**
 * QR codes and text of pictures, remembered: the logo of a signature or a newsletter comes back with every mail, and looking into it is the
 * dearest thing that is done to a file. A picture is told by its SHA-256, so what is remembered is small and cannot be another's.
 */
import { hash } from "node:crypto";
import { TextMemo } from "../../base/text-memo.ts";
import { readPixels } from "../../parts/picture-pixels.ts";
import { qrCodes } from "../../parts/qr-codes.ts";
import type { PictureReader } from "../../ports/picture-reader.ts";

const PICTURES_MAX = 512;
/** Reading text takes as long as a hundred messages. */
const READ_PICTURES_MAX = 2_048;
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

interface FoundText {
  readonly text: string | null;
}

const texts = new WeakMap<PictureReader, TextMemo<FoundText>>();

/** Null where the picture cannot be looked at, or its reader gave up. */
export function textOfPicture(bytes: Buffer, reader: PictureReader): string | null {
  const known = texts.get(reader) ?? new TextMemo<FoundText>(READ_PICTURES_MAX, READ_PICTURES_MAX * DIGEST_CHARS);
  texts.set(reader, known);
  return known.get(hash("sha256", bytes, "hex"), () => {
    const pixels = readPixels(bytes);
    return { text: typeof pixels === "string" ? null : reader.read(pixels) };
  }).text;
}
