/**
 * A message's date. The sender writes `Date`, a server writes the topmost `Received`: where `Date` lies two days before it or half a day behind it
 * the server is believed, since a sender may backdate, and date ahead so as to seem written to before. Pure and total.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";
import { parseDate } from "./dates.ts";
import { fieldsNamed, fieldText, findField } from "./headers.ts";
import type { Message } from "./message.ts";
import { receivedDate } from "./received.ts";

export interface MessageDate {
  readonly at: EpochMs | null;
  readonly from: "date" | "received" | "none";
  /** By the topmost `Received` of the first three that says; null where none does. */
  readonly arrived: EpochMs | null;
}

/** Two days: more than any queue keeps mail, less than any reason to trust a sender's clock over a server's. */
const QUEUE_MS = 2 * 24 * 3_600_000;
/** Nothing is taken before it is written: half a day is a clock that is set for the wrong part of the world. */
const AHEAD_MS = 12 * 3_600_000;

export function messageDate(message: Message): MessageDate {
  const dateField = findField(message.root.headers, "date");
  const claimed = dateField ? parseDate(fieldText(message.bytes, dateField)) : null;
  const received = newestReceived(message);
  if (claimed !== null && (received === null || isNear(claimed, received))) {
    return { at: claimed, from: "date", arrived: received };
  }
  const from = received === null ? "none" : "received";
  return { at: received, from, arrived: received };
}

function isNear(claimed: EpochMs, received: EpochMs): boolean {
  return claimed >= received - QUEUE_MS && claimed <= received + AHEAD_MS;
}

function newestReceived(message: Message): EpochMs | null {
  for (const field of fieldsNamed(message.root.headers, "received").slice(0, 3)) {
    const at = receivedDate(fieldText(message.bytes, field));
    if (at !== null) return epochMs(at);
  }
  return null;
}
