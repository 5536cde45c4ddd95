/**
 * Who handed the message to the reader's own servers, and as whom: what SPF asks about (RFC 7208 2.3, 2.4).
 *
 * Only from the line that an own server wrote about the outside, and a `Return-Path` above it: everything below is the sender's
 * to write. Without a border none of it can be told apart, and nothing is known. Pure, total.
 */

import { fieldText, findField } from "../mail/headers.ts";
import type { IpAddress } from "../mail/ip-address.ts";
import type { Message } from "../mail/message.ts";
import { hasBorder, readTrace, type TrustBorder } from "../mail/trace.ts";

export interface SendingServer {
  readonly ip: IpAddress;
  readonly helo: string;
  /** Empty for `<>`. */
  readonly mailFrom: string;
  /** The own server that took it. */
  readonly receiver: string;
  /** When it took it, ms since 1970; null where the line does not say. */
  readonly receivedMs: number | null;
}

/** `no-border`: own servers were not named · `no-line`: none of them says who sent · `no-sender`: it left no `Return-Path`. */
export type NoSendingServer = "no-border" | "no-line" | "no-sender";

export function findSendingServer(message: Message, border: TrustBorder): SendingServer | NoSendingServer {
  if (!hasBorder(border)) return "no-border";
  const hop = readTrace(message, border).hops.find(({ trust }) => trust === "border");
  if (hop === undefined || hop.ip === null) return "no-line";
  const path = findField(message.root.headers, "return-path");
  if (path === undefined || path.span.start > hop.span.start) return "no-sender";
  const mailFrom = envelopeSender(fieldText(message.bytes, path));
  if (mailFrom === null) return "no-sender";
  return { ip: hop.ip, helo: hop.helo, mailFrom, receiver: hop.by, receivedMs: hop.date };
}

/** RFC 5321 4.4: one path in brackets; null for anything else. */
function envelopeSender(text: string): string | null {
  const match = /^\s*<?\s*([^<>\s]{0,320})\s*>?\s*$/.exec(text.slice(0, 1_000));
  const address = match?.[1] ?? null;
  if (address === null || address === "") return address === null || !text.includes("<") ? null : "";
  return address.includes("@") ? address : null;
}
