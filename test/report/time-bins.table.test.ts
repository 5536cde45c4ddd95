import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MonthCount } from "../../src/ports/store.ts";
import { campaignSpans } from "../../src/report/campaign-spans.ts";
import { htmlText } from "../../src/report/html.ts";
import { placeOf, timeBins } from "../../src/report/time-bins.ts";
import { timeline } from "../../src/report/timeline.ts";
import { at, campaign, months } from "./fixture.ts";

const UNTIL = "2024-03-26T09:00:00.000Z";

function row(month: string, changes: Partial<MonthCount> = {}): MonthCount {
  return { month, verdict: "clear", trackingClass: "none", messages: 1, ...changes };
}

describe("timeBins", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, months: readonly string[], unit: string, first: string | undefined, last: string | undefined, bins: number, outside: number])[] = [
    ["nothing",                        [],                       "month", undefined, undefined, 0,   0],
    ["one month",                      ["2021-01"],              "month", "2021-01", "2021-01", 1,   0],
    ["holes are bins",                 ["2020-12", "2021-03"],   "month", "2020-12", "2021-03", 4,   0],
    ["fifteen years stay months",      ["2009-01", "2023-12"],   "month", "2009-01", "2023-12", 180, 0],
    ["more than twenty are years",     ["2001-05", "2024-01"],   "year",  "2001",    "2024",    24,  0],
    ["dates before mail are outside",  ["1970-01", "2021-01"],   "month", "2021-01", "2021-01", 1,   1],
    ["dates to come are outside",      ["2021-01", "2038-01"],   "month", "2021-01", "2021-01", 1,   1],
    ["what is no month is outside",    ["2021-13", "x", "+27576"], "month", undefined, undefined, 0, 3],
    ["the month of the report counts", ["2024-03", "2024-04"],   "month", "2024-03", "2024-03", 1,   1],
  ];
  for (const [name, list, unit, first, last, bins, outside] of cases) {
    test(name, () => {
      const made = timeBins(
        list.map((month) => row(month)),
        UNTIL,
      );
      assert.deepEqual(
        [made.unit, made.bins[0]?.label, made.bins.at(-1)?.label, made.bins.length, made.outside.messages],
        [unit, first, last, bins, outside],
      );
    });
  }

  test("kinds are counted apart, and a hostile message never as commercial", () => {
    const made = timeBins(
      [
        row("2021-01", { verdict: "hostile", trackingClass: "commercial", messages: 2 }),
        row("2021-01", { verdict: "tracked", trackingClass: "commercial", messages: 30 }),
        row("2021-01", { verdict: "suspicious", messages: 4 }),
        row("2021-01", { messages: 500 }),
      ],
      UNTIL,
    );
    assert.deepEqual(made.bins, [{ label: "2021-01", hostile: 2, suspicious: 4, commercial: 30, all: 536 }]);
  });

  test("a broken date of the report bounds nothing, and the picture stays small", () => {
    const made = timeBins([row("1990-01"), row("9999-12"), row("2100-12")], "someday");
    assert.deepEqual([made.unit, made.bins.length, made.outside.messages], ["year", 111, 1]);
  });

  test("places lie in their month", () => {
    const made = timeBins([row("2021-01"), row("2021-03")], UNTIL);
    assert.equal(placeOf(at("2021-01-01T00:00:00Z"), made), 0);
    assert.equal(placeOf(null, made), null);
    const february = placeOf(at("2021-02-15T00:00:00Z"), made) ?? 0;
    assert.ok(february > 1 && february < 2);
  });
});

describe("campaignSpans", () => {
  const bins = timeBins(months(), UNTIL);
  test("dated campaigns only, at most eight, hostile ones first", () => {
    const many = Array.from({ length: 20 }, (_, index) => ({
      ...campaign,
      id: `c-${index}`,
      verdict: "suspicious" as const,
    }));
    const spans = campaignSpans([{ ...campaign, id: "undated", first: null, last: null }, ...many, campaign], bins);
    assert.equal(spans.length, 8);
    assert.ok(spans.some((span) => span.campaign.id === campaign.id));
    assert.ok(spans.every((span) => span.campaign.id !== "undated"));
  });

  test("outside the picture: none", () => {
    const old = { ...campaign, first: at("1999-01-01T00:00:00Z"), last: at("1999-02-01T00:00:00Z") };
    assert.deepEqual(campaignSpans([old], bins), []);
  });
});

describe("timeline", () => {
  test("every number is finite, for few and for many months", () => {
    const ranges = [
      months(),
      months().slice(0, 1),
      [row("2021-01", { verdict: "hostile", messages: 1e9 })],
      [row("1990-01"), row("2024-03")],
    ];
    for (const range of ranges) {
      assert.doesNotMatch(
        htmlText(timeline({ months: range, campaigns: [campaign], until: UNTIL })),
        /NaN|Infinity|undefined/,
      );
    }
  });

  test("impossible dates are told, with what matters among them", () => {
    const range = [row("2021-01"), row("1970-01", { verdict: "hostile", messages: 2 }), row("2099-01")];
    const text = htmlText(timeline({ months: range, campaigns: [], until: UNTIL }));
    assert.match(text, /3 messages with an impossible date are not drawn\. 2 are suspicious or hostile/);
  });

  test("seventeen mails are not drowned by thousands of newsletters", () => {
    const text = htmlText(timeline({ months: months(), campaigns: [], until: UNTIL }));
    const heights = [...text.matchAll(/<rect class="hostile"[^>]*height="([\d.]+)"/g)].map(([, height]) =>
      Number(height),
    );
    assert.ok(Math.max(...heights) > 100, "the front panel has its own scale");
  });

  test("a campaign's label never leaves the picture", () => {
    const range = ["2014-01", "2023-12"].map((month) => row(month));
    const title = "Personal tracker from a stranger to several people, and more of it than fits";
    const stretches = [
      ["2014-01-02", "2014-02-01"],
      ["2017-10-19", "2021-01-04"],
      ["2014-01-02", "2020-12-30"],
      ["2023-11-01", "2023-12-30"],
    ];
    for (const [from, to] of stretches) {
      const campaigns = [{ ...campaign, title, first: at(`${from}T00:00:00Z`), last: at(`${to}T00:00:00Z`) }];
      const text = htmlText(timeline({ months: range, campaigns, until: UNTIL }));
      const [, wide = ""] = /<svg class="wide".*?<g class="spans">(.*?)<\/g><\/g>/s.exec(text) ?? [];
      const [, x = "", anchor = "", label = ""] = /<text x="([\d.]+)"[^>]*text-anchor="(\w+)">([^<]*)/.exec(wide) ?? [];
      assert.notEqual(label, "");
      const room = anchor === "start" ? 920 - Number(x) : Number(x);
      assert.ok(label.length * 6.6 <= room, `${from}: ${label.length} letters in ${room}`);
    }
  });
});
