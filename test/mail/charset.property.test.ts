import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decodeCharset, toByteOffsets } from "../../src/mail/charset.ts";
import { runs } from "./random-mail.ts";

const labels = [
  "utf-8",
  "us-ascii",
  "iso-8859-1",
  "windows-1251",
  "koi8-r",
  "utf-7",
  "utf-16le",
  "utf-16be",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
  "gb2312",
  "gb18030",
  "big5",
  "ks_c_5601-1987",
  "iso-2022-kr",
  "hz-gb-2312",
  "x-unknown",
  "",
];

/** Bytes that mean something to the charsets above, whole and broken. */
const pieces = [
  "41",
  "0a",
  "2b",
  "2d",
  "2b414f512d",
  "2b32443365414127",
  "c3a4",
  "e282ac",
  "f09f9880",
  "f09f98",
  "e282",
  "eda080",
  "c080",
  "ff",
  "80",
  "a0",
  "efbbbf",
  "fffe",
  "feff",
  "3dd8",
  "00de",
  "00d8",
  "8ea1",
  "8fb0a1",
  "b0a1",
  "a4a2",
  "8141",
  "8140",
  "815c",
  "81308130",
  "90308130",
  "8130",
  "1b2442",
  "1b2842",
  "1b284a",
  "1b2849",
  "1b242943",
  "1b",
  "0e",
  "0f",
  "7e7b",
  "7e7d",
  "7e7e",
  "7e",
  "2422",
  "8862",
  "a440",
  "c652",
  "5c",
];
const bytesArbitrary = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.integer({ min: 0, max: 255 }).map((byte) => byte.toString(16).padStart(2, "0")),
    ),
    { maxLength: 24 },
  )
  .map((parts) => Buffer.from(parts.join(""), "hex"));

test("UTF-8 with as many units as bytes is read byte by byte", () => {
  const short = fc.array(fc.constantFrom(...pieces, "41", "42", "ff", "80"), { maxLength: 3 });
  fc.assert(
    fc.property(short, (parts) => {
      const bytes = Buffer.from(parts.join(""), "hex");
      const { text, charset } = decodeCharset(bytes, "utf-8");
      if (charset !== "utf-8" || text.length !== bytes.length) return;
      const places = [...bytes.keys()];
      assert.deepEqual(toByteOffsets(bytes, charset, places), places);
    }),
    { numRuns: runs * 5 },
  );
});

for (const label of labels) {
  describe(`charset ${label || "(none)"}`, () => {
    test("is total, well-formed, and offsets ascend within the bytes", () => {
      fc.assert(
        fc.property(bytesArbitrary, (bytes) => {
          const { text, charset } = decodeCharset(bytes, label);
          assert.ok(text.isWellFormed());
          assert.ok(text.length <= bytes.length);
          const offsets = toByteOffsets(bytes, charset, [...text.split("").keys(), text.length, text.length + 3]);
          let before = 0;
          for (const offset of offsets) {
            assert.ok(offset >= before && offset <= bytes.length, `${offset} in ${offsets.join()}`);
            before = offset;
          }
          assert.deepEqual(offsets.slice(-2), [bytes.length, bytes.length]);
        }),
        { numRuns: runs },
      );
    });
  });
}

const stateless = labels.filter(
  (label) => !["iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "utf-7", "", "x-unknown", "us-ascii"].includes(label),
);

test("the bytes between two offsets decode to the text between them", () => {
  fc.assert(
    fc.property(fc.constantFrom(...stateless), bytesArbitrary, (label, bytes) => {
      const { text, charset } = decodeCharset(bytes, label);
      const characters = [...text];
      const starts: number[] = [];
      let at = 0;
      for (const character of characters) {
        starts.push(at);
        at += character.length;
      }
      const offsets = toByteOffsets(bytes, charset, [...starts, text.length]);
      for (const [index, character] of characters.entries()) {
        const own = bytes.subarray(offsets[index], offsets[index + 1]);
        // A lone mark is removed from the front, and a piece alone may look like one.
        if (own.length >= 2 && decodeCharset(own, charset).text === "") continue;
        assert.equal(
          decodeCharset(own, charset).text,
          character,
          `${charset} ${own.toString("hex")} in ${bytes.toString("hex")}`,
        );
      }
    }),
    { numRuns: runs * 5 },
  );
});

test("UTF-8 offsets in long text: chunks make no difference", () => {
  const piece = fc.constantFrom("a", "ä", "€", "\u{1f600}").map((text) => Buffer.from(text));
  const broken = fc
    .constantFrom("80", "bfbfbfbfbf", "f09f98", "e282", "c3", "ff")
    .map((hex) => Buffer.from(hex, "hex"));
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, broken), { minLength: 1, maxLength: 12 }), fc.nat(6_000), (pieces, place) => {
      const bytes = Buffer.concat(Array.from({ length: 300 }, () => Buffer.concat(pieces)));
      const { text } = decodeCharset(bytes, "utf-8");
      const at = Math.min(place, text.length);
      const all = toByteOffsets(bytes, "utf-8", [...Array(text.length + 1).keys()]);
      assert.equal(toByteOffsets(bytes, "utf-8", [at])[0], all[at]);
      assert.equal(all.length, text.length + 1);
    }),
    { numRuns: Math.ceil(runs / 10) },
  );
});

test("UTF-8 offsets agree with the platform's streaming decoder", () => {
  fc.assert(
    fc.property(bytesArbitrary, (bytes) => {
      const plain = Buffer.concat([Buffer.from("x"), bytes]);
      const decoder = new TextDecoder("utf-8");
      const starts: number[] = [];
      let pending = 0;
      for (let at = 0; at < plain.length; at++) {
        const units = decoder.decode(plain.subarray(at, at + 1), { stream: true });
        for (let index = 0; index < units.length; index++) {
          const isLast = index === units.length - 1 && units.length > 1 && units.charCodeAt(index) < 0x80;
          starts.push(isLast ? at : pending);
        }
        if (units.length > 0) pending = at + 1;
      }
      const { text } = decodeCharset(plain, "utf-8");
      const offsets = toByteOffsets(plain, "utf-8", [...text.split("").keys()]);
      // The stream tells a character's start only while nothing is left over, so compare where it does.
      for (const [index, start] of starts.entries()) {
        if (text.charCodeAt(index) < 0x80) assert.equal(offsets[index], start);
      }
    }),
    { numRuns: runs },
  );
});
