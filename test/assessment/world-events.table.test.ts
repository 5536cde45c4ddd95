import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { atLeastSuccesses, shiftTest } from "../../src/assessment/chance.ts";
import { eventsVerdict, nearEventsSentence } from "../../src/assessment/timing-words.ts";
import { sendingsOf } from "../../src/assessment/waves.ts";
import { checkEvents, parseWorldEvents } from "../../src/assessment/world-events.ts";
import { limits } from "../../src/base/limits.ts";
import { at, timing } from "./fixture.ts";

describe("parseWorldEvents", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, events: readonly string[], problems: number])[] = [
    ["2021-01-06,A vote,vote",                          ["2021-01-06|A vote|vote"], 0],
    ["date,title,kind\r\n2021-01-06,A vote,vote\r\n",    ["2021-01-06|A vote|vote"], 0],
    ['\uFEFF2021-01-06;"A vote; of ""no"" confidence";', ['2021-01-06|A vote; of "no" confidence|'], 0],
    ["2021-01-06\tA vote\tvote",                        ["2021-01-06|A vote|vote"], 0],
    ["# a remark\n\n2021-01-06T10:00:00Z,A vote",        ["2021-01-06|A vote|"], 0],
    ["2021-02-30,No such day,x",                        [], 1],
    ["06.01.2021,A vote,vote",                          [], 1],
    ["1970-01-01,Before mail,x\n2106-02-07,Too late,x", [], 2],
    ["2021-01-06,,vote",                                [], 1],
    ["date,kind,title\n2021-01-06,vote,A vote",           ["2021-01-06|A vote|vote"], 0],
    ["Title;Date\nA vote;2021-01-06",                    ["2021-01-06|A vote|"], 0],
    ["2021-02-01,B,\n2021-01-01,A,",                    ["2021-01-01|A|", "2021-02-01|B|"], 0],
    ["",                                                [], 0],
  ];
  for (const [text, expected, problems] of cases) {
    test(JSON.stringify(text.slice(0, 40)), () => {
      const parsed = parseWorldEvents(text);
      const told = parsed.events.map(
        ({ day, title, kind }) => `${new Date(day).toISOString().slice(0, 10)}|${title}|${kind}`,
      );
      assert.deepEqual(told, expected);
      assert.equal(parsed.problems.length, problems);
    });
  }

  test("a problem names its line", () => {
    assert.match(parseWorldEvents("2021-01-06,A,x\nyesterday,B,x").problems[0] ?? "", /^line 2: "yesterday"/);
  });

  test("worldEventsMax: what is more is counted", () => {
    const line = "2021-01-06,A vote,vote\n";
    const parsed = parseWorldEvents(line.repeat(limits.worldEventsMax + 3));
    assert.equal(parsed.events.length, limits.worldEventsMax);
    assert.match(parsed.problems[0] ?? "", /^3 events were left out/);
  });

  test("any text gives events and problems, at most so many", () => {
    const text = fc
      .array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("2021-01-06", ",", '"', "\n", ";", "\t", "A")))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (given) => {
        const { events, problems } = parseWorldEvents(given);
        assert.ok(problems.length <= 20);
        for (const { title, day } of events) assert.ok(title !== "" && Number.isInteger(day));
      }),
    );
  });
});

const period = { first: at("2015-01-01T00:00:00Z"), last: at("2021-12-31T00:00:00Z") };
const EVENTS = parseWorldEvents(
  ["2016-03-01,A,", "2017-06-01,B,", "2018-02-01,C,", "2019-09-01,D,", "2020-05-01,E,", "2021-10-01,F,"].join("\n"),
).events;

describe("waves against events", () => {
  const after = ["2016-03-03", "2017-06-02", "2018-02-05", "2019-09-04", "2020-05-07"];
  const apart = ["2015-05-03", "2016-11-02", "2018-07-05", "2019-02-04", "2021-03-07"];

  test("waves right after events: more than chance, and told as weak", () => {
    const found = timing(after, { events: EVENTS, period, tried: 1 });
    assert.ok((found.events?.chance ?? 1) < 0.01);
    assert.equal(found.events?.near.length, 5);
    assert.match(nearEventsSentence(found) ?? "", /5 of 5 waves began within 7 days/);
    assert.match(eventsVerdict(found) ?? "", /weak all the same/);
  });

  test("waves elsewhere: no more than chance", () => {
    const found = timing(apart, { events: EVENTS, period, tried: 1 });
    assert.equal(found.events?.near.length, 0);
    assert.equal(found.events?.chance, 1);
    assert.equal(nearEventsSentence(found), null);
    assert.match(eventsVerdict(found) ?? "", /^No more than chance/);
  });

  test("few waves say nothing, even when all follow an event", () => {
    const found = timing(after.slice(0, 3), { events: EVENTS, period, tried: 1 });
    assert.equal(found.events?.chance, null);
    assert.match(eventsVerdict(found) ?? "", /^Nothing can be said: 3 waves: too few/);
  });

  test("many campaigns tried make it less remarkable", () => {
    const one = timing(after, { events: EVENTS, period, tried: 1 }).events?.chance ?? 0;
    const many = timing(after, { events: EVENTS, period, tried: 50 }).events?.chance ?? 0;
    assert.ok(Math.abs(many - Math.min(1, 50 * one)) < 1e-12);
  });

  test("an event a week: being near one means nothing", () => {
    const weekly = Array.from({ length: 360 }, (_, week) =>
      new Date(Date.UTC(2015, 0, 1 + 7 * week)).toISOString().slice(0, 10),
    );
    const events = parseWorldEvents(weekly.map((day) => `${day},Session,`).join("\n")).events;
    const { waves } = sendingsOf(after.map((day) => at(`${day}T09:00:00Z`)));
    assert.match(checkEvents(events, waves, { period, tried: 1 }).why, /nearness means nothing/);
  });

  test("events outside the mail's time, or no dated mail, say nothing", () => {
    const { waves } = sendingsOf(after.map((day) => at(`${day}T09:00:00Z`)));
    assert.match(
      checkEvents(parseWorldEvents("2001-01-01,Old,").events, waves, { period, tried: 1 }).why,
      /no event lies/,
    );
    assert.match(checkEvents(EVENTS, waves, { period: null, tried: 1 }).why, /no event lies/);
  });
});

describe("exact tests", () => {
  test("shiftTest agrees with counting by hand", () => {
    const marked = [true, false, false, false, false, true, false, false, false, false];
    assert.deepEqual(shiftTest([0, 5], marked), { hits: 2, chance: 0.2 });
    assert.deepEqual(shiftTest([0, 1], marked), { hits: 1, chance: 0.4 });
    assert.deepEqual(shiftTest([2], marked), { hits: 0, chance: 1 });
  });
  test("atLeastSuccesses agrees with the binomial by hand", () => {
    assert.ok(Math.abs(atLeastSuccesses(2, 3, 0.5) - 0.5) < 1e-12);
    assert.ok(Math.abs(atLeastSuccesses(3, 3, 0.1) - 0.001) < 1e-12);
    assert.equal(atLeastSuccesses(0, 3, 0.1), 1);
    assert.equal(atLeastSuccesses(4, 3, 0.1), 0);
  });
});
