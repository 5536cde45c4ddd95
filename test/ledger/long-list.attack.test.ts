/** A list of more values than are quoted of any document is hunted for whole, and is no book of quotes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { readPublished } from "../../src/ledger/read-published.ts";

async function publishedOf(lines: number) {
  const list = Array.from({ length: lines }, (_, at) => `h${at}.example\n`).join("");
  const read = await readPublished(Buffer.from(`# TLP:GREEN\n${list}`), "/intel/list.txt");
  assert.ok(read.ok);
  return read.value;
}

test("a short one: each with its quote", async () => {
  const { document, file } = await publishedOf(20);
  assert.deepEqual([document.indicators.length, file.indicators.length, file.tlp], [20, 20, "TLP:GREEN"]);
});

test("a long one: no quotes", async () => {
  const { document, file } = await publishedOf(limits.extractedMax + 1);
  assert.deepEqual([document.indicators.length, file.indicators.length], [0, limits.extractedMax + 1]);
  assert.deepEqual([document.format, document.tlp, document.title], ["text", "TLP:GREEN", "list.txt"]);
});
