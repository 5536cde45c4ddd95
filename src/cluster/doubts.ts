/**
 * How much of a sender's mail is doubtful by itself: the memory that tells a steady sender from one that only keeps on. A lure that comes
 * every week for a year makes no history that could excuse it; one odd letter among many ordinary ones is excused by them.
 *
 * Fed in date order, so that nothing later counts. Memory: two numbers a sender.
 */
import type { MessageRecord } from "../case/record.ts";
import { fromAddress, senderKey } from "./sender.ts";

export interface Doubts {
  /** Of this sender until then, the message that was asked about among them. */
  readonly messages: number;
  /** Of these, what a rule about crime would call suspicious from a stranger. */
  readonly doubtful: number;
}

/** Where nobody asks what was noted. */
export const NO_DOUBTS: Doubts = { messages: 1, doubtful: 0 };

export type DoubtRecord = Pick<MessageRecord, "claims" | "rules">;

export class DoubtBook {
  readonly #senders = new Map<string, { messages: number; doubtful: number }>();

  /** Notes a message and tells what was noted of its sender, itself among it. */
  add(record: DoubtRecord): Doubts {
    const key = senderKey(fromAddress(record));
    const known = this.#senders.get(key) ?? { messages: 0, doubtful: 0 };
    this.#senders.set(key, known);
    known.messages += 1;
    if (isDoubtful(record)) known.doubtful += 1;
    return { ...known };
  }
}

/** What rests on who the sender is counts: that is what the doubts are asked for. */
function isDoubtful({ rules }: DoubtRecord): boolean {
  return (rules?.answers ?? []).some(
    ({ kind, about, severity, rest }) =>
      kind === "rule" &&
      about === "crime" &&
      (severity === "medium" || severity === "high" || severity === "critical") &&
      (rest === "" || rest.includes("letterlock.source.")),
  );
}
