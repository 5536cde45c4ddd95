/** Waves, sendings and hours: also for clocks that jump. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sendingHoursOf } from "../../src/assessment/sending-hours.ts";
import { timingOf } from "../../src/assessment/timing.ts";
import { hoursSentence, zonesWords } from "../../src/assessment/timing-words.ts";
import { sendingsOf } from "../../src/assessment/waves.ts";
import { epochMs } from "../../src/base/brand.ts";
import { at } from "./fixture.ts";

describe("sendingsOf", () => {
  test("copies that go out one after the other are one sending; a weekend ends no wave, a longer pause does", () => {
    const { starts, waves, undated } = sendingsOf([
      at("2021-01-22T09:00:00Z"),
      at("2021-01-22T09:10:00Z"),
      at("2021-01-22T09:35:00Z"),
      at("2021-01-25T09:00:00Z"),
      at("2021-02-02T09:00:00Z"),
      null,
    ]);
    assert.equal(starts.length, 3);
    assert.deepEqual(
      waves.map(({ messages }) => messages),
      [4, 1],
    );
    assert.equal(undated, 1);
  });

  test("dates of 1970 and 2106 are no dates", () => {
    const { waves, undated } = sendingsOf([epochMs(0), at("2106-02-07T00:00:00Z"), at("2021-01-22T09:00:00Z")]);
    assert.deepEqual([waves.length, undated], [1, 2]);
    assert.equal(timingOf([epochMs(0)], null).spanDays, null);
  });
});

/** Workdays of some weeks at hours by the clock of `zone`. */
function weeks(zone: number, hours: readonly number[]): ReturnType<typeof at>[] {
  return Array.from({ length: 20 }, (_, day) => {
    const monday = Date.UTC(2021, 0, 4 + Math.floor(day / 5) * 7 + (day % 5));
    return epochMs(monday + ((hours[day % hours.length] ?? 9) - zone) * 3_600_000) ?? at("2021-01-01T00:00:00Z");
  });
}

describe("sendingHoursOf", () => {
  for (const zone of [-5, 0, 8]) {
    test(`office hours of UTC${zone} fit that zone, and its neighbours too`, () => {
      const { fit } = sendingHoursOf(weeks(zone, [9, 11, 14, 16, 17]));
      assert.ok(fit?.zones.includes(zone), JSON.stringify(fit));
      assert.ok((fit?.zones.length ?? 99) <= 8, "not half the world");
    });
  }

  test("few sendings, or few days, show no habit", () => {
    assert.match(sendingHoursOf(weeks(0, [9]).slice(0, 11)).why, /too few/);
    const oneDay = Array.from({ length: 14 }, (_, n) => at(`2021-01-04T${String(n + 5).padStart(2, "0")}:00:00Z`));
    assert.match(sendingHoursOf(oneDay).why, /on 1 days: too few/);
  });

  test("spread over the clock says nothing", () => {
    const spread = Array.from(
      { length: 56 },
      (_, n) => epochMs(Date.UTC(2021, 0, 4) + n * 27 * 3_600_000) ?? at("2021-01-01T00:00:00Z"),
    );
    assert.equal(sendingHoursOf(spread).fit, null);
    assert.equal(hoursSentence(timingOf(spread, null)), null);
  });
});

test("zonesWords", () => {
  assert.equal(zonesWords([7, 8, 9]), "UTC+7 to UTC+9");
  assert.equal(zonesWords([-3, 0, 1]), "UTC-3, and UTC to UTC+1");
});
