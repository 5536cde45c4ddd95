/** Text in pictures: whoever reads it is given brightness and answers with text. Slow, so that nobody has one unless it was asked for. */

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, row by row, 255 is white. */
  readonly luma: Uint8Array;
}

export interface PictureReader {
  /**
   * Words with line breaks, empty where there are none; null where it gave up (too much to read, too long, a fault of its own), so that
   * nothing is known. The same picture gives the same text, whatever was read before. Blocks the thread that asks.
   */
  read(picture: GreyPicture): string | null;
  /** Pictures until now that were answered with null since nothing reads them: it cannot be started, or ended again and again. */
  unread(): number;
  close(): void;
}
