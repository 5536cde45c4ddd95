/** Somebody known, played by another: what the two rules on it say, how severely, and what they leave alone. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MessageRecord } from "../../src/case/record.ts";
import { judgedCase } from "../support/judged-case.ts";
import { pixel, type RecordWish, recordOf } from "../support/record.ts";

const ANNA = "anna@office.example";

const from = (name: string, address: string, more: Partial<MessageRecord["claims"]> = {}) => ({
  claims: { from: [{ name, address }], ...more },
});

/** An archive of some weeks with a talk between the owner and a correspondent. */
const talk: readonly MessageRecord[] = [
  ...["2021-01-04", "2021-01-05", "2021-01-06"].map((on) =>
    recordOf({ name: on, on, to: [ANNA], from: "info@harbour.example" }),
  ),
  recordOf({ name: "sent", on: "2021-02-01", from: ANNA, to: ["jane@rivertown.example"] }),
  recordOf({ name: "reply", on: "2021-02-02", to: [ANNA], ...from("Jane Roe", "jane@rivertown.example") }),
];

/** Findings of a message after the talk, as `rule severity`. */
async function findings(wish: Omit<RecordWish, "name">, before = talk): Promise<readonly string[]> {
  const record = recordOf({ name: "asked", on: "2021-03-15", to: [ANNA], ...wish });
  const judged = await judgedCase([...before, record], [ANNA]);
  return (judged.get(record.sha256)?.findings ?? [])
    .filter(({ rule }) => rule.startsWith("impersonation."))
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

const PLAYED = "impersonation.correspondent";
const LOOKS_ALIKE = "impersonation.correspondent-domain high";
const reply = { isReply: true };

describe("somebody plays a correspondent", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Omit<RecordWish, "name">, told: readonly string[]])[] = [
    ["the name alone",                 from("Jane Roe", "jane@notes.test"),                                                   [`${PLAYED} low`]],
    ["at a free provider",             from("Jane Roe", "jane.roe@gmail.com"),                                                [`${PLAYED} low`]],
    ["a talk that never was",          { ...from("Jane Roe", "jane@notes.test", reply), answers: ["0123456789abc"] },         [`${PLAYED} medium`]],
    ["Re: and nothing before",         { ...from("Jane Roe", "jane@notes.test"), subject: "Re: notes" },                      [`${PLAYED} medium`]],
    ["with a tracker",                 { ...from("Jane Roe", "jane@notes.test"), loads: [pixel("https://t.test/o?u=Zx81Qq02mYy4")] }, [`${PLAYED} medium`]],
    ["and at a look-alike domain",     from("Jane Roe", "jane@rivertwon.example"),                                            [LOOKS_ALIKE, `${PLAYED} medium`]],
    ["by a list",                      from("Jane Roe", "jane@notes.test", { listId: "council.lists.example" }),              []],
    ["the known address reads it",     { ...from("Jane Roe", "jane@notes.test"), to: [ANNA, "jane@rivertown.example"] },      []],
    ["another name",                   from("Jane Doe", "jane@notes.test"),                                                   []],
    ["one word",                       from("Jane", "jane@notes.test"),                                                       []],
    ["another address of the house",   from("Jane Roe", "roe@mail.rivertown.example"),                                        []],
    ["herself",                        from("Jane Roe", "jane@rivertown.example"),                                            []],
    ["a look-alike of a stranger",     from("Desk", "desk@harbuor.example"),                                                  []],
    ["a look-alike of the owner's",    from("Help", "help@0ffice.example"),                                                   [LOOKS_ALIKE]],
    ["the same name, other suffix",    from("Desk", "desk@rivertown.test"),                                                   []],
  ];
  for (const [what, wish, told] of cases) test(what, async () => assert.deepEqual(await findings(wish), told));

  test("a house that wrote before has one more of that name", async () => {
    const earlier = recordOf({ name: "earlier", on: "2021-02-10", to: [ANNA], from: "sam@notes.test" });
    assert.deepEqual(await findings(from("Jane Roe", "jane@notes.test"), [...talk, earlier]), []);
  });
  test("an archive that begins a week before cannot tell", async () => {
    const short = talk.map((record) => ({ ...record, date: recordOf({ name: "d", on: "2021-03-08" }).date }));
    assert.deepEqual(await findings(from("Jane Roe", "jane@notes.test"), short), []);
  });
  test("mail after it is no history", async () => {
    const later = recordOf({ name: "later", on: "2021-04-01", from: ANNA, to: ["jane@notes.test"] });
    assert.deepEqual(await findings(from("Jane Roe", "jane@notes.test"), [...talk, later]), [`${PLAYED} low`]);
  });
});
