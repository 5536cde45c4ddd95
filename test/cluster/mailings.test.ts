import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { outlineOf } from "../../src/case/outline.ts";
import { MailingBook } from "../../src/cluster/mailings.ts";
import { pixel, type RecordWish, recordOf, shaOf } from "../support/record.ts";

const ANNA = "anna@office.example";
const BORIS = "boris@office.example";

type Wish = readonly [reader: string, on: string | null, text: string, subject?: string];

/** `[reader, day, text, subject]` in the order of dates → names of the messages laid side by side. */
function mailingsOf(...wishes: readonly Wish[]) {
  const book = new MailingBook();
  const names = new Map<string, string>();
  wishes.forEach(([reader, on, textPrint, subject], n) => {
    const wish: RecordWish = { name: `m${n}`, on, content: { textPrint }, loads: [pixel("https://t.example/1")] };
    book.add(
      outlineOf(recordOf({ ...wish, subject: subject ?? `Subject of m${String.fromCharCode(97 + n)}` })),
      reader,
    );
    names.set(shaOf(`m${n}`), `m${n}`);
  });
  return [...book.mailings()].map((mailing) => mailing.messages.map((sha256) => names.get(sha256)));
}

type ShownWish = readonly [reader: string, text: string, picture: string, tracks?: true];

/** As `mailingsOf`, of messages under one subject that load a picture each, which is shown or tracks. */
function shownMailings(...wishes: readonly ShownWish[]) {
  const book = new MailingBook();
  const names = new Map<string, string>();
  wishes.forEach(([reader, textPrint, picture, tracks], n) => {
    const wish =
      tracks === true ? {} : { hidden: false, token: { kind: "none", value: "", detail: "", address: null } as const };
    const loads = [pixel(`https://img.example/${picture}.jpg`, wish)];
    book.add(
      outlineOf(recordOf({ name: `m${n}`, on: "2021-01-19", subject: "All", content: { textPrint }, loads })),
      reader,
    );
    names.set(shaOf(`m${n}`), `m${n}`);
  });
  return [...book.mailings()].map((mailing) => mailing.messages.map((sha256) => names.get(sha256)));
}

describe("shown pictures alone", () => {
  const CLARA = "clara@office.example";
  // biome-ignore format: a table reads by row
  const cases: readonly (readonly [what: string, wishes: readonly ShownWish[], mailings: ReturnType<typeof shownMailings>])[] = [
    ["another for each reader", [[ANNA, "x", "0f3c"], [BORIS, "x", "77aa"]], [["m0", "m1"]]],
    ["one content hash for all tells nobody apart (LK-13)", [[ANNA, "x", "0f3c"], [BORIS, "x", "0f3c"]], []],
    ["all copies, where one differs", [[ANNA, "x", "0f3c"], [BORIS, "x", "0f3c"], [CLARA, "x", "77aa"]], [["m0", "m1", "m2"]]],
    ["other texts under one subject have other pictures", [[ANNA, "x", "0f3c"], [BORIS, "y", "77aa"]], []],
    ["a text too short for a print", [[ANNA, "", "0f3c"], [BORIS, "", "77aa"]], []],
    ["one reader's", [[ANNA, "x", "0f3c"], [ANNA, "x", "77aa"]], []],
    ["beside a copy with a tracker", [[ANNA, "x", "0f3c"], [BORIS, "x", "t", true]], [["m0", "m1"]]],
  ];
  for (const [what, wishes, mailings] of cases) test(what, () => assert.deepEqual(shownMailings(...wishes), mailings));
});

describe("what is laid side by side", () => {
  // biome-ignore format: a table reads by row
  const cases: readonly (readonly [what: string, wishes: readonly Wish[], mailings: ReturnType<typeof mailingsOf>])[] = [
    ["one text to two readers", [[ANNA, "2021-01-19", "x"], [BORIS, "2021-01-19", "x"]], [["m0", "m1"]]],
    ["one text to one reader", [[ANNA, "2021-01-19", "x"], [ANNA, "2021-01-19", "x"]], []],
    ["a lure that comes once to each, days apart", [[ANNA, "2021-01-19", "x"], [BORIS, "2021-01-29", "x"]], [["m0", "m1"]]],
    ["a form that comes again: by day",
      [[ANNA, "2021-01-19", "x"], [BORIS, "2021-01-19", "x"], [ANNA, "2021-01-26", "x"], [BORIS, "2021-01-26", "x"]], [["m0", "m1"], ["m2", "m3"]]],
    ["a form that reaches readers on other days", [[ANNA, "2021-01-19", "x"], [ANNA, "2021-01-26", "x"], [BORIS, "2021-02-02", "x"]], []],
    ["a message that is stored twice is no form",
      [[ANNA, "2021-01-19", "x"], [ANNA, "2021-01-19", "x"], [BORIS, "2021-01-29", "x"]], [["m0", "m1", "m2"]]],
    ["undated", [[ANNA, null, "x"], [BORIS, null, "x"]], [["m0", "m1"]]],
    ["one subject of a sender's on one day, other texts", [[ANNA, "2021-01-19", "x", "Digest 12"], [BORIS, "2021-01-19", "y", "Digest  13"]], [["m0", "m1"]]],
    ["one subject on other days", [[ANNA, "2021-01-19", "x", "Digest"], [BORIS, "2021-01-20", "y", "Digest"]], []],
    ["texts tied by a subject", [[ANNA, "2021-01-19", "x", "A"], [BORIS, "2021-01-19", "x", "B"], ["clara@office.example", "2021-01-19", "y", "A"]], [["m0", "m1", "m2"]]],
  ];
  for (const [what, wishes, mailings] of cases) test(what, () => assert.deepEqual(mailingsOf(...wishes), mailings));

  test("more than 400 copies are laid side by side in parts of one size", () => {
    const wishes = Array.from({ length: 801 }, (_, n) => [`r${n}@office.example`, "2021-01-19", "x"] as const);
    assert.deepEqual(
      mailingsOf(...wishes).map(({ length }) => length),
      [267, 267, 267],
    );
  });
});
