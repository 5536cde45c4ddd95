/** The ways in which a PST hides blocks, against values worked out by hand from MS-PST 5.1 and 5.2. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decodeBlock, encodeBlock, encodings } from "../../../src/mailbox/outlook/pst/encodings.ts";

describe("hidden blocks", () => {
  // biome-ignore format: a table reads by column
  const vectors: readonly (readonly [method: number, key: number, hex: string])[] = [
    [encodings.none,    0,          "4c65747465726c6f636b"],
    [encodings.permute, 0,          "85ea8282ea06fd86982c"],
    // The key's word runs over its end in this block.
    [encodings.cyclic,  0x0001fffa, "33d18b4b3db1077d1cc3"],
  ];
  for (const [method, key, hex] of vectors) {
    test(`method ${method}, key ${key}`, () => {
      const block = Buffer.from(hex, "hex");
      decodeBlock(block, method, key);
      assert.equal(block.toString(), "Letterlock");
    });
  }

  test("encoded, then decoded: the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2), fc.nat(0xffffffff), fc.uint8Array(), (method, key, bytes) => {
        const block = Buffer.from(bytes);
        encodeBlock(block, method, key);
        decodeBlock(block, method, key);
        assert.deepEqual(block, Buffer.from(bytes));
      }),
    );
  });
});
