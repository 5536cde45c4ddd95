/**
 * A message's date. The sender writes `Date`, a server writes the topmost `Received`: where they disagree by more than two days the
 * server is believed, since a sender may backdate. Pure and total.
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
const CLOCK_SKEW_MS = 2 * 24 * 3_600_000;

export function messageDate(message: Message): MessageDate {
  const dateField = findField(message.root.headers, "date");
  const claimed = dateField ? parseDate(fieldText(message.bytes, dateField)) : null;
  const received = newestReceived(message);
  if (claimed !== null && (received === null || Math.abs(claimed - received) <= CLOCK_SKEW_MS)) {
    return { at: claimed, from: "date", arrived: received };
  }
  const from = received === null ? "none" : "received";
  return { at: received, from, arrived: received };
}

function newestReceived(message: Message): EpochMs | null {
  for (const field of fieldsNamed(message.root.headers, "received").slice(0, 3)) {
    const at = receivedDate(fieldText(message.bytes, field));
    if (at !== null) return epochMs(at);
  }
  return null;
}
