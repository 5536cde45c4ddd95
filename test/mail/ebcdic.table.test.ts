import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeCharset } from "../../src/mail/charset.ts";
import { resolveCharset } from "../../src/mail/charset-labels.ts";

// biome-ignore format: a table reads by column
const labels: readonly (readonly [label: string, charset: string | null])[] = [
  ["IBM037",       "ibm037"],
  ["cp500",        "ibm037"],
  ["IBM01140",     "ibm037"],
  ["ebcdic-cp-us", "ibm037"],
  ["cp20273",      "ibm037"],
  ["ibm1026",      "ibm1026"],
  ["ibm866",       "ibm866"],
  ["cp1252",       "windows-1252"],
  ["cp437",        null],
];
for (const [label, charset] of labels) {
  test(`${label} is ${charset}`, () => assert.equal(resolveCharset(label), charset));
}

test('markup in code page 37: `<a b="1">` and a line end', () => {
  const bytes = Uint8Array.of(0x4c, 0x81, 0x40, 0x82, 0x7e, 0x7f, 0xf1, 0x7f, 0x6e, 0x25);
  assert.equal(decodeCharset(bytes, "cp037").text, '<a b="1">\n');
});

test("the double quote of page 1026", () => {
  assert.equal(decodeCharset(Uint8Array.of(0xfc, 0x81, 0xfc), "ibm1026").text, '"a"');
});

test("every byte gives one character", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  assert.equal(decodeCharset(bytes, "ibm037").text.length, 256);
});
