import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decodeBody, decodeText } from "../../src/mail/body.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { decodeUuencoded, findUuencoded } from "../../src/mail/uuencode.ts";

function textOf(lines: readonly (string | Buffer)[]) {
  const bytes = Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from("\r\n")])));
  const message = parseMessage(bytes);
  return { bytes, message, decoded: decodeText(message, message.root) };
}

describe("the charset of a part", () => {
  const cyrillic = Buffer.from("c4e0", "hex");
  const cases: readonly (readonly [title: string, lines: readonly (string | Buffer)[], charset: string])[] = [
    [
      "the parameter",
      ["Content-Type: text/html; charset=windows-1251", "", "<meta charset=koi8-r>", cyrillic],
      "windows-1251",
    ],
    [
      "<meta charset>",
      ["Content-Type: text/html", "", "<html><meta name=x><META charset='koi8-r'>", cyrillic],
      "koi8-r",
    ],
    [
      "<meta http-equiv>",
      [
        "Content-Type: text/html",
        "",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        cyrillic,
      ],
      "windows-1251",
    ],
    ["<meta> that cannot be", ["Content-Type: text/html", "", "<meta charset=utf-16>"], "utf-8"],
    [
      "<meta> in plain text is text",
      ["Content-Type: text/plain", "", "<meta charset=koi8-r>", cyrillic],
      "windows-1252",
    ],
    ["a byte order mark", ["Content-Type: text/html; charset=koi8-r", "", Buffer.from("efbbbfc3a4", "hex")], "utf-8"],
    ["valid UTF-8", ["", "ä"], "utf-8"],
    ["anything else", ["", cyrillic], "windows-1252"],
  ];
  for (const [title, lines, charset] of cases) {
    test(title, () => assert.equal(textOf(lines).decoded.charset, charset));
  }
});

describe("from text back to raw bytes", () => {
  const url = "http://example.org/ä?b=123";
  const cases: readonly (readonly [title: string, lines: readonly string[], raw: string])[] = [
    ["identity", ["Content-Type: text/plain; charset=utf-8", "", `see ${url} now`], url],
    [
      "quoted-printable",
      [
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "see http://exam=",
        "ple.org/=C3=A4?b=3D123 now",
      ],
      "http://exam=\r\nple.org/=C3=A4?b=3D123",
    ],
    [
      "quoted-printable, before a soft break",
      [
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "http://example.org/=C3=A4?b=3D123=",
        " now",
      ],
      "http://example.org/=C3=A4?b=3D123",
    ],
    [
      "base64",
      [
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        Buffer.from(`abc${url}abc`).toString("base64"),
      ],
      Buffer.from(url).toString("base64"),
    ],
  ];
  for (const [title, lines, raw] of cases) {
    test(title, () => {
      const { bytes, decoded } = textOf(lines);
      const start = decoded.text.indexOf(url);
      const [found] = decoded.toRaw([{ start, end: start + url.length }]);
      assert.equal(bytes.toString("utf8", found?.start, found?.end), raw);
    });
  }
  test("spans in any order, empty and too long ones", () => {
    const { message, decoded } = textOf(["Content-Transfer-Encoding: base64", "", "QUJDREVG"]);
    const { start } = message.root.body;
    assert.deepEqual(
      decoded.toRaw([
        { start: 3, end: 6 },
        { start: 0, end: 3 },
        { start: 2, end: 2 },
        { start: 4, end: 99 },
      ]),
      [
        { start: start + 4, end: start + 8 },
        { start, end: start + 4 },
        { start: start + 2, end: start + 2 },
        { start: start + 5, end: start + 8 },
      ],
    );
  });
});

test("decodeBody of an attachment", () => {
  const { message } = textOf([
    "Content-Type: image/gif",
    "Content-Transfer-Encoding: base64",
    "",
    "R0lGODlh",
    "!!!!",
    "AQ==",
  ]);
  const { bytes, problems } = decodeBody(message, message.root);
  assert.equal(Buffer.from(bytes).toString("latin1"), "GIF89a\x01");
  assert.deepEqual(problems, [{ code: "base64.junk", span: message.root.body }]);
});

describe("findUuencoded", () => {
  const file = ["begin 644 ../../cat.txt", "#0V%T", "`", "end"];
  for (const eol of ["\n", "\r\n"]) {
    test(`files between text, line end ${JSON.stringify(eol)}`, () => {
      const bytes = Buffer.from(
        ["text", ...file, "begin with text", "begin 644 none", "no data follows here", ...file, "text"].join(eol),
      );
      const files = findUuencoded(bytes, { start: 0, end: bytes.length });
      assert.deepEqual(
        files.map(({ name }) => name),
        ["../../cat.txt", "../../cat.txt"],
      );
      for (const found of files) {
        assert.equal(decodeUuencoded(bytes, found).toString(), "Cat");
        assert.equal(bytes.toString("latin1", found.span.start, found.span.end).trimEnd(), file.join(eol));
      }
    });
  }
  test("without an end", () => {
    const bytes = Buffer.from("begin 644 a\n#0V%T\n");
    assert.equal(findUuencoded(bytes, { start: 0, end: bytes.length }).length, 1);
  });
});
