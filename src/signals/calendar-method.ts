/**
 * What a message's calendar part does (iTIP, RFC 5546 1.4; RFC 6047 2.4): invites, answers an invitation, calls it off. Pure, total; looks at the
 * beginning of one part.
 */
import { toBuffer } from "../mail/bytes.ts";
import type { Message } from "../mail/message.ts";
import { decodeTransfer } from "../mail/transfer.ts";

/** METHOD stands above the events. */
const BODY_BYTES = 4 * 1024;
const METHOD_CHARS = 40;

/** Lower case: `request`, `reply`, `cancel` …; undefined where no part says. */
export function calendarMethod({ bytes, entities }: Message): string | undefined {
  const part = entities.find(({ mediaType: { type, subtype } }) => type === "text" && subtype === "calendar");
  if (part === undefined) return undefined;
  const stated = part.mediaType.parameters.get("method") ?? methodIn(textOf(bytes, part));
  const method = stated.trim().toLowerCase().slice(0, METHOD_CHARS);
  return method === "" ? undefined : method;
}

function textOf(bytes: Uint8Array, { body: { start, end }, transferEncoding }: Message["entities"][number]): string {
  const body = { start, end: Math.min(end, start + BODY_BYTES) };
  return toBuffer(decodeTransfer(bytes, body, transferEncoding, BODY_BYTES).bytes).toString("latin1");
}

function methodIn(text: string): string {
  return /^method[ \t]*:([^\r\n]{1,100})/im.exec(text)?.[1] ?? "";
}
