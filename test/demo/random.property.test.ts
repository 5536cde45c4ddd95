import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createRandom, HEX } from "../../src/demo/random.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 200);

describe("seeded values", () => {
  test("the same label gives the same values, on every machine", () => {
    const random = createRandom("pinned");
    assert.deepEqual([random.text(12, HEX), random.int(1000), random.pick(["a", "b", "c"])], PINNED);
  });

  test("integers stay in range, and a fork does not depend on what was drawn", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1_000_000 }), fc.nat(20), (label, below, drawn) => {
        const random = createRandom(label);
        const fresh = random.fork("x").int(below);
        for (let i = 0; i < drawn; i += 1) {
          const value = random.int(below);
          assert.ok(Number.isInteger(value) && value >= 0 && value < below);
        }
        assert.equal(random.fork("x").int(below), fresh);
      }),
      { numRuns },
    );
  });

  test("a sample holds distinct items of the list", () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.nat()), fc.nat(10), (label, items, count) => {
        const sample = createRandom(label).sample(items, count);
        assert.equal(sample.length, Math.min(count, items.length));
        assert.equal(new Set(sample).size, sample.length);
        for (const item of sample) assert.ok(items.includes(item));
      }),
      { numRuns },
    );
  });

  test("values spread evenly: each of 16 digits within a tenth of its share", () => {
    const digits = createRandom("spread").text(160_000, HEX);
    for (const digit of HEX) {
      const share = digits.split(digit).length - 1;
      assert.ok(share > 9_000 && share < 11_000, `${digit}: ${share}`);
    }
  });
});

const PINNED = ["f32902ddf768", 326, "a"];
