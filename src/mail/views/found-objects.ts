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
  /** By type and content. */
  readonly #known = new Map<string, Entry>();
  #bytes = 0;
  readonly #bytesMax: number;
  readonly #countMax: number;
  /** Codes of the bounds that were reached: `limit.view-bytes`, `limit.view-objects`. */
  readonly limits = new Set<string>();

  /** `messageBytes`: what may be decoded for other readings is a multiple of it. The strict objects count for nothing. */
  constructor(strict: readonly FoundObject[], messageBytes: number) {
    const fair = Math.max(limits.viewBytesMin, messageBytes * limits.viewBytesRatioMax);
    this.#bytesMax = Math.min(fair, limits.viewBytesMax);
    this.#countMax = strict.length + limits.viewObjectsMax;
    for (const object of strict) this.add(object);
  }

  get objects(): readonly FoundObject[] {
    return this.#objects;
  }

  /** Room for `bytes` more to be decoded; false when the bound is passed, which is remembered. */
  mayDecode(bytes: number): boolean {
    this.#bytes += bytes;
    if (this.#bytes > this.#bytesMax) this.limits.add("limit.view-bytes");
    return this.limits.size === 0;
  }

  /** True when no reading had this content as this type before, and there is room for it. */
  add(object: FoundObject): boolean {
    const key = `${object.mediaType} ${hashOf(object.bytes)}`;
    const known = this.#known.get(key);
    if (known === undefined && this.#objects.length >= this.#countMax) {
      this.limits.add("limit.view-objects");
      return false;
    }
    if (known === undefined) {
      const entry = { ...object, names: [...object.names], views: [...object.views] };
      this.#known.set(key, entry);
      this.#objects.push(entry);
      return true;
    }
    for (const name of object.names) if (!known.names.includes(name)) known.names.push(name);
    for (const view of object.views) if (!known.views.includes(view)) known.views.push(view);
    return false;
  }
}

/** Whether two are of one type and length: only then can they be the same, and hashes are asked for. */
export function mayRepeat(objects: readonly FoundObject[]): boolean {
  const seen = new Set<string>();
  for (const { mediaType, bytes } of objects) {
    const key = `${mediaType} ${bytes.length}`;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("latin1");
}
