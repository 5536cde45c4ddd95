/** What relation excuses a doubtful message: neither an address that is forged for years nor a lure that comes every week. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Doubts } from "../../src/cluster/doubts.ts";
import { type SenderHistory, UNKNOWN_SENDER } from "../../src/cluster/history.ts";
import type { Evidence } from "../../src/verdict/evidence.ts";
import { isRelated } from "../../src/verdict/signs.ts";
import { day, recordOf } from "../support/record.ts";

const years: SenderHistory = {
  ...UNKNOWN_SENDER,
  messages: 30,
  months: 20,
  spanDays: 700,
  authenticated: 30,
  aligned: 30,
};
const ordinary: Doubts = { messages: 10, doubtful: 1 };
const pass = { dkim: true, spf: false, dmarc: false, why: "" };
const fail = { dkim: false, spf: false, dmarc: false, why: "" };

interface Wish {
  readonly whole?: SenderHistory;
  readonly doubts?: Doubts;
  readonly writtenTo?: boolean;
  /** It says how to leave the list. */
  readonly exit?: boolean;
  readonly passes?: boolean;
  /** Nothing was recorded at receipt. */
  readonly unchecked?: boolean;
}

function related({
  whole = years,
  doubts = ordinary,
  writtenTo = false,
  exit = false,
  passes = true,
  unchecked = false,
}: Wish) {
  const result = passes ? "pass" : "fail";
  const auth = unchecked ? [] : [{ method: "spf", result, domain: "firm.example", position: 0, server: "mx.example" }];
  const claims = {
    listUnsubscribe: exit ? ["https://firm.example/leave"] : [],
    listId: exit ? "news.firm.example" : "",
  };
  const record = recordOf({ name: "m", from: "desk@firm.example", on: "2024-01-01", claims });
  const evidence = {
    record: { ...record, auth },
    loads: [],
    results: auth,
    before: { ...UNKNOWN_SENDER, writtenTo },
    whole,
    doubts,
    isList: false,
    alignment: unchecked || !passes ? fail : pass,
  };
  return isRelated(evidence as unknown as Evidence);
}

describe("what relation excuses a doubtful message", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Wish, expected: boolean])[] = [
    ["a steady sender of ordinary mail", {}, true],
    ["somebody new", { whole: UNKNOWN_SENDER, doubts: { messages: 1, doubtful: 1 } }, false],
    ["somebody the owner wrote to before", { whole: UNKNOWN_SENDER, writtenTo: true, doubts: { messages: 1, doubtful: 1 } }, true],
    ["the same lure for years, passing", { doubts: { messages: 10, doubtful: 10 } }, false],
    ["all that a patient sender can give itself", { whole: { ...years, readers: 40, monthsRecorded: 20, monthsPassing: 20, confirmation: day("2021-01-19") }, exit: true, doubts: { messages: 30, doubtful: 30 } }, false],
    ["that, and the owner wrote to it before", { whole: { ...years, readers: 40 }, exit: true, writtenTo: true, doubts: { messages: 30, doubtful: 30 } }, true],
    ["half of it doubtful", { doubts: { messages: 10, doubtful: 5 } }, true],
    ["an address that is forged for years", { whole: { ...years, aligned: 0 }, passes: false }, false],
    ["a forged address, and nobody checked this one", { whole: { ...years, aligned: 0 }, unchecked: true }, false],
    ["years before anything was checked", { whole: { ...years, authenticated: 0, aligned: 0 }, unchecked: true }, true],
    ["out of its habit, though the owner wrote to it", { writtenTo: true, passes: false }, false],
  ];
  for (const [what, wish, expected] of cases) test(what, () => assert.equal(related(wish), expected));
});
