/** Putting pieces together: whose fields count (RFC 2046 5.2.2.1), and what hostile or damaged pieces give. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { joinPieces } from "../../src/mail/join-pieces.ts";
import { piecesOf } from "../support/pieces.ts";

const joined = (...pieces: readonly string[]) =>
  joinPieces(pieces.map((piece) => Buffer.from(piece, "latin1"))).toString("latin1");

const WHOLE = [
  "Subject: Audio mail",
  "Message-ID: <whole@example.org>",
  "MIME-Version: 1.0",
  "Content-Type: text/plain",
  "X-Inner: dropped",
  "",
  "first line",
  "second line",
  "",
].join("\n");

describe("joining pieces", () => {
  test("the standard's example: fields around the first, those of the content from inside, bodies in order", () => {
    const pieces = piecesOf(WHOLE, [WHOLE.indexOf("second")], {
      first: ["Received: by mx.example.net", "Encrypted: no", "Content-Language: de"],
    });
    assert.equal(
      joined(...pieces),
      [
        "From: Ada Example <ada@example.org>",
        "To: bo@example.net",
        "Date: Tue, 02 Jan 2019 10:00:00 +0000",
        "Received: by mx.example.net",
        "Subject: Audio mail",
        "Message-ID: <whole@example.org>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain",
        "",
        "first line",
        "second line",
        "",
      ].join("\n"),
    );
  });

  test("a cut in the header inside, also in a folded field", () => {
    const whole = WHOLE.replace("text/plain", "text/plain;\n charset=utf-8");
    const cuts = [whole.indexOf("MIME"), whole.indexOf(" charset"), whole.indexOf("X-Inner")];
    assert.equal(joined(...piecesOf(whole, cuts)), joined(...piecesOf(whole, [])));
  });

  test("CRLF stays CRLF", () => {
    const whole = WHOLE.replaceAll("\n", "\r\n");
    const text = joined(...piecesOf(whole, [whole.indexOf("second")], { eol: "\r\n" }));
    assert.equal(text.replaceAll("\r\n", "").includes("\n"), false);
    assert.ok(text.endsWith("\r\n\r\nfirst line\r\nsecond line\r\n"));
  });

  test("a piece kept without its last line end: the cut is at a line end all the same", () => {
    const pieces = piecesOf(WHOLE, [WHOLE.indexOf("second")]).map((piece) => piece.trimEnd());
    assert.ok(joined(...pieces).endsWith("\n\nfirst line\nsecond line"));
  });

  test("an encoding that pieces may not have is undone", () => {
    const [first = "", second = ""] = piecesOf(WHOLE, [WHOLE.indexOf("second")]);
    const body = Buffer.from("second line\n").toString("base64");
    const encoded = second
      .replace("MIME-Version: 1.0", "MIME-Version: 1.0\nContent-Transfer-Encoding: base64")
      .replace("second line\n", `${body}\n`);
    assert.equal(joined(first, encoded), joined(first, second));
  });

  // Evasion: a cut in the middle of a line, which only an encoding brings through the mail.
  test("a cut inside a line of an encoded piece", () => {
    const pieces = piecesOf(WHOLE, [WHOLE.indexOf("nd line")]).map((piece) => {
      const [head = "", body = ""] = [piece.slice(0, piece.indexOf("\n\n")), piece.slice(piece.indexOf("\n\n") + 2)];
      return `${head}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(body).toString("base64")}\n`;
    });
    assert.ok(joined(...pieces).endsWith("\n\nfirst line\nsecond line\n"));
  });

  test("a piece that was forwarded as a part", () => {
    const pieces = piecesOf(WHOLE, [WHOLE.indexOf("second")]);
    const forwarded = pieces.map(
      (piece) =>
        `From: cy@example.net\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n${piece}\n--b--\n`,
    );
    assert.equal(joined(...forwarded).trimEnd(), joined(...pieces).trimEnd());
  });

  // biome-ignore format: a table reads by column
  const odd: readonly (readonly [what: string, pieces: readonly string[], text: string])[] = [
    ["nothing",                 [],                                             ""],
    ["empty",                   [""],                                           "\n"],
    ["no piece",                ["From: a\n\ntext"],                            "From: a\n\n"],
    ["a body without a header", ["From: a\nContent-Type: message/partial\n\n\ntext\n"], "From: a\n\ntext\n"],
  ];
  for (const [what, pieces, text] of odd) test(`odd: ${what}`, () => assert.equal(joined(...pieces), text));
});
