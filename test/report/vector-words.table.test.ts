/** What people read of the catalogue of vectors, and that the catalogue covers whatever is emitted. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { clientClasses, vectors } from "../../src/case/vectors.ts";
import { clientWords, vectorWords } from "../../src/report/vector-words.ts";

describe("clientWords", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [vector: string, words: string])[] = [
    ["RL-01", "asked for by every kind of mail program"],
    ["RL-05", "asked for by webmail, Apple Mail and most phones, Thunderbird and some security gateways; not by Outlook for Windows"],
    ["RL-22", "server name looked up by Apple Mail and most phones and Thunderbird"],
    ["RL-66", "opened by Outlook for Windows; not by webmail, Apple Mail and most phones, Thunderbird, simple or old programs and security gateways; fires when the reminder is due, without opening the mail (CVE-2023-23397)"],
    ["RL-43", ""],
    ["RL-99", ""],
  ];
  for (const [vector, words] of cases) test(`${vector}: ${words}`, () => assert.equal(clientWords(vector), words));
});

test("a vector that is not known is remote content", () => assert.equal(vectorWords("RL-99"), "remote content"));

describe("the catalogue", () => {
  test("has each id once, in order, with all its columns", () => {
    const ids = vectors.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    for (const { id, fires, clients, stated, words } of vectors) {
      assert.match(id, /^RL-\d\d$/);
      assert.match(fires, /^[HDMSX]{0,3}$/, id);
      assert.match(clients, new RegExp(`^[-+~.]{${clientClasses.length}}$`), id);
      assert.match(stated, /^20\d\d-(?:0[1-9]|1[0-2])$/, id);
      assert.notEqual(words, "", id);
    }
  });

  test("has a row for every id that the source names as a value", () => {
    const known = new Set(vectors.map(({ id }) => id));
    const root = join(import.meta.dirname, "../../src");
    const named = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .flatMap((path) => readFileSync(join(root, path), "utf8").match(/"RL-\d+"/g) ?? [])
      .map((quoted) => quoted.slice(1, -1));
    assert.ok(new Set(named).size >= vectors.length);
    assert.deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
  });
});
