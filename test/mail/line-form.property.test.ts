/** Which bytes are the same message with other line ends: one partner for each, and no more. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { lineSha256, toLineForm } from "../../src/mail/line-form.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 300);
const bytesOf = (text: string) => Buffer.from(text, "latin1");
const sha256 = (text: string) => createHash("sha256").update(bytesOf(text)).digest("hex");
/** The name of the message whatever its line ends. */
const nameOf = (text: string) => lineSha256(bytesOf(text)) ?? sha256(text);

/** By the definition, one step after the other. */
function expected(text: string): string | null {
  const lines = text.split("\r\n");
  const isOther = lines.length < 2 || lines.some((line) => /[\r\n\0]/.test(line));
  return isOther ? null : sha256(lines.join("\n"));
}

const pieces = fc.constantFrom(
  "\r",
  "\n",
  "\r\n",
  "\0",
  "a",
  "\t",
  "\x0d\x0d\x0a",
  "\x0e",
  "\x8d",
  "\x8a",
  "\xff",
  "abcdefg",
);
const text = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(""));
const line = fc
  .array(fc.constantFrom("a", "\t", "\x0e", "\x8d", "\x80", "\xff", "abcde"), { maxLength: 12 })
  .map((all) => all.join(""));

describe("the name of a message whatever its line ends", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, text: string, hasForm: boolean])[] = [
    ["LF",                               "a: b\n\nc\n",         false],
    ["CRLF",                             "a: b\r\n\r\nc\r\n",   true],
    ["CRLF, the last line without end",  "a: b\r\n\r\nc",       true],
    ["nothing",                          "",                    false],
    ["one line without end",             "a: b",                false],
    ["mixed, LF last",                   "a: b\r\n\r\nc\n",     false],
    ["mixed, LF first",                  "a: b\n\r\nc\r\n",     false],
    ["a bare CR in a line",              "a: b\r\n\rc\r\n",     false],
    ["a bare CR at the end",             "a: b\r\n\r",          false],
    ["two CRs before an LF",             "a: b\r\r\nc\r\n",     false],
    ["a NUL, as in UTF-16",              "a: b\r\n\r\n\0c\r\n", false],
  ];
  for (const [what, bytes, hasForm] of cases) {
    test(`${what}: ${hasForm ? "has a form with LF" : "is itself only"}`, () => {
      assert.equal(lineSha256(bytesOf(bytes)) !== null, hasForm);
    });
  }

  test("any bytes, at any place of a larger buffer: as by the definition", () => {
    fc.assert(
      fc.property(text, fc.nat(9), (any, before) => {
        const whole = bytesOf(`${"\n".repeat(before)}${any}\n`);
        assert.equal(lineSha256(whole.subarray(before, before + any.length)), expected(any));
      }),
      { numRuns: RUNS },
    );
  });

  test("two different messages share a name only as CRLF and LF of the same lines", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [shorter, longer] = [a, b].sort((x, y) => x.length - y.length || (x < y ? -1 : 1));
        const isPair = !/[\r\0]/.test(shorter ?? "") && (shorter ?? "").replaceAll("\n", "\r\n") === longer;
        assert.equal(nameOf(a) === nameOf(b), a === b || isPair);
      }),
      { numRuns: RUNS },
    );
  });

  test("CRLF and LF of the same lines share it", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        assert.equal(nameOf(lines.join("\r\n")), nameOf(lines.join("\n")));
        assert.deepEqual(toLineForm(bytesOf(lines.join("\r\n"))), Buffer.from(bytesOf(lines.join("\n"))));
      }),
      { numRuns: RUNS },
    );
  });

  test("a message of several windows, with line ends across their borders", () => {
    for (const length of [3, 62, 126, 1021]) {
      const lines = Array.from({ length: Math.ceil(400_000 / length) }, (_, n) => String(n % 10).repeat(length));
      assert.equal(lineSha256(bytesOf(lines.join("\r\n"))), sha256(lines.join("\n")));
      assert.equal(lineSha256(bytesOf(`${lines.join("\r\n")}\n`)), null);
      assert.equal(lineSha256(bytesOf(`${lines.join("\r\n")}\r`)), null);
    }
  });
});
