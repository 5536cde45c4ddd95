/** Builds messages for these tests from header lines and a body. */

import type { Message } from "../../src/mail/message.ts";
import { parseMessage } from "../../src/mail/parse.ts";

export function messageOf(headers: readonly string[], body = "Hello.\r\n"): Message {
  return parseMessage(Buffer.from(`${headers.join("\r\n")}\r\n\r\n${body}`, "utf8"));
}

/** The raw text at a span. */
export function textAt(message: Message, span: { readonly start: number; readonly end: number }): string {
  return Buffer.from(message.bytes).subarray(span.start, span.end).toString("utf8");
}
