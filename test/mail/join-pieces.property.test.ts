/** Any message, cut at any line ends into up to a hundred pieces, gives the loads of the whole; and any bytes give something. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { joinPieces } from "../../src/mail/join-pieces.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { context, rawMessage } from "../hostile/read.ts";
import { lineStarts, piecesOf } from "../support/pieces.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 150);

const text = fc.array(
  fc.oneof(
    fc.constantFrom(
      "",
      "Good morning.",
      '<img src="http://t.example/p.gif?u=bo@example.net" width=1 height=1>',
      "<img",
      ' src="http://t.example/long',
      '-name.gif">',
      "<p style='background:url(",
      "http://t.example/b.png)'>",
      "--b",
      "From here on",
    ),
    fc.stringMatching(/^[ -~]{0,60}$/),
  ),
  { maxLength: 120 },
);

const encoded = (body: string, encoding: string): string => {
  if (encoding === "base64") return Buffer.from(body).toString("base64").replace(/.{60}/g, "$&\n");
  return encoding === "quoted-printable"
    ? body.replace(/[=\x80-\xff]/g, "=3D").replace(/(.{50})(?=.)/g, "$1=\n")
    : body;
};

const whole = fc
  .tuple(text, text, fc.constantFrom("7bit", "base64", "quoted-printable"), fc.constantFrom("single", "mixed"))
  .map(([plain, html, encoding, shape]) => {
    const part = [
      "Content-Type: text/html; charset=utf-8",
      `Content-Transfer-Encoding: ${encoding}`,
      "",
      encoded(html.join("\n"), encoding),
    ];
    const head = ["Subject: a long one", "Message-ID: <whole@example.org>", "MIME-Version: 1.0"];
    if (shape === "single") return [...head, ...part, ""].join("\n");
    const type = "Content-Type: multipart/mixed;\n boundary=outer";
    return [
      ...head,
      type,
      "",
      "--outer",
      "Content-Type: text/plain",
      "",
      ...plain,
      "--outer",
      ...part,
      "--outer--",
      "",
    ].join("\n");
  });

const around = "From: Ada Example <ada@example.org>\nTo: bo@example.net\nDate: Tue, 02 Jan 2019 10:00:00 +0000\n";

const loadsIn = (bytes: Buffer) => {
  const { loads, loadCount, subject, messageId, status } = analyse(rawMessage(bytes), context).record;
  return { loads: loads.map(({ span: _, ...load }) => load), loadCount, subject, messageId, status };
};

describe("joining pieces", () => {
  test("a message that was cut has the loads of the whole", () => {
    const property = fc.property(
      whole,
      fc.array(fc.nat(), { minLength: 1, maxLength: 99 }),
      fc.boolean(),
      (message, picks, isCrLf) => {
        const eol = isCrLf ? "\r\n" : "\n";
        const wire = message.replaceAll("\n", eol);
        const starts = lineStarts(wire);
        const cuts = [...new Set(picks.map((pick) => starts[pick % starts.length] ?? 0))]
          .filter((cut) => cut > 0)
          .sort((a, b) => a - b);
        const pieces = piecesOf(wire, cuts, { eol }).map((piece) => Buffer.from(piece));
        assert.deepEqual(loadsIn(joinPieces(pieces)), loadsIn(Buffer.from(around.replaceAll("\n", eol) + wire)));
      },
    );
    fc.assert(property, { numRuns: RUNS });
  });

  test("any bytes give something, and never throw", () => {
    const property = fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 5 }), (pieces) => {
      assert.ok(joinPieces(pieces).length >= 0);
    });
    fc.assert(property, { numRuns: RUNS });
  });
});
