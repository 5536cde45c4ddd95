/**
 * What one Outlook item may cost, over all levels: a few bytes of a container can name the same content a million times,
 * so what is read out counts, not what lies there. Problems that are met on the way are kept here too, each code once.
 */
import { limits } from "../../base/limits.ts";
import type { Problem } from "../../base/problem.ts";

export class ItemBudget {
  readonly #codes = new Set<string>();
  #bytes: number;
  #parts: number = limits.outlookPartsMax;

  /** `bytesMax`: of content that may be read out; at most `limits.outlookItemBytesMax`. */
  constructor(bytesMax: number) {
    this.#bytes = Math.min(bytesMax, limits.outlookItemBytesMax);
  }

  /** How many of `wanted` bytes may be read. Fewer leave a problem. */
  takeBytes(wanted: number): number {
    const granted = Math.min(wanted, this.#bytes);
    this.#bytes -= granted;
    if (granted < wanted) this.note("limit.outlook-bytes");
    return granted;
  }

  /** For a recipient, an attachment, or an item inside; false when there were too many. */
  takePart(): boolean {
    if (this.#parts === 0) {
      this.note("limit.outlook-parts");
      return false;
    }
    this.#parts -= 1;
    return true;
  }

  note(code: string): void {
    this.#codes.add(code);
  }

  /** In the order in which they were met. */
  get problems(): readonly Problem[] {
    return [...this.#codes].map((code) => ({ code }));
  }
}
