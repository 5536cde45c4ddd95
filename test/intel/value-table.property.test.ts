/** A table of texts by place does what a map does, also with texts that collide. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ValueTable } from "../../src/intel/value-table.ts";

function check(keys: readonly string[]): void {
  const list: string[] = [];
  const table = new ValueTable((place) => list[place] ?? "");
  const map = new Map<string, number>();
  for (const key of keys) {
    assert.equal(table.get(key), map.get(key));
    if (map.has(key)) continue;
    table.set(key, list.length);
    map.set(key, list.length);
    list.push(key);
  }
  for (const key of [...keys, "absent"]) assert.equal(table.get(key), map.get(key));
  assert.deepEqual([...table.keys()].sort(), [...map.keys()].sort());
}

test("table = map", () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[ab]{0,3}$/)), { maxLength: 200 }), check));
});

test("it grows", () => check(Array.from({ length: 20_000 }, (_, at) => `host-${at}.example`)));

/** The same arithmetic as the table's, so that texts can be made that all want one slot. */
function hashOf(key: string): number {
  let hash = key.length;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

test("texts made to collide are kept, beyond what a slot's neighbours hold", () => {
  const colliding: string[] = [];
  for (let at = 0; colliding.length < 400; at += 1) if ((hashOf(`k${at}`) & 1_023) === 7) colliding.push(`k${at}`);
  check(colliding);
});
