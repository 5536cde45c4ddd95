/** What a part of a mail that is no HTML names outside the mail, and the work that may be spent on finding it. */
import { limits } from "../base/limits.ts";

export interface PartReference {
  /** Catalogue id of threat-facts 2.3, or of `docs/vectors-of-parts.md` where that has none. */
  readonly vector: string;
  /** As written, escapes of the format undone. */
  readonly url: string;
  /** What asks for it, in words. */
  readonly by: string;
  readonly fires: "open" | "click" | "attachment";
  /** Bytes of the part; absent where the place is not known, or inside something packed. */
  readonly start?: number;
  readonly end?: number;
}

/** A file inside another one. */
export interface InnerFile {
  /** As the archive has it; empty for none. */
  readonly name: string;
  /** `type/subtype`; empty for none. */
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** A mail program shows it in place of the part, and nobody has to open a file. */
  readonly isShown?: boolean;
}

export interface PartReading {
  readonly references: readonly PartReference[];
  /** To be read in turn. */
  readonly files: readonly InnerFile[];
}

export const NOTHING: PartReading = { references: [], files: [] };

/** One by one: a hostile part has hundreds of thousands, more than one call takes as arguments. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}

/** What may come out of all packed parts of one message, and what was met on the way. */
export class PartBudget {
  #bytesLeft: number;
  #entriesLeft: number = limits.partEntriesMax;
  #referencesLeft: number = limits.partReferencesMax;
  /** `limit.part-bytes`, `limit.part-entries`, `limit.part-references`, `limit.part-depth`, `limit.part-parameters`, `limit.url`, `part.encrypted`, `part.compression`, `part.damaged`. */
  readonly codes = new Set<string>();

  constructor(bytesMax: number = limits.partBytesMax) {
    this.#bytesLeft = bytesMax;
  }

  get bytesLeft(): number {
    return this.#bytesLeft;
  }

  /** False when no more may come out. */
  takeBytes(bytes: number): boolean {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft < 0) this.codes.add("limit.part-bytes");
    return this.#bytesLeft >= 0;
  }

  /** One entry of an archive, certificate, packet or object that is looked at; false when there were enough. */
  takeEntry(): boolean {
    if (this.#entriesLeft <= 0) this.codes.add("limit.part-entries");
    else this.#entriesLeft -= 1;
    return !this.codes.has("limit.part-entries");
  }

  /** As many of them as may be kept. */
  keep(references: readonly PartReference[]): readonly PartReference[] {
    const kept = references.slice(0, this.#referencesLeft);
    if (kept.length < references.length) this.codes.add("limit.part-references");
    this.#referencesLeft -= kept.length;
    return kept;
  }
}
