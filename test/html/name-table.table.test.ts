/** Names of elements and attributes, told without a copy: the same ones whatever was asked before. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NameTable } from "../../src/html/name-table.ts";

describe("names", () => {
  const table = new NameTable<number>((name) => name.length);
  const nameAt = (source: string, start: number, end: number): string => {
    const { name, info } = table.at(source, start, end);
    assert.equal(info, name.length);
    return name;
  };
  const long = "X".repeat(40);
  for (const written of ["td", "TD", "Td", "v:Fill", "a{b", "a[b", "z`@", long]) {
    test(`${written.slice(0, 8)} in lower case, from any place and any number of times`, () => {
      const source = `<${written} ${written}>`;
      for (const start of [1, written.length + 2, 1]) {
        assert.equal(nameAt(source, start, start + written.length), written.toLowerCase());
      }
    });
  }

  test("thousands of other names change no answer", () => {
    for (let i = 0; i < 20_000; i += 1) {
      const name = `n${i.toString(36)}`;
      assert.equal(nameAt(name.toUpperCase(), 0, name.length), name);
    }
  });
});
