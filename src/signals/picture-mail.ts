/**
 * Mail whose words stand in a picture: nothing to read, one thing to see, so that no filter reads it; a code to scan among
 * them. Signatures and greeting cards look alike; what they open tells them apart. Pure.
 */
import { wordsInRuns, wordsOf } from "../base/words.ts";

export interface PictureMail {
  /** Words that a reader sees as text, counted to 200. */
  readonly words: number;
  /** Few words, and a picture to see that is fetched or brought along. */
  readonly isPictureOnly: boolean;
  /** The text asks to scan a code with a telephone. */
  readonly asksToScan: boolean;
}

const FEW_WORDS = 25;
const COUNTED_MAX = 200;
const SCAN =
  /\b(?:scan|scannen|scanner|scannez|escan(?:ea|ee|eie)|scansiona|skanna|skan)\w{0,6}\b.{0,60}\b(?:qr|code|barcode|codigo|código|codice|kod)\b|\bqr[ -]?(?:code|kod|codigo)\b|扫描.{0,6}二维码|扫码|QRコード|QR코드/is;

export function pictureMail(text: string, pictures: number): PictureMail {
  const shown = text.slice(0, 4_000);
  const words = Math.min(COUNTED_MAX, wordsOf(shown, COUNTED_MAX).length + wordsInRuns(shown));
  return {
    words,
    isPictureOnly: pictures > 0 && words < FEW_WORDS,
    asksToScan: SCAN.test(text.slice(0, 20_000)),
  };
}
