/**
 * Which messages are laid side by side: *mailings*, that is copies of one lure that went out together. Learned from the
 * outlines of all messages, in the order of the case; says the same whatever order the case was read in.
 *
 * Messages belong together that have the same visible text, or the sender and subject of one day; those without a likely tracker by their text, and only where what they show differs. A text that came to one
 * reader twice is a form that is sent again and again, so its copies belong together only within a day: otherwise the
 * number of the mailing would look like the reader's.
 *
 * Memory: some 150 bytes for each message that is compared.
 */
import type { Sha256 } from "../base/brand.ts";
import { HashList, IntList, KeyTable } from "../base/tables.ts";
import type { MessageOutline } from "../case/outline.ts";
import { fromAddress, senderKey } from "./sender.ts";
import { textKey } from "./text-key.ts";

const DAY_MS = 86_400_000;
/** Copies of one mailing go out within this. */
const MAILING_MS = DAY_MS;
/** Copies laid side by side at once; more readers prove no more, and memory is this many records. */
const COPIES_MAX = 400;

/** What an outline says about being a copy: keys are null when it cannot be one by text, or by subject. */
export interface CopyKeys {
  readonly text: string | null;
  readonly subject: string | null;
}

/**
 * Both null for a message that loads nothing on display: there is nothing to compare, and memory is an entry a message. What loads
 * shown pictures alone is a copy by its text alone: another text has other pictures.
 */
export function copyKeys(outline: MessageOutline): CopyKeys {
  if (!outline.tracks && outline.shown === undefined) return { text: null, subject: null };
  const { textPrint } = outline.content;
  const sender = senderKey(fromAddress(outline));
  const text = textPrint === "" ? null : textPrint;
  if (!outline.tracks || sender === "" || outline.date === null) return { text, subject: null };
  const subject = outline.subject
    .toLowerCase()
    .replace(/\p{N}+/gu, "0")
    .replace(/\s+/g, " ")
    .slice(0, 200);
  return { text, subject: `${sender} ${Math.floor(outline.date / DAY_MS)} ${subject}` };
}

export interface Mailing {
  /** In the order of the case. */
  readonly messages: readonly Sha256[];
  /** How many messages that may be copies lie from its first to its last: to wait for the last, so many may have to be kept. */
  readonly reach: number;
}

export class MailingBook {
  readonly #hashes = new HashList();
  readonly #readers = new IntList();
  readonly #readerNumbers = new Map<string, number>();
  /** In whole minutes since 1970, which fits for four thousand years; `UNDATED` for none. */
  readonly #minutes = new IntList();
  readonly #texts = new KeyTable();
  readonly #textOf = new IntList();
  readonly #subjects = new KeyTable();
  readonly #subjectOf = new IntList();
  readonly #shown = new KeyTable();
  /** What it shows, as a number; -1 for a message that is compared whatever the others load. */
  readonly #shownOf = new IntList();

  /** Messages that may be copies. */
  get size(): number {
    return this.#hashes.length;
  }

  /** `reader`: whose copy this surely is. In the order of the case. */
  add(outline: MessageOutline, reader: string): void {
    const { text, subject } = copyKeys(outline);
    if (text === null && subject === null) return;
    this.#hashes.push(outline.sha256);
    this.#minutes.push(outline.date === null ? UNDATED : clampMinutes(outline.date));
    this.#readers.push(this.#readerNumber(reader));
    this.#textOf.push(text === null ? -1 : this.#texts.add(textKey(text)));
    this.#subjectOf.push(subject === null ? -1 : this.#subjects.add(textKey(subject)));
    this.#shownOf.push(outline.shown === undefined ? -1 : this.#shown.add(textKey(outline.shown)));
  }

  /**
   * Those that reached several readers, by their first message; each in the order of the case, at most 400 in one. Where all load the
   * same shown pictures there is none: they tell nobody apart.
   */
  *mailings(): Iterable<Mailing> {
    const sets = new Sets(this.size);
    joinByNumber(sets, this.#subjectOf, this.#subjects.size);
    this.#joinByText(sets);
    for (const members of grouped((at) => sets.of(at), this.size)) {
      if (!this.#hasSeveralReaders(members) || !this.#mayDiffer(members)) continue;
      const parts = Math.ceil(members.length / COPIES_MAX);
      const length = Math.ceil(members.length / parts);
      for (let start = 0; start < members.length; start += length) {
        const part = members.slice(start, start + length);
        const reach = (part.at(-1) ?? 0) - (part[0] ?? 0);
        yield { messages: part.map((at) => this.#hashes.at(at) as Sha256), reach };
      }
    }
  }

  #readerNumber(reader: string): number {
    const known = this.#readerNumbers.get(reader);
    if (known !== undefined) return known;
    this.#readerNumbers.set(reader, this.#readerNumbers.size);
    return this.#readerNumbers.size - 1;
  }

  #joinByText(sets: Sets): void {
    for (const members of grouped((at) => this.#textOf.at(at), this.size)) {
      const isForm = this.#comesAgain(members);
      let first = members[0] ?? 0;
      for (const at of members) {
        if (isForm && !this.#isSoonAfter(at, first)) first = at;
        sets.join(first, at);
      }
    }
  }

  /** A reader has it more than once; not by one message that is stored twice, which has one date. */
  #comesAgain(members: readonly number[]): boolean {
    const seen = new Map<number, number>();
    for (const at of members) {
      const reader = this.#readers.at(at);
      const minute = this.#minutes.at(at);
      if ((seen.get(reader) ?? minute) !== minute) return true;
      seen.set(reader, minute);
    }
    return false;
  }

  #isSoonAfter(at: number, first: number): boolean {
    return (this.#minutes.at(at) - this.#minutes.at(first)) * 60_000 <= MAILING_MS;
  }

  #hasSeveralReaders(members: readonly number[]): boolean {
    const reader = this.#readers.at(members[0] ?? 0);
    return members.some((at) => this.#readers.at(at) !== reader);
  }

  #mayDiffer(members: readonly number[]): boolean {
    const first = this.#shownOf.at(members[0] ?? 0);
    return first < 0 || members.some((at) => this.#shownOf.at(at) !== first);
  }
}

/** Before any date, so that undated messages are together: they come first. */
const UNDATED = -0x80000000;

function clampMinutes(ms: number): number {
  return Math.max(UNDATED + 1, Math.min(0x7fffffff, Math.floor(ms / 60_000)));
}

function joinByNumber(sets: Sets, numbers: IntList, count: number): void {
  const firsts = new Int32Array(count).fill(-1);
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers.at(at);
    if (number < 0) continue;
    const first = firsts[number] ?? -1;
    if (first < 0) firsts[number] = at;
    else sets.join(first, at);
  }
}

/** Places by their number, those of -1 left out; numbers in the order of their first place, places ascending. */
function* grouped(numberOf: (at: number) => number, length: number): Iterable<readonly number[]> {
  const next = new Int32Array(length).fill(-1);
  const last = new Map<number, number>();
  const firsts = new IntList();
  for (let at = 0; at < length; at += 1) {
    const number = numberOf(at);
    if (number < 0) continue;
    const before = last.get(number);
    if (before === undefined) firsts.push(at);
    else next[before] = at;
    last.set(number, at);
  }
  for (let index = 0; index < firsts.length; index += 1) {
    const members: number[] = [];
    for (let at = firsts.at(index); at >= 0; at = next[at] ?? -1) members.push(at);
    yield members;
  }
}

/** Disjoint sets of 0 … length - 1; each is known by its smallest member. */
class Sets {
  readonly #parents: Int32Array;

  constructor(length: number) {
    this.#parents = Int32Array.from({ length }, (_, at) => at);
  }

  of(at: number): number {
    let root = at;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    for (let step = at; step !== root; ) {
      const next = this.#parents[step] ?? root;
      this.#parents[step] = root;
      step = next;
    }
    return root;
  }

  join(one: number, other: number): void {
    const a = this.of(one);
    const b = this.of(other);
    if (a < b) this.#parents[b] = a;
    else this.#parents[a] = b;
  }
}
