/** The objects of all readings, each content once. */
import { createHash } from "node:crypto";
import { limits } from "../../base/limits.ts";
import type { Span } from "../../base/span.ts";
import { toBuffer } from "../bytes.ts";

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
  /** SHA-256 of the bytes; null until another content of its type and length is met. */
  hash: string | null;
}

export class ObjectSet {
  readonly #objects: Entry[] = [];
  /** By type and length: only then can two be the same, and hashes are asked for. */
  readonly #alike = new Map<string, Entry>();
  /** By type and content, of those that are alike. */
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
    const known = this.#find(object);
    if (known === null) return false;
    if (known === "new") return true;
    for (const name of object.names) if (!known.names.includes(name)) known.names.push(name);
    for (const view of object.views) if (!known.views.includes(view)) known.views.push(view);
    return false;
  }

  /** The same content in the set; `new`: there was none, and the object is in it from now on; null: there is no room for it. */
  #find(object: FoundObject): Entry | "new" | null {
    const shape = `${object.mediaType} ${object.bytes.length}`;
    const alike = this.#alike.get(shape);
    if (alike === undefined) {
      const entry = this.#keep(object, null);
      if (entry === null) return null;
      this.#alike.set(shape, entry);
      return "new";
    }
    // Mostly it is the very content, or the very place, of the first.
    if (toBuffer(alike.bytes).equals(object.bytes)) return alike;
    if (alike.hash === null) {
      alike.hash = hashOf(alike.bytes);
      this.#known.set(`${shape} ${alike.hash}`, alike);
    }
    const hash = hashOf(object.bytes);
    const known = this.#known.get(`${shape} ${hash}`);
    if (known !== undefined) return known;
    const entry = this.#keep(object, hash);
    if (entry === null) return null;
    this.#known.set(`${shape} ${hash}`, entry);
    return "new";
  }

  #keep(object: FoundObject, hash: string | null): Entry | null {
    if (this.#objects.length >= this.#countMax) {
      this.limits.add("limit.view-objects");
      return null;
    }
    const entry = { ...object, names: [...object.names], views: [...object.views], hash };
    this.#objects.push(entry);
    return entry;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("latin1");
}
