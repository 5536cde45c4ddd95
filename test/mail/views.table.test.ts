/** Content that one reader sees and another does not is found, and said (hostile-mail, section 2). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readViews } from "../../src/mail/views/read-views.ts";

const CANARY = "LETTERLOCK-CANARY-0123456789abcdef";
const BASE64 = Buffer.from(CANARY).toString("base64");
const QUOTED = [...Buffer.from(CANARY)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

const head = (...fields: string[]) => ["From: Ada <ada@example.org>", "MIME-Version: 1.0", ...fields, ""];
const part = (boundary: string, ...fields: string[]) => [
  `--${boundary}`,
  "Content-Type: application/octet-stream",
  ...fields,
  "",
];
const encoded = (boundary: string) => [...part(boundary, "Content-Transfer-Encoding: base64"), BASE64];

describe("the canary is found, with a flag", () => {
  const cases: readonly (readonly [name: string, flag: string, lines: readonly string[]])[] = [
    [
      "two boundaries declared, the second used",
      "odd-parameter",
      [...head("Content-Type: multipart/mixed; boundary=a; boundary=b"), ...encoded("b"), "--b--"],
    ],
    [
      "two Content-Types, the second a multipart",
      "dup-header:content-type",
      [...head("Content-Type: text/plain", "Content-Type: multipart/mixed; boundary=b"), ...encoded("b"), "--b--"],
    ],
    [
      "nothing declared, parts in a text",
      "undeclared-boundary",
      [...head("Content-Type: text/plain"), ...encoded("b"), "--b--"],
    ],
    [
      "an encoding written with a comment inside",
      "comment-in-mime-header",
      [...head("Content-Type: text/plain", "Content-Transfer-Encoding: bas(x)e64"), BASE64],
    ],
    [
      "an encoding written as an encoded-word",
      "encoded-word-in-structure",
      [...head("Content-Type: text/plain", "Content-Transfer-Encoding: =?utf-8?Q?base64?="), BASE64],
    ],
    [
      "two encodings",
      "dup-header:content-transfer-encoding",
      [...head("Content-Transfer-Encoding: 7bit", "Content-Transfer-Encoding: base64"), BASE64],
    ],
    ["base64 that is declared as text", "undeclared-encoding", [...head("Content-Transfer-Encoding: 7bit"), BASE64]],
    ["quoted-printable that is not declared", "undeclared-encoding", [...head("Content-Type: text/plain"), QUOTED]],
    [
      "base64 twice",
      "nested-encoding",
      [...head("Content-Transfer-Encoding: base64"), Buffer.from(BASE64).toString("base64")],
    ],
    [
      "a multipart that is encoded as a whole",
      "encoded-container",
      [
        ...head("Content-Type: multipart/mixed; boundary=b", "Content-Transfer-Encoding: base64"),
        Buffer.from([...encoded("b"), "--b--", ""].join("\r\n")).toString("base64"),
      ],
    ],
    [
      "after the end boundary",
      "content-outside-parts",
      [...head("Content-Type: multipart/mixed; boundary=b"), "--b", "", "text", "--b--", ...encoded("c"), "--c--"],
    ],
    [
      "before the first boundary",
      "content-outside-parts",
      [...head("Content-Type: multipart/mixed; boundary=b"), BASE64, "--b", "", "text", "--b--"],
    ],
    [
      "a header that goes on after a line of white space",
      "white-line-in-header",
      [...head("X-A: 1").slice(0, -1), " ", "Content-Transfer-Encoding: base64", "", BASE64],
    ],
    [
      "a boundary line that begins with a space",
      "no-parts",
      [...head("Content-Type: multipart/mixed; boundary=b"), ` ${encoded("b")[0]}`, ...encoded("b").slice(1), " --b--"],
    ],
    [
      "a smuggled message",
      "smuggling-residue",
      [
        ...head("Content-Type: text/plain"),
        "text",
        ".",
        "MAIL FROM:<b@example.net>",
        "DATA",
        ...head("Content-Transfer-Encoding: base64"),
        BASE64,
      ],
    ],
  ];
  for (const [name, flag, lines] of cases) {
    test(name, () => {
      const { objects, flags } = readViews(Buffer.from(lines.join("\r\n")));
      assert.ok(
        objects.some(({ bytes }) => Buffer.from(bytes).toString("latin1").trim() === CANARY),
        objects.map(({ bytes, views }) => `${views}: ${Buffer.from(bytes).toString("latin1")}`).join("\n"),
      );
      assert.ok(flags.includes(flag), flags.join(", "));
    });
  }
});

test("an ordinary message has one reading and no flag but that of its line ends", () => {
  const lines = [
    ...head('Content-Type: multipart/mixed; boundary="b"'),
    "A greeting.",
    "--b",
    "Content-Type: text/plain",
    "",
    "-- ",
    "Ada",
    "--b--",
    "",
  ];
  const { objects, flags } = readViews(Buffer.from(lines.join("\r\n")));
  assert.deepEqual(flags, []);
  assert.deepEqual(
    objects.map(({ views }) => views),
    [["strict"]],
  );
});

test("line ends without number after lone full stops cost their number (found by the fuzzer)", () => {
  // With a pattern that backtracks over them each full stop takes ten seconds, and the suite's time limit ends the test.
  const message = Buffer.from(`From: a@example.org\r\n\r\n${`\n.${"\n".repeat(600)}`.repeat(200)}`);
  assert.ok(!readViews(message).flags.includes("smuggling-residue"));
});

describe("encodings that decoders part on", () => {
  const quoted = ["Content-Type: text/plain", "Content-Transfer-Encoding: quoted-printable"];
  const flagsOf = (fields: readonly string[], body: string) =>
    readViews(Buffer.from([...head(...fields), body].join("\r\n"))).flags.filter((flag) => flag.startsWith("odd-"));
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, body: string, isOdd: boolean])[] = [
    ["capitals",                        "a=3Db=C3=A4",        false],
    ["a small letter",                  "a=3db",              true],
    ["small letters",                   "a=c3=a4",            true],
    ["a soft break",                    "a=\r\nb",            false],
    ["a soft break of LF",              "a=\nb\r\nc",        true],
    ["lines of LF under another header", "a=\nb\nc",          false],
    ["white space before the break",    "a= \t\r\nb",         true],
    ["at the end of the data",          "a=",                 false],
    ["white space at the end",          "a= ",                false],
    ["a soft break before digits",      "a=\r\n2D",           false],
  ];
  for (const [name, body, isOdd] of cases) {
    test(name, () => assert.deepEqual(flagsOf(quoted, body), isOdd ? ["odd-quoted-printable"] : []));
  }

  const base64 = ["Content-Type: text/plain", "Content-Transfer-Encoding: base64"];
  // biome-ignore format: a table reads by column
  const blocks: readonly (readonly [name: string, body: string, isOdd: boolean])[] = [
    ["one block",                "QUJD\r\nREVG",     false],
    ["padded",                   "QUI=",             false],
    ["a blank line",             "QUJD\r\n\r\nREVG", false],
    ["two padded blocks",        "QUI=QUI=",         true],
    ["padding after whole groups", "QUJD=\r\nREVG",  true],
    ["padding of two",           "QUJD==\r\nREVG",   true],
  ];
  for (const [name, body, isOdd] of blocks) {
    test(`base64: ${name}`, () => assert.deepEqual(flagsOf(base64, body), isOdd ? ["odd-base64"] : []));
  }

  test("what follows such padding is found, and what stands before it", () => {
    const text = Buffer.from("LETTERLOCK-CANARY-1").toString("base64").replace(/=+$/, "");
    const { objects } = readViews(Buffer.from([...head(...base64), `QUJD=\r\n${text}`].join("\r\n")));
    assert.ok(objects.some(({ bytes }) => Buffer.from(bytes).toString() === "ABC"));
    assert.ok(objects.some(({ bytes }) => Buffer.from(bytes).includes("LETTERLOCK-CANARY-1")));
  });
});

test("a name whose colon stands on the next line", () => {
  const flags = (lines: readonly string[]) => readViews(Buffer.from([...lines, "", "text"].join("\r\n"))).flags;
  assert.ok(flags(["From: a@example.org", "To", " : b@example.net"]).includes("odd-header-name"));
  // A signature's list of names may fold before a colon.
  const signed = flags(["From: a@example.org", "DKIM-Signature: v=1; d=example.org; h=From", " :To:Subject; b=x"]);
  assert.deepEqual(signed, []);
});

describe("everyday shapes carry no flag", () => {
  const flagsOf = (text: string) => readViews(Buffer.from(text, "latin1")).flags.filter((flag) => flag !== "bare-lf");
  const version = "MIME-Version: 1.0\r\n";
  const mixed = `From: a@example.org\r\n${version}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b--\r\n`;
  const rule = "_".repeat(47);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, text: string, flags: readonly string[]])[] = [
    ["a line of an mbox on top",     "From a@example.org  Mon Mar 25 10:20:30 2024\nFrom: a@example.org\n\ntext",         []],
    ["white space and that line",    " \nFrom a@example.org Mon Mar 25 10:20:30 2024\nFrom: a@example.org\n\ntext",      ["leading-junk"]],
    ["the line without a date",      "From a@example.org\nFrom: a@example.org\n\ntext",                                  ["leading-junk"]],
    ["plain text without a version", "From: a@example.org\nContent-Type: text/plain\n\ntext",                            []],
    ["HTML without a version",       "From: a@example.org\nContent-Type: text/html\n\ntext",                             ["odd-mime-version"]],
    ["a version with a program",     "From: a@example.org\nMIME-Version: 1.0 (Example Mail 3)\n\ntext",                  []],
    ["a comment in the version",     "From: a@example.org\nMIME-Version: 1.(x)0\n\ntext",                                ["odd-mime-version"]],
    ["a list's footer",              `${mixed}${rule}\r\nOur list <l@example.org>\r\nhttps://lists.example/\r\n`,       []],
    ["a page as a footer",           `${mixed}${rule}\r\n<img/src=https://a.example/x>\r\n`,                            ["content-outside-parts"]],
    ["an encoded file as a footer",  `${mixed}${rule}\r\n${Buffer.from("x".repeat(99)).toString("base64")}\r\n`,        ["ambiguous-structure", "carved-object", "content-outside-parts"]],
    ["numbers in links",             "From: a@example.org\n\nhttps://a.example/?id=12&page=34 https://b.example/?u=56",   []],
    ["quoted mails in a mail",       "From: a@example.org\n\n-----Original Message-----\nx\n\n-----Original Message-----\ny", []],
    ["a body of LF under CR LF",     "From: a@example.org\r\n\r\n\n\nOne line",                                          []],
  ];
  for (const [name, text, flags] of cases) test(name, () => assert.deepEqual(flagsOf(text), flags));
});

describe("dots that an SMTP transfer put in (HM-014)", () => {
  const html = "Content-Type: text/html";
  const quoted = "Content-Transfer-Encoding: quoted-printable";
  const read = (fields: readonly string[], lines: readonly string[]) =>
    readViews(Buffer.from([...head(...fields), ...lines].join("\r\n")));
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, fields: readonly string[], lines: readonly string[], found: string | null])[] = [
    ["in a URL after a soft break",       [html, quoted], ['<img src=3D"http://t=', '..example/a">'],          "//t.example/a"],
    ["in a URL on its third line",        [html, quoted], ['<img src=3D"http://t=', "/long=", '..gif">'],      "//t/long.gif"],
    ["in a URL of HTML as it stands",     [html],         ['<img src="http://t', '..example/a">', "."],        ".example/a"],
    ["in a plain text's URL",             ["X: y", quoted], ["http://www=", "..t.example/a"],                  "www.t.example/a"],
    ["a line with one dot: none was put in", [html, quoted], ['<img src=3D"http://t=', '..example/a">', ".b"],  null],
    ["an ellipsis in a text",             ["X: y", quoted], ["see http://t.example/ and wait=", "...for it"],  null],
    ["two dots in a text",                ["X: y", quoted], ["see http://t.example/ and wait =", "..for it"],  null],
    ["two dots after a tag",              [html],         ['<a href="http://t.example/">', "..b</a>"],         null],
    ["two dots on a line of plain text",  ["X: y"],       ["http://t", "..example"],                           null],
  ];
  for (const [name, fields, lines, found] of cases) {
    test(name, () => {
      const { objects, flags } = read(fields, lines);
      const texts = objects.slice(1).map(({ bytes }) => Buffer.from(bytes).toString("latin1"));
      assert.equal(flags.includes("dot-stuffed"), found !== null);
      if (found !== null)
        assert.ok(
          texts.some((text) => text.includes(found) && !text.includes("..")),
          texts.join("|"),
        );
      assert.ok(!flags.includes("ambiguous-structure"));
    });
  }

  test("a body of such lines costs their number", () => {
    const line = `${"/".repeat(70)}=`;
    const { flags } = read([html, quoted], Array.from({ length: 200_000 }, () => `..${line}`).concat('" ='));
    assert.ok(flags.includes("dot-stuffed"));
  });
});
