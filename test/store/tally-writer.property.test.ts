/** Gathered counts end as counting one by one would, however often they were written in between. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import fc from "fast-check";
import { MIGRATIONS } from "../../src/store/sqlite/schema.ts";
import { MORE_SENDERS, TallyWriter } from "../../src/store/sqlite/tally-writer.ts";

const numRuns = Math.ceil(Number(process.env["FUZZ_RUNS"] ?? 200) / 4);
const COUNTED = "SELECT class || ' ' || domain AS name, messages FROM sender_tallies";

test("tallies equal a plain count", () => {
  const key = fc.tuple(fc.constantFrom("none", "covert"), fc.constantFrom("a.example", "b c", "", "d.example"));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (keys, keysMax) => {
      const database = new DatabaseSync(":memory:");
      for (const step of MIGRATIONS) database.exec(step);
      const tallies = new TallyWriter(database, MORE_SENDERS, keysMax);
      for (const each of keys) tallies.add(1, ...each);
      tallies.flush();
      const found = database.prepare(COUNTED).all();
      database.close();
      const wanted = Map.groupBy(keys, (each) => each.join(" "));
      assert.equal(found.length, wanted.size);
      for (const { name, messages } of found) assert.equal(messages, wanted.get(String(name))?.length);
    }),
    { numRuns },
  );
});
