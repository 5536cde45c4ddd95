/**
 * What the files of one message may cost together, over all rules and functions: bytes that come out of them, pixels that are looked at.
 * What is used up makes results undetermined, never empty.
 */
import { limits } from "../../base/limits.ts";
import { PartBudget } from "../../parts/reference.ts";
import type { Signatures } from "../knowledge.ts";

export class FileSession {
  #bytesLeft: number = limits.explodeTotalBytesMax;
  #pixelsLeft: number = limits.pictureTotalPixelsMax;
  readonly signatures: Signatures | null;

  constructor(signatures: Signatures | null = null) {
    this.signatures = signatures;
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
}
