/** A picture as large as it is read best. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { fitted } from "../../src/ocr/fitted.ts";

const grey = (width: number, height: number, value = 200) => ({
  width,
  height,
  luma: new Uint8Array(width * height).fill(value),
});

describe("pictureTextPixelsMax: made larger or smaller", () => {
  const side = Math.sqrt(limits.pictureTextPixelsMax);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, width: number, height: number, to: readonly [number, number]])[] = [
    ["a line of a screen", 100,          20,       [200, 40]],
    ["the largest doubled", side / 2,    side / 2, [side, side]],
    ["a pixel more",       side / 2 + 1, side / 2, [side / 2 + 1, side / 2]],
    ["the largest as is",  side,         side,     [side, side]],
    ["a pixel more",       side + 1,     side,     [side / 2, side / 2]],
    ["a photo",            4_000,        3_000,    [2_000, 1_500]],
    ["a long line",        6_000_000,    1,        [3_000_000, 1]],
  ];
  for (const [what, width, height, [toWidth, toHeight]] of cases) {
    test(`${what}: ${width} x ${height}`, () => {
      const out = fitted(grey(width, height));
      assert.deepEqual([out.width, out.height, out.luma.length], [toWidth, toHeight, toWidth * toHeight]);
      assert.ok(out.luma.every((value) => value === 200));
    });
  }
});

test("an edge stays where it is", () => {
  const { luma } = fitted({ width: 4, height: 1, luma: Uint8Array.of(0, 0, 255, 255) });
  assert.deepEqual([...luma.subarray(0, 8)], [0, 0, 0, 64, 191, 255, 255, 255]);
});
