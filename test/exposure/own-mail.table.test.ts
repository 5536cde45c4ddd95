import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MessageRecord } from "../../src/case/record.ts";
import { type Letter, lettersAfter, OwnMail } from "../../src/exposure/own-mail.ts";
import { messageKey } from "../../src/signals/answered-ids.ts";
import { day, type RecordWish, recordOf, shaOf } from "../support/record.ts";

const ME = "jo@office.example";
const lure = recordOf({
  name: "lure",
  messageId: "Lure@Spy.example",
  from: "news@spy.example",
  on: "2021-01-20",
  claims: { replyTo: [{ name: "", address: "desk@other.example" }], returnPath: "bounce@spy.example" },
});
const ASKED = {
  addresses: [ME],
  senders: new Set(["news@spy.example", "desk@other.example", "bounce@spy.example"]),
};
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
    ["by a program, as its subject says", own({ subject: "Automatic reply: Papers" }),                    ["automatic"]],
    ["by a vacation program",             own({ claims: { from: [{ name: "", address: ME }], extensionHeaders: ["x-vacation"] } }), ["automatic"]],
    ["where none is to be automatic",     own({ claims: { from: [{ name: "", address: ME }], extensionHeaders: ["x-auto-response-suppress"] } }), ["reply"]],
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
        book.answersTo(lure, ASKED).map(({ kind }) => kind),
        kinds,
      );
    });
  }

  test("a message without an id is answered by nothing", () => {
    const book = new OwnMail();
    book.add(own({ answers: [messageKey("")] }));
    assert.deepEqual(book.answersTo(recordOf({ name: "x", messageId: "" }), ASKED), []);
  });
});

describe("letters that may answer without saying so", () => {
  const letter = (wish: Partial<Letter>): Letter => {
    const plain = { sha256: shaOf("letter"), from: ME, to: ["news@spy.example"], subject: "harbour" };
    return { ...plain, date: day("2021-01-21"), namesAnswered: false, isAutomatic: false, ...wish };
  };
  const early = letter({ subject: "lunch", date: day("2020-06-01"), sha256: shaOf("early") });
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, letters: readonly Letter[], kinds: readonly string[]])[] = [
    ["of the same subject",                      [letter({})],                                         ["letter"]],
    ["of another subject, the first to the sender", [letter({ subject: "lunch" })],                    ["contact"]],
    ["of another subject, to somebody known",    [early, letter({ subject: "lunch" })],                []],
    ["of the same subject, to somebody known",   [early, letter({})],                                  ["letter"]],
    ["by a program, of the same subject",        [letter({ isAutomatic: true })],                      ["automatic"]],
    ["it answers another message",               [letter({ namesAnswered: true })],                    []],
    ["the day before",                           [letter({ date: day("2021-01-19") })],                []],
    ["months later",                             [letter({ date: day("2021-04-20") })],                []],
    ["by somebody else",                         [letter({ from: "al@office.example" })],              []],
    ["to somebody else",                         [letter({ to: ["al@office.example"] })],              []],
  ];
  for (const [what, letters, kinds] of cases) {
    test(`${what}: ${kinds.join() || "none"}`, () => {
      const found = lettersAfter(lure, letters, { ...ASKED, subject: "harbour" });
      assert.deepEqual(
        found.map(({ kind }) => kind),
        kinds,
      );
    });
  }

  test("a message without an id nobody can name", () => {
    const unnamed = recordOf({ name: "lure", messageId: "", from: "news@spy.example", on: "2021-01-20" });
    const found = lettersAfter(unnamed, [letter({ namesAnswered: true })], { ...ASKED, subject: "harbour" });
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ["letter"],
    );
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
