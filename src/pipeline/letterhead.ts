/** What the header says of the message as a whole: id, date, subject. Pure and total. */
import type { MessageRecord } from "../case/record.ts";
import { fieldText, findField } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";
import { messageDate } from "../mail/message-date.ts";
import { parseMessageIds } from "../mail/message-id.ts";
import { shownText } from "../mail/shown-fields.ts";

export type Letterhead = Pick<MessageRecord, "messageId" | "date" | "dateFrom" | "arrived" | "subject">;

const CHARS_MAX = 1_000;

export function readLetterhead(message: Message): Letterhead {
  const { at: date, from: dateFrom, arrived } = messageDate(message);
  const taken = arrived === null ? {} : { arrived };
  return { messageId: firstId(message), date, dateFrom, ...taken, subject: subjectOf(message) };
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
