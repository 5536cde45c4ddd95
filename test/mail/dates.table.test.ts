import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDate } from "../../src/mail/dates.ts";
import { receivedDate } from "../../src/mail/received.ts";

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
    // Two readings are no reading.
    ["04/03/2024 10:20",                                   null],
    ["Mon, 30 Dec 2019 24:00:00 +0000",                    "2019-12-31T00:00:00Z"],
    ["Sat, 31 Dec 2016 23:59:60 +0000",                    "2017-01-01T00:00:00Z"],
    ["29 Feb 2023 00:00:00 +0000",                         null],
    ["31 Apr 2023 00:00:00 +0000",                         null],
    ["0 Jan 2024 00:00:00 +0000",                          null],
    ["1 Foo 2024 00:00:00 +0000",                          null],
    ["1 Jan 2024 25:00:00 +0000",                          null],
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
