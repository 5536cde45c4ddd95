import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { isPlainUtf8 } from "../../src/base/utf8.ts";

/** Of ASCII, but tab, CR and LF. */
const CONTROLS = /[\p{Cc}--[\t\r\n\u{80}-\u{9f}]]/v;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** By the engine's decoder, which is the measure. */
function decodesPlain(bytes: Uint8Array): boolean {
  try {
    return !CONTROLS.test(decoder.decode(bytes));
  } catch {
    return false;
  }
}

function check(bytes: Uint8Array): void {
  if (isPlainUtf8(bytes) !== decodesPlain(bytes)) assert.fail(Buffer.from(bytes).toString("hex"));
}

describe("isPlainUtf8 says what the decoder says", () => {
  test("of every one and two bytes", () => {
    check(new Uint8Array());
    for (let first = 0; first < 256; first++) {
      check(Uint8Array.of(first));
      for (let second = 0; second < 256; second++) check(Uint8Array.of(first, second));
    }
  });

  test("of three and four bytes at every border of a class", () => {
    const borders = [
      0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
    ];
    const bytes = [...borders, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff];
    for (const first of bytes) {
      for (const second of bytes) {
        for (const third of bytes) {
          check(Uint8Array.of(first, second, third));
          for (const fourth of [0x41, 0x7f, 0x80, 0xbf, 0xc0]) check(Uint8Array.of(first, second, third, fourth));
        }
      }
    }
  });

  test("of texts, and of texts with one byte changed", () => {
    const cases = fc.tuple(fc.string({ unit: "binary" }), fc.nat(), fc.option(fc.integer({ min: 0, max: 255 })));
    fc.assert(
      fc.property(cases, ([text, place, byte]) => {
        const bytes = new TextEncoder().encode(text);
        if (byte !== null && bytes.length > 0) bytes[place % bytes.length] = byte;
        check(bytes);
      }),
    );
  });
});
