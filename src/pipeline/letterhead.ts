/** What the header says of the message as a whole: id, date, subject. Pure and total. */
import { type EpochMs, epochMs } from "../base/brand.ts";
import type { MessageRecord } from "../case/record.ts";
import { parseDate } from "../mail/dates.ts";
import { fieldsNamed, fieldText, findField } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";
import { parseMessageIds } from "../mail/message-id.ts";
import { receivedDate } from "../mail/received.ts";
import { shownText } from "../mail/shown-fields.ts";

export type Letterhead = Pick<MessageRecord, "messageId" | "date" | "dateFrom" | "subject">;

const CHARS_MAX = 1_000;

export function readLetterhead(message: Message): Letterhead {
  const { at: date, from: dateFrom } = dateOf(message);
  return { messageId: firstId(message), date, dateFrom, subject: subjectOf(message) };
}

/** Two days: more than any queue keeps mail, less than any reason to trust a sender's clock over a server's. */
const CLOCK_SKEW_MS = 2 * 24 * 3_600_000;

/**
 * The message's date. The sender writes `Date`, a server writes the topmost `Received`: where they disagree by more
 * than two days the server is believed, since a sender may backdate.
 */
function dateOf(message: Message): { readonly at: EpochMs | null; readonly from: MessageRecord["dateFrom"] } {
  const dateField = findField(message.root.headers, "date");
  const claimed = dateField ? parseDate(fieldText(message.bytes, dateField)) : null;
  const received = newestReceived(message);
  if (claimed !== null && (received === null || Math.abs(claimed - received) <= CLOCK_SKEW_MS)) {
    return { at: claimed, from: "date" };
  }
  return received === null ? { at: null, from: "none" } : { at: received, from: "received" };
}

function newestReceived(message: Message): EpochMs | null {
  for (const field of fieldsNamed(message.root.headers, "received").slice(0, 3)) {
    const at = receivedDate(fieldText(message.bytes, field));
    if (at !== null) return epochMs(at);
  }
  return null;
}

function firstId(message: Message): string {
  const field = findField(message.root.headers, "message-id");
  return field ? (parseMessageIds(fieldText(message.bytes, field))[0] ?? "").slice(0, CHARS_MAX) : "";
}

function subjectOf(message: Message): string {
  const field = findField(message.root.headers, "subject");
  // An encoded-word may hold line ends.
  return field
    ? shownText(message, field)
        .replace(/[\r\n]+/g, " ")
        .slice(0, CHARS_MAX)
    : "";
}
