/** What comparison found of a load, told to somebody who never heard of tokens. */
import type { ProofRole } from "../case/judgement.ts";
import type { ProofView } from "./model.ts";
import { counted } from "./wording.ts";

/** The sentence over the two copies. `reader` must be made printable by the caller. */
export function proofSentence({ role, readers, messages }: ProofView, reader: string): string {
  const who = counted(readers, "reader");
  switch (role) {
    case "recipient":
      return `The marked part is another in the copy of each of ${who}, and the same in ${counted(messages, "message")} to this one: whoever sent it knows by it that ${reader} opened the mail.`;
    case "copy":
      return `The marked part is another in the copy of each of ${who}: whoever sent it knows by it whose copy was opened.`;
    case "message":
      return `The marked part is another in the copy of each of ${who}, and another in each of ${counted(messages, "message")} to this one: it names the single copy. Its sender can look up whose it was; a random number that nobody keeps would look the same.`;
    case "forward":
      return `The marked part is that of ${reader}'s copy, which was passed on: opening it here tells the sender that this copy was opened again, from another place.`;
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
