import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { readHtml } from "../../src/html/read-html.ts";
import { decodeCharset } from "../../src/mail/charset.ts";
import { charsetReadings } from "../../src/mail/views/charset-readings.ts";

/** The texts in other charsets of bytes that a header says are UTF-7. */
function othersOf(bytes: Buffer): readonly string[] {
  const strict = decodeCharset(bytes, "utf-7");
  const { others } = charsetReadings(bytes, { headers: ["utf-7"], meta: "utf-8", strict });
  return others.map(({ text }) => text);
}

describe("texts in other charsets", () => {
  const tag = "+ADw-b+AD4-";
  test("whole, as long as all of them is read", () => {
    const bytes = Buffer.from(tag.padEnd(1_000, "x"));
    assert.deepEqual(othersOf(bytes), [bytes.toString()]);
    const atLimit = Buffer.from(tag.padEnd(limits.htmlBytesMax + 1, "x"));
    assert.deepEqual(othersOf(atLimit), [atLimit.toString()]);
  });

  test("cut to a character more than is read, so that their reader says that there is more", () => {
    const bytes = Buffer.from(`${tag}ž`.padEnd(limits.htmlBytesMax + 1_000, "x"));
    const [text = ""] = othersOf(bytes);
    assert.equal(text, bytes.toString().slice(0, limits.htmlBytesMax + 1));
    assert.ok(readHtml(text).problems.includes("limit.html-bytes"));
  });
});
