/** A list of indicators in few bytes gives back what was put in, whatever it was. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { epochMs } from "../../src/base/brand.ts";
import type { Indicator, IndicatorType } from "../../src/case/indicator.ts";
import { IndicatorList, madeIdOf } from "../../src/case/indicator-list.ts";

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", maxLength: 4 }),
  fc.constantFrom("\ud800", "\0", "ÿ", "Ā", "a".repeat(254), "é".repeat(255), "x".repeat(300), "news.example"),
);
const anyDate = fc.option(
  fc.date({ noInvalidDate: true }).map((date) => epochMs(date.getTime())),
  { nil: null },
);
const anyIndicator: fc.Arbitrary<Indicator> = fc.record({
  id: fc.oneof(anyText, fc.constant("made")),
  type: fc.constantFrom<IndicatorType[]>("domain-name", "url", "email-addr", "file-hash", "file-name", "pattern"),
  value: anyText,
  name: anyText,
  place: anyText,
  from: anyDate,
  until: anyDate,
  groups: fc.oneof(fc.constant([]), fc.array(anyText, { maxLength: 3 })),
});

test("what was put in, in its order", () => {
  fc.assert(
    fc.property(fc.array(anyIndicator), (indicators) => {
      const expected = indicators.map((one) => ({
        ...one,
        id: one.id === "made" ? madeIdOf("00", one.type, one.value) : one.id,
      }));
      const list = new IndicatorList(
        "00",
        indicators.map((one) => (one.id === "made" ? { ...one, id: null } : one)),
      );
      assert.deepEqual([...list], expected);
      assert.deepEqual(
        list.map(({ value }) => value),
        expected.map((_, place) => list.valueAt(place)),
      );
      for (const place of [-1, 0, expected.length - 1, expected.length]) {
        assert.deepEqual(list.at(place), expected.at(place));
      }
      assert.deepEqual([list.length, list.valueAt(-1), list.valueAt(expected.length)], [expected.length, "", ""]);
    }),
  );
});

test("beyond one block of bytes", () => {
  const one = { id: null, type: "url", name: "n".repeat(200), place: "line 1", from: null, until: null } as const;
  const list = new IndicatorList("00");
  for (let at = 0; at < 20_000; at += 1) list.push({ ...one, value: `https://h${at}.example/p`, groups: [] });
  const wrong = Array.from({ length: list.length }, (_, at) => at).filter(
    (at) => list.valueAt(at) !== `https://h${at}.example/p` || list.at(at)?.name !== one.name,
  );
  assert.deepEqual([list.length, wrong], [20_000, []]);
});
