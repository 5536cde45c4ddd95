/**
 * Lists of MAPI properties as TNEF writes them (MS-OXTNEF 2.1.3.4, 2.1.3.5). Total: a list ends where its bytes do, or at a type
 * whose length is not known; what was read before is kept.
 *
 *     count 4 | type 2 id 2 [guid 16, kind 4, number 4 | length 4 name] (count 4, length 4) value, padded to 4 | …
 */
import { limits } from "../base/limits.ts";
import { lidText } from "./outlook/named-properties.ts";
import { guidText, type Property, types } from "./outlook/properties.ts";

export interface TnefProperties {
  readonly properties: readonly Property[];
  /** After the list. */
  readonly end: number;
  /** `tnef.truncated`, `tnef.property-type`, `limit.mapi-properties`; null when the list was whole. */
  readonly problem: string | null;
}

/** Bytes of a value, padding included; types that are not here have a length of their own. */
const VALUE_BYTES: ReadonlyMap<number, number> = new Map([
  [0x0001, 0],
  [types.integer16, 4],
  [types.integer32, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [types.boolean, 4],
  [types.integer64, 8],
  [types.time, 8],
  [types.guid, 16],
]);
const LONG_TYPES: ReadonlySet<number> = new Set([types.string8, types.unicode, types.binary, types.object]);
const NAME_BYTES_MAX = 1_024;

/** The list that begins at `start`. */
export function readTnefProperties(bytes: Buffer, start: number): TnefProperties {
  return new PropertyListReader(bytes, start).read();
}

class PropertyListReader {
  readonly #bytes: Buffer;
  #at: number;
  #problem: string | null = null;

  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  read(): TnefProperties {
    const properties: Property[] = [];
    const count = this.#word();
    for (let i = 0; i < count && this.#problem === null; i += 1) {
      if (properties.length >= limits.mapiPropertiesMax) this.#problem = "limit.mapi-properties";
      else this.#property(properties);
    }
    return { properties, end: this.#at, problem: this.#problem };
  }

  #property(properties: Property[]): void {
    const tag = this.#word();
    const id = tag >>> 16;
    const type = tag & 0xffff;
    const name = id >= 0x8000 ? this.#name() : "";
    if (this.#problem !== null) return;
    const single = type & ~types.multiple;
    const isMultiple = single !== type;
    const isLong = LONG_TYPES.has(single);
    const fixed = VALUE_BYTES.get(single);
    if (!isLong && fixed === undefined) {
      this.#problem = "tnef.property-type";
      return;
    }
    const values = isLong || isMultiple ? this.#word() : 1;
    for (let i = 0; i < values && this.#problem === null; i += 1) {
      if (properties.length >= limits.mapiPropertiesMax) {
        this.#problem = "limit.mapi-properties";
        return;
      }
      const value = this.#take(isLong ? this.#word() : (fixed ?? 0));
      properties.push({ id, type: single, name, bytes: (bytesMax) => value.subarray(0, bytesMax) });
    }
  }

  #name(): string {
    const guid = guidText(this.#take(16));
    const kind = this.#word();
    if (kind === 0) return `${guid}/${lidText(this.#word())}`;
    const bytes = this.#take(this.#word()).subarray(0, NAME_BYTES_MAX);
    const name = bytes.toString("utf16le", 0, bytes.length - (bytes.length % 2)).replace(/\0.*$/s, "");
    return `${guid}/${name.toWellFormed()}`;
  }

  #word(): number {
    if (this.#at + 4 > this.#bytes.length) {
      this.#problem ??= "tnef.truncated";
      this.#at = this.#bytes.length;
      return 0;
    }
    this.#at += 4;
    return this.#bytes.readUInt32LE(this.#at - 4);
  }

  /** With its padding; fewer bytes than wanted where the list ends. */
  #take(length: number): Buffer {
    const start = this.#at;
    const end = Math.min(this.#bytes.length, start + length);
    if (end - start < length) this.#problem ??= "tnef.truncated";
    this.#at = Math.min(this.#bytes.length, start + length + ((4 - (length % 4)) % 4));
    return this.#bytes.subarray(start, end);
  }
}
