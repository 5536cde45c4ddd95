/**
 * Read state that mail programs keep inside a message: `Status` and `X-Status` of mbox files (mutt, pine, Dovecot) and
 * `X-Mozilla-Status` (Thunderbird). Evidence for opening with its own weight, never proof (threat-facts 3).
 */
import { fieldText, findField } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";

const STATUS_LETTERS: ReadonlyMap<string, string> = new Map([
  ["R", "\\Seen"],
  ["A", "\\Answered"],
  ["F", "\\Flagged"],
  ["T", "\\Draft"],
  ["D", "\\Deleted"],
]);

const MOZILLA_BITS: readonly (readonly [bit: number, flag: string])[] = [
  [0x0001, "\\Seen"],
  [0x0002, "\\Answered"],
  [0x0004, "\\Flagged"],
  [0x0008, "\\Deleted"],
  [0x1000, "$Forwarded"],
];

/** Flags by their IMAP names, in no order; empty when the message keeps none. */
export function readStateOf(message: Message): readonly string[] {
  const flags = new Set<string>();
  for (const key of ["status", "x-status"]) {
    for (const letter of text(message, key)) {
      const flag = STATUS_LETTERS.get(letter);
      if (flag !== undefined) flags.add(flag);
    }
  }
  const mozilla = Number.parseInt(text(message, "x-mozilla-status"), 16);
  for (const [bit, flag] of MOZILLA_BITS) if ((mozilla & bit) !== 0) flags.add(flag);
  return [...flags];
}

function text(message: Message, key: string): string {
  const field = findField(message.root.headers, key);
  return field === undefined || field === null ? "" : fieldText(message.bytes, field).slice(0, 16);
}
