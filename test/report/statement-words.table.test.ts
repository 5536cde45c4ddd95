/** A statement in words. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { confidenceShown, quantityShown, statementSentence, whenSaid } from "../../src/report/statement-words.ts";
import { assertion, at, party, type StatementWish, spell } from "../support/ledger.ts";

const NORTH = party("Northland", "state");
const SOUTH = party("Southland", "state");
const CRANE = party("Paper Crane", "group");
const CHAMBER = party("Chamber", "office");

describe("who says what about whom", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [kind: Parameters<typeof assertion>[0], wish: StatementWish, sentence: string])[] = [
    ["accusation", { by: [NORTH], against: [CRANE], targets: [CHAMBER] }, "Northland accuses Paper Crane, about Chamber"],
    ["accusation", { by: [NORTH, SOUTH], against: [CRANE] }, "Northland and Southland accuse Paper Crane"],
    ["accusation", { against: [CRANE], via: [party("Daily Quay")] }, "The document accuses Paper Crane, as told by Daily Quay"],
    ["denial", { by: [SOUTH], against: [SOUTH] }, "Southland denies it"],
    ["denial", { by: [CHAMBER], against: [SOUTH], targets: [NORTH] }, "Chamber denies, speaking for Southland, about Northland"],
    ["incident", { by: [NORTH, SOUTH], against: [CRANE] }, "Northland and Southland report an incident, and name Paper Crane"],
    ["impact", { by: [NORTH], targets: [CHAMBER], isNegated: true }, "Northland says of the impact, about Chamber (in the negative)"],
    ["advice", { by: [NORTH], targets: [CHAMBER] }, "Northland advises Chamber"],
    ["charge", { by: [NORTH], against: [{ ...party("seven people", "persons"), count: 7 }] }, "Northland charges seven people"],
    ["charge", { by: [NORTH], against: [{ ...party("officers", "persons"), count: 7 }] }, "Northland charges officers (7)"],
  ];
  for (const [kind, wish, sentence] of cases)
    test(sentence, () => assert.equal(statementSentence(assertion(kind, wish)), sentence));
});

test("when, how sure, how many", () => {
  const said = assertion("accusation", { date: "2031-05-02", time: spell("2030-09-01", "2030-09-30") });
  assert.equal(whenSaid(said, null), "2031-05-02, about 2030-09-01 to 2030-09-30");
  assert.equal(whenSaid(assertion("advice"), at("2031-01-01")), "published 2031-01-01");
  assert.equal(whenSaid(assertion("advice"), null), "");
  assert.equal(
    confidenceShown({ words: "almost certain", scale: "phia", low: 0.95, high: 1 }),
    "almost certain (PHIA yardstick: 95 to 100 %)",
  );
  const quote = { text: "", start: 0, end: 0, page: 0, line: 1 };
  const shown = (what: string, min: number | null, max: number | null) => quantityShown({ what, min, max, quote });
  assert.deepEqual(
    [
      shown("mails", 10_000, null),
      shown("mails", 7, 7),
      shown("", 2_000, null),
      shown("mails", null, 9),
      shown("mails", 2, 3),
    ],
    ["10,000 mails or more", "7 mails", "2,000 or more", "at most 9 mails", "2 to 3 mails"],
  );
});
