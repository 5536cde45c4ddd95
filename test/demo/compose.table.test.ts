import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  addressText,
  asctime,
  canEncode,
  composeMail,
  encodeText,
  header,
  headerText,
  mailDate,
  multipart,
  quotedPrintable,
  type Script,
  textPart,
  wrapText,
} from "../../src/demo/compose.ts";
import { unquoted } from "../office/open-files.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 200);
const UTF8: Script = { charset: "utf-8", word: "B", encoding: "quoted-printable" };
const LATIN1: Script = { charset: "iso-8859-1", word: "Q", encoding: "8bit" };

describe("header text", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, script: Script, octets: string])[] = [
    ["Plain words",    UTF8,   "Plain words"],
    ["Färgen är blå",  LATIN1, "=?iso-8859-1?Q?F=E4rgen_=E4r_bl=E5?="],
    ["Δάφνη",          { charset: "iso-8859-7", word: "B", encoding: "base64" },   "=?iso-8859-7?B?xNz27ec=?="],
    ["Дім є її",       { charset: "windows-1251", word: "Q", encoding: "base64" }, "=?windows-1251?Q?=C4=B3=EC_=BA_=BF=BF?="],
  ];
  for (const [text, script, octets] of cases) test(text, () => assert.equal(headerText(text, script), octets));

  test("any text comes back from encoded-words of at most 75 characters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
        fc.constantFrom("B", "Q"),
        (text, word) => {
          fc.pre(/[^ -~]/.test(text));
          const words = headerText(text, { ...UTF8, word: word === "B" ? "B" : "Q" }).split(" ");
          for (const one of words) assert.ok(one.length <= 75, one);
          assert.equal(words.map(wordText).join(""), text);
        },
      ),
      { numRuns },
    );
  });
});

/** RFC 2047 read by the book, for one UTF-8 word: each word holds whole characters. */
function wordText(word: string): string {
  const [, , form = "", body = ""] = word.split("?");
  const octets = form === "B" ? Buffer.from(body, "base64").toString("latin1") : unquoted(body.replaceAll("_", " "));
  return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(octets, "latin1"));
}

test("names are quoted or encoded where they must be", () => {
  const address = "a@post.example";
  assert.equal(addressText({ name: "", address }, UTF8), "a@post.example");
  assert.equal(addressText({ name: "Ann O'Hara", address }, UTF8), "Ann O'Hara <a@post.example>");
  assert.equal(addressText({ name: "Dr. Ann, clerk", address }, UTF8), '"Dr. Ann, clerk" <a@post.example>');
  assert.equal(addressText({ name: "Zoë", address }, LATIN1), "=?iso-8859-1?Q?Zo=EB?= <a@post.example>");
});

test("quoted-printable: short lines, no bare octets, and the text returns", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const octets = encodeText(text.replaceAll("\r", ""), "utf-8");
      const encoded = quotedPrintable(octets);
      for (const line of encoded.split("\n")) assert.match(line, /^(?:[\t -~]{0,75}[!-~])?$/);
      assert.equal(unquoted(encoded), octets);
    }),
    { numRuns },
  );
});

test("charsets refuse what they lack", () => {
  assert.equal(canEncode("łódka", "iso-8859-1"), false);
  assert.throws(() => encodeText("łódka", "iso-8859-1"), /not in iso-8859-1/);
  assert.equal(encodeText("é", "iso-8859-1"), "\xe9");
});

describe("dates", () => {
  const at = Date.UTC(2021, 0, 19, 8, 12, 5);
  test("east", () => assert.equal(mailDate(at, 120), "Tue, 19 Jan 2021 10:12:05 +0200"));
  test("west, over midnight", () => assert.equal(mailDate(at, -570), "Mon, 18 Jan 2021 22:42:05 -0930"));
  test("asctime pads the day with a space", () =>
    assert.equal(asctime(Date.UTC(2021, 1, 4)), "Thu Feb  4 00:00:00 2021"));
});

test("wrapping breaks at columns and leaves quoted lines alone", () => {
  assert.equal(wrapText("one two three", 7), "one two\nthree");
  assert.equal(wrapText("one two three", 7, " "), "one two \nthree");
  assert.equal(wrapText("> one two three", 7), "> one two three");
});

test("a multipart message, byte for byte", () => {
  const body = multipart("alternative", "b", [textPart("plain", "Grüße", UTF8), textPart("html", "<p>x</p>", LATIN1)]);
  const subject = header("Subject", "A subject that is long enough to be folded because it has more than 76 columns");
  assert.equal(
    composeMail([subject], body),
    'Subject: A subject that is long enough to be folded because it has more than\n 76 columns\nMIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe\n\n--b\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n<p>x</p>\n\n--b--\n',
  );
});
