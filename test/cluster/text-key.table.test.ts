import assert from "node:assert/strict";
import { test } from "node:test";
import { textKey } from "../../src/cluster/text-key.ts";

test("keys of texts are 52 bits", () => {
  assert.equal(textKey("abc"), 0xba7816bf8f01c);
});
