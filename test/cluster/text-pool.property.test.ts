import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextPool } from "../../src/cluster/text-pool.ts";

test("every text comes back as it was, in whatever order it is asked for", () => {
  const value = fc.record({ reasons: fc.array(fc.string({ unit: "binary", maxLength: 40 })), filler: fc.nat(30_000) });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 20 }), fc.array(fc.nat(19), { maxLength: 30 }), (values, order) => {
      const pool = new TextPool();
      const texts = values.map(({ reasons, filler }) => JSON.stringify([reasons, "x".repeat(filler)]));
      const numbers = texts.map((text) => pool.add(text));
      assert.deepEqual(
        numbers.map((number) => pool.at(number)),
        texts,
      );
      for (const at of order) assert.equal(pool.at(at), texts[at]);
    }),
  );
});

test("what is alike takes a fifth of its text at most, and lone surrogates and U+0000 in JSON are kept", () => {
  const pool = new TextPool();
  const odd = JSON.stringify("\u0000 \ud800 \u{1f4e7}");
  pool.add(odd);
  let chars = 0;
  for (let n = 0; n < 5_000; n += 1) {
    const text = JSON.stringify({ n, trackingClass: "none", classReasons: ["Nothing is loaded from a server."] });
    chars += text.length;
    pool.add(text);
  }
  assert.equal(pool.at(0), odd);
  assert.ok(pool.bytes > 0 && pool.bytes < chars / 5, `${pool.bytes} of ${chars}`);
});
