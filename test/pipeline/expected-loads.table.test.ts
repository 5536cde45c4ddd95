import assert from "node:assert/strict";
import { test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import { ExpectedBook } from "../../src/pipeline/expected-loads.ts";
import type { Reached } from "../../src/pipeline/people-book.ts";
import { day, pixel, recordOf } from "../support/record.ts";

const JO = "jo@office.example";
const DAY = 86_400_000;

function lure(name: string, on: string, readers: readonly string[]): Reached {
  const loads = [pixel(`http://t.example/o.gif?id=${name}`), pixel("http://t.example/logo.png")];
  return { record: recordOf({ name, on, loads }), locations: [], readers, own: false };
}

const first = lure("first", "2021-01-10", [JO]);
const second = lure("second", "2021-01-20", [JO]);
const als = lure("als", "2021-01-15", ["al@office.example"]);

async function bookOf(...all: readonly Reached[]): Promise<ExpectedBook> {
  async function* reached(): AsyncIterable<Reached> {
    yield* all;
  }
  return ExpectedBook.of(reached, { isShared: () => false, isRareLink: () => false });
}

test("an address of another message's is another's, one of its own or of none is not", async () => {
  const { isAnothers } = (await bookOf(first, als, second)).of(first);
  assert.equal(isAnothers("t.example/o.gif?id=second"), true);
  assert.equal(isAnothers("t.example/o.gif?id=als"), true);
  assert.equal(isAnothers("t.example/o.gif?id=first"), false);
  assert.equal(isAnothers("t.example/o.gif?id=unheard"), false);
});

test("the last message that asks at a host, until a moment, by its readers", async () => {
  const { lastBefore } = (await bookOf(first, als, second)).of(first);
  const after = (on: string): EpochMs => (day(on) + DAY / 2) as EpochMs;
  assert.equal(lastBefore("t.example", [JO], after("2021-01-21")), day("2021-01-20"));
  assert.equal(lastBefore("t.example", [JO], after("2021-01-16")), day("2021-01-10"));
  assert.equal(lastBefore("t.example", [JO], after("2021-01-01")), null);
  assert.equal(lastBefore("t.example/o.gif?id=first", [JO], after("2021-01-21")), day("2021-01-10"));
  assert.equal(lastBefore("other.example", [JO], after("2021-01-21")), null);
});
