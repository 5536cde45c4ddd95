/** The objects of all readings, each content once. */
import { createHash } from "node:crypto";
import { limits } from "../../base/limits.ts";
import type { Span } from "../../base/span.ts";

/** A leaf's content in one or more readings. */
export interface FoundObject {
  /** `type/subtype`, lower case, as declared where it was found; `application/octet-stream` where nothing was. */
  readonly mediaType: string;
  /** Every file name that is claimed for it, decoded, the likeliest first. */
  readonly names: readonly string[];
  /** Decoded. */
  readonly bytes: Uint8Array;
  /** The raw bytes it was decoded from; of content that lay inside other encoded content, those of the outer one. */
  readonly span: Span;
  /** Names of the readings that have it: `strict` first. */
  readonly views: readonly string[];
}

interface Entry extends FoundObject {
  readonly names: string[];
  readonly views: string[];
}

export class ObjectSet {
  readonly #objects: Entry[] = [];
  readonly #byHash = new Map<string, Entry>();
  #bytes = 0;
  isTruncated = false;

  constructor(strict: readonly FoundObject[]) {
    for (const object of strict) {
      const entry = { ...object, bytes: object.bytes, names: [...object.names], views: [...object.views] };
      this.#objects.push(entry);
      const hash = hashOf(entry.bytes);
      if (!this.#byHash.has(hash)) this.#byHash.set(hash, entry);
    }
  }

  get objects(): readonly FoundObject[] {
    return this.#objects;
  }

  /** Room for `bytes` more to be decoded; false when a bound is reached, which is remembered. */
  mayDecode(bytes: number): boolean {
    this.#bytes += bytes;
    if (this.#bytes <= limits.viewBytesMax && this.#objects.length < limits.viewObjectsMax) return true;
    this.isTruncated = true;
    return false;
  }

  /** True when no reading had this content before. */
  add(object: FoundObject): boolean {
    if (object.bytes.length === 0) return false;
    const hash = hashOf(object.bytes);
    const known = this.#byHash.get(hash);
    if (known === undefined) {
      const entry = { ...object, names: [...object.names], views: [...object.views] };
      this.#byHash.set(hash, entry);
      this.#objects.push(entry);
      return true;
    }
    for (const name of object.names) if (!known.names.includes(name)) known.names.push(name);
    for (const view of object.views) if (!known.views.includes(view)) known.views.push(view);
    return false;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("latin1");
}
