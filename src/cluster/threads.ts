/**
 * Does a message that says it answers something answer anything that is here? A false thread (`Re:` with nothing before it)
 * borrows the trust of a talk that never was (threat-facts TF-203).
 *
 * Nothing found proves little where mail is missing, so the answer says by what it looked. Ids are kept as keys of 52
 * bits (`key-table.ts`). Pure.
 */
import { KeyTable, textKey } from "./key-table.ts";
import { senderKey } from "./sender.ts";

export interface Threaded {
  /** With its angle brackets or without; empty for none. */
  readonly messageId: string;
  readonly subject: string;
  readonly from: string;
  readonly to: readonly string[];
}

export interface Answer {
  readonly subject: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Ids of In-Reply-To and References. */
  readonly references: readonly string[];
}

/**
 * `none`: does not say that it answers · `known`: an id that it names is here · `subject`: the same subject passed between the
 * two before · `unknown-ids`: names ids, and none is here · `bare`: a mark of answers in the subject, no ids, nothing before.
 */
export type ThreadState = "none" | "known" | "subject" | "unknown-ids" | "bare";

const REFERENCES_MAX = 50;
const PARTIES_MAX = 20;

export class ThreadBook {
  readonly #ids = new KeyTable();
  readonly #subjects = new KeyTable();

  /** Sent or received alike. */
  add({ messageId, subject, from, to }: Threaded): void {
    if (messageId !== "") this.#ids.add(textKey(bareId(messageId)));
    const base = baseSubject(subject);
    if (base === "") return;
    for (const party of partiesOf(from, to)) this.#subjects.add(textKey(`${party} ${base}`));
  }

  stateOf({ subject, from, to, references }: Answer): ThreadState {
    const base = baseSubject(subject);
    const isMarked = answersBySubject(subject);
    if (references.length === 0 && !isMarked) return "none";
    if (references.slice(0, REFERENCES_MAX).some((id) => this.#ids.find(textKey(bareId(id))) >= 0)) return "known";
    if (base !== "" && partiesOf(from, to).some((party) => this.#subjects.find(textKey(`${party} ${base}`)) >= 0))
      return "subject";
    return references.length > 0 ? "unknown-ids" : "bare";
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

/** Either of the two may answer the other: keys of sender and first readers, each by itself. */
function partiesOf(from: string, to: readonly string[]): readonly string[] {
  return [from, ...to.slice(0, PARTIES_MAX)].filter((address) => address !== "").map(senderKey);
}

function bareId(id: string): string {
  return id.replace(/^<|>$/g, "").trim().toLowerCase();
}
