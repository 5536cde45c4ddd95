import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import { outlineOf } from "../../src/case/outline.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { HistoryBook } from "../../src/cluster/history.ts";
import { houseOf, OwnerGuess, readersOf, sureReader } from "../../src/cluster/readers.ts";
import { senderKey } from "../../src/cluster/sender.ts";
import { day, type RecordWish, recordOf } from "../support/record.ts";

const owners = new Set(["me@office.example", "@party.example"]);

describe("sender history", () => {
  test("counts, spans and readers of one registrable domain", () => {
    const book = new HistoryBook();
    const early = recordOf({ name: "1", from: "a@news.outlet.example", on: "2019-01-01" });
    const late = recordOf({ name: "2", from: "b@outlet.example", on: "2020-01-01" });
    book.add(outlineOf(early), { readers: ["me@office.example"], own: false });
    book.add(outlineOf(late), { readers: ["you@party.example"], own: false });
    assert.deepEqual(book.of(recordOf({ name: "3", from: "c@outlet.example" })), {
      messages: 2,
      first: early.date,
      last: late.date,
      spanDays: 365,
      months: 2,
      readers: 2,
      writtenTo: false,
      writtenUnasked: false,
      writtenFirst: false,
      authenticated: 0,
      aligned: 0,
      monthsRecorded: 0,
      monthsPassing: 0,
      passingSince: null,
      confirmation: null,
    });
  });
  test("strangers at a free-mail provider do not share a history", () => {
    const book = new HistoryBook();
    book.add(outlineOf(recordOf({ name: "1", from: "one@gmail.com", on: "2019-01-01" })), { readers: [], own: false });
    assert.equal(book.of(recordOf({ name: "2", from: "two@gmail.com" })).messages, 0);
    assert.equal(book.of(recordOf({ name: "3", from: "one@gmail.com" })).messages, 1);
  });
  test("whom the owner wrote to is no stranger", () => {
    const book = new HistoryBook();
    book.add(outlineOf(recordOf({ name: "1", from: "aide@party.example", to: ["pen@friend.example"] })), {
      readers: [],
      own: true,
    });
    assert.equal(book.of(recordOf({ name: "2", from: "other@friend.example" })).writtenTo, true);
  });
  test("an automatic reply was written by nobody (RFC 3834)", () => {
    const book = new HistoryBook();
    const reply = { from: "aide@party.example", to: ["pen@friend.example"] };
    book.add(outlineOf(recordOf({ name: "1", ...reply, claims: { autoSubmitted: "auto-replied" } })), {
      readers: [],
      own: true,
    });
    assert.equal(book.of(recordOf({ name: "2", from: "other@friend.example" })).writtenTo, false);
    book.add(outlineOf(recordOf({ name: "3", ...reply, claims: { autoSubmitted: "no" } })), { readers: [], own: true });
    assert.equal(book.of(recordOf({ name: "2", from: "other@friend.example" })).writtenTo, true);
  });
  describe("nobody is written to by what a program sent, or nobody", () => {
    // biome-ignore format: a table reads by column
    const cases: readonly (readonly [what: string, wish: Partial<RecordWish>, unsent: boolean, isWrittenTo: boolean])[] = [
      ["a letter",                          {}, false, true],
      ["a draft",                           {}, true, false],
      ["an invitation",                     { calendarMethod: "request" }, false, true],
      ["the answer to one",                 { calendarMethod: "reply" }, false, false],
      ["a receipt",                         { receipt: { original: "", disposition: "displayed", isAutomatic: true, agent: "" } }, false, false],
      ["an answer that stops others",       { claims: { extensionHeaders: ["x-mailer", "x-auto-response-suppress"] } }, false, false],
      ["an answer of a vacation program",   { claims: { precedence: "auto_reply" } }, false, false],
      ["a mailing",                         { claims: { precedence: "bulk" } }, false, false],
      ["an answer that says so in words",   { subject: "Automatische Antwort: Termin" }, false, false],
      ["a letter about such answers",       { subject: "Your automatic reply" }, false, true],
    ];
    for (const [what, wish, unsent, isWrittenTo] of cases) {
      test(what, () => {
        const book = new HistoryBook();
        const sent = recordOf({ name: "1", from: "aide@party.example", to: ["pen@friend.example"], ...wish });
        assert.equal(book.hasNew(outlineOf(sent)), true);
        book.add(outlineOf(sent), { readers: [], own: true, unsent });
        const { writtenTo, writtenFirst } = book.of(recordOf({ name: "2", from: "other@friend.example" }));
        assert.deepEqual([writtenTo, writtenFirst], [isWrittenTo, isWrittenTo]);
      });
    }
  });
  test("a way out that was taken is no correspondence", () => {
    const book = new HistoryBook();
    const taken = recordOf({ name: "1", from: "aide@party.example", to: ["unsubscribe+17@outlet.example"] });
    book.add(outlineOf(taken), { readers: [], own: true });
    assert.equal(book.of(recordOf({ name: "2", from: "desk@outlet.example" })).writtenTo, false);
  });
  test("how often the sender's own domain passed, and when it asked to confirm a subscription", () => {
    const book = new HistoryBook();
    const result = { authservId: "mx.office.example", method: "dkim", result: "pass", position: 0 };
    const from = { from: "desk@outlet.example", on: "2020-01-01" };
    book.add(outlineOf(recordOf({ name: "1", ...from, auth: [{ ...result, domain: "mail.outlet.example" }] })), {
      readers: [],
      own: false,
    });
    book.add(outlineOf(recordOf({ name: "2", ...from, auth: [{ ...result, domain: "other.example" }] })), {
      readers: [],
      own: false,
      confirms: true,
    });
    book.add(outlineOf(recordOf({ name: "3", ...from })), { readers: [], own: false });
    const { messages, authenticated, aligned, confirmation } = book.of(recordOf({ name: "4", ...from }));
    assert.deepEqual([messages, authenticated, aligned, confirmation], [3, 2, 1, day("2020-01-01")]);
  });
  test("who is answered was not written to first", () => {
    const answered = (first: "lure" | "letter"): boolean => {
      const book = new HistoryBook();
      const [early, late] = ["2021-01-01", "2021-01-03"];
      const lure = outlineOf(recordOf({ name: "1", from: "desk@outlet.example", on: first === "lure" ? early : late }));
      const letter = outlineOf(
        recordOf({
          name: "2",
          from: "me@office.example",
          to: ["desk@outlet.example"],
          on: first === "lure" ? late : early,
        }),
      );
      for (const one of first === "lure" ? [lure, letter] : [letter, lure]) {
        book.add(one, { readers: [], own: one === letter });
      }
      return book.of(recordOf({ name: "3", from: "desk@outlet.example" })).writtenFirst;
    };
    assert.deepEqual([answered("lure"), answered("letter")], [false, true]);
  });
  describe("who is answered has been heard, and a date is no arrival", () => {
    const [day20, day22] = ["2021-01-20", "2021-01-22"];
    const at = (hours: number) => (day(day22) + hours * 3_600_000) as EpochMs;
    const ahead = { arrived: at(-3) };
    // biome-ignore format: a table reads by column
    const cases: readonly (readonly [what: string, own: Partial<RecordWish> & { hours?: number }, lure: Partial<MessageRecord>, told: readonly boolean[]])[] = [
      ["a letter before",                         { on: day20 }, {}, [true, true, true]],
      ["an answer to what is here no more",       { on: day20, claims: { isReply: true } }, {}, [true, false, false]],
      ["the same by its subject alone",           { on: day20, subject: "Aw: [list] The draft" }, {}, [true, false, false]],
      ["a letter after",                          { on: "2021-01-23" }, {}, [false, false, false]],
      ["between arrival and a date ahead of it",  { hours: -1 }, ahead, [false, false, false]],
      ["before both",                             { hours: -4 }, ahead, [true, true, true]],
      ["a message without a date, taken later",   { on: day20 }, { date: null, arrived: at(0) }, [true, true, false]],
    ];
    for (const [what, { hours, ...own }, wish, told] of cases) {
      test(what, () => {
        const book = new HistoryBook();
        const made = recordOf({ name: "1", from: "me@office.example", to: ["desk@outlet.example"], ...own });
        const letter = hours === undefined ? made : { ...made, date: at(hours) };
        const lure = { ...recordOf({ name: "2", from: "desk@outlet.example", on: day22 }), ...wish };
        book.add(outlineOf(letter), { readers: [], own: true });
        book.add(outlineOf(lure), { readers: [], own: false });
        const { writtenTo, writtenUnasked, writtenFirst } = book.of(lure);
        assert.deepEqual([writtenTo, writtenUnasked, writtenFirst], told);
      });
    }
  });
  test("whoever floods a month in a sender's name makes that month fail, and no other", () => {
    const book = new HistoryBook();
    const from = "desk@outlet.example";
    const add = (name: string, on: string, domain: string) => {
      const auth = [{ authservId: "mx.office.example", method: "dkim", result: "pass", position: 0, domain }];
      book.add(outlineOf(recordOf({ name, from, on, auth })), { readers: [], own: false });
    };
    for (const month of ["01", "03", "05", "07"]) add(month, `2020-${month}-10`, "outlet.example");
    for (let n = 0; n < 9; n += 1) add(`forged ${n}`, "2020-09-10", "evil.test");
    const { authenticated, aligned, monthsRecorded, monthsPassing } = book.of(recordOf({ name: "x", from }));
    assert.deepEqual([authenticated, aligned, monthsRecorded, monthsPassing], [13, 4, 5, 4]);
  });
  test("mail that came for months before any passed is of no habit yet; some of it alone is a forger's", () => {
    const since = (unsigned: readonly string[]): number | null => {
      const book = new HistoryBook();
      const from = "desk@outlet.example";
      const add = (on: string, domain: string) => {
        const auth = [{ authservId: "mx.office.example", method: "dkim", result: "pass", position: 0, domain }];
        book.add(outlineOf(recordOf({ name: on, from, on, auth })), { readers: [], own: false });
      };
      for (const on of unsigned) add(on, "host.example");
      for (const month of ["07", "09", "11"]) add(`2020-${month}-10`, "outlet.example");
      return book.of(recordOf({ name: "x", from })).passingSince;
    };
    const months = ["2020-01-10", "2020-02-12", "2020-03-14", "2020-05-16"];
    assert.equal(since(months), recordOf({ name: "x", from: "a@x.example", on: "2020-07-10" }).date);
    assert.equal(since(months.slice(0, 3)), null);
    assert.equal(since(["2020-01-10", "2020-01-11", "2020-01-12", "2020-01-13", "2020-01-14"]), null);
  });
  test("undated mail counts but gives no time", () => {
    const book = new HistoryBook();
    book.add(outlineOf(recordOf({ name: "1", from: "a@x.example", on: null })), { readers: [], own: false });
    assert.deepEqual(
      [
        book.of(recordOf({ name: "2", from: "a@x.example" })).first,
        book.of(recordOf({ name: "2", from: "a@x.example" })).messages,
      ],
      [null, 1],
    );
  });
});

describe("readers and owners", () => {
  const cases: readonly (readonly [what: string, deliveredTo: string[], to: string[], readers: string[]])[] = [
    ["the owner among To", [], ["x@other.example", "me@office.example"], ["me@office.example"]],
    ["an owner's domain", [], ["aide@party.example"], ["aide@party.example"]],
    ["delivery headers before To", ["box@mail.example"], ["x@other.example"], ["box@mail.example"]],
    ["To when nothing better is known", [], ["x@other.example"], ["x@other.example"]],
    ["nobody named", [], [], []],
  ];
  for (const [what, deliveredTo, to, readers] of cases) {
    test(what, () => assert.deepEqual(readersOf(recordOf({ name: what, to, deliveredTo }), owners), readers));
  }
  test("where the owner is given To names nobody else but of the house: it is the sender's to choose", () => {
    const house = houseOf(owners, "given");
    const read = (...to: readonly string[]) => readersOf(recordOf({ name: "m", to }), owners, house);
    assert.deepEqual(read("readers@sender.test"), []);
    assert.deepEqual(read("readers@sender.test", "new@mail.office.example"), ["new@mail.office.example"]);
    assert.deepEqual(read("readers@sender.test", "me@office.example"), ["me@office.example"]);
    assert.equal(houseOf(owners, "inferred"), null);
  });
  test("a name below the receiver's own line, which the sender may have written, makes nobody a reader", () => {
    const colleague = "aide@party.example";
    const copy = recordOf({
      name: "1",
      to: ["me@office.example"],
      deliveredTo: [colleague],
      deliveredBelow: [colleague],
    });
    assert.deepEqual(readersOf(copy, owners), ["me@office.example"]);
    assert.equal(sureReader({ ...copy, to: [] }, owners), null);
  });
  test("a stated To alone names no sure reader once owners are known", () => {
    const stated = recordOf({ name: "1", to: ["invented@spam.example"] });
    const delivered = recordOf({ name: "2", to: ["x@other.example"], deliveredTo: ["box@mail.example"] });
    const own = recordOf({ name: "3", to: ["aide@party.example"] });
    assert.deepEqual(
      [stated, delivered, own].map((record) => sureReader(record, owners)),
      [null, "box@mail.example", "aide@party.example"],
    );
    assert.equal(sureReader(stated, new Set()), "invented@spam.example");
  });
  test("the owner is guessed from a tenth of the mail, lists aside", () => {
    const guess = new OwnerGuess();
    for (let n = 0; n < 10; n += 1) guess.add(recordOf({ name: `${n}`, to: ["me@office.example"] }));
    for (let n = 0; n < 30; n += 1)
      guess.add(recordOf({ name: `l${n}`, to: ["list@lists.example"], claims: { listId: "l" } }));
    guess.add(recordOf({ name: "once", to: ["other@office.example"] }));
    assert.deepEqual(guess.owners(), ["me@office.example"]);
  });
  test("too little mail gives no guess", () => {
    const guess = new OwnerGuess();
    for (let n = 0; n < 4; n += 1) guess.add(recordOf({ name: `${n}`, to: ["me@office.example"] }));
    assert.deepEqual(guess.owners(), []);
  });
  test("sender keys", () => {
    // Customers of one service are strangers to each other (TF-202).
    const customer = "help@council.zendesk.com";
    assert.deepEqual(["A@mail.outlet.example", "one@gmail.com", customer, ""].map(senderKey), [
      "outlet.example",
      "one@gmail.com",
      customer,
      "",
    ]);
  });
});
