/**
 * Fields of the message's header behind lines that are none.
 *
 * Several lines in a row that are no fields end the header for some readers (the strict reading among them) and are passed over
 * by others, which read on to the blank line. The body is cut by the strict reading and, otherwise, by the views; but who sent a
 * message, to whom and when must not be hidden by two lines of junk. So what the header lacks is taken from what follows it,
 * up to the first blank line. Pure, total, linear; costs nothing where the header ends in a blank line.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { span } from "../base/span.ts";
import { CR, LF, toBuffer } from "./bytes.ts";
import { isFieldStart, parseHeaderBlock, singletons } from "./headers.ts";
import type { HeaderField, Message } from "./message.ts";

/** Besides those that mail has once: fields that make a client answer. Not those by which servers vouch for a message. */
const ANSWERED: ReadonlySet<string> = new Set([
  ...["disposition-notification-to", "list-unsubscribe", "list-unsubscribe-post", "return-receipt-to"],
  ...["read-receipt-to", "x-confirm-reading-to"],
]);

/**
 * The message with a header that has such fields too, for questions about the header alone: its span then reaches into the
 * body. The same object where there are none. Its problems say so when the bound ended the search (`limit.late-header`).
 */
export function withLateFields(message: Message): Message {
  const { headers } = message.root;
  const isCut = message.problems.some(
    ({ code, span: where }) => code === "header.no-blank-line" && where?.end === headers.span.end,
  );
  if (!isCut) return message;
  const { fields: late, isWhole } = lateFields(message);
  const missing = late.filter(({ key }) => isWanted(key) && !headers.firsts.has(key));
  const last = missing.at(-1);
  const problems = isWhole ? message.problems : [...message.problems, LIMIT];
  if (last === undefined) return { ...message, problems };
  const firsts = new Map(headers.firsts);
  for (const field of missing) if (!firsts.has(field.key)) firsts.set(field.key, field);
  const whole = { span: span(headers.span.start, last.span.end), fields: [...headers.fields, ...missing], firsts };
  return { ...message, problems, root: { ...message.root, headers: whole } };
}

function isWanted(key: string): boolean {
  return ANSWERED.has(key) || (singletons.has(key) && !key.startsWith("content-"));
}

const LIMIT: Problem = { code: "limit.late-header" };

/** Up to the blank line, `limits.lateHeaderBytesMax` at most. */
function lateFields({ bytes, root }: Message): { readonly fields: readonly HeaderField[]; readonly isWhole: boolean } {
  const buffer = toBuffer(bytes);
  const start = root.headers.span.end;
  const end = Math.min(buffer.length, start + limits.lateHeaderBytesMax);
  const blank = blankLine(buffer, start, end);
  const stop = blank < 0 ? end : blank;
  const fields: HeaderField[] = [];
  for (let at = start; at < stop; ) {
    const lineEnd = buffer.indexOf(LF, at);
    const next = lineEnd < 0 ? stop : lineEnd + 1;
    if (!isFieldStart(buffer, at, stop)) {
      at = next;
      continue;
    }
    const block = parseHeaderBlock(buffer, at, stop);
    fields.push(...block.fields);
    at = Math.max(next, block.span.end);
  }
  return { fields, isWhole: blank >= 0 || end === buffer.length };
}

/** Start of the first blank line in `[start, end]`; -1 for none. */
function blankLine(bytes: Buffer, start: number, end: number): number {
  for (let at = bytes.indexOf(LF, start); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF || (bytes[at + 1] === CR && bytes[at + 2] === LF)) return at + 1;
  }
  return -1;
}
