/** Marks of four bytes at a time are those of one byte at a time, wherever the message begins in its memory. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readLineMarks } from "../../src/mail/views/line-marks.ts";
import { runs } from "./random-mail.ts";

const piece = fc.oneof(
  fc.constantFrom("\n", "\r", "\r\n", "\0", "--", ".", " ", "begin 644 a", "=ybegin ", "text", "\x0e\x0d\x8d\xff"),
  fc.string({ maxLength: 9 }),
);

test("equal to a plain reading", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(7), (pieces, offset) => {
      const text = pieces.join("");
      const bytes = Buffer.from("x".repeat(offset) + text, "latin1").subarray(offset);
      const marks = readLineMarks(bytes);
      const places = (pattern: RegExp) => [...text.matchAll(pattern)].map(({ index }) => index);
      assert.equal(marks.hasNul, text.includes("\0"));
      assert.equal(marks.hasCrLf, text.includes("\r\n"));
      assert.equal(marks.hasBareCr, /\r(?!\n)/.test(text));
      assert.equal(marks.hasBareLf, /(?<!\r)\n/.test(text));
      assert.deepEqual(marks.dashed, places(/(?<=\n|\r(?!\n))--/g));
      assert.deepEqual(
        marks.dots,
        places(/(?<=\n|\r(?!\n))\.(?=[\r\n])/g).map((at) => at + 1),
      );
      assert.deepEqual(marks.stuffed, places(/(?<=\n|\r(?!\n))\.\.(?=[^.\r\n])/g));
      assert.equal(marks.hasDottedLine, /(?:\n|\r(?!\n))\.(?=[^.\r\n])/.test(text));
      assert.equal(marks.hasFileStart, /(?:\n|\r(?!\n))[ \t]{0,2}(?:=y)?begin/.test(text));
    }),
    { numRuns: runs },
  );
});
