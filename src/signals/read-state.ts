/**
 * Read state and labels that mail programs keep inside a message: `Status`, `X-Status`, `X-Keywords` and `X-Label` of mbox
 * files (mutt, pine, Dovecot), `X-Mozilla-Status` and `X-Mozilla-Keys` (Thunderbird), `X-Gmail-Labels` (Google Takeout).
 * Evidence for opening with its own weight, never proof (threat-facts 3).
 *
 * A sender can write the same headers. Thunderbird and Takeout put theirs on top, so these count only above the first
 * `Received`; `Status` is kept at any place by those who write it, and its origin says that it is a header.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { markOf } from "../case/marks.ts";
import type { MarkRecord } from "../case/record.ts";
import { displayText, findField } from "../mail/headers.ts";
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

/** Gmail's own labels that say what a flag says, as Takeout writes them in English. In other languages they stay labels. */
const GMAIL_FLAGS: ReadonlyMap<string, string> = new Map([
  ["Opened", "\\Seen"],
  ["Starred", "\\Flagged"],
  ["Drafts", "\\Draft"],
  ["Trash", "\\Deleted"],
]);

/**
 * One mark for each program that left one, in a fixed order. Of labels there may be one more than `limits.labelsMax`, as from
 * every origin of marks: `cutLabels` takes it away.
 */
export function marksOf(message: Message): readonly MarkRecord[] {
  return [statusMark(message), mozillaMark(message), gmailMark(message)].filter((mark) => mark !== null);
}

/** At most `limits.labelsMax` labels of each origin, and `limit.labels` where that are not all. */
export function cutLabels(marks: readonly MarkRecord[]): {
  readonly marks: readonly MarkRecord[];
  readonly problems: readonly Problem[];
} {
  if (marks.every(({ labels }) => labels.length <= limits.labelsMax)) return { marks, problems: [] };
  const cut = marks.map((mark) => ({ ...mark, labels: mark.labels.slice(0, limits.labelsMax) }));
  return { marks: cut, problems: [{ code: "limit.labels" }] };
}

function statusMark(message: Message): MarkRecord | null {
  const fields = ["status", "x-status", "x-keywords", "x-label"].map((key) => headerText(message, key));
  if (fields.every((value) => value === null)) return null;
  const [status, xStatus, keywords, label] = fields.map((value) => value ?? "");
  // RFC 3834 and DSN have other headers; a word such as `delivered` is no list of letters.
  const letters = [status, xStatus].filter((text) => text !== undefined && /^[ROADFTUN ]{1,16}$/.test(text)).join("");
  const flags = [...letters].flatMap((letter) => STATUS_LETTERS.get(letter) ?? []);
  return markOf("status", flags, labelList([...words(keywords), label ?? ""]));
}

function mozillaMark(message: Message): MarkRecord | null {
  const status = topText(message, "x-mozilla-status");
  const keys = topText(message, "x-mozilla-keys");
  if (status === null && keys === null) return null;
  const bits = /^[0-9a-f]{1,8}$/i.test(status ?? "") ? Number.parseInt(status ?? "", 16) : 0;
  const flags = MOZILLA_BITS.filter(([bit]) => (bits & bit) !== 0).map(([, flag]) => flag);
  return markOf("mozilla", flags, labelList(words(keys ?? "")));
}

function gmailMark(message: Message): MarkRecord | null {
  const value = topText(message, "x-gmail-labels");
  if (value === null) return null;
  const labels = labelList(commaList(value));
  return markOf(
    "gmail",
    labels.flatMap((label) => GMAIL_FLAGS.get(label) ?? []),
    labels,
  );
}

/** The first field of that name, encoded-words decoded; null when there is none. */
function headerText(message: Message, key: string): string | null {
  const field = findField(message.root.headers, key);
  return field === undefined ? null : displayText(message.bytes, field);
}

/** The same, if the field stands above the first `Received`. */
function topText(message: Message, key: string): string | null {
  const field = findField(message.root.headers, key);
  const received = findField(message.root.headers, "received");
  const isOnTop = field !== undefined && (received === undefined || field.value.start < received.value.start);
  return isOnTop ? displayText(message.bytes, field) : null;
}

function words(text: string | undefined): readonly string[] {
  return (text ?? "").split(/[ \t]+/);
}

/** `Inbox,"Work, urgent",Opened`: commas inside double quotes do not part. A quote that never closes runs to the end. */
function commaList(text: string): readonly string[] {
  const items: string[] = [];
  let item = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "," && !isQuoted) {
      items.push(item);
      item = "";
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === "\\" && isQuoted) {
      at += 1;
      item += text.charAt(at);
    } else item += character;
  }
  return [...items, item];
}

function labelList(texts: readonly string[]): readonly string[] {
  const labels = texts.map((text) => text.trim().slice(0, limits.labelCharsMax)).filter((text) => text !== "");
  return [...new Set(labels)].slice(0, limits.labelsMax + 1);
}
