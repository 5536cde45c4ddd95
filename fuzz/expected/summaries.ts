/** Listings of the messages of an mbox, of GMime's and MimeKit's tests: some header fields, then a line a part, indented. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExpectedMessage } from "./expected.ts";
import { silent } from "./expected.ts";

/** The mbox is cut at its `From ` lines that a header follows; listing and mbox must have as many messages. */
export function summaryMessages(mbox: string, listing: string): readonly ExpectedMessage[] {
  if (!existsSync(mbox) || !existsSync(listing)) return [];
  const messages = cut(readFileSync(mbox, "latin1"));
  const entries = readFileSync(listing, "utf8")
    .split(/^(?=From (?:-|\S+@))/m)
    .filter((entry) => entry.startsWith("From "));
  if (messages.length !== entries.length)
    throw new Error(`${listing}: ${entries.length} entries of ${messages.length}`);
  return entries.map((entry, index) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(entry)?.[1] ?? null;
    const sent = Date.parse(field("Date") ?? "");
    return {
      ...silent,
      name: `${join(listing)} ${index + 1}`,
      bytes: Buffer.from(messages[index] ?? "", "latin1"),
      types: leafTypes(entry),
      subject: field("Subject"),
      date: Number.isNaN(sent) ? null : sent / 1000,
    };
  });
}

function cut(mbox: string): readonly string[] {
  return mbox
    .split(/^From [^\n]*\n(?=[\w-]+:)/m)
    .slice(1)
    .map((message) => message.replace(/\r?\n$/, ""));
}

/** A part with a line of more indent below it is no leaf. */
function leafTypes(entry: string): readonly string[] {
  const lines = [...entry.matchAll(/^( *)Content-Type: (\S+)$/gm)].map(([, indent = "", type = ""]) => ({
    depth: indent.length,
    type,
  }));
  return lines.filter(({ depth }, index) => (lines[index + 1]?.depth ?? 0) <= depth).map(({ type }) => type);
}
