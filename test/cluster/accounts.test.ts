import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AccountBook, type Way } from "../../src/cluster/accounts.ts";
import { day } from "../support/record.ts";

const own: Way = { service: "", keys: [] };
const first: Way = { service: "Mailwing", keys: ["mailwing/return-path/1"] };
const second: Way = { service: "Mailwing", keys: ["mailwing/return-path/2", "mailwing/url/b"] };

/** A book of mail as `[sender, way, day]`, all of it to one reader. */
function bookOf(...mail: readonly (readonly [sender: string, way: Way, on: string | null])[]): AccountBook {
  const book = new AccountBook();
  for (const [sender, way, on] of mail) {
    book.add({ sender, way, date: on === null ? null : day(on), readers: ["anna@office.example"] });
  }
  return book;
}

const year = (sender: string, way: Way) =>
  ["2019-01-10", "2019-04-10", "2019-07-10", "2019-10-10"].map((on) => [sender, way, on] as const);

describe("accounts", () => {
  test("one account under two names is one history", () => {
    const book = bookOf(
      ["b.example", first, "2021-01-10"],
      ["a.example", first, "2021-01-12"],
      ["c.example", own, null],
    );
    assert.deepEqual(book.of(first.keys), {
      messages: 2,
      first: day("2021-01-10"),
      last: day("2021-01-12"),
      spanDays: 2,
      months: 1,
      readers: 1,
      senders: ["a.example", "b.example"],
    });
  });
  test("the first key that is known tells, however much mail another has", () => {
    const book = bookOf(...year("a.example", { service: "Mailwing", keys: ["mailwing/url/b"] }), [
      "b.example",
      second,
      null,
    ]);
    assert.equal(book.of(second.keys)?.messages, 1);
    assert.equal(book.of(["mailwing/none", "mailwing/url/b"])?.messages, 5);
    assert.equal(book.of(["mailwing/none"]), null);
  });
});

describe("a sender's new way", () => {
  test("told once another was a habit", () => {
    const book = bookOf(...year("a.example", first), ["a.example", second, "2020-01-10"]);
    assert.deepEqual(book.newWay("a.example", second), { since: day("2020-01-10"), formerly: ["Mailwing"] });
    assert.equal(book.newWay("a.example", first), null);
  });
  test("from its own servers", () => {
    const book = bookOf(...year("a.example", own), ["a.example", first, "2020-01-10"]);
    assert.deepEqual(book.newWay("a.example", first)?.formerly, [""]);
  });
  test("no habit, no news: one mail before, or both ways all along", () => {
    assert.equal(
      bookOf(["a.example", own, "2019-01-01"], ["a.example", first, "2020-01-10"]).newWay("a.example", first),
      null,
    );
    const both = bookOf(...year("a.example", own), ["a.example", first, "2019-01-05"]);
    assert.equal(both.newWay("a.example", first), null);
    assert.equal(both.newWay("nobody.example", first), null);
  });
  test("undated mail says nothing of when", () => {
    const book = bookOf(...year("a.example", own), ["a.example", first, null]);
    assert.equal(book.newWay("a.example", first), null);
  });
});
