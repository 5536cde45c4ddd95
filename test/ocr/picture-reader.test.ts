/** The reader of text in pictures: what it reads, that the same picture gives the same text, and what it does not survive. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { createPictureReader } from "../../src/ocr/picture-reader.ts";
import { createRecogniser } from "../../src/ocr/recogniser.ts";
import { readPixels } from "../../src/parts/picture-pixels.ts";
import type { GreyPicture } from "../../src/ports/picture-reader.ts";

function picture(name: string): GreyPicture {
  const pixels = readPixels(readFileSync(new URL(`./pictures/${name}.png`, import.meta.url)));
  assert.ok(typeof pixels !== "string");
  return pixels;
}

function plain(width: number, height: number): GreyPicture {
  return { width, height, luma: new Uint8Array(width * height).fill(255) };
}

/** Chance with a beginning: the same each time. */
function noise(side: number): GreyPicture {
  let seed = 7;
  const luma = Uint8Array.from({ length: side * side }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed >> 23;
  });
  return { width: side, height: side, luma };
}

const MAILBOX =
  "Your mailbox is almost full\nYour password expires today. Verify your account now\nor call +1 (555) 010-9922.";

describe("reading", () => {
  const reader = createPictureReader();
  after(() => reader.close());

  test("letters of a screen", () => assert.equal(reader.read(picture("full-mailbox")), MAILBOX));

  test("light letters on a dark button", () => {
    assert.match(
      reader.read(picture("shared-document")) ?? "",
      /^A document was shared with you\.\nOpen the document$/,
    );
  });

  test("no letters: no words", () => assert.equal(reader.read(plain(60, 40)), ""));

  test("a pixel, a line of pixels", () => {
    assert.equal(reader.read(plain(1, 1)), "");
    assert.equal(reader.read(plain(2_000, 1)), "");
  });

  test("noise gives hardly a word, and what comes after it is read as before", () => {
    assert.ok((reader.read(noise(300)) ?? "").length < 20);
    assert.equal(reader.read(picture("full-mailbox")), MAILBOX);
  });

  test("more pixels than a picture may have", () => {
    assert.equal(reader.read({ width: 30_000, height: 30_000, luma: new Uint8Array(0) }), null);
  });
});

test("pictureTextSquaresMax: more lines than are read, and nothing is known", async () => {
  assert.equal(await createRecogniser(10).read(picture("full-mailbox")), null);
});

test("pictureTextCharsMax is more than a page full of the smallest letters has", () => {
  // Letters of five by eight pixels.
  assert.ok(limits.pictureTextCharsMax >= limits.pictureTextPixelsMax / 4 / 40 / 2);
});

describe("a thread that fails", () => {
  const reader = createPictureReader({ msMax: 1_000, entry: new URL("./hanging-thread.ts", import.meta.url) });
  after(() => reader.close());

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, width: number, text: string | null])[] = [
    ["it reads",                                     9, "9"],
    ["pictureTextMsMax: a recogniser that hangs",    1, null],
    ["another one reads on",                         8, "8"],
    ["one that ends",                                2, null],
    ["another one reads on",                         7, "7"],
    ["one that dies of a fault",                     4, null],
    ["another one reads on",                         7, "7"],
    ["one that gives up",                            3, null],
    ["the same one reads on",                        6, "6"],
  ];
  for (const [what, width, text] of cases) {
    test(what, () => assert.equal(reader.read(plain(width, 1)), text));
  }
  test("none of these is told as unread: each picture had its recogniser", () => assert.equal(reader.unread(), 0));
});

describe("a recogniser that is no more is not waited for", () => {
  const long = 30_000;

  /** `pictures`: widths. Answers and what is counted, within a tenth of what one picture may take. */
  function readAll(entry: string, pictures: readonly number[]) {
    const reader = createPictureReader({ msMax: long, entry: new URL(entry, import.meta.url) });
    const begun = performance.now();
    const texts = pictures.map((width) => reader.read(plain(width, 1)));
    reader.close();
    assert.ok(performance.now() - begun < long / 10);
    return { texts, unread: reader.unread() };
  }

  test("it cannot be started: no picture is read, and each is counted", () => {
    assert.deepEqual(readAll("./broken-thread.ts", [9, 8, 7]), { texts: [null, null, null], unread: 3 });
  });

  test("it ends before it can say so: waited for once", () => {
    const reader = createPictureReader({ msMax: 200, entry: new URL("./no-such-thread.ts", import.meta.url) });
    assert.deepEqual(
      [9, 8, 7].map((width) => reader.read(plain(width, 1))),
      [null, null, null],
    );
    assert.equal(reader.unread(), 3);
  });

  test("it ends at three pictures in a row: the last one", () => {
    assert.deepEqual(readAll("./hanging-thread.ts", [2, 2, 9, 2, 2, 4, 9, 8]), {
      texts: [null, null, "9", null, null, null, null, null],
      unread: 5,
    });
  });

  // biome-ignore format: a table reads by column
  const memory: readonly (readonly [what: string, pictures: readonly number[], texts: readonly (string | null)[], unread: number])[] = [
    ["what earlier pictures left of it is thrown away, and the picture read", [9, 5, 9],       ["9", "5", "9"],          0],
    ["a picture for which it never has enough",                               [9, 6, 9],       ["9", null, "9"],         0],
    ["one that has too little for any: all of them are counted",              [6, 6, 6],       [null, null, null],       3],
    ["and those from there on",                                               [6, 6, 6, 9, 6], [null, null, null, null, null], 5],
  ];
  for (const [what, pictures, texts, unread] of memory) {
    test(`its memory ends: ${what}`, () =>
      assert.deepEqual(readAll("./forgetful-thread.ts", pictures), { texts, unread }));
  }
});
