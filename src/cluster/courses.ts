/** What a field holds from mailing to mailing of its sender: in how many messages a value was met and where, and which fields vary. All numbers. */
import type { Span } from "../base/span.ts";
import { IntList, KeyTable } from "../base/tables.ts";
import type { LoadRecord } from "../case/record.ts";
import { textKey } from "./text-key.ts";

/** What makes a load fire: a link is no counterpart to a picture, whatever value both hold. */
const FIRES: readonly LoadRecord["fires"][] = ["open", "click", "receipt", "attachment", "delivery"];
/** How many kinds there are. */
export const LOAD_KINDS = FIRES.length * 2;

/** 0 to 9: what makes it fire, and whether it is hidden. */
export function kindOf(load: LoadRecord | undefined): number {
  return load === undefined ? 0 : FIRES.indexOf(load.fires) * 2 + Number(load.hidden);
}

export interface CoursePlace extends Span {
  readonly copy: number;
  readonly load: number;
  /** `kindOf` the load. */
  readonly kind: number;
}

/** Layout of a course: owner (or -1), number + 1 of what more there is (0 for one message alone), identity and place of the first message. */
const OWNER = 0;
const MORE = 1;
const FIRST = 2;
const COURSE = 7;
/** Layout of what more there is: messages, identity and place of the last message. */
const MESSAGES = 0;
const LAST = 1;
const MORE_INTS = 6;

/** In how many messages something was met, and where first and last. Messages come one after the other; most courses are of one. */
export class Courses {
  readonly #keys = new KeyTable();
  readonly #ints = new IntList();
  readonly #more = new IntList();

  /** Returns the number of the course. */
  note(key: number, identity: number, owner: number, place: CoursePlace): number {
    const number = this.#keys.add(key);
    const at = number * COURSE;
    const ints = this.#ints;
    if (at >= ints.length) {
      ints.set(at + OWNER, owner);
      ints.set(at + MORE, 0);
      setPlace(ints, at + FIRST, identity, place);
      return number;
    }
    if (ints.at(at + OWNER) !== owner) ints.set(at + OWNER, -1);
    const more = this.#moreOf(number);
    if (identity === ints.at(at + FIRST) || (more >= 0 && identity === this.#more.at(more + LAST))) return number;
    const messages = this.messages(number) + 1;
    const start = more >= 0 ? more : this.#more.length;
    if (more < 0) ints.set(at + MORE, start / MORE_INTS + 1);
    this.#more.set(start + MESSAGES, messages);
    setPlace(this.#more, start + LAST, identity, place);
    return number;
  }

  /** -1 for none. */
  find(key: number): number {
    return this.#keys.find(key);
  }

  /** -1 for several. */
  owner(number: number): number {
    return this.#ints.at(number * COURSE + OWNER);
  }

  /** 0 for a course that is kept of nothing. */
  messages(number: number): number {
    const more = this.#moreOf(number);
    if (more >= 0) return this.#more.at(more + MESSAGES);
    return number >= 0 && number < this.#keys.size ? 1 : 0;
  }

  /** The first or the last place, whichever is in another message than the copy; null when neither is. */
  another(number: number, copy: number): CoursePlace | null {
    const first = placeAt(this.#ints, number * COURSE + FIRST);
    const more = this.#moreOf(number);
    const last = more < 0 ? first : placeAt(this.#more, more + LAST);
    return last.copy !== copy ? last : first.copy !== copy ? first : null;
  }

  /** Where more of it lies; negative for none. */
  #moreOf(number: number): number {
    return (this.#ints.at(number * COURSE + MORE) - 1) * MORE_INTS;
  }
}

function setPlace(ints: IntList, at: number, identity: number, { copy, load, kind, start, end }: CoursePlace): void {
  [identity, copy, load * LOAD_KINDS + kind, start, end].forEach((value, nth) => {
    ints.set(at + nth, value);
  });
}

function placeAt(ints: IntList, at: number): CoursePlace {
  const packed = ints.at(at + 2);
  const load = Math.trunc(packed / LOAD_KINDS);
  return { copy: ints.at(at + 1), load, kind: packed % LOAD_KINDS, start: ints.at(at + 3), end: ints.at(at + 4) };
}

/** Fields that the copies of a mailing share: whether another mailing of the sender has another value there. */
export class CommonFields {
  readonly #series = new KeyTable();
  readonly #first = new IntList();
  readonly #varies = new IntList();

  note(series: string, value: string): number {
    const number = this.#series.add(textKey(series));
    const key = textKey(value) % 0x7fffffff;
    if (number >= this.#first.length) {
      this.#first.set(number, key);
      this.#varies.set(number, 0);
    } else if (this.#first.at(number) !== key) this.#varies.set(number, 1);
    return number;
  }

  varies(number: number): boolean {
    return this.#varies.at(number) === 1;
  }
}
