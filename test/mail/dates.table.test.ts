import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { isMadeUpDate, parseDate } from "../../src/mail/dates.ts";
import { receivedDate } from "../../src/mail/received.ts";
import { runs } from "./random-mail.ts";

describe("parseDate", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, iso: string | null])[] = [
    // RFC 5322 3.3, appendix A.1 and A.5 (retyped)
    ["Fri, 21 Nov 1997 09:55:06 -0600",                    "1997-11-21T15:55:06Z"],
    ["Thu,\t13\tFeb 1969 23:32 -0330 (Newfoundland Time)", null],
    ["Thu, 13 Feb 1997 23:32 -0330 (Newfoundland Time)",   "1997-02-14T03:02:00Z"],
    // RFC 5322 4.3, appendix A.6.2
    ["21 Nov 97 09:55:06 GMT",                             "1997-11-21T09:55:06Z"],
    ["Fri, 21 Nov 97 09(comment):   55  :  06 -0600",      "1997-11-21T15:55:06Z"],
    ["1 Jan 49 00:00:00 EST",                              "2049-01-01T05:00:00Z"],
    ["1 Jan 102 00:00:00 Z",                               "2002-01-01T00:00:00Z"],
    ["1 Jan 0102 00:00:00 Z",                              "2002-01-01T00:00:00Z"],
    ["Mon, 25 Mar 2024 10:20:30 +0100",                    "2024-03-25T09:20:30Z"],
    ["25 Mar 2024 10:20 +0100",                            "2024-03-25T09:20:00Z"],
    ["25 Mar 2024",                                        "2024-03-25T00:00:00Z"],
    ["Mon, 25 Mar 2024 10:20:30",                          "2024-03-25T10:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 (a (nested) comment) +0000", "2024-03-25T10:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 (unclosed",                "2024-03-25T10:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 CEST",                     "2024-03-25T08:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 GMT+02:00",                "2024-03-25T08:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 +9999",                    "2024-03-25T10:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 A",                        "2024-03-25T10:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 -0000",                    "2024-03-25T10:20:30Z"],
    ["Monday, 25-Mar-24 10:20:30 GMT",                     "2024-03-25T10:20:30Z"],
    ["March 25, 2024 3:20:30 PM",                          "2024-03-25T15:20:30Z"],
    ["25 March 2024 12:20 AM",                             "2024-03-25T00:20:00Z"],
    ["2024 Mar 25 10:20:30",                               "2024-03-25T10:20:30Z"],
    // ctime, as in mbox From_ lines
    ["Mon Mar 25 10:20:30 2024",                           "2024-03-25T10:20:30Z"],
    ["Mon Mar  5 10:20:30 PST 2024",                       "2024-03-05T18:20:30Z"],
    // ISO 8601, RFC 3339, Go's default
    ["2024-03-25T10:20:30+01:00",                          "2024-03-25T09:20:30Z"],
    ["2024-03-25T10:20:30.123Z",                           "2024-03-25T10:20:30Z"],
    ["2024-03-25 10:20:30.123456789 +0000 UTC m=+1.5",     "2024-03-25T10:20:30Z"],
    ["2024-03-25",                                         "2024-03-25T00:00:00Z"],
    ["25/03/2024 10:20:30",                                "2024-03-25T10:20:30Z"],
    ["03/25/2024 10:20",                                   "2024-03-25T10:20:00Z"],
    ["3/25/2024 3:20:30 PM",                               "2024-03-25T15:20:30Z"],
    ["25.03.2024 10:20",                                   "2024-03-25T10:20:00Z"],
    // Dots say that the day comes first.
    ["04.03.2024 10:20",                                   "2024-03-04T10:20:00Z"],
    ["2024-03-25 3:20 p.m. +0100",                         "2024-03-25T14:20:00Z"],
    // Wrong or foreign weekdays, months of many languages, day with leading zeros
    ["Tue, 25 Mar 2024 10:20:30 +0000",                    "2024-03-25T10:20:30Z"],
    ["Tue, 025 Mar 2024 10:20:30 +0000",                   "2024-03-25T10:20:30Z"],
    ["Mo, 25 Mär 2024 10:20:30 +0100",                     "2024-03-25T09:20:30Z"],
    ["Montag, 25. März 2024 10:20:30",                     "2024-03-25T10:20:30Z"],
    ["Di, 1 Okt 2024 10:20:30 MESZ",                       "2024-10-01T08:20:30Z"],
    ["lun., 25 mars 2024 10:20:30 +0100",                  "2024-03-25T09:20:30Z"],
    ["mar., 26 nov. 2024 10:20:30 +0100",                  "2024-11-26T09:20:30Z"],
    ["jeu. 15 août 2024 10:20",                            "2024-08-15T10:20:00Z"],
    ["vie, 5 jul 2024 10:20:30 +0200",                     "2024-07-05T08:20:30Z"],
    ["mié, 3 ene 2024 10:20:30 +0100",                     "2024-01-03T09:20:30Z"],
    ["qua, 4 dez 2024 10:20:30 -0300",                     "2024-12-04T13:20:30Z"],
    ["mar, 1 ott 2024 10:20:30 +0200",                     "2024-10-01T08:20:30Z"],
    ["ma 25 mrt 2024 10:20:30 +0100",                      "2024-03-25T09:20:30Z"],
    ["wt, 29 paź 2024 10:20:30 +0100",                     "2024-10-29T09:20:30Z"],
    ["út, 4 čvn 2024 10:20:30 +0200",                      "2024-06-04T08:20:30Z"],
    ["Пн, 25 мар 2024 10:20:30 +0300",                     "2024-03-25T07:20:30Z"],
    ["пн, 6 мая 2024 10:20:30 +0300",                      "2024-05-06T07:20:30Z"],
    ["Pzt, 25 Mar 2024 10:20:30 +0300",                    "2024-03-25T07:20:30Z"],
    ["Paz, 4 Ağu 2024 10:20:30 +0300",                     "2024-08-04T07:20:30Z"],
    ["2024年3月25日 10:20",                                  "2024-03-25T10:20:00Z"],
    ["2024年3月25日(月) 午後3:20:30",                          "2024-03-25T15:20:30Z"],
    ["2024年3月25日 星期一 下午3时20分",                        "2024-03-25T15:20:00Z"],
    ["2024년 3월 25일 월요일 오후 3:20",                        "2024-03-25T15:20:00Z"],
    ["=?utf-8?Q?Mo,_25_M=C3=A4r_2024_10:20:30?= +0100",    "2024-03-25T09:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 GMT+0200",                 "2024-03-25T08:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 UTC-5",                    "2024-03-25T15:20:30Z"],
    ["Mon Mar 25 2024 10:20:30 GMT+0200 (Central European Standard Time)", "2024-03-25T08:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 Pacific Daylight Time",    "2024-03-25T17:20:30Z"],
    ["Mon, 25 Mar 2024 10:20:30 Central European Time",    "2024-03-25T09:20:30Z"],
    // Two readings are no reading.
    ["04/03/2024 10:20",                                   null],
    ["Mon, 30 Dec 2019 24:00:00 +0000",                    "2019-12-31T00:00:00Z"],
    ["Sat, 31 Dec 2016 23:59:60 +0000",                    "2017-01-01T00:00:00Z"],
    ["29 Feb 2023 00:00:00 +0000",                         null],
    ["31 Apr 2023 00:00:00 +0000",                         null],
    ["0 Jan 2024 00:00:00 +0000",                          null],
    ["1 Foo 2024 00:00:00 +0000",                          null],
    ["1 Jan 2024 25:00:00 +0000",                          null],
    ["1 Jan 0 00:00:00 +0000",                             null],
    ["1 13 2024 00:00:00 +0000",                           null],
    ["1 Jan 9999 00:00:00 +0000",                          null],
    ["1 Jan 275761 00:00:00 +0000",                        null],
    ["1 Jan 99999999999999999999 00:00:00 +0000",          null],
    ["",                                                   null],
    ["yesterday",                                          null],
    ["(".repeat(100_000),                                  null],
  ];
  for (const [text, iso] of cases) {
    test(`${JSON.stringify(text.slice(0, 60))} → ${iso}`, () => {
      const date = parseDate(text);
      assert.equal(date === null ? null : new Date(date).toISOString().replace(".000", ""), iso);
    });
  }
});

describe("isMadeUpDate", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, isWrong: boolean])[] = [
    ["Mon, 25 Mar 2024 10:20:30 +0100",     false],
    ["Tue, 25 Mar 2024 10:20:30 +0100",     true],
    // The weekday is that of the sender's own zone.
    ["Mon, 25 Mar 2024 23:20:30 -1000",     false],
    ["Tuesday, 25-Mar-24 10:20:30 GMT",     true],
    ["25 Mar 2024 10:20:30 +0100",          false],
    ["mar., 25 Mar 2024 10:20:30 +0100",    false],
    ["Tue, 31 Apr 2024 10:20:30 +0100",     false],
    ["Mon, 25 Mar 2024 10:20:30 +9999",     true],
    ["Mon, 25 Mar 2024 10:20:30 -1500",     true],
    ["Mon, 25 Mar 2024 10:20:30 +0160",     true],
    ["Mon, 25 Mar 2024 10:20:30 +1400",     false],
    ["Mon, 25 Mar 2024 10:20:30 +05:30",    false],
    ["25-03-2024",                          false],
    ["2024-03-25",                          false],
    ["Tue",                                 false],
  ];
  for (const [text, isWrong] of cases) test(text, () => assert.equal(isMadeUpDate(text), isWrong));
});

test("any text gives an instant within the years that mail has, or null", () => {
  const piece = fc.constantFrom(
    ...[
      "Mon",
      "25",
      "Mar",
      "mars",
      "2024",
      "99999999999999999999",
      "-1",
      "0",
      "275761",
      "10:20:30",
      "24:60:61",
      "+9999",
      "(",
      ")",
    ],
    ...["年", "月", "日", "午後", "GMT", ":", "/", "-", ".", "T", "Z", "PM", "=?utf-8?Q?", "?=", "\u0000", "\ud800"],
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 12 })
    .map((pieces) => pieces.join(" "));
  fc.assert(
    fc.property(text, (date) => {
      const at = parseDate(date);
      assert.ok(at === null || (Number.isSafeInteger(at) && at > -86_400_000 && at < Date.UTC(2100, 0, 2)));
      assert.equal(typeof isMadeUpDate(date), "boolean");
    }),
    { numRuns: runs * 5 },
  );
});

describe("receivedDate", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, iso: string | null])[] = [
    ["from a.example by b.example with ESMTP id 1; Mon, 25 Mar 2024 10:20:30 +0100", "2024-03-25T09:20:30Z"],
    ["from a.example; by b.example; Mon, 25 Mar 2024 10:20:30 +0100 (envelope; x)",  "2024-03-25T09:20:30Z"],
    ["by b.example with HTTP id 1 Mon, 25 Mar 2024 10:20:30.608 +0000 (UTC)",        "2024-03-25T10:20:30Z"],
    ["by b.example with SMTP id 1 2024-03-25 10:20:30.928 +0000 UTC m=+68.8",        "2024-03-25T10:20:30Z"],
    ["from a.example by b.example",                                                  null],
    [";".repeat(100_000),                                                            null],
  ];
  for (const [text, iso] of cases) {
    test(`${JSON.stringify(text.slice(-60))} → ${iso}`, () => {
      const date = receivedDate(text);
      assert.equal(date === null ? null : new Date(date).toISOString().replace(".000", ""), iso);
    });
  }
});
