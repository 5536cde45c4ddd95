/**
 * The header section cut into hops (mdm.md, 4.4): a hop is a `Received` line and what stands below it up to the next one; what stands
 * above the first belongs to the newest hop. Index 0 is nearest the sender. Pure and total.
 */
import { limits } from "../base/limits.ts";
import type { HeaderField, Message } from "../mail/message.ts";

export interface PlacedField {
  readonly field: HeaderField;
  /** Counted from the bottom. */
  readonly position: number;
}

export interface HopFacts {
  readonly message: Message;
  readonly index: number;
  readonly fields: readonly PlacedField[];
  /** The line that the hop is named for; null in a message without any. */
  readonly received: HeaderField | null;
}

/** From the sender's side to the reader's. */
export function hopsOf(message: Message): readonly HopFacts[] {
  const { fields } = message.root.headers;
  const groups: { received: HeaderField | null; fields: PlacedField[] }[] = [{ received: null, fields: [] }];
  for (const [index, field] of fields.entries()) {
    let group = groups[groups.length - 1] as (typeof groups)[number];
    if (isReceived(field)) {
      if (group.received !== null && groups.length < limits.receivedMax) {
        group = { received: null, fields: [] };
        groups.push(group);
      }
      group.received ??= field;
    }
    group.fields.push({ field, position: fields.length - 1 - index });
  }
  return groups.reverse().map((group, index) => ({ ...group, message, index }));
}

function isReceived({ key }: HeaderField): boolean {
  return key === "received" || key === "x-received";
}
