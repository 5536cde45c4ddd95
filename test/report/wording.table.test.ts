import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import { bytesOf, counted, dayOf, isoOf, listed, minuteOf, periodOf, withCommas } from "../../src/report/wording.ts";
import { at } from "./fixture.ts";

describe("numbers", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, expected: string])[] = [
    [withCommas(0),                      "0"],
    [withCommas(999),                    "999"],
    [withCommas(1_000),                  "1,000"],
    [withCommas(184_213),                "184,213"],
    [withCommas(1_234_567_890),          "1,234,567,890"],
    [counted(1, "message"),              "1 message"],
    [counted(0, "message"),              "0 messages"],
    [counted(2_000, "person", "people"), "2,000 people"],
    [bytesOf(0),                         "0 bytes"],
    [bytesOf(1),                         "1 byte"],
    [bytesOf(999),                       "999 bytes"],
    [bytesOf(1_000),                     "1 kB"],
    [bytesOf(9_214),                     "9.2 kB"],
    [bytesOf(999_960),                   "1 MB"],
    [bytesOf(9_412_000_000),             "9.4 GB"],
    [bytesOf(412e12),                    "412 TB"],
    [listed([]),                         ""],
    [listed(["a"]),                      "a"],
    [listed(["a", "b"]),                 "a and b"],
    [listed(["a", "b", "c"]),            "a, b and c"],
  ];
  for (const [text, expected] of cases) test(expected || "(empty)", () => assert.equal(text, expected));
});

describe("dates", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string | null, expected: string | null])[] = [
    [dayOf(at("2021-01-19T23:59:59Z")),                                  "2021-01-19"],
    [dayOf(null),                                                        "no date"],
    [minuteOf(at("2021-01-19T06:12:30Z")),                               "2021-01-19 06:12 UTC"],
    [minuteOf(null),                                                     "no date"],
    [dayOf(8.64e15 as EpochMs),                                          "+275760-09-13"],
    [isoOf(Number.NaN as EpochMs),                                       null],
    [isoOf(9e15 as EpochMs),                                             null],
    [periodOf("2021-01-19T06:00:00.000Z", "2021-02-04T06:00:00.000Z"),   "2021-01-19 to 2021-02-04"],
    [periodOf("2021-01-19T06:00:00.000Z", "2021-01-19T08:00:00.000Z"),   "2021-01-19"],
    [periodOf("2021-01-19", null),                                       "2021-01-19"],
    [periodOf(null, null),                                               ""],
  ];
  for (const [text, expected] of cases) test(String(expected), () => assert.equal(text, expected));
});
