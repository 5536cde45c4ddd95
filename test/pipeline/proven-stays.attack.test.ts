/** What copies prove of a stranger is not undone by what the stranger writes beside them or later, nor by an answer. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { judgedCase } from "../support/judged-case.ts";
import { day, pixel, type RecordWish, recordOf } from "../support/record.ts";

const PEOPLE = ["anna@office.example", "ben@office.example", "carl@office.example"];
const DESK = "desk@review.test";
const HOUR_MS = 3_600_000;
const DAY = day("2021-03-10");

const lures = PEOPLE.map((reader, nth) =>
  recordOf({
    ...{ name: `lure ${nth}`, from: DESK, to: [reader], on: "2021-03-10", subject: "The hearing", received: true },
    content: { textPrint: "the hearing" },
    loads: [pixel(`https://t.review.test/o/${["q7Rk2LmX0aPz", "b4TnW9sYc1Ue", "H8dJv3GfK5oI"][nth]}`)],
  }),
);
const own = (hours: number, wish: Partial<RecordWish> = {}): MessageRecord => ({
  ...recordOf({ name: `own ${hours}`, from: PEOPLE[2] ?? "", to: [DESK], subject: "Question", ...wish }),
  date: (DAY + hours * HOUR_MS) as EpochMs,
});
const theirs = (hours: number): MessageRecord => ({
  ...recordOf({ name: `theirs ${hours}`, from: DESK, to: [PEOPLE[0] ?? ""], subject: `Note ${hours}`, received: true }),
  date: (DAY + hours * HOUR_MS) as EpochMs,
});
const months = (first: number) => [0, 31, 62, 93, 124].map((days) => theirs((first + days) * 24));

describe("a hidden token that three copies prove", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, beside: readonly MessageRecord[], arrived: number, isTold: boolean])[] = [
    ["alone",                                        [], 0, true],
    ["plain letters over months, afterwards",        months(3), 0, true],
    ["plain letters over months, before",            months(-150), 0, false],
    ["many letters within an hour",                  Array.from({ length: 210 }, (_, n) => theirs(-2 + n / 250)), 0, true],
    ["an answer to a letter that is gone",           [own(-900, { claims: { isReply: true } })], 0, true],
    ["the same without a header, by its subject",    [own(-900, { subject: "Re: The hearing" })], 0, true],
    ["an answer to it before its date",              [own(-5, { subject: "Re: The hearing", claims: { isReply: true } })], -8, true],
    ["a letter after it came, before its date",      [own(-5)], -8, true],
    ["a letter before it came",                      [own(-9)], -8, false],
    ["an automatic answer before",                   [own(-900, { claims: { autoSubmitted: "auto-replied" } })], 0, true],
  ];
  for (const [what, beside, hours, isTold] of cases) {
    test(what, async () => {
      const arrived = (DAY + hours * HOUR_MS) as EpochMs;
      const copies = lures.map((lure) => ({ ...lure, arrived }));
      const judged = await judgedCase([...copies, ...beside], PEOPLE);
      for (const { sha256 } of copies) assert.equal(judged.get(sha256)?.verdict === "suspicious", isTold);
    });
  }
});
