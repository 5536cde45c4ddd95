/**
 * What is known of the names of tags, attributes and CSS properties, by their spelling in the source: mail says `td` and
 * `style` a million times over, so that neither a new string nor a look-up by one is made for each.
 *
 * A pure memo: it holds the latest name of each slot, never more than `SLOTS` short ones, and a miss only costs a new
 * entry. Names are ASCII; others must not be asked for.
 */

/** A power of two; mail uses about a hundred names. */
const SLOTS = 1024;
/** Longer names are not remembered. */
const NAME_CHARS_MAX = 24;
/** Names of so many letters and nothing else, most of all, are known by a number: five bits a letter. */
const PACKED_CHARS_MAX = 6;

export interface NameEntry<Info> {
  /** In lower case. */
  readonly name: string;
  readonly info: Info;
}

export class NameTable<Info> {
  readonly #slots: (NameEntry<Info> | null)[] = Array.from({ length: SLOTS }, () => null);
  /** Packed letters of the name in each slot of short names; 0 for none. */
  readonly #packed = new Int32Array(SLOTS);
  readonly #short: (NameEntry<Info> | null)[] = Array.from({ length: SLOTS }, () => null);
  readonly #infoOf: (name: string) => Info;

  /** `infoOf`: a pure function of the name in lower case. */
  constructor(infoOf: (name: string) => Info) {
    this.#infoOf = infoOf;
  }

  /** The entry of `source.slice(start, end)`, which is not empty. */
  at(source: string, start: number, end: number): NameEntry<Info> {
    const packed = packedLetters(source, start, end);
    if (packed === 0) return this.#longAt(source, start, end);
    const slot = (packed ^ (packed >>> 10) ^ (packed >>> 20)) & (SLOTS - 1);
    const known = this.#packed[slot] === packed ? (this.#short[slot] ?? null) : null;
    if (known !== null) return known;
    const entry = this.of(source.slice(start, end).toLowerCase());
    this.#packed[slot] = packed;
    this.#short[slot] = entry;
    return entry;
  }

  /** The entry of a name that is in lower case already. */
  of(name: string): NameEntry<Info> {
    return { name, info: this.#infoOf(name) };
  }

  #longAt(source: string, start: number, end: number): NameEntry<Info> {
    const length = end - start;
    const first = source.charCodeAt(start) | 0x20;
    const middle = source.charCodeAt(start + (length >> 1)) | 0x20;
    const last = source.charCodeAt(end - 1) | 0x20;
    const slot = (length * 37 + first * 331 + middle * 73 + last * 11) & (SLOTS - 1);
    const known = this.#slots[slot] ?? null;
    if (known !== null && known.name.length === length && isSpelled(known.name, source, start)) return known;
    const entry = this.of(source.slice(start, end).toLowerCase());
    if (length <= NAME_CHARS_MAX) this.#slots[slot] = entry;
    return entry;
  }
}

/** A number for each name of up to six letters, whatever their case; 0 for all other names. */
function packedLetters(source: string, start: number, end: number): number {
  if (end - start > PACKED_CHARS_MAX) return 0;
  let packed = 0;
  for (let at = start; at < end; at += 1) {
    const letter = (source.charCodeAt(at) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) return 0;
    packed = (packed << 5) | letter;
  }
  return packed;
}

function isSpelled(name: string, source: string, start: number): boolean {
  for (let i = 0; i < name.length; i += 1) {
    const code = source.charCodeAt(start + i);
    if (code !== name.charCodeAt(i) && lower(code) !== name.charCodeAt(i)) return false;
  }
  return true;
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}
