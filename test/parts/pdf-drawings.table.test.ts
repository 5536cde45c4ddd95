/** Codes that pages draw with boxes, and what is no code. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { drawingOf, pixelsOf } from "../../src/parts/pdf-drawings.ts";
import { qrCodes } from "../../src/parts/qr-codes.ts";
import { codeBoxes } from "../support/file-writers.ts";

const URL = "https://canary.test/code?x=1";

function codesIn(content: string): readonly string[] | null {
  const drawing = drawingOf(content, 1);
  assert.ok(drawing !== "unknown");
  const pixels = drawing === null ? null : pixelsOf(drawing);
  return pixels === null ? null : qrCodes(pixels);
}

describe("a code of boxes", () => {
  const boxes = codeBoxes(URL);
  const lines = Array.from({ length: 40 }, (_, row) => `0 ${-20 - row * 12} 400 0.5 re f`).join("\n");
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, content: string])[] = [
    ["as they stand",             boxes],
    ["by paths",                  codeBoxes(URL, "path")],
    ["all in one path",           `${boxes.replaceAll(" f", "")} f`],
    ["scaled and moved",          `q 0.37 0 0 0.37 72 540 cm ${boxes} Q`],
    ["turned by a right angle",   `q 0 1 -1 0 300 0 cm ${boxes} Q`],
    ["named in gray",             `0.1 g ${boxes}`],
    ["in colours",                `0.1 0.1 0.4 rg ${boxes}`],
    ["in inks",                   `0 0 0 1 k ${boxes}`],
    ["on a light ground",         `1 g -20 -20 200 200 re f 0 g ${boxes}`],
    ["above the lines of a table", `${boxes}\n${lines}`],
    ["with text between",         `BT (1 2 3 4 re f) Tj ET ${boxes}`],
  ];
  for (const [what, content] of cases) test(what, () => assert.deepEqual(codesIn(content), [URL]));

  // biome-ignore format: a table reads by column
  const none: readonly (readonly [what: string, content: string, codes: readonly string[] | null])[] = [
    ["outlines alone",            boxes.replaceAll(" f", " S"),        null],
    ["all light",                 `1 g ${boxes}`,                      null],
    ["a table",                   lines,                               []],
    ["nothing",                   "",                                  null],
    ["a box of no size",          "0 0 0 0 re f",                      null],
    ["a box without end",         "0 0 1e999 1 re f",                  null],
  ];
  for (const [what, content, codes] of none) test(`${what}: none`, () => assert.deepEqual(codesIn(content), codes));

  test("fewer boxes than are asked for are no drawing", () => assert.equal(drawingOf("0 0 1 1 re f", 2), null));

  test("modules of less than two pixels cannot be told", () => {
    const content = `${"0 0 1 1 re f ".repeat(9)}900000 900000 5 5 re f`;
    assert.equal(codesIn(content), null);
  });
});

test("pdfBoxesMax: pages of more boxes are not painted", () => {
  assert.equal(drawingOf("0 0 1 1 re f\n".repeat(limits.pdfBoxesMax + 1), 1), "unknown");
});

test("any content is read, and costs no more than its length", () => {
  const word = fc.constantFrom(
    "q",
    "Q",
    "cm",
    "re",
    "f",
    "m",
    "l",
    "h",
    "g",
    "rg",
    "(a",
    ")",
    "<41>",
    "/N",
    "%x",
    "1e9",
    "-.5",
    "7",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 300 }), (words) => {
      const drawing = drawingOf(words.join(" "), 1);
      if (drawing !== null && drawing !== "unknown") pixelsOf(drawing);
    }),
  );
  const begin = process.cpuUsage().user;
  for (const content of [
    "(".repeat(200_000),
    "<4".repeat(100_000),
    "q ".repeat(200_000),
    "1 ".repeat(200_000),
    "/a".repeat(100_000),
  ]) {
    drawingOf(content, 1);
  }
  assert.ok(process.cpuUsage().user - begin < 3_000_000, "more than three seconds");
});
