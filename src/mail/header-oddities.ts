/**
 * What is odd in a message's header beside its addresses: dates that are none, ids that are none, our own verdict fields forged
 * by the sender, and unsubscribe targets that do something else (hostile-mail HM-029, HM-030, HM-032, HM-061).
 *
 * Pure, total, linear in the fields it looks at. States; judges nothing.
 */
import type { Problem } from "../base/problem.ts";
import { isMadeUpDate, parseDate } from "./dates.ts";
import { fieldsNamed, fieldText } from "./headers.ts";
import type { HeaderField, Message } from "./message.ts";
import { parseMessageIds } from "./message-id.ts";

/** Two Date fields that are further apart do not say the same. */
const SAME_DATE_MS = 60_000;

/**
 * `bad-date`: a Date field that is no date, has another weekday or an impossible zone, or two that differ · `bad-message-id`: a Message-ID without
 * an id, with several, or with more than an id · `forged-verdict`: a field that only this program may write ·
 * `unsubscribe-odd-target`: neither web nor mail, or a mail that also goes to somebody else. At most one of each.
 */
export function headerOddities(message: Message): readonly Problem[] {
  const found: Problem[] = [];
  const note = (code: string, field: HeaderField | undefined): void => {
    if (field !== undefined) found.push({ code, span: field.span });
  };
  const fields = (key: string): readonly HeaderField[] => fieldsNamed(message.root.headers, key);
  const text = (field: HeaderField): string => fieldText(message.bytes, field);
  const dates = fields("date");
  note("bad-date", badDate(dates, text));
  note(
    "bad-message-id",
    fields("message-id").find((field) => !isOneId(text(field))),
  );
  note("forged-verdict", forgedVerdict(message));
  note(
    "unsubscribe-odd-target",
    fields("list-unsubscribe").find((field) => hasOddTarget(text(field))),
  );
  return found;
}

function badDate(fields: readonly HeaderField[], text: (field: HeaderField) => string): HeaderField | undefined {
  const [first] = fields;
  if (first === undefined) return undefined;
  const claimed = parseDate(text(first));
  return fields.find((field) => {
    const at = parseDate(text(field));
    return at === null || isMadeUpDate(text(field)) || claimed === null || Math.abs(at - claimed) > SAME_DATE_MS;
  });
}

/** RFC 5322 3.6.4 wants `<left@right>` alone; a comment or a missing bracket is common enough to be let through. */
function isOneId(text: string): boolean {
  return parseMessageIds(text).length === 1 && text.length <= ID_FIELD_CHARS_MAX;
}

/** RFC 5322 2.1.1: a line. */
const ID_FIELD_CHARS_MAX = 998;

/** By any spelling: the key has white space and NULs around it taken off, other bytes are left out here. */
function forgedVerdict(message: Message): HeaderField | undefined {
  return message.root.headers.fields.find(({ key }) => key.includes("letterlock") && ownField.test(plainKey(key)));
}

const ownField = /^x-letterlock\b/;

function plainKey(key: string): string {
  return key.replace(/[^!-~]+/g, "");
}

/** Each target between brackets (RFC 2369 2); a text without any is one. */
function hasOddTarget(text: string): boolean {
  const targets = text.includes("<")
    ? [...text.matchAll(/<([^<>]{1,4096})>/g)].map(([, target = ""]) => target)
    : [text];
  return targets.some((target) => isOddTarget(target.replace(/\s+/g, "")));
}

/** `mailto:` may carry fields (RFC 6068 2): a subject and a body are usual, further readers are not. */
function isOddTarget(target: string): boolean {
  if (/^mailto:/i.test(target))
    return /[?&](?:to|cc|bcc)=/i.test(decodedOnce(target)) || /%0[ad]/i.test(target.split("?")[0] ?? "");
  return /^(?:javascript|data|vbscript|file|blob|about):/i.test(target);
}

/** Escaped letters in names of fields: `%62cc=`. */
function decodedOnce(target: string): string {
  return target.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
