/**
 * All mailings of a case compared, and over time: what a field that differs from reader to reader does in the sender's
 * other mailings decides what it is (threat-facts 2.4). The same value again in another message to its reader: the
 * reader's token. Another one in each message: an id of the single copy. The same for all within a mailing, another one in
 * the next: the campaign's.
 *
 * Mailings are added in any order that is the same for the same messages; asked is only after the last. What is kept of
 * each is numbers: some 130 bytes for a load that tells readers apart. Pure.
 */
import type { Sha256 } from "../base/brand.ts";
import type { Span } from "../base/span.ts";
import { HashList, hashKey, IntList, KeyTable, Names } from "../base/tables.ts";
import type { ComparedLoad, ProofRole, TokenProof } from "../case/judgement.ts";
import type { LoadRecord } from "../case/record.ts";
import { compareCopies } from "./copies.ts";
import type { Copy, CopyFind, Doubt } from "./copy-find.ts";
import { seriesOf } from "./copy-rows.ts";
import { CommonFields, type CoursePlace, Courses, kindOf, LOAD_KINDS } from "./courses.ts";
import { halves, highOf, lowOf, placed, spanOf } from "./halves.ts";
import { SmallValues } from "./small-values.ts";
import { textKey } from "./text-key.ts";
import { readsAsLanguage } from "./value-nature.ts";

/** What comparison says of one load. */
export interface ProvenLoad {
  readonly load: number;
  readonly proof: TokenProof;
  /** Of the readers compared, the owner's people; all while no owner is known. */
  readonly people: number;
}

/** A load that may tell its reader apart by the value at that place. */
export interface DifferingLoad extends Span {
  readonly load: number;
  readonly readers: number;
}

const CAMPAIGN_SPANS_MAX = 4;
/** Of two variants that are tried no three readers get each another. */
const DIFFERING_READERS_MIN = 3;
/** Delimiters and one percent-escape: pieces this near to each other are one value. */
const GAP_CHARS_MAX = 3;

/**
 * An entry of the log, then its parts, then its common parts; in half a number each what is below 65,536 by its limit:
 *
 *     next | load, other load | readers, people | other copy | shape, common parts
 *
 * The shape is a number of three digits: parts, kind of load, kind of find.
 */
const NEXT = 0;
const LOADS = 1;
const READERS = 2;
const OTHER = 3;
const SHAPE = 4;
const HEAD = 5;
const NOWHERE: Span = { start: 0, end: 0 };
/**
 * A part: start and length, the other's, course of its value, course of its reader, doubt. Of a small value the field stands in the place of the reader's
 * course: `SMALL` less its number.
 */
const NO_COURSE = -1;
const SMALL = -2;
const VALUE = 2;
const READER = 3;
const PART = 5;
/** A common part: start and length, number of its series. */
const COMMON = 2;
const DOUBTS: readonly Doubt[] = ["none", "time", "few", "picture"];
const KINDS: readonly CopyFind["kind"][] = ["tells", "shared", "forward"];
export class ComparisonBook {
  readonly #copies = new KeyTable();
  readonly #hashes = new HashList();
  readonly #readerOf = new IntList();
  readonly #readers = new Names();
  /** Copy → its last entry in the log + 1. */
  readonly #heads = new IntList();
  readonly #log = new IntList();
  readonly #values = new Courses();
  readonly #courses = new Courses();
  readonly #small = new SmallValues();
  readonly #common = new CommonFields();
  /** URL of a load that tells readers apart → its entry's copy and place in the log. */
  readonly #urls = new KeyTable();
  readonly #urlCopies = new IntList();
  readonly #urlEntries = new IntList();
  readonly #domains = new Set<string>();

  /** The copies of one mailing, in the order of the case. */
  add(mailing: readonly Copy[]): void {
    const finds = compareCopies(mailing);
    if (finds.length === 0) return;
    const numbers = mailing.map((copy) => this.#number(copy));
    for (const find of finds) this.#write(mailing, numbers, find);
  }

  /** What comparison says of the loads of a message, in no order; nothing of those that it says nothing of. */
  of(sha256: Sha256): readonly ProvenLoad[] {
    const copy = this.#find(sha256);
    if (copy < 0) return [];
    const proven: ProvenLoad[] = [];
    for (let entry = this.#heads.at(copy) - 1; entry >= 0; entry = this.#log.at(entry + NEXT) - 1) {
      const proof = this.#proofOf(copy, entry);
      if (proof !== null)
        proven.push({ load: highOf(this.#log.at(entry + LOADS)), proof, people: lowOf(this.#log.at(entry + READERS)) });
    }
    return proven;
  }

  /**
   * Hidden loads of a message that differ from reader to reader by a value of few possible ones, which may be a variant: more than nothing, and less than a
   * proof. None of what `of` tells.
   */
  differing(sha256: Sha256): readonly DifferingLoad[] {
    const copy = this.#find(sha256);
    const found: DifferingLoad[] = [];
    for (let entry = copy < 0 ? -1 : this.#heads.at(copy) - 1; entry >= 0; entry = this.#log.at(entry + NEXT) - 1) {
      const readers = highOf(this.#log.at(entry + READERS));
      const part = readers < DIFFERING_READERS_MIN || this.#bestRun(entry) !== null ? -1 : this.#smallPart(entry);
      if (part >= 0) found.push({ load: highOf(this.#log.at(entry + LOADS)), readers, ...spanOf(this.#log.at(part)) });
    }
    return found;
  }

  /** Where the first part with a small value stands; -1 for none. */
  #smallPart(entry: number): number {
    for (let part = entry + HEAD, nth = 0; nth < partsOf(this.#log, entry); nth += 1, part += PART)
      if (this.#log.at(part + READER) <= SMALL) return part;
    return -1;
  }

  /** Some load on this registrable domain told readers apart: asked first, since of most mail's none did. */
  hasDomain(domain: string): boolean {
    return this.#domains.has(domain);
  }

  /** The load, of a message that was not compared, asks for what a copy of a reader asks for by that reader's token. */
  forwardOf({ resolved, domain }: LoadRecord): TokenProof | null {
    if (!this.#domains.has(domain)) return null;
    const number = this.#urls.find(textKey(resolved));
    if (number < 0) return null;
    const copy = this.#urlCopies.at(number);
    const entry = this.#urlEntries.at(number);
    const proof = this.#proofOf(copy, entry);
    if (proof === null) return null;
    const sha256 = this.#hashes.at(copy);
    if (sha256 === undefined) return null;
    const { start, end } = proof;
    const other = { sha256, load: highOf(this.#log.at(entry + LOADS)), start, end };
    return { ...proof, role: "forward", other, again: null };
  }

  /**
   * A load, of a message that was not compared, that holds where it stands what told its reader apart in a copy of the same
   * sender. Null for a load that one copy sees no token in: a picture may come to a reader twice.
   */
  knownToken({ sender, reader }: Pick<Copy, "sender" | "reader">, load: LoadRecord): TokenProof | null {
    const number = this.#readers.find(reader);
    if (number < 0 || load.token.kind === "none" || !this.#domains.has(load.domain)) return null;
    let best: { readonly part: Span; readonly value: number } | null = null;
    for (const { series, part } of seriesOf(load)) {
      const value = this.#values.find(valueKey(sender, series, load.resolved.slice(part.start, part.end)));
      if (value < 0 || this.#values.owner(value) !== number) continue;
      if (best === null || part.end - part.start > best.part.end - best.part.start) best = { part, value };
    }
    const known = best === null ? null : this.#values.another(best.value, -1);
    const sha256 = known === null ? undefined : this.#hashes.at(known.copy);
    if (best === null || known === null || sha256 === undefined) return null;
    const { value } = best;
    const proofs = this.of(sha256);
    const alike = this.#alike(known, kindOf(load), { at: VALUE, first: value, last: value });
    for (const place of [alike, known]) {
      const compared = proofs.find((one) => one.load === place.load)?.proof;
      if (compared === undefined) continue;
      const again = { sha256, load: place.load, start: place.start, end: place.end };
      const messages = this.#values.messages(value) + 1;
      const { other, readers } = compared;
      return { role: "recipient", ...best.part, reader, other, again, readers, messages, campaign: [] };
    }
    return null;
  }

  #number({ sha256, reader }: Copy): number {
    const number = this.#copies.add(hashKey(sha256));
    if (number === this.#hashes.length) {
      this.#hashes.push(sha256);
      this.#readerOf.push(this.#readers.add(reader));
      this.#heads.push(0);
    }
    return number;
  }

  #find(sha256: Sha256): number {
    const number = this.#copies.find(hashKey(sha256));
    return number >= 0 && this.#hashes.at(number) === sha256 ? number : -1;
  }

  #write(mailing: readonly Copy[], numbers: readonly number[], find: CopyFind): void {
    const copy = mailing[find.copy];
    const number = numbers[find.copy] ?? 0;
    if (copy === undefined || this.#hashes.at(number) !== copy.sha256) return;
    const log = this.#log;
    const entry = log.length;
    const parts = find.kind === "tells" ? find.parts : [];
    const common = find.kind === "tells" ? find.common : [];
    log.push(this.#heads.at(number));
    log.push(halves(find.load, find.other.load));
    log.push(halves(find.readers, find.people));
    log.push(numbers[find.other.copy] ?? 0);
    const kind = kindOf(copy.loads[find.load]);
    log.push(halves((parts.length * LOAD_KINDS + kind) * KINDS.length + KINDS.indexOf(find.kind), common.length));
    this.#heads.set(number, entry + 1);
    if (find.kind !== "tells") return;
    const identity = identityOf(copy);
    parts.forEach(({ start, end, series, value, doubt }, nth) => {
      const place = { copy: number, load: find.load, kind, start, end };
      const reader = this.#readerOf.at(number);
      log.push(placed({ start, end }));
      log.push(placed(find.otherParts[nth] ?? NOWHERE));
      const isFew = doubt === "few";
      // Of what may be a variant a course is kept where it is hidden: what is shown may be a language, a price, a plan.
      const isKept = !isFew || (copy.loads[find.load]?.hidden === true && !readsAsLanguage(value));
      const course = isKept
        ? this.#values.note(valueKey(copy.sender, series, value), identity, reader, place)
        : NO_COURSE;
      log.push(course);
      const field = `${copy.sender}\n${series}`;
      if (!isKept) log.push(NO_COURSE);
      else if (isFew) log.push(SMALL - this.#small.note(textKey(field), reader, course));
      else log.push(this.#courses.note(textKey(`${field}\nreader ${reader}`), identity, reader, place));
      log.push(DOUBTS.indexOf(doubt));
    });
    for (const { start, end, series, value } of common) {
      log.push(placed({ start, end }));
      log.push(this.#common.note(`${copy.sender}\n${series}`, value));
    }
    this.#noteUrl(copy.loads[find.load], number, entry);
  }

  #noteUrl(load: LoadRecord | undefined, copy: number, entry: number): void {
    if (load === undefined) return;
    const number = this.#urls.add(textKey(load.resolved));
    if (number < this.#urlCopies.length) return;
    this.#urlCopies.push(copy);
    this.#urlEntries.push(entry);
    this.#domains.add(load.domain);
  }

  #proofOf(copy: number, entry: number): TokenProof | null {
    const log = this.#log;
    const kind = KINDS[highOf(log.at(entry + SHAPE)) % KINDS.length];
    const other = log.at(entry + OTHER);
    const otherHash = this.#hashes.at(other);
    const readers = highOf(log.at(entry + READERS));
    const reader = this.#readers.at(this.#readerOf.at(copy));
    const otherLoad = lowOf(log.at(entry + LOADS));
    if (otherHash === undefined) return null;
    const nothing = { start: 0, end: 0, again: null, campaign: [], readers };
    if (kind === "shared" || kind === "forward") {
      const owner = kind === "shared" ? reader : this.#readers.at(this.#readerOf.at(other));
      const compared = { sha256: otherHash, load: otherLoad, start: 0, end: 0 };
      return { ...nothing, role: kind, reader: owner, other: compared, messages: readers };
    }
    const run = this.#bestRun(entry);
    if (run === null) return null;
    const { role, start, end, messages } = run;
    const compared = { sha256: otherHash, load: otherLoad, start: run.otherStart, end: run.otherEnd };
    const again = this.#again(run, copy, this.#kindAt(entry));
    return {
      ...nothing,
      role,
      start,
      end,
      reader,
      other: compared,
      again,
      messages,
      campaign: this.#campaignOf(entry),
    };
  }

  /** The longest run of neighbouring parts with the strongest role; null when all are doubtful. */
  #bestRun(entry: number): Run | null {
    const runs: Run[] = [];
    for (let part = entry + HEAD, nth = 0; nth < partsOf(this.#log, entry); nth += 1, part += PART) {
      const run = this.#runOf(part);
      if (run === null) continue;
      const last = runs.at(-1);
      const isNext = last !== undefined && run.start >= last.end && run.start - last.end <= GAP_CHARS_MAX;
      if (isNext && last.role === run.role) {
        runs[runs.length - 1] = { ...last, end: run.end, otherEnd: run.otherEnd, lastValue: run.lastValue };
      } else runs.push(run);
    }
    const isBetter = (a: Run, b: Run) => strength(a.role) - strength(b.role) || a.end - a.start - (b.end - b.start);
    return runs.reduce<Run | null>((best, run) => (best === null || isBetter(run, best) > 0 ? run : best), null);
  }

  #runOf(part: number): Run | null {
    const log = this.#log;
    const value = log.at(part + VALUE);
    const course = log.at(part + READER);
    const isStable = this.#values.messages(value) > 1 && this.#values.owner(value) >= 0;
    const doubt = DOUBTS[log.at(part + 4)];
    if (doubt === "few" && (course > SMALL || !this.#small.isKept(SMALL - course, value, this.#values))) return null;
    if (doubt !== "none" && !isStable) return null;
    const other = spanOf(log.at(part + 1));
    const role = isStable ? "recipient" : this.#courses.messages(course) > 1 ? "message" : "copy";
    return {
      role,
      ...spanOf(log.at(part)),
      otherStart: other.start,
      otherEnd: other.end,
      firstValue: value,
      lastValue: value,
      course,
      messages: isStable ? this.#values.messages(value) : this.#courses.messages(course),
    };
  }

  #again({ role, firstValue, lastValue, course }: Run, copy: number, kind: number): ComparedLoad | null {
    if (role === "copy") return null;
    const isValue = role === "recipient";
    const wanted = isValue
      ? { at: VALUE, first: firstValue, last: lastValue }
      : { at: READER, first: course, last: course };
    const known = (isValue ? this.#values : this.#courses).another(wanted.first, copy);
    const sha256 = known === null ? undefined : this.#hashes.at(known.copy);
    if (known === null || sha256 === undefined) return null;
    const { load, start, end } = this.#alike(known, kind, wanted);
    return { sha256, load, start, end };
  }

  /** The load of the copy at `known` that holds the same and is of this kind, whole from the first part to the last; `known` where none is. */
  #alike(known: CoursePlace, kind: number, { at, first, last }: WantedParts): CoursePlace {
    // Most loads are alone with what they hold: their copy is not looked through.
    if (known.kind === kind && first === last) return known;
    const log = this.#log;
    let found: CoursePlace | null = null;
    for (let entry = this.#heads.at(known.copy) - 1; entry >= 0; entry = log.at(entry + NEXT) - 1) {
      if (this.#kindAt(entry) !== kind) continue;
      const load = highOf(log.at(entry + LOADS));
      let start = -1;
      let end = -1;
      for (let part = entry + HEAD, nth = 0; nth < partsOf(log, entry); nth += 1, part += PART) {
        const number = log.at(part + at);
        const span = spanOf(log.at(part));
        if (start < 0 && number === first) ({ start, end } = span);
        if (start >= 0 && number === last) end = span.end;
      }
      if (start < 0) continue;
      found = { copy: known.copy, load, kind, start, end };
      if (load === known.load) break;
    }
    return found ?? known;
  }

  #kindAt(entry: number): number {
    return Math.floor(highOf(this.#log.at(entry + SHAPE)) / KINDS.length) % LOAD_KINDS;
  }

  #campaignOf(entry: number): readonly Span[] {
    const log = this.#log;
    const spans: Span[] = [];
    let at = entry + HEAD + partsOf(log, entry) * PART;
    for (let nth = 0; nth < lowOf(log.at(entry + SHAPE)); nth += 1, at += COMMON) {
      const varies = this.#common.varies(log.at(at + 1));
      if (varies && spans.length < CAMPAIGN_SPANS_MAX) spans.push(spanOf(log.at(at)));
    }
    return spans;
  }
}

function partsOf(log: IntList, entry: number): number {
  return Math.floor(highOf(log.at(entry + SHAPE)) / (KINDS.length * LOAD_KINDS));
}

interface Run extends Span {
  readonly role: "recipient" | "copy" | "message";
  readonly otherStart: number;
  readonly otherEnd: number;
  /** Courses. */
  readonly firstValue: number;
  readonly lastValue: number;
  readonly course: number;
  readonly messages: number;
}

function strength(role: ProofRole): number {
  return role === "recipient" ? 2 : 1;
}

function valueKey(sender: string, series: string, value: string): number {
  return textKey(`${sender}\n${series}\nvalue ${value}`);
}

/**
 * Of a message, whichever of its stored copies: one that lies in two folders with other line ends is no second message. The
 * date counts too, since a sender who gives all mail one Message-ID would else keep a token from being known again.
 */
function identityOf({ messageId, date, sha256 }: Copy): number {
  return textKey(messageId === "" && date === null ? sha256 : `${messageId} at ${date}`) % 0x7fffffff;
}

/** Parts of an entry by the number of a course, which stands `at` in each. */
interface WantedParts {
  readonly at: number;
  readonly first: number;
  readonly last: number;
}
