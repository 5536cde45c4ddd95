/**
 * What the files of one message may cost together, over all rules and functions: bytes that come out of them, pixels that are looked at.
 * What is used up makes results undetermined, never empty.
 */
import { limits } from "../../base/limits.ts";
import { PartBudget } from "../../parts/reference.ts";
import type { PictureReader } from "../../ports/picture-reader.ts";
import type { Given } from "../knowledge.ts";

export class FileSession {
  #bytesLeft: number = limits.explodeTotalBytesMax;
  #pixelsLeft: number = limits.pictureTotalPixelsMax;
  #readingsLeft: number = limits.picturesReadMax;
  #readPixelsLeft: number = limits.pictureTextTotalPixelsMax;
  readonly signatures: Given["signatures"];
  /** Null: text in pictures is not read. */
  readonly pictures: PictureReader | null;

  constructor({ signatures = null, pictures }: Partial<Given> = {}) {
    this.signatures = signatures;
    this.pictures = pictures ?? null;
  }

  /** For one attachment and all that lies in it. */
  budgetFor(fileBytes: number): PartBudget {
    const byRatio = Math.max(limits.explodeFreeBytes, fileBytes * limits.explodeRatioMax);
    const granted = Math.min(limits.explodeBytesMax, byRatio, this.#bytesLeft);
    return new PartBudget(granted);
  }

  /** What an attachment has used. */
  charge(bytes: number): void {
    this.#bytesLeft = Math.max(0, this.#bytesLeft - bytes);
  }

  takePixels(pixels: number): boolean {
    if (pixels > this.#pixelsLeft) return false;
    this.#pixelsLeft -= pixels;
    return true;
  }

  /** For the text of one picture. Of one that was read for another message too, so that the order of messages decides nothing. */
  takeReading(pixels: number): boolean {
    if (this.#readingsLeft === 0 || pixels > this.#readPixelsLeft) return false;
    this.#readingsLeft -= 1;
    this.#readPixelsLeft -= pixels;
    return true;
  }
}
