import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decodeSketch, encodeSketch, SKETCH_BINS, sketchLikeness } from "../../src/case/sketch.ts";
import { textSketch } from "../../src/signals/text-sketch.ts";

const words = (seed: number, count: number) =>
  Array.from(
    { length: count },
    (_, n) =>
      `w${String.fromCharCode(97 + ((seed * 31 + n * n * 7) % 26))}${"abcdefgh"[(seed + n * 3) % 8]}${"xyzuv"[(n * seed) % 5]}`,
  );

function likeness(one: string, other: string): number {
  const [a, b] = [decodeSketch(textSketch(one)), decodeSketch(textSketch(other))];
  assert.ok(a !== null && b !== null);
  return sketchLikeness(a, b);
}

describe("sketches", () => {
  test("any 32 numbers come back", () => {
    fc.assert(
      fc.property(fc.uint16Array({ minLength: SKETCH_BINS, maxLength: SKETCH_BINS }), (bins) => {
        assert.deepEqual(decodeSketch(encodeSketch(bins)), bins);
      }),
    );
  });
  test("total on any text, and what is no sketch is none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => {
        const sketch = textSketch(text);
        assert.ok(sketch === "" || decodeSketch(sketch) !== null);
        assert.ok(decodeSketch(text) === null || text.length === 86);
      }),
    );
  });
  test("line ends, case and folding make no difference", () => {
    const text = words(3, 120).join(" ");
    assert.equal(textSketch(text), textSketch(text.replaceAll(" ", "\r\n")));
    assert.equal(textSketch(text), textSketch(text.toUpperCase().replaceAll(" ", ",  ")));
  });
  test("like texts have like sketches, others have not", () => {
    const text = words(3, 300);
    const changed = text.map((word, n) => (n % 60 === 0 ? "another" : word));
    assert.ok(likeness(text.join(" "), changed.join(" ")) > 0.6);
    assert.ok(likeness(text.join(" "), words(8, 300).join(" ")) < 0.2);
  });
  test("a script without spaces has words as well", () => {
    const text = Array.from({ length: 80 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 97) % 400))).join("");
    assert.notEqual(textSketch(text), "");
  });
  test("a short text has none", () => {
    assert.equal(textSketch("see attached file"), "");
  });
});
