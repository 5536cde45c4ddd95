/** Mail whose words stand in pictures. */

import { readPictureFacts } from "../../parts/picture-facts.ts";
import { luresIn } from "../../signals/lure-words.ts";
import { type PictureMail, pictureMail } from "../../signals/picture-mail.ts";
import type { FileFacts } from "../attachments.ts";
import { maker } from "../model-object.ts";
import type { SignFacts } from "./facts.ts";
import { luresObject } from "./lures.ts";

export function pictureOf({ mail, text }: SignFacts): PictureMail {
  const fetched = (mail.body().html?.readings() ?? []).reduce(
    (sum, { references }) => sum + references.filter(({ fires, hidden }) => fires === "open" && !hidden).length,
    0,
  );
  const brought = mail.files().filter(isShownPicture).length;
  return pictureMail(text(), fetched + brought);
}

/** Points of a picture that has room for a letter's words: logos and icons are smaller. A letter in two colours packs into less than 2 KB. */
const LETTER_POINTS_MIN = 60_000;
/** Of a picture that does not say how large it is, its bytes. */
const LETTER_BYTES_MIN = 1_024;

const PICTURE_NAME = /\.(?:jpe?g|png|gif|heic|webp|tiff?|bmp)$/i;

/** Stands where the text does: neither a photograph that is attached nor a logo. */
function isShownPicture({ name, contentType, contentId, disposition, bytes }: FileFacts): boolean {
  if (contentType?.startsWith("image/") !== true) return false;
  // What calls itself a picture and is named as something else is neither.
  if (!PICTURE_NAME.test(name ?? ".png")) return true;
  const isAttached = disposition === "attachment" && contentId === null;
  return !isAttached && hasRoom(Buffer.from(bytes()));
}

function hasRoom(bytes: Buffer): boolean {
  const size = readPictureFacts(bytes);
  return size === null ? bytes.length >= LETTER_BYTES_MIN : size.width * size.height >= LETTER_POINTS_MIN;
}

export const pictureObject = maker<"Picture", PictureMail & { readonly signs: SignFacts }>("Picture", {
  words: ({ words }) => words,
  is_all: ({ isPictureOnly }) => isPictureOnly,
  asks_to_scan: ({ asksToScan }) => asksToScan,
  text: ({ signs }) => signs.pictureWords()?.text ?? null,
  is_read: ({ signs }) => signs.pictureWords()?.isAll ?? null,
  lures: ({ signs }) => {
    const text = signs.pictureWords()?.text;
    if (text === undefined) return null;
    return luresObject({
      all: luresIn(text),
      subject: () => 0,
      signs: { ...signs, subject: "", text: () => text },
    });
  },
});
