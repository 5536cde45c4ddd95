import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { observableKey, RarityBook } from "../../../src/cluster/linking/rarity.ts";

describe("how many senders share a value", () => {
  test("about right from one to thousands, never counted twice", () => {
    for (const senders of [0, 1, 2, 5, 20, 60, 300, 1_500]) {
      const book = new RarityBook(senders);
      for (let round = 0; round < 3; round += 1) {
        for (let n = 0; n < senders; n += 1) book.add([observableKey("mailer", "x")], `s${n}.example`);
      }
      const told = book.sendersWith(observableKey("mailer", "x"));
      assert.ok(Math.abs(told - senders) <= 2 + senders * 0.5, `${senders} told as ${told}`);
      assert.equal(book.senders, senders);
    }
  });
  test("a value that never came is rare, whatever else did", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), fc.string(), (values, other) => {
        fc.pre(!values.includes(other));
        const book = new RarityBook(values.length);
        for (const value of values) book.add([observableKey("helo", value)], "one.example");
        assert.ok(book.sendersWith(observableKey("helo", other)) <= 1.1);
      }),
    );
  });
  test("keys are whole numbers below 2^52", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (kind, value) => {
        const key = observableKey(kind, value);
        assert.ok(Number.isInteger(key) && key >= 0 && key < 2 ** 52);
      }),
    );
  });
});
