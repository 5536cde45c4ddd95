/**
 * Fields of few possible values (`3`, `117`, `amber`) over a sender's mailings. In one mailing such a value may be a variant; where each of several readers
 * keeps one of his own from mailing to mailing it tells them apart as well as a long one does. Pure; a small entry for each reader and field.
 */
import { KeyTable } from "../base/tables.ts";
import type { Courses } from "./courses.ts";

/** Three readers who keep three values over three mailings: variants that are drawn, and any two that are tried, do not. */
const READERS_MIN = 3;
const MAILINGS_MIN = 3;
/** Of readers with this field, at most one in four may have had several values, or another's. */
const EXCEPTIONS_SHARE = 0.25;
/** Readers kept of a field; such fields are only asked about where a mailing has a handful. */
const READERS_MAX = 64;
const SEVERAL = -1;

export class SmallValues {
  readonly #fields = new KeyTable();
  /** Of each field: reader → number of the course of his value; `SEVERAL` for more than one. */
  readonly #valueOf: Map<number, number>[] = [];

  /** `value`: number of its course. Returns the number of the field. */
  note(field: number, reader: number, value: number): number {
    const number = this.#fields.add(field);
    const readers = this.#valueOf[number] ?? new Map<number, number>();
    this.#valueOf[number] = readers;
    const known = readers.get(reader);
    if (known === undefined && readers.size < READERS_MAX) readers.set(reader, value);
    else if (known !== undefined && known !== value) readers.set(reader, SEVERAL);
    return number;
  }

  /** The value is one of several that their readers keep. */
  isKept(field: number, value: number, courses: Courses): boolean {
    const all = [...(this.#valueOf[field]?.values() ?? [])];
    const kept = all.filter((one) => courses.owner(one) >= 0 && courses.messages(one) >= MAILINGS_MIN);
    const others = all.filter((one) => one === SEVERAL || courses.owner(one) < 0).length;
    return kept.length >= READERS_MIN && kept.includes(value) && others <= all.length * EXCEPTIONS_SHARE;
  }
}
