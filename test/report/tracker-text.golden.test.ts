import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { trackerText } from "../../src/report/tracker-text.ts";
import { yearsOf } from "../../src/report/tracker-words.ts";
import { model, tracker } from "./fixture.ts";
import { golden } from "./golden.ts";

const plain = { color: false, width: 80 };

describe("who tracks the mailbox, as text", () => {
  test("of both kinds", (t) => golden(t, trackerText(model().trackers, 10, plain), "trackers.txt"));

  test("nothing that tells readers apart", () => {
    assert.equal(
      trackerText([], 10, plain),
      "No load that fires when this mail is opened was found to tell its readers apart.\n",
    );
  });

  test("more than are listed are counted", () => {
    const many = Array.from({ length: 12 }, (_, index) => tracker({ name: `t${index}.example` }));
    assert.match(trackerText(many, 10, plain), /Commercial: 12 trackers[\s\S]*t9\[\.\]example[\s\S]*and 2 more\n$/);
  });

  test("a name of mail reaches no terminal raw", () => {
    const text = trackerText(
      [tracker({ name: "\u001b[2J\u202eexample", hosts: ["\u001b]0;x"], hostCount: 4 })],
      10,
      plain,
    );
    for (const char of ["\u001b", "\u202e"]) assert.ok(!text.includes(char), JSON.stringify(char));
  });
});

test("years are a run without holes, the latest ones", () => {
  const years = [2003, 2019, 2021].map((year) => ({ year, messages: 1 }));
  assert.deepEqual(yearsOf([tracker({ years })], 4), [2018, 2019, 2020, 2021]);
  assert.deepEqual(yearsOf([tracker({ years: [] })], 4), []);
});
