/** A token that stands behind values that say nothing. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { opaqueValue } from "../../src/signals/opaque-value.ts";

const token = "q7Rt2Z0kLm9XvB4nW8yT";

describe("a token behind dull values", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, url: string])[] = [
    ["of the query",    `https://t.test/o?${"a=abcd&".repeat(500)}u=${token}`],
    ["of the path",     `https://t.test/${"abcd/".repeat(500)}${token}`],
    ["one long value",  `https://t.test/${"a".repeat(10_000)}/${token}`],
    ["labels",          `https://${"a.".repeat(40)}${token}.t.test/`],
  ];
  for (const [what, url] of cases) {
    test(what, () => assert.equal(opaqueValue(url, { hidden: true })?.value, token));
  }

  test("short ones that are judged together", () => {
    const url = `https://t.test/o?${"a=abcd&".repeat(500)}c=q7Rt2Z&r=0kLm9X&s=vB4nW8`;
    assert.match(opaqueValue(url, { hidden: true })?.detail ?? "", /^3 short opaque values/);
  });
});
