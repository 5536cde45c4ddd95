import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { markOf } from "../../src/case/marks.ts";
import { answeredAt } from "../../src/pipeline/answered-at.ts";
import { isAmongDrafts } from "../../src/pipeline/ownership.ts";
import { type RecordWish, recordOf } from "../support/record.ts";

const owner = { owners: new Set(["@office.example"]), servers: [] };
const mailbox = (address: string) => ({ name: "", address });

describe("where an answer reaches the sender", () => {
  const record = (from: string, claims: RecordWish["claims"] = {}) => {
    return recordOf({ name: "lure", from, claims: { from: [mailbox(from)], ...claims } });
  };
  test("at From, and where it leads answers within its domain", () => {
    const lure = record("news@spy.example", {
      replyTo: [mailbox("desk@mail.spy.example")],
      returnPath: "b@spy.example",
    });
    assert.deepEqual(answeredAt(lure, owner), new Set(["news@spy.example", "desk@mail.spy.example", "b@spy.example"]));
  });
  test("not at From where answers are led to another domain, and nothing vouches for From", () => {
    const lure = record("dora@ally.example", { replyTo: [mailbox("dora@spy.example")] });
    assert.deepEqual(answeredAt(lure, owner), new Set(["dora@spy.example"]));
  });
  test("not at an owner's address, which somebody plays", () => {
    const lure = record("al@office.example", { returnPath: "al@office.example" });
    assert.deepEqual(answeredAt(lure, owner), new Set());
  });
});

describe("what lies among drafts", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [folder: string, flags: readonly string[], isDraft: boolean])[] = [
    ["jo/Drafts",      ["\\Seen"],            true],
    ["jo/Drafts/cur",  [],                    true],
    [".Drafts",        [],                    true],
    ["jo/Entwürfe",    [],                    true],
    ["[Gmail]/Черновики", [],                 true],
    ["jo/Sent",        ["\\Seen"],            false],
    ["jo/Inbox",       ["\\Draft", "\\Seen"], true],
    ["jo/Draftsmen",   [],                    false],
  ];
  for (const [folder, flags, isDraft] of cases) {
    test(`${folder} ${flags.join(" ")}`, () => {
      const location = { path: "/m", offset: 0, length: 1, folder, marks: [markOf("maildir", flags)] };
      assert.equal(isAmongDrafts(location), isDraft);
    });
  }
});
