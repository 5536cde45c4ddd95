/**
 * A print of the way a message came: the first address outside any private network that its `Received` lines name, and what
 * that machine called itself (RFC 5321 4.4).
 *
 * Whoever sends can write the lower lines themselves; then they are still their writing. So nothing here is evidence of where mail
 * came from, only of like and unlike. Cheaper than `mail/received.ts`, and reads the lowest `LINES_MAX` lines. Pure, total.
 */
import { fieldsNamed, fieldText } from "../mail/headers.ts";
import type { Message } from "../mail/message.ts";

export interface RoutePrint {
  /** Lower case as written, IPv4 or IPv6; empty for none. */
  readonly origin: string;
  /** Lower case, at most 64 characters; empty where the line does not say. */
  readonly helo: string;
}

const LINES_MAX = 4;
const LINE_CHARS_MAX = 400;
const HELO_CHARS_MAX = 64;

export function routePrint({ bytes, root }: Message): RoutePrint {
  for (const line of fieldsNamed(root.headers, "received").slice(-LINES_MAX).reverse()) {
    const hop = hopOf(fieldText(bytes, line));
    if (hop !== null) return { origin: hop.ip, helo: hop.helo };
  }
  return { origin: "", helo: "" };
}

interface Hop {
  readonly ip: string;
  readonly helo: string;
}

const ADDRESS = /(?<![\w.-])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}:[0-9a-f:]{2,37}[0-9a-f])(?![\w.:-])/gi;

/** Null for a line that names no public address of the sender's side. */
function hopOf(text: string): Hop | null {
  const line = text.slice(0, LINE_CHARS_MAX);
  const by = / by /i.exec(line)?.index ?? line.length;
  const from = line.slice(0, by);
  const start = /^\s*from\s+([^\s()]+)/i.exec(from);
  if (start === null) return null;
  const ip = [...from.matchAll(ADDRESS)].map(([address]) => address.toLowerCase()).findLast(isPublic);
  if (ip === undefined) return null;
  const helo = /\bhelo[= ]\s*([^\s()]+)/i.exec(from)?.[1] ?? start[1] ?? "";
  return { ip, helo: helo.toLowerCase().slice(0, HELO_CHARS_MAX) };
}

/** Not on this machine, its link or its organisation's network (RFC 6890, 6598, 4193). */
function isPublic(ip: string): boolean {
  if (ip.includes(":")) return !/^(?:fe[89ab]|f[cd]|::1$)/.test(ip) && ip.split(":").length > 3;
  return !/^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
    ip,
  );
}
