/** What comparison found of a load, told to somebody who never heard of tokens. */
import type { ProofRole } from "../case/judgement.ts";
import type { LoadRecord } from "../case/record.ts";
import type { ProofView } from "./model.ts";
import { counted } from "./wording.ts";

/** What a reader has done when a load fires. */
const ACTS: Readonly<Record<LoadRecord["fires"], string>> = {
  open: "opened the mail",
  click: "followed the link",
  receipt: "opened the mail",
  attachment: "opened the attachment",
  delivery: "got the mail",
};

/** The sentence over the two copies. `reader` must be made printable by the caller. */
export function proofSentence(
  { role, readers, messages }: ProofView,
  fires: LoadRecord["fires"],
  reader: string,
): string {
  const who = counted(readers, "reader");
  switch (role) {
    case "recipient":
      return `The marked part is another in the copy of each of ${who}, and the same in ${counted(messages, "message")} to this one: whoever sent it knows by it that ${reader} ${ACTS[fires]}.`;
    case "copy":
      return `The marked part is another in the copy of each of ${who}: its sender can look up whose copy it is. No second mailing was there to compare; a random number that nobody keeps would look the same.`;
    case "message":
      return `The marked part is another in the copy of each of ${who}, and another in each of ${counted(messages, "message")} to this one: it names the single copy. Its sender can look up whose it was; a random number that nobody keeps would look the same.`;
    case "forward":
      return `The address is that of ${reader}'s copy, which was passed on: a request for it from here tells the sender that the copy has gone on to somebody else.`;
    case "shared":
      return `The address is the same in the copies of ${who}: it tells none of them apart.`;
  }
}

/** Before the other copy. */
export function otherWords(role: ProofRole): string {
  return role === "forward" || role === "shared" ? "the same in the copy of" : "the copy of";
}

/** Before the other message to the same reader. */
export function againWords(role: ProofRole): string {
  return role === "recipient" ? "the same again in another message to" : "in another message to";
}
