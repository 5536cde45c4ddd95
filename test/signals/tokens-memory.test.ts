/** What the token finder remembers of readers is small: bytes of one address must not keep a block of memory alive (Node cuts small buffers from large ones). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createTokenFinder } from "../../src/signals/tokens.ts";

const READERS = 400;
/** The tables of all of them, and what else a process allocates meanwhile. */
const KEPT_MIB_MAX = 4;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function keptBytes(): number {
  collect();
  collect();
  return process.memoryUsage().arrayBuffers;
}

test("hundreds of readers cost a few megabytes outside of the heap", () => {
  const finder = createTokenFinder();
  const values = [
    "https://news.example/o/0123456789abcdef0123456789abcdef",
    "https://news.example/o/q83vEjRWeJC7zN3u_w8eLTxLWml4h5altMPS4fA",
  ];
  const before = keptBytes();
  for (let n = 0; n < READERS; n += 1) {
    const reader = `reader.number.${n}@parliament.example`;
    for (const url of values) finder.find(`${url}?n=${n}`, [reader]);
    // Other work of a message, which takes its small buffers from the same blocks.
    for (let other = 0; other < 100; other += 1) Buffer.from("x".repeat(600));
  }
  const keptMiB = (keptBytes() - before) / (1024 * 1024);
  assert.ok(keptMiB < KEPT_MIB_MAX, `${keptMiB.toFixed(1)} MiB are kept`);
  // Asked once more, so that it is in use until here.
  assert.equal(finder.find(values[0] ?? "", ["reader@parliament.example"]).kind, "likely");
});
