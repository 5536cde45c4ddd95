/**
 * Whom the receiver's own servers named as the one a message was delivered to. A name that stands below their line alone may be the sender's: believed,
 * it would make a colleague the reader of a copy, and take the true reader's for somebody else's. Pure.
 */
import type { MessageRecord } from "./record.ts";

export function deliveredHere({
  deliveredTo,
  deliveredBelow,
}: Pick<MessageRecord, "deliveredTo" | "deliveredBelow">): readonly string[] {
  if (deliveredBelow === undefined) return deliveredTo;
  return deliveredTo.filter((address) => !deliveredBelow.includes(address));
}
