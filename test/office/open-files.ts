/** Opens the sample's containers by other means than those that wrote them, so that both must be right. */
import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import type { OfficeFile } from "./mailbox.ts";

export interface OpenedMessage {
  /** First path element, without what follows the first dot. */
  readonly mailbox: string;
  /** One character a byte, lines end in `\n`. */
  readonly octets: string;
  readonly seen: boolean;
}

const SEPARATOR = /^From \S+ [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/;

/** Line by line: a separator stands at the start or after an empty line; that empty line belongs to the container. */
export function splitMbox(octets: string): readonly string[] {
  const messages: string[][] = [];
  let afterEmpty = true;
  for (const line of octets.split("\n").slice(0, -1)) {
    if (afterEmpty && SEPARATOR.test(line)) {
      messages.push([]);
    } else {
      const current = messages.at(-1);
      assert.ok(current !== undefined, "text before the first separator");
      current.push(line);
    }
    afterEmpty = line === "";
  }
  return messages.map((lines) => {
    assert.equal(lines.pop(), "", "no empty line after a message");
    return lines.map((line) => `${line.replace(/^>(>*From )/, "$1")}\n`).join("");
  });
}

/** Members of a zip that stores them, found by their local headers. */
export function storedMembers(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const members = new Map<string, Buffer>();
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    assert.equal(bytes.readUInt16LE(at + 8), 0, "method");
    const size = bytes.readUInt32LE(at + 18);
    const nameStart = at + 30;
    const dataStart = nameStart + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    members.set(
      bytes.toString("utf8", nameStart, nameStart + bytes.readUInt16LE(at + 26)),
      bytes.subarray(dataStart, dataStart + size),
    );
    at = dataStart + size;
  }
  return members;
}

export function openFile(file: OfficeFile): readonly OpenedMessage[] {
  const mailbox = (file.path.split("/")[0] ?? "").replace(/\..*$/, "");
  const bytes = Buffer.from(file.bytes);
  const fromMbox = (content: Buffer): readonly OpenedMessage[] =>
    splitMbox(content.toString("latin1")).map((octets) => ({ mailbox, octets, seen: /^Status: RO$/m.test(octets) }));
  if (file.path === "README.txt") return [];
  if (file.path.endsWith(".zip")) return [...storedMembers(bytes).values()].flatMap(fromMbox);
  if (file.path.endsWith(".gz")) return fromMbox(gunzipSync(bytes));
  if (file.path.endsWith(".mbox")) return fromMbox(bytes);
  const octets = bytes.toString("latin1").replaceAll("\r\n", "\n");
  return [{ mailbox, octets, seen: /:2,[A-Z]*S[A-Z]*$/.test(file.path) }];
}

export function headerOf(octets: string, name: string): string {
  const head = octets.slice(0, octets.indexOf("\n\n") + 1).replace(/\n[ \t]/g, " ");
  return new RegExp(`^${name}: *(.*)$`, "im").exec(head)?.[1] ?? "";
}

/** Quoted-printable undone everywhere. Good for looking values up; wrong for text that is not quoted-printable. */
export function unquoted(octets: string): string {
  return octets
    .replace(/=\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
}

/**
 * Every run of base64 that holds text: UTF-8, or at length any charset without control characters. Signatures and opaque
 * tokens are base64 too, and hold noise.
 */
export function decodedRuns(octets: string): readonly string[] {
  const runs = octets.match(/[A-Za-z0-9+/_-]{16,}(?:\n[A-Za-z0-9+/_-]+)*={0,2}/g) ?? [];
  return runs.map((run) => Buffer.from(run.replaceAll("\n", ""), "base64").toString("latin1")).filter(isText);
}

function isText(octets: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells noise from text.
  if (/[\x00-\x08\x0e-\x1f\x7f]/.test(octets)) return false;
  const utf8 = Buffer.from(octets, "latin1").toString("utf8");
  return !utf8.includes("\ufffd") || (octets.length >= 48 && !/[\x80-\x9f]/.test(octets));
}
