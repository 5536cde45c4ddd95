/**
 * A receipt: that a message was displayed, deleted or taken by a program (message/disposition-notification, RFC 8098 3.1). In somebody's sent
 * mail it shows what was given away, and to whom. Pure, total; looks at one small part.
 */
import type { ReceiptRecord } from "../case/record.ts";
import { toBuffer } from "../mail/bytes.ts";
import type { Message } from "../mail/message.ts";
import { parseMessageIds } from "../mail/message-id.ts";
import { decodeTransfer } from "../mail/transfer.ts";
import { messageKey } from "./answered-ids.ts";

/** Fields of a receipt have some hundred bytes. */
const BODY_BYTES = 16 * 1024;
const AGENT_CHARS = 200;

/** Undefined for what is no receipt. */
export function sentReceipt({ bytes, entities }: Message): ReceiptRecord | undefined {
  const part = entities.find(
    ({ mediaType: { type, subtype } }) => type === "message" && subtype === "disposition-notification",
  );
  if (part === undefined) return undefined;
  const { start, end } = part.body;
  const body = { start, end: Math.min(end, start + BODY_BYTES) };
  const decoded = decodeTransfer(bytes, body, part.transferEncoding, BODY_BYTES).bytes;
  const text = toBuffer(decoded)
    .toString("latin1")
    .replace(/\r?\n[ \t]+/g, " ");
  const disposition = fieldOf(text, "disposition");
  const [, kind = ""] = /;\s*([\w-]+)/.exec(disposition) ?? [];
  const [id] = parseMessageIds(fieldOf(text, "original-message-id"));
  return {
    original: id === undefined ? "" : messageKey(id.toLowerCase()),
    disposition: kind.toLowerCase(),
    isAutomatic: /automatic-action|sent-automatically/i.test(disposition),
    agent: fieldOf(text, "reporting-ua").slice(0, AGENT_CHARS),
  };
}

function fieldOf(text: string, name: string): string {
  return new RegExp(`^${name}[ \\t]*:[ \\t]*(.*)$`, "im").exec(text)?.[1]?.trim() ?? "";
}
