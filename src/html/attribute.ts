/**
 * An attribute of a start tag with its place in the source. Its value is decoded when asked for and once: of the million
 * attributes of a mailbox, few are ever looked into. Source of the decoding: HTML 13.2.3.5 (newlines), 13.2.5.36 ff.
 */
import { decodeHTMLAttribute } from "entities/decode";
import { loadingAttributeNames } from "./loading-attributes.ts";
import { type NameEntry, NameTable } from "./name-table.ts";
import { type Range, valueRange } from "./source-place.ts";

/** What the reader asks an attribute's name for, one bit each; 0 for the many that only lay out. */
export const ROLE = { LOADS: 1, STYLE: 2, ID: 4, CLASS: 8, WIDTH: 16, HEIGHT: 32, HIDDEN: 64 } as const;

const roles: ReadonlyMap<string, number> = new Map<string, number>([
  ["style", ROLE.STYLE],
  ["id", ROLE.ID],
  ["class", ROLE.CLASS],
  ["width", ROLE.WIDTH],
  ["height", ROLE.HEIGHT],
  ["hidden", ROLE.HIDDEN],
]);

function roleOf(name: string): number {
  return (roles.get(name) ?? 0) | (loadingAttributeNames.has(name) ? ROLE.LOADS : 0);
}

export type AttributeName = NameEntry<number>;
export const attributeNames = new NameTable<number>(roleOf);

const noName = attributeNames.of("");

/** Used again for the attributes of later tags: valid as long as its tag is. */
export class Attribute {
  /** Offsets of the whole of it in the source, quotes included. */
  start = 0;
  end = 0;
  #entry: AttributeName = noName;
  #source = "";
  /** Of the value as it is written, without quotes. */
  #valueStart = 0;
  #valueEnd = 0;
  #value: string | null = "";

  /** As written in `source`: the value, which may be empty, stands at `[valueStart, valueEnd)`. */
  write(entry: AttributeName, source: string, start: number): void {
    this.start = start;
    this.#entry = entry;
    this.#source = source;
    this.#value = "";
    this.#valueStart = 0;
    this.#valueEnd = 0;
  }

  writeValue(start: number, end: number): void {
    this.#valueStart = start;
    this.#valueEnd = end;
    this.#value = start === end ? "" : null;
  }

  /** As parse5 gives it, with the value decoded. */
  copy(name: string, value: string, source: string, range: Range): void {
    this.write(attributeNames.of(name), source, range.start);
    this.end = range.end;
    const { start, end } = valueRange(source, range);
    this.writeValue(start, end);
    this.#value = value;
  }

  /** In lower case. */
  get name(): string {
    return this.#entry.name;
  }

  /** Bits of `ROLE`. */
  get role(): number {
    return this.#entry.info;
  }

  get value(): string {
    this.#value ??= decodedValue(this.#source.slice(this.#valueStart, this.#valueEnd));
    return this.#value;
  }

  /** Puts another value in place of the one that is written. */
  set value(value: string) {
    this.#value = value;
  }

  /** Known without decoding: a character reference always stands for something. */
  get isEmpty(): boolean {
    return this.#value === "";
  }

  get valueRange(): Range {
    return { start: this.#valueStart, end: this.#valueEnd };
  }
}

function decodedValue(written: string): string {
  let text = written;
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (text.includes("\0")) text = text.replaceAll("\0", "\ufffd");
  return text.includes("&") ? decodeHTMLAttribute(text) : text;
}
