import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { decodeText } from "../../src/mail/body.ts";
import type { Entity, Message } from "../../src/mail/message.ts";
import { parseMessage } from "../../src/mail/parse.ts";

function parse(lines: readonly string[], eol = "\n"): Message {
  return parseMessage(Buffer.from(lines.join(eol), "latin1"));
}

/** `path type/subtype "text"` of each entity; the text of leaves only. */
function outline(message: Message): string[] {
  const text = (entity: Entity) =>
    entity.children.length > 0 ? "" : ` ${JSON.stringify(decodeText(message, entity).text)}`;
  return message.entities.map((entity) =>
    `${entity.path} ${entity.mediaType.type}/${entity.mediaType.subtype}${text(entity)}`.trim(),
  );
}

function codes(message: Message): string[] {
  return [...new Set(message.problems.map(({ code }) => code))].sort();
}

interface Case {
  readonly title: string;
  readonly lines: readonly string[];
  readonly expected: readonly string[];
  readonly codes?: readonly string[];
}

const mixed = 'Content-Type: multipart/mixed; boundary="b"';

const structure: readonly Case[] = [
  { title: "one text", lines: ["A: 1", "", "x", ""], expected: ['text/plain "x\\n"'] },
  {
    title: "two parts (RFC 2046 5.1.1, retyped)",
    lines: [
      mixed,
      "",
      "preamble",
      "--b",
      "",
      "implicit text",
      "--b",
      "Content-type: text/plain; charset=us-ascii",
      "",
      "explicit text",
      "",
      "--b--",
      "epilogue",
    ],
    expected: ["multipart/mixed", '1 text/plain "implicit text"', '2 text/plain "explicit text\\n"'],
  },
  {
    title: "parts of a digest are messages (RFC 2046 5.1.5)",
    lines: [
      "Content-Type: multipart/digest; boundary=b",
      "",
      "--b",
      "",
      "Subject: one",
      "",
      "x",
      "--b",
      "Content-Type: text/plain",
      "",
      "y",
      "--b--",
    ],
    expected: ["multipart/digest", "1 message/rfc822", '1.0 text/plain "x"', '2 text/plain "y"'],
  },
  {
    title: "paths of nested messages are those of IMAP",
    lines: [
      mixed,
      "",
      "--b",
      "",
      "a",
      "--b",
      "Content-Type: message/rfc822",
      "",
      "Content-Type: multipart/alternative; boundary=i",
      "",
      "--i",
      "",
      "x",
      "--i",
      "",
      "y",
      "--i--",
      "--b--",
    ],
    expected: [
      "multipart/mixed",
      '1 text/plain "a"',
      "2 message/rfc822",
      "2.0 multipart/alternative",
      '2.1 text/plain "x"',
      '2.2 text/plain "y"',
    ],
  },
  {
    title: "a boundary that begins with another one",
    lines: [
      mixed,
      "",
      "--b",
      "Content-Type: multipart/mixed; boundary=bb",
      "",
      "--bb",
      "",
      "x",
      "--bb--",
      "--b",
      "",
      "y",
      "--b--",
    ],
    expected: ["multipart/mixed", "1 multipart/mixed", '1.1 text/plain "x"', '2 text/plain "y"'],
  },
  {
    title: "an outer boundary ends the inner multipart",
    lines: [mixed, "", "--b", "Content-Type: multipart/mixed; boundary=i", "", "--i", "", "x", "--b", "", "y", "--b--"],
    expected: ["multipart/mixed", "1 multipart/mixed", '1.1 text/plain "x"', '2 text/plain "y"'],
    codes: ["mime.no-end-boundary"],
  },
  {
    title: "no end boundary",
    lines: [mixed, "", "--b", "", "x"],
    expected: ["multipart/mixed", '1 text/plain "x"'],
    codes: ["mime.no-end-boundary"],
  },
  {
    title: "no boundary parameter: the first token line is taken",
    lines: ["Content-Type: multipart/mixed", "", "--found", "Content-Type: text/html", "", "x", "--found--"],
    expected: ["multipart/mixed", '1 text/html "x"'],
    codes: ["mime.no-boundary"],
  },
  {
    title: "the declared boundary never comes",
    lines: ['Content-Type: multipart/mixed; boundary="other"', "", "--found", "", "x", "--found--"],
    expected: ["multipart/mixed", '1 text/plain "x"'],
    codes: ["mime.wrong-boundary"],
  },
  {
    title: "a multipart without parts keeps its text",
    lines: [mixed, "", "only text"],
    expected: ['multipart/mixed "only text"'],
    codes: ["mime.no-parts", "mime.wrong-boundary"],
  },
  {
    title: "a part after the end boundary",
    lines: [mixed, "", "--b", "", "x", "--b--", "--b", "", "y", "--b--"],
    expected: ["multipart/mixed", '1 text/plain "x"', '2 text/plain "y"'],
    codes: ["mime.part-after-end"],
  },
  {
    title: "junk and white space after a boundary; a boundary glued to text is none",
    lines: [mixed, "", "--b \t", "", "x", "--b;junk", "", "y", "--bglued", "--b-"],
    expected: ["multipart/mixed", '1 text/plain "x"', '2 text/plain "y\\n--bglued"'],
    codes: ["mime.odd-boundary-line"],
  },
  {
    title: "parts without blank line, without header, empty",
    lines: [mixed, "", "--b", "Content-Type: text/html", "--b", "just text", "--b", "--b--"],
    expected: ["multipart/mixed", '1 text/html ""', '2 text/plain "just text"', '3 text/plain ""'],
    codes: ["header.no-blank-line"],
  },
  {
    title: "the blank line before the first boundary is missing",
    lines: [mixed, "--b", "Content-Type: text/html", "", "x", "--b--"],
    expected: ["multipart/mixed", '1 text/html "x"'],
    codes: ["header.no-blank-line"],
  },
  {
    title: "an encoded message is left closed",
    lines: ["Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "", "QTogMQ=="],
    expected: ['message/rfc822 "A: 1"'],
    codes: ["mime.encoded-message"],
  },
  {
    title: "an encoding on a multipart does not count",
    lines: [mixed, "Content-Transfer-Encoding: base64", "", "--b", "", "x", "--b--"],
    expected: ["multipart/mixed", '1 text/plain "x"'],
    codes: ["mime.encoded-multipart"],
  },
  {
    title: "spellings of encodings",
    lines: [
      mixed,
      "",
      "--b",
      'Content-Transfer-Encoding: "Base64"',
      "",
      "eA==",
      "--b",
      "Content-Transfer-Encoding: Quoted_Printable (x);",
      "",
      "=78",
      "--b",
      "Content-Transfer-Encoding: x-zip",
      "",
      "z",
      "--b--",
    ],
    expected: ["multipart/mixed", '1 text/plain "x"', '2 text/plain "x"', '3 text/plain "z"'],
    codes: ["mime.unknown-encoding"],
  },
  {
    title: "a type without subtype",
    lines: ["Content-Type: html; charset=utf-8", "", "x"],
    expected: ['text/html "x"'],
    codes: ["mime.bad-type"],
  },
  {
    title: "an empty type",
    lines: ["Content-Type: ", "", "x"],
    expected: ['text/plain "x"'],
    codes: ["mime.bad-type"],
  },
];

describe("structure", () => {
  for (const { title, lines, expected, codes: wanted = [] } of structure) {
    for (const [name, eol] of [
      ["LF", "\n"],
      ["CRLF", "\r\n"],
      ["CR", "\r"],
    ] as const) {
      test(`${title} (${name})`, () => {
        const message = parse(lines, eol);
        assert.deepEqual(
          outline(message).map((line) => line.replaceAll("\\r\\n", "\\n").replaceAll("\\r", "\\n")),
          expected,
        );
        assert.deepEqual(codes(message), wanted);
      });
    }
  }
});

describe("the start of the message", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [bytes: string, start: number, codes: readonly string[]])[] = [
    ["",                                            0, ["message.empty"]],
    [" \r\n\t\n",                                   0, ["message.empty"]],
    ["\r\n\r\ntext",                                0, ["message.no-header"]],
    ["text only\nand more",                         0, ["header.no-blank-line", "message.no-header"]],
    ["A: 1\n\nx",                                   0, []],
    ["\xef\xbb\xbfA: 1\n\nx",                       3, ["message.leading-junk"]],
    ["\n \r\nA: 1\n\nx",                            4, ["message.leading-junk"]],
    ["From a@example.org Mon Mar 25 10:20:30 2024\nA: 1\n\nx",  44, ["message.leading-junk"]],
    [">From a@example.org Mon Mar 25 10:20:30 2024\nA: 1\n\nx", 45, ["message.leading-junk"]],
    ["HTTP/1.1 200 OK\nA: 1\n\nx",                  0, ["header.no-colon"]],
    ["HTTP/1.1 200 OK\nTo: 1\n\nx",                16, ["header.no-colon", "message.leading-junk"]],
    ["MAIL FROM:<a@example.org>\nRCPT TO:<b@example.net>\nDATA\nTo: 1\n\nx", 55, ["header.no-colon", "message.leading-junk"]],
    ["220 mx.example\nEHLO a.example\n250-mx.example\n250 SIZE 9\nMAIL FROM:<>\n250 ok\nDATA\n354 go\nTo: 1\n\nx", 88, ["header.no-colon", "message.leading-junk"]],
    // A dialogue in a text, and one with a field of no header behind it.
    ["MAIL FROM:<a@example.org>\nDATA\nwhat it says\n\nx", 0, ["header.no-blank-line", "message.no-header"]],
    ["DATA\nA: 1\n\nx",                             0, ["header.no-colon"]],
  ];
  for (const [text, start, wanted] of cases) {
    test(JSON.stringify(text), () => {
      const message = parseMessage(Buffer.from(text, "latin1"));
      assert.equal(message.root.span.start, start);
      assert.deepEqual(codes(message), wanted);
      assert.equal(message.root.body.end, text.length);
    });
  }
});

describe("limits end the work and keep what was read", () => {
  test("depth of multiparts", () => {
    const lines: string[] = [];
    for (let depth = 0; depth < limits.mimeDepthMax + 10; depth++)
      lines.push(`Content-Type: multipart/mixed; boundary=b${depth}`, "", `--b${depth}`);
    const message = parse([...lines, "", "deep"]);
    assert.equal(message.entities.length, limits.mimeDepthMax + 1);
    assert.ok(codes(message).includes("limit.mime-depth"));
  });
  test("depth of messages", () => {
    const message = parse(Array.from({ length: 200 }, () => ["Content-Type: message/rfc822", ""]).flat());
    assert.equal(message.entities.length, limits.mimeDepthMax + 1);
    assert.ok(codes(message).includes("limit.mime-depth"));
  });
  for (const [count, isCut] of [
    [limits.entitiesMax - 1, false],
    [limits.entitiesMax, true],
  ] as const) {
    test(`${count} parts`, () => {
      const message = parse([mixed, "", ...Array.from({ length: count }, () => ["--b", "", "x"]).flat(), "--b--"]);
      assert.equal(message.entities.length, limits.entitiesMax);
      assert.equal(codes(message).includes("limit.entities"), isCut);
      assert.equal(message.entities.at(-1)?.path, `${limits.entitiesMax - 1}`);
    });
  }
  test("header fields", () => {
    const message = parse([...Array.from({ length: limits.headerFieldsMax + 5 }, () => "A: 1"), "", "body"]);
    assert.equal(message.root.headers.fields.length, limits.headerFieldsMax);
    assert.deepEqual(codes(message), ["limit.header-fields"]);
    assert.deepEqual(outline(message), ['text/plain "body"']);
  });
  test("header bytes", () => {
    const message = parse(["A: 1", `B: ${"x".repeat(limits.headerBytesMax)}`, "C: 1", "", "body"]);
    assert.deepEqual(
      message.root.headers.fields.map(({ key }) => key),
      ["a", "b"],
    );
    assert.deepEqual(codes(message), ["limit.header-bytes", "limit.header-field-bytes"]);
    assert.deepEqual(outline(message), ['text/plain "body"']);
  });
});
