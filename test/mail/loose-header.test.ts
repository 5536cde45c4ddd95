/** Types in headers that programs read each in its own way: which words are one, and what a long word costs. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readLooseHeader } from "../../src/mail/views/loose-header.ts";
import { withinCpuMs } from "../support/cpu-time.ts";

const typesOf = (value: string): readonly string[] => readLooseHeader(`Content-Type: ${value}\n`).types;
const LONG = "x".repeat(127);

describe("types in a loose header", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [value: string, types: readonly string[]])[] = [
    ["text/html",                       ["text/html"]],
    ["Text/HTML; charset=x",            ["text/html"]],
    ["text/plain, text/html",           ["text/plain", "text/html"]],
    ["text / html",                     []],
    ["/html",                           []],
    ["text/",                           []],
    ["a/b/c",                           ["a/b"]],
    ["a//b",                            []],
    ["a/b.c+d",                         ["a/b.c+d"]],
    [`${LONG}y/z`,                      [`${LONG.slice(1)}y/z`]],
    [`a/${LONG}b/c`,                    [`a/${LONG}`, "b/c"]],
  ];
  for (const [value, types] of cases) test(value.slice(0, 40), () => assert.deepEqual(typesOf(value), types));

  test("they are the words that a pattern finds", () => {
    const piece = fc.constantFrom("a", "/", "/", " ", ".", ",", "é", "x".repeat(126), LONG, `${LONG}y`);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const value = `t${pieces.join("")}`;
        const found = value.match(/[a-z0-9!#$&^_.+-]{1,127}\/[a-z0-9!#$&^_.+-]{1,127}/g) ?? [];
        assert.deepEqual(typesOf(value), [...new Set(found)]);
      }),
    );
  });

  test(
    "a header of long words without a slash, again and again",
    withinCpuMs(2_000, () => {
      const value = "x".repeat(4_000);
      for (let n = 0; n < 6_000; n += 1) typesOf(`${value} ${n}`);
    }),
  );
});
