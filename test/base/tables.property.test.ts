import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sha256Of } from "../../src/base/brand.ts";
import { HashList, IntList, KeyTable, Names, NumberList } from "../../src/base/tables.ts";

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

test("a list longer than its pieces gives back what was pushed and set", () => {
  const [ints, numbers] = [new IntList(), new NumberList()];
  for (let n = 0; n < 20_000; n += 1) {
    ints.push(-n);
    numbers.push(n / 2);
  }
  ints.set(60_000, 1);
  for (const n of [0, 8191, 8192, 16_383, 16_384, 19_999])
    assert.deepEqual([ints.at(n), numbers.at(n)], [-n || 0, n / 2]);
  assert.deepEqual([ints.at(20_000), ints.at(60_000), ints.length], [0, 1, 60_001]);
  assert.deepEqual([numbers.at(20_000), numbers.at(-1), numbers.length], [Number.NaN, Number.NaN, 20_000]);
});

test("a table of many keys knows each, and none besides", () => {
  const table = new KeyTable();
  const keyOf = (n: number): number => (Math.imul(n, 0x9e3779b1) >>> 0) * 0x100000 + (n % 0x100000);
  for (let n = 0; n < 100_000; n += 1) assert.equal(table.add(keyOf(n)), n);
  for (let n = 0; n < 200_000; n += 1) assert.equal(table.find(keyOf(n)), n < 100_000 ? n : -1);
});

test("names are numbered as they come", () => {
  const names = new Names();
  assert.deepEqual(
    ["a", "b", "a"].map((name) => names.add(name)),
    [0, 1, 0],
  );
  assert.deepEqual([names.find("b"), names.find("c"), names.at(1), names.at(2)], [1, -1, "b", ""]);
});
