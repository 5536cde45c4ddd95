/**
 * What the owners' own mail tells: whom they answered, which receipts went out, and with which programs they read, as of the day.
 *
 * Memory: some hundred bytes for each own message that answers something (at most `limits.ownAnswersMax`), and runs of one program for
 * each address. Pure.
 */
import { createHash } from "node:crypto";
import type { EpochMs, Sha256 } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import { HashList, hashKey, IntList, KeyTable, Names, NumberList } from "../base/tables.ts";
import { isAutomaticAnswer } from "../case/automatic.ts";
import type { MessageRecord } from "../case/record.ts";
import type { OwnProgram } from "./load-models.ts";

/**
 * `reply`: to the sender · `elsewhere`: an answer or forward that went to others alone · `automatic`: an answer that a program sent ·
 * `receipt`: for reading · `deleted`: a receipt that says it was deleted unread, or taken by a program · `letter`: to the sender and of the same
 * subject, naming no message that it answers · `contact`: the first mail to the sender, of another subject · `draft`: an answer that was not sent.
 */
export type OwnAnswerKind =
  | "reply"
  | "elsewhere"
  | "automatic"
  | "receipt"
  | "deleted"
  | "letter"
  | "contact"
  | "draft";

export interface OwnAnswer {
  readonly kind: OwnAnswerKind;
  readonly sha256: Sha256;
  /** Lower case. */
  readonly from: string;
  readonly date: EpochMs | null;
}

/** An own message to a sender of interest. */
export interface Letter extends Omit<OwnAnswer, "kind"> {
  readonly to: readonly string[];
  /** Without marks of answers and forwards. */
  readonly subject: string;
  /** It names a message that it answers. */
  readonly namesAnswered: boolean;
  readonly isAutomatic: boolean;
}

/** `addresses`: of one reader; `senders`: where an answer reaches the sender. */
export interface AnswersAsked {
  readonly addresses: readonly string[];
  readonly senders: ReadonlySet<string>;
}

interface Noted {
  readonly sha256: Sha256;
  readonly from: string;
  readonly date: EpochMs | null;
  readonly to: readonly string[];
  readonly isAutomatic: boolean;
  /** Null for what is no receipt. */
  readonly disposition: string | null;
}

/** What own messages say, by number, in the order of coming. */
class NotedList {
  readonly #hashes = new HashList();
  readonly #names = new Names();
  readonly #from = new IntList();
  /** NaN for none. */
  readonly #dates = new NumberList();
  /** Of each, where its recipients end. */
  readonly #ends = new IntList();
  readonly #to = new IntList();
  readonly #automatic = new IntList();
  /** Number of the name; -1 for what is no receipt. */
  readonly #dispositions = new IntList();

  get length(): number {
    return this.#hashes.length;
  }

  add({ sha256, from, date, to, isAutomatic: automatic, disposition }: Noted): number {
    this.#hashes.push(sha256);
    this.#from.push(this.#names.add(from));
    this.#dates.push(date ?? Number.NaN);
    for (const address of to) this.#to.push(this.#names.add(address));
    this.#ends.push(this.#to.length);
    this.#automatic.push(automatic ? 1 : 0);
    this.#dispositions.push(disposition === null ? -1 : this.#names.add(disposition));
    return this.length - 1;
  }

  /** `number` is one that `add` returned. */
  at(number: number): Noted {
    const date = this.#dates.at(number);
    const disposition = this.#dispositions.at(number);
    const to: string[] = [];
    for (let at = this.#ends.at(number - 1); at < this.#ends.at(number); at += 1)
      to.push(this.#names.at(this.#to.at(at)));
    return {
      sha256: this.#hashes.at(number) ?? ("" as Sha256),
      from: this.#names.at(this.#from.at(number)),
      date: Number.isNaN(date) ? null : (date as EpochMs),
      to,
      isAutomatic: this.#automatic.at(number) === 1,
      disposition: disposition < 0 ? null : this.#names.at(disposition),
    };
  }
}

/** Messages that are answered → numbers of their answers, the first `TO_MAX` of each. */
class AnswerIndex {
  readonly #keys = new KeyTable();
  /** Key → its last link + 1. */
  readonly #heads = new IntList();
  readonly #counts = new IntList();
  readonly #answers = new IntList();
  /** Link → the one before it of the same key + 1. */
  readonly #before = new IntList();

  /** `key`: 13 hex digits. */
  add(key: string, answer: number): void {
    const number = this.#keys.add(hashKey(key));
    const count = this.#counts.at(number);
    if (count >= TO_MAX) return;
    this.#counts.set(number, count + 1);
    this.#before.push(this.#heads.at(number));
    this.#answers.push(answer);
    this.#heads.set(number, this.#answers.length);
  }

  /** In the order of coming. */
  of(key: string): readonly number[] {
    const number = this.#keys.find(hashKey(key));
    const answers: number[] = [];
    for (let link = number < 0 ? 0 : this.#heads.at(number); link > 0; link = this.#before.at(link - 1)) {
      answers.push(this.#answers.at(link - 1));
    }
    return answers.reverse();
  }
}

interface Run extends OwnProgram {
  readonly first: EpochMs;
  last: EpochMs;
}

/** Recipients kept of one answer. */
const TO_MAX = 20;
/** Times an address changes its program, or goes between two, that are kept. */
const RUNS_MAX = 400;
const DAY_MS = 86_400_000;
/** A program tells of a message that came so long before or after. */
const NEAR_MS = 120 * DAY_MS;
/** Where none is so near. */
const FAR_MS = 540 * DAY_MS;
const PROGRAMS_MAX = 4;

export class OwnMail {
  readonly #noted = new NotedList();
  readonly #answers = new AnswerIndex();
  readonly #runs = new Map<string, Run[]>();

  /** A message that an owner sent. In date order. */
  add(record: MessageRecord): void {
    const from = record.claims.from[0]?.address ?? "";
    this.#noteProgram(from, record);
    const { receipt, answers = [] } = record;
    const keys = receipt === undefined ? answers : [receipt.original, ...answers].filter((key) => key !== "");
    if (keys.length === 0 || this.#noted.length >= limits.ownAnswersMax) return;
    const number = this.#noted.add({
      ...{ sha256: record.sha256, from, date: record.date },
      to: [...record.to, ...record.cc].slice(0, TO_MAX).map(({ address }) => address),
      isAutomatic: isAutomaticAnswer(record),
      disposition: receipt === undefined ? null : receipt.disposition,
    });
    for (const key of new Set(keys)) this.#answers.add(key, number);
  }

  /** By date; of one of the addresses alone. */
  answersTo(record: MessageRecord, { addresses, senders }: AnswersAsked): readonly OwnAnswer[] {
    if (record.messageId === "") return [];
    return this.#answers
      .of(keyOf(record.messageId))
      .map((number) => this.#noted.at(number))
      .filter(({ from, sha256 }) => addresses.includes(from) && sha256 !== record.sha256)
      .map((one) => ({ kind: kindOf(one, senders), sha256: one.sha256, from: one.from, date: one.date }));
  }

  /** What the addresses wrote with around that day, most recent first; empty where their mail does not tell. */
  programsOf(addresses: readonly string[], date: EpochMs | null): readonly OwnProgram[] {
    if (date === null) return [];
    const runs = addresses.flatMap((address) => this.#runs.get(address) ?? []);
    const within = (reach: number): readonly Run[] =>
      runs.filter(({ first, last }) => first <= date + reach && last >= date - reach);
    const near = within(NEAR_MS);
    const told = near.length > 0 ? near : within(FAR_MS);
    const distinct = new Map(
      told
        .toSorted((a, b) => b.last - a.last)
        .map(({ program, messageIdDomain }) => [`${program} ${messageIdDomain}`, { program, messageIdDomain }]),
    );
    return [...distinct.values()].slice(0, PROGRAMS_MAX);
  }

  #noteProgram(from: string, { claims, date }: MessageRecord): void {
    const { mailer: program, messageIdDomain } = claims;
    if (from === "" || date === null || (program === "" && messageIdDomain === "")) return;
    const runs = this.#runs.get(from);
    if (runs === undefined) {
      this.#runs.set(from, [{ program, messageIdDomain, first: date, last: date }]);
      return;
    }
    // Two programs in turn (office and phone) would make a run of every message.
    const known = runs.findLast((run) => run.program === program && run.messageIdDomain === messageIdDomain);
    if (known !== undefined && date - known.last <= NEAR_MS) known.last = date;
    else if (runs.length < RUNS_MAX) runs.push({ program, messageIdDomain, first: date, last: date });
  }
}

function kindOf({ disposition, isAutomatic: automatic, to }: Noted, senders: ReadonlySet<string>): OwnAnswerKind {
  if (disposition !== null) return disposition === "" || disposition === "displayed" ? "receipt" : "deleted";
  if (!to.some((address) => senders.has(address))) return "elsewhere";
  return automatic ? "automatic" : "reply";
}

/** So long after a message a letter to its sender may be its answer. */
const LETTER_MS = 60 * DAY_MS;

/**
 * Of letters, those that may answer the message without naming it, as many programs and people write: of the same subject, and else the
 * first ever to the sender. `subject`: the message's, as a letter has it.
 */
export function lettersAfter(
  record: MessageRecord,
  letters: readonly Letter[],
  { addresses, senders, subject }: AnswersAsked & { readonly subject: string },
): readonly OwnAnswer[] {
  const came = record.arrived ?? record.date;
  if (came === null) return [];
  const own = letters.filter(
    ({ from, to, date, sha256 }) =>
      date !== null && addresses.includes(from) && sha256 !== record.sha256 && to.some((one) => senders.has(one)),
  );
  const isKnown = own.some(({ date }) => (date ?? 0) < came);
  return own.flatMap(({ sha256, from, date, ...letter }): readonly OwnAnswer[] => {
    const after = (date ?? 0) - came;
    // What names another message answers that one; a message without an id nobody can name.
    if (after < 0 || after > LETTER_MS || (letter.namesAnswered && record.messageId !== "")) return [];
    const isSame = subject !== "" && letter.subject === subject;
    if (letter.isAutomatic) return isSame ? [{ kind: "automatic", sha256, from, date }] : [];
    if (isSame) return [{ kind: "letter", sha256, from, date }];
    return isKnown ? [] : [{ kind: "contact", sha256, from, date }];
  });
}

/** As `MessageRecord.answers` has them. */
function keyOf(messageId: string): string {
  return createHash("sha256").update(messageId.toLowerCase()).digest("hex").slice(0, 13);
}
