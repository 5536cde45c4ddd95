import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sha256Of } from "../../src/base/brand.ts";
import { HashList, IntList, KeyTable, textKey } from "../../src/cluster/key-table.ts";

const runs = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 100) };

test("a table numbers keys as a map does", () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2 ** 52 }));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 3000 }), (keys) => {
      const table = new KeyTable();
      const map = new Map<number, number>();
      for (const one of keys) {
        if (!map.has(one)) {
          assert.equal(table.find(one), -1);
          map.set(one, map.size);
        }
        assert.equal(table.add(one), map.get(one));
      }
      for (const [one, number] of map) assert.equal(table.find(one), number);
      assert.equal(table.size, map.size);
    }),
    runs,
  );
});

test("a table grows past its first slots", () => {
  const table = new KeyTable();
  for (let key = 0; key < 5000; key += 1) assert.equal(table.add(key * 0x100000000), key);
  for (let key = 0; key < 5000; key += 1) assert.equal(table.find(key * 0x100000000), key);
});

test("a list keeps what is pushed and set, and 0 between", () => {
  const list = new IntList();
  for (let n = 0; n < 3000; n += 1) list.push(n - 1500);
  list.set(5000, 7);
  assert.equal(list.length, 5001);
  assert.deepEqual([list.at(0), list.at(2999), list.at(3000), list.at(5000), list.at(9000)], [-1500, 1499, 0, 7, 0]);
});

test("a list of hashes gives them back as they were", () => {
  const hash = fc.stringMatching(/^[0-9a-f]{64}$/).map(sha256Of);
  fc.assert(
    fc.property(fc.array(hash, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 200 }), (hashes, times) => {
      const list = new HashList();
      for (let n = 0; n < times; n += 1) for (const one of hashes) list.push(one);
      assert.equal(list.length, hashes.length * times);
      for (let n = 0; n < list.length; n += 1) assert.equal(list.at(n), hashes[n % hashes.length]);
      assert.deepEqual([list.at(-1), list.at(list.length)], [undefined, undefined]);
    }),
    runs,
  );
});

test("keys of texts are 52 bits", () => {
  assert.equal(textKey("abc"), 0xba7816bf8f01c);
});
