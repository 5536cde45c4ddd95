/** CRLF = LF: the record of a message says the same with either, but for its hash, its size and the places in it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MessageRecord } from "../../src/case/record.ts";
import { readFile } from "../hostile/read.ts";

const HEAD = "From: Ada <ada@example.org>\nTo: bo@example.net\nSubject: news\nMIME-Version: 1.0\n";
const PARTS =
  "\n--a b\nContent-Type: text/plain\n\nfirst\n--a b\nContent-Type: text/html\n\n<img src=http://x.example/>\n--a b--\n";
const LONG = "a word and another one\n".repeat(20_000);

// biome-ignore format: a table reads by column
const messages: readonly (readonly [title: string, text: string])[] = [
  ["plain text",                        `${HEAD}\nHello Bo,\n\nit rained.\n`],
  ["a fold inside the boundary",        `${HEAD}Content-Type: multipart/mixed; boundary="a\n b"\n${PARTS}`],
  ["a fold before the boundary",        `${HEAD}Content-Type: multipart/mixed;\n boundary="a b"\n${PARTS}`],
  ["a fold after an equals sign",       `${HEAD}Content-Type: multipart/mixed; boundary=\n "a b"\n${PARTS}`],
  ["a fold in the type",                `${HEAD}Content-Type: multi\n part/mixed; boundary="a b"\n${PARTS}`],
  ["a text longer than its print",      `${HEAD}\n${LONG}`],
  ["two lines of junk in the header",   `${HEAD}a junk line\nand one more\nReply-To: cy@example.org\n\nHello\n`],
];

/** What is of the bytes, not of the mail. */
const OF_BYTES: ReadonlySet<string> = new Set(["sha256", "size", "span", "spans"]);

function said(record: MessageRecord): unknown {
  return JSON.parse(JSON.stringify(record, (key, value) => (OF_BYTES.has(key) ? undefined : value)));
}

describe("line ends", () => {
  for (const [title, text] of messages) {
    test(title, () => {
      const withLf = readFile(Buffer.from(text)).record;
      const withCrlf = readFile(Buffer.from(text.replaceAll("\n", "\r\n"))).record;
      assert.notEqual(withLf.sha256, withCrlf.sha256);
      assert.deepEqual(said(withCrlf), said(withLf));
    });
  }

  test("a fold inside the boundary is odd", () => {
    const { record } = readFile(Buffer.from(messages[1]?.[1] ?? ""));
    assert.ok(record.flags.includes("fold-in-structure"));
  });
});
