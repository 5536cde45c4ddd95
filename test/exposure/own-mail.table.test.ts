import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MessageRecord } from "../../src/case/record.ts";
import { OwnMail } from "../../src/exposure/own-mail.ts";
import { messageKey } from "../../src/signals/answered-ids.ts";
import { day, type RecordWish, recordOf } from "../support/record.ts";

const ME = "jo@office.example";
const lure = recordOf({
  name: "lure",
  messageId: "Lure@Spy.example",
  from: "news@spy.example",
  on: "2021-01-20",
  claims: { replyTo: [{ name: "", address: "desk@other.example" }], returnPath: "bounce@spy.example" },
});
const KEY = messageKey("lure@spy.example");

function own(wish: Partial<RecordWish>): MessageRecord {
  return recordOf({ name: "answer", from: ME, to: ["news@spy.example"], on: "2021-01-21", answers: [KEY], ...wish });
}

describe("what somebody sent in answer", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, answer: MessageRecord, kinds: readonly string[]])[] = [
    ["to the sender",                     own({}),                                                        ["reply"]],
    ["to the address for replies",        own({ to: ["desk@other.example"] }),                            ["reply"]],
    ["to the return path",                own({ to: ["bounce@spy.example"] }),                            ["reply"]],
    ["to colleagues alone",               own({ to: ["al@office.example"] }),                             ["elsewhere"]],
    ["to the sender, in copy",            own({ to: ["al@office.example"], cc: [{ name: "", address: "news@spy.example" }] }), ["reply"]],
    ["by a program",                      own({ claims: { from: [{ name: "", address: ME }], autoSubmitted: "auto-replied" } }), ["automatic"]],
    ["a receipt",                         own({ answers: [], receipt: { original: KEY, disposition: "displayed", isAutomatic: false, agent: "" } }), ["receipt"]],
    ["a receipt that names it otherwise", own({ receipt: { original: "", disposition: "", isAutomatic: true, agent: "" } }), ["receipt"]],
    ["a receipt for deleting",            own({ answers: [], receipt: { original: KEY, disposition: "deleted", isAutomatic: true, agent: "" } }), ["deleted"]],
    ["of another message",                own({ answers: [messageKey("other@spy.example")] }),            []],
    ["of nothing",                        own({ answers: [] }),                                           []],
    ["by somebody else",                  own({ from: "al@office.example" }),                             []],
  ];
  for (const [what, answer, kinds] of cases) {
    test(`${what}: ${kinds.join() || "none"}`, () => {
      const book = new OwnMail();
      book.add(answer);
      assert.deepEqual(
        book.answersTo(lure, [ME]).map(({ kind }) => kind),
        kinds,
      );
    });
  }

  test("a message without an id is answered by nothing", () => {
    const book = new OwnMail();
    book.add(own({ answers: [messageKey("")] }));
    assert.deepEqual(book.answersTo(recordOf({ name: "x", messageId: "" }), [ME]), []);
  });
});

describe("what somebody reads with, as of the day", () => {
  const book = new OwnMail();
  const wrote = (name: string, on: string, mailer: string): void => {
    book.add(
      recordOf({
        name,
        from: ME,
        on,
        claims: { from: [{ name: "", address: ME }], mailer, messageIdDomain: "office.example" },
      }),
    );
  };
  wrote("1", "2018-01-10", "Thunderbird/52");
  wrote("2", "2018-04-10", "Thunderbird/52");
  wrote("3", "2020-12-01", "Apple Mail (2.3608)");
  wrote("4", "2021-01-10", "iPhone Mail (18D52)");
  wrote("5", "2021-02-10", "Apple Mail (2.3608)");

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, on: string, programs: readonly string[]])[] = [
    ["the one of those months",                "2018-02-20", ["Thunderbird/52"]],
    ["two in turn, the last first",            "2021-01-20", ["Apple Mail (2.3608)", "iPhone Mail (18D52)"]],
    ["a year later, while nothing is nearer",  "2019-03-01", ["Thunderbird/52"]],
    ["too long ago to tell",                   "2015-01-01", []],
  ];
  for (const [what, on, programs] of cases) {
    test(what, () =>
      assert.deepEqual(
        book.programsOf([ME], day(on)).map(({ program }) => program),
        programs,
      ),
    );
  }

  test("not of others, and not of undated mail", () => {
    assert.deepEqual(book.programsOf(["al@office.example"], day("2021-01-20")), []);
    assert.deepEqual(book.programsOf([ME], null), []);
  });
});
