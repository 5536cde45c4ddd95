/** Light letters on dark ground are turned, large letters stay. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lightened } from "../../src/ocr/dark-areas.ts";

type Box = readonly [left: number, top: number, right: number, bottom: number, value: number];
const WIDTH = 200;
const HEIGHT = 100;

function painted(boxes: readonly Box[], ground = 255) {
  const luma = new Uint8Array(WIDTH * HEIGHT).fill(ground);
  for (const [left, top, right, bottom, value] of boxes) {
    for (let y = top; y < bottom; y += 1) luma.fill(value, y * WIDTH + left, y * WIDTH + right);
  }
  return { width: WIDTH, height: HEIGHT, luma };
}

const button: Box = [40, 30, 160, 70, 90];
const letter: Box = [60, 40, 80, 60, 255];

describe("dark areas", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, boxes: readonly Box[], ground: number, turned: readonly Box[] | null])[] = [
    ["a button",              [button, letter],                                            255, [[60, 40, 80, 60, 90]]],
    ["without letters",       [button],                                                    255, null],
    ["too low",               [[40, 30, 160, 45, 90], [60, 34, 80, 40, 255]],              255, null],
    ["too narrow",            [[40, 30, 90, 70, 90], letter],                              255, null],
    ["two beside each other", [[5, 5, 95, 45, 90], [20, 10, 40, 30, 255], [105, 5, 195, 45, 60], [120, 10, 140, 30, 255]], 255, [[20, 10, 40, 30, 90], [120, 10, 140, 30, 60]]],
    // The letter E: no dark edge at the right.
    ["a large letter",        [[40, 10, 60, 90, 0], [40, 10, 120, 25, 0], [40, 42, 110, 57, 0], [40, 75, 120, 90, 0]], 255, null],
    ["a dark page",           [[60, 40, 80, 60, 255]],                                     20,  [[60, 40, 80, 60, 20]]],
    ["a frame",               [button, [44, 34, 156, 66, 255]],                            255, null],
  ];
  for (const [what, boxes, ground, turned] of cases) {
    test(what, () => {
      const before = painted(boxes, ground);
      const after = lightened(before);
      assert.deepEqual(after.luma, turned === null ? before.luma : painted(turned).luma);
    });
  }
});
