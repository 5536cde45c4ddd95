/**
 * Does a message that says it answers something answer anything that is here? A false thread (`Re:` with nothing before it)
 * borrows the trust of a talk that never was (threat-facts TF-203).
 *
 * Nothing found proves little where mail is missing, so the answer says by what it looked. Ids are kept as keys of 52
 * bits (`base/tables.ts`). Pure.
 */
import { hashKey, KeyTable } from "../base/tables.ts";
import { senderKey } from "./sender.ts";
import { textKey } from "./text-key.ts";

export interface Threaded {
  /** With its angle brackets or without; empty for none. */
  readonly messageId: string;
  readonly subject: string;
  /** Addresses of those who talk, without the owner: who talks with everybody here says nothing of a talk. */
  readonly parties: readonly string[];
}

export interface Answer {
  readonly subject: string;
  /** As of `Threaded`. */
  readonly parties: readonly string[];
  /** It has a field In-Reply-To or References. */
  readonly isReply: boolean;
  /** `MessageRecord.answers`; empty where no id is known. */
  readonly answers: readonly string[];
}

/**
 * `none`: does not say that it answers · `known`: an id that it names is here · `subject`: the same subject passed between the
 * two before · `unknown-ids`: names ids, and none is here · `bare`: a mark of answers in the subject, no ids, nothing before. Null where it names ids that were
 * not kept, and no subject tells.
 */
export type ThreadState = "none" | "known" | "subject" | "unknown-ids" | "bare";

/** More is a mailing. */
const PARTIES_MAX = 5;
/** Parties whose keys are kept: the same people write again and again. */
const KEPT_MAX = 20_000;

export class ThreadBook {
  readonly #ids = new KeyTable();
  readonly #subjects = new KeyTable();
  readonly #partyKeys = new Map<string, number>();

  /** Sent or received alike. */
  add({ messageId, subject, parties }: Threaded): void {
    if (messageId !== "") this.#ids.add(textKey(bareId(messageId)));
    for (const talk of this.#talksOf(baseSubject(subject), parties)) this.#subjects.add(talk);
  }

  stateOf({ subject, parties, isReply, answers }: Answer): ThreadState | null {
    if (!isReply && !answersBySubject(subject)) return "none";
    if (answers.some((key) => this.#ids.find(hashKey(key)) >= 0)) return "known";
    const talks = this.#talksOf(baseSubject(subject), parties);
    if (talks.some((talk) => this.#subjects.find(talk) >= 0)) return "subject";
    if (!isReply) return "bare";
    return answers.length > 0 ? "unknown-ids" : null;
  }

  /** A key for each party and the subject: somebody may answer from another address of the same house. */
  #talksOf(base: string, parties: readonly string[]): readonly number[] {
    if (base === "" || parties.length === 0) return [];
    const subject = textKey(base);
    return parties.slice(0, PARTIES_MAX).map((party) => mixed(subject, this.#partyKey(party)));
  }

  #partyKey(address: string): number {
    const known = this.#partyKeys.get(address);
    if (known !== undefined) return known;
    if (this.#partyKeys.size >= KEPT_MAX) this.#partyKeys.clear();
    const key = textKey(senderKey(address));
    this.#partyKeys.set(address, key);
    return key;
  }
}

const MARKS =
  /^(?:\s*(?:\[[^\]]{1,60}\]\s*)?(?:re|aw|sv|vs|antw|ref|rif|odp|ynt|fw|fwd|wg|tr|rv|enc|vl|doorst|i|回复|答复|转发)(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：])+/i;
const FORWARD = /^\s*(?:fw|fwd|wg|tr|rv|enc|vl|doorst|i|转发)\b/i;

/** Without marks of answers and forwards, tags in brackets, and runs of white space; lower case. */
export function baseSubject(subject: string): string {
  return subject
    .slice(0, 500)
    .replace(MARKS, "")
    .replace(/^(?:\s*\[[^\]]{1,60}\])+/, "")
    .replace(MARKS, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** A forward may be of anything: only marks of answers say that there was something before. */
export function answersBySubject(subject: string): boolean {
  const match = MARKS.exec(subject.slice(0, 500));
  return match !== null && !FORWARD.test(match[0]);
}

const HIGH = 2 ** 32;

/** One key of 52 bits of two. */
function mixed(one: number, other: number): number {
  return (Math.floor(one / HIGH) ^ Math.floor(other / HIGH)) * HIGH + ((one ^ other) >>> 0);
}

function bareId(id: string): string {
  return id.replace(/^<|>$/g, "").trim().toLowerCase();
}
