import assert from "node:assert/strict";
import { test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { PeopleBook } from "../../src/pipeline/people-book.ts";
import { recordOf } from "../support/record.ts";

test("countedHostsMax: a host that was not counted is nobody's own", () => {
  const book = new PeopleBook(null, []);
  const add = (linkHosts: readonly string[]) =>
    book.add(recordOf({ name: "m", content: { linkHosts } }), { readers: [], own: false });
  add(Array.from({ length: limits.countedHostsMax }, (_, index) => `h${index}.example`));
  add(["h1.example", "late.example"]);
  assert.equal(book.isRareLink("h1.example", 1), true);
  assert.equal(book.isRareLink("late.example", 1), false);
});
