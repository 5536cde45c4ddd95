/** Items as RFC 5322 messages: from `.msg` bytes to what our own parser reads of the rebuilt message. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../../src/base/limits.ts";
import { decodeBody } from "../../../src/mail/body.ts";
import { displayText, findField } from "../../../src/mail/headers.ts";
import type { Message } from "../../../src/mail/message.ts";
import { ItemBudget } from "../../../src/mail/outlook/item-budget.ts";
import { openMsgFile } from "../../../src/mail/outlook/msg-file.ts";
import { memoryBytes } from "../../../src/mail/outlook/random-bytes.ts";
import { rebuildMessage } from "../../../src/mail/outlook/rebuild.ts";
import { parseMessage } from "../../../src/mail/parse.ts";
import type { MapiItem } from "../../support/mapi-values.ts";
import { writeMsg } from "../../support/msg-writer.ts";
import { fileBytes, letterItem, nested } from "../../support/outlook-items.ts";

interface Rebuilt {
  readonly message: Message;
  readonly bytes: Buffer;
  readonly problems: readonly string[];
}

function rebuild(item: MapiItem): Rebuilt {
  const file = writeMsg(item);
  const budget = new ItemBudget(4 * file.length + 1_000_000);
  const opened = openMsgFile(memoryBytes(file), budget);
  assert.ok(opened !== null);
  const bytes = Buffer.concat([...rebuildMessage(opened, budget)]);
  return { message: parseMessage(bytes), bytes, problems: budget.problems.map(({ code }) => code) };
}

function header({ message }: Rebuilt, key: string): string | null {
  const field = findField(message.root.headers, key);
  return field === undefined ? null : displayText(message.bytes, field);
}

function types({ message }: Rebuilt): string[] {
  return message.entities.map(({ mediaType: { type, subtype } }) => `${type}/${subtype}`);
}

function body({ message }: Rebuilt, place: number): Buffer {
  const entity = message.entities[place];
  assert.ok(entity !== undefined);
  return Buffer.from(decodeBody(message, entity).bytes);
}

describe("an item with one of everything", () => {
  const rebuilt = rebuild(letterItem);

  // biome-ignore format: a table reads by column
  const fields: readonly (readonly [key: string, value: string | null])[] = [
    ["from",               '"Ada Marsh" <ada@example.org>'],
    ["sender",             null],
    ["to",                 '"Bo Lind" <bo@example.net>'],
    ["cc",                 '"Team" <>'],
    ["bcc",                '"Di" <di@example.net>'],
    ["subject",            "Grüße, \u{1f427}"],
    ["date",               "Thu, 04 Mar 2021 05:06:07 +0000"],
    ["message-id",         "<one@example.org>"],
    ["in-reply-to",        "<zero@example.net>"],
    ["mapi-message-class", "IPM.Note"],
    ["mapi-message-flags", "1"],
    ["mapi-property",      "reminder-file \\\\198.51.100.7\\share\\bell.wav"],
  ];
  for (const [key, value] of fields) {
    test(`${key}: ${value}`, () => assert.equal(header(rebuilt, key), value));
  }

  test("bodies, a file and an item inside, in their order and without a problem", () => {
    assert.deepEqual(types(rebuilt), [
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "application/pdf",
      "message/rfc822",
      "text/plain",
    ]);
    assert.deepEqual(rebuilt.message.problems, []);
    assert.deepEqual(rebuilt.problems, []);
  });

  test("content is whole", () => {
    assert.equal(body(rebuilt, 2).toString(), "Hello,\r\nsee you.\r\n");
    assert.equal(body(rebuilt, 3).toString(), '<p>Hello</p><img src="http://pixel.example/1.gif">');
    assert.ok(body(rebuilt, 4).equals(fileBytes));
    assert.equal(rebuilt.message.entities[4]?.disposition?.parameters.get("filename"), "Übersicht.pdf");
    assert.match(rebuilt.bytes.toString("latin1"), /\r\nContent-ID: <part1@example>\r\n/);
    assert.match(rebuilt.bytes.toString("latin1"), /Subject: Inner letter\r\n/);
  });

  test("a file of many MiB, whose allocation table has a table of its own", () => {
    const big = Buffer.alloc(17 * 1024 * 1024, "0123456789abcdef!");
    const large = rebuild({
      properties: { 55: "Large" },
      attachments: [{ properties: { 14081: big, 14087: "large.bin" } }],
    });
    assert.deepEqual(large.problems, []);
    assert.ok(body(large, 1).equals(big));
  });

  test("equal items give equal bytes", () => assert.ok(rebuild(letterItem).bytes.equals(rebuilt.bytes)));
});

describe("the transport header", () => {
  const transport =
    "Microsoft Mail Internet Headers Version 2.0\r\nReceived: from a.example\r\n\tby b.example\r\nFrom: Real <real@example.org>\r\n" +
    "Content-Type: multipart/mixed; boundary=x\r\nMIME-Version: 1.0\r\nMapi-Message-Class: forged\r\nno field\r\n folded\r\nX-Mailer: m\r\n\r\n--x\r\nTo: hidden@example.org\r\n";
  const rebuilt = rebuild({ properties: { 125: transport, 55: "S", 66: "Other", 101: "other@example.org" } });

  test("stays in order; what speaks of the old body or for us is renamed; what is missing is added", () => {
    const text = rebuilt.bytes.toString("latin1");
    assert.equal(
      text.slice(0, text.indexOf("MIME-Version: 1.0\r\nContent-Type")).replace("Original-MIME-Version", "Original-M-V"),
      "Received: from a.example\r\n\tby b.example\r\nFrom: Real <real@example.org>\r\nOriginal-Content-Type: multipart/mixed; boundary=x\r\n" +
        "Original-M-V: 1.0\r\nOriginal-Mapi-Message-Class: forged\r\nX-Mailer: m\r\nSubject: S\r\n",
    );
  });

  test("what was left out is told", () => {
    assert.deepEqual(rebuilt.problems, ["outlook.header-line", "outlook.headers-end"]);
  });
});

describe("attack: values that would break out of their field", () => {
  const evil = 'a\r\nX-Injected: 1\r\n\r\n<img src=x>"\\';
  const rebuilt = rebuild({
    properties: { 55: evil, 66: evil, 101: "a@b\r\nX-Injected: 1", 4149: evil, 26: evil, 41: true },
    recipients: [{ 3093: 1, 12289: evil, 14846: `x@y${evil}` }],
    attachments: [
      {
        properties: {
          14081: Buffer.from("\r\n--=_rebuilt_1_--\r\n"),
          14087: evil,
          14094: evil,
          14098: evil,
          14099: evil,
        },
      },
    ],
  });

  test("no field is injected, no part is cut", () => {
    assert.equal(findField(rebuilt.message.root.headers, "x-injected"), undefined);
    assert.deepEqual(types(rebuilt), ["multipart/mixed", "application/octet-stream"]);
    for (const { headers } of rebuilt.message.entities) {
      assert.ok(headers.fields.every(({ key }) => key !== "x-injected"));
    }
    assert.equal(body(rebuilt, 1).toString(), "\r\n--=_rebuilt_1_--\r\n");
    assert.deepEqual(rebuilt.message.problems, []);
  });
});

describe("bodies", () => {
  const wrapped = Buffer.from('{\\rtf1\\fromhtml1{\\*\\htmltag <img src="http://other.example/x">}}');
  const packed = Buffer.concat([
    Buffer.alloc(4),
    Buffer.from([wrapped.length, 0, 0, 0]),
    Buffer.from("MELA\0\0\0\0", "latin1"),
    wrapped,
  ]);

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, properties: MapiItem["properties"], types: readonly string[]])[] = [
    ["none",                         {},                                                       ["text/plain"]],
    ["text",                         { 4096: "t" },                                          ["text/plain"]],
    ["HTML in RTF",                  { 4105: packed },                                       ["text/html"]],
    ["RTF that points elsewhere",    { 4105: packed, 4115: Buffer.from("<p>") },           ["multipart/alternative", "text/html", "text/html"]],
    ["RTF that says the same",       { 4105: packed, 4115: wrapped },                      ["text/html"]],
    ["HTML as text",                 { 4115: "<p>" },                                        ["text/html"]],
  ];
  for (const [what, properties, expected] of cases) {
    test(what, () => assert.deepEqual(types(rebuild({ properties })), expected));
  }

  test("8-bit text by the item's code page", () => {
    const rebuilt = rebuild({ properties: { 16381: 1251, 55: { string8: Buffer.from("cff0e8e2e5f2", "hex") } } });
    assert.equal(header(rebuilt, "subject"), "Привет");
  });

  test("a wish for a receipt goes to the sender", () => {
    const rebuilt = rebuild({ properties: { 41: true, 66: "Ada", 23810: "ada@example.org" } });
    assert.equal(header(rebuilt, "disposition-notification-to"), '"Ada" <ada@example.org>');
  });
});

describe("attack: items inside items (HM-168)", () => {
  test("20 deep: every level is read", () => {
    const { bytes, problems } = rebuild(nested(20));
    for (let level = 0; level <= 20; level += 1)
      assert.ok(bytes.includes(`Subject: level ${level}\r\n`), `level ${level}`);
    assert.deepEqual(problems, []);
  });

  test("50 deep: read to the limit, which is told", () => {
    const { bytes, problems } = rebuild(nested(50));
    assert.ok(bytes.includes(`Subject: level ${limits.outlookDepthMax}\r\n`));
    assert.ok(!bytes.includes(`Subject: level ${limits.outlookDepthMax + 1}\r\n`));
    assert.deepEqual(problems, ["limit.mime-depth"]);
  });
});
