import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import type { Answer } from "../../src/case/answer.ts";
import { NO_PEOPLE_NOTES, type SharedTrait } from "../../src/case/roster.ts";
import type { StoredMessage } from "../../src/ports/store.ts";
import { type AnswerInput, answerText } from "../../src/report/answer-text.ts";
import { inconclusiveReasons } from "../../src/report/answer-words.ts";
import { displayWidth } from "../../src/report/display-width.ts";
import {
  answer,
  attackerWarnings,
  campaign,
  emptyCoverage,
  judgement,
  lure,
  model,
  people,
  quietModel,
} from "./fixture.ts";
import { golden } from "./golden.ts";
import { hostileText, UNSEEN, withStrings } from "./hostile.ts";

const yes: AnswerInput = { answer: answer(), campaigns: [campaign], people };
const none = { verdicts: { clear: 0, tracked: 0, suspicious: 0, hostile: 0 }, campaigns: 0, people: 0 } as const;
const receipt = model().messages.at(-1) ?? lure;
/** A value that looks like its reader's, in the one copy there is. */
const oneCopy: StoredMessage = {
  ...receipt,
  record: {
    ...receipt.record,
    loads: lure.record.loads.map((load) => ({ ...load, token: { ...load.token, kind: "likely", address: null } })),
  },
};
const noClasses = { none: 0, commercial: 0, unexplained: 0, covert: 0 } as const;

/** The same answer while one of its sources is not read to its end (0: while it is not judged). */
function unfinished(changes: Partial<Answer>, sources = 1): Answer {
  const whole = answer({ ...(changes.answer === "no" ? { ...none, classes: noClasses } : {}), ...changes });
  const coverage = { ...whole.coverage, unfinishedSources: sources };
  return { ...whole, coverage, conclusive: false, inconclusiveBecause: inconclusiveReasons(coverage, false) };
}

const cases: readonly (readonly [file: string, input: AnswerInput])[] = [
  ["answer-yes.txt", yes],
  ["answer-no.txt", { answer: quietModel().answer, campaigns: [], people: [] }],
  [
    "answer-no-crime.txt",
    {
      answer: { ...quietModel().answer, verdicts: { clear: 100, tracked: 20, suspicious: 400, hostile: 12 } },
      campaigns: [],
      people: [],
    },
  ],
  ["answer-no-warned.txt", { answer: { ...quietModel().answer, attackerWarnings }, campaigns: [], people: [] }],
  [
    "answer-yes-warned.txt",
    { ...yes, answer: answer({ attackerWarnings: { total: 1, listed: attackerWarnings.listed.slice(0, 1) } }) },
  ],
  [
    "answer-possible.txt",
    {
      answer: answer({
        answer: "possible",
        verdicts: { clear: 812, tracked: 1, suspicious: 1, hostile: 0 },
        classes: { none: 811, commercial: 1, unexplained: 1, covert: 0 },
        coverage: emptyCoverage({
          messages: 814,
          ok: 814,
          first: "2023-01-02T00:00:00.000Z",
          last: "2023-09-04T00:00:00.000Z",
          sources: [
            { path: "/mail/a.mbox", kind: "mbox", messages: 800 },
            { path: "/mail/b", kind: "maildir", messages: 14 },
          ],
        }),
        campaigns: 0,
        people: 1,
        commercialSenders: 1,
        ownersFrom: "inferred",
      }),
      campaigns: [],
      people: [],
      loose: [oneCopy],
    },
  ],
  [
    "answer-no-small.txt",
    {
      answer: answer({
        ...none,
        answer: "no",
        verdicts: { ...none.verdicts, clear: 1 },
        classes: { ...noClasses, unexplained: 1 },
        coverage: emptyCoverage({
          messages: 1,
          ok: 1,
          first: "2023-01-02T09:00:00.000Z",
          last: "2023-01-02T09:00:00.000Z",
        }),
        ownersFrom: "none",
        owners: [],
      }),
      campaigns: [],
      people: [],
    },
  ],
  [
    "answer-empty.txt",
    {
      answer: answer({
        ...none,
        answer: "no",
        classes: noClasses,
        ownersFrom: "none",
        owners: [],
        coverage: emptyCoverage({
          notCovered: [
            {
              path: "/mail/Archive.pst",
              code: "no-mail",
              message: "No mail was found in it. Export it as mbox or eml.",
            },
          ],
        }),
      }),
      campaigns: [],
      people: [],
    },
  ],
  [
    "answer-only-problems.txt",
    {
      answer: answer({
        ...none,
        answer: "no",
        classes: noClasses,
        ownersFrom: "none",
        owners: [],
        coverage: emptyCoverage({ messages: 3, unparseable: 3, bytes: 96_000_000 }),
      }),
      campaigns: [],
      people: [],
    },
  ],
  ["answer-unfinished.txt", { answer: unfinished({ answer: "no" }), campaigns: [], people: [] }],
  ["answer-unjudged.txt", { answer: unfinished({ answer: "no" }, 0), campaigns: [], people: [] }],
  [
    "answer-not-begun.txt",
    {
      answer: unfinished({ answer: "no", coverage: emptyCoverage({ unfinishedSources: 1 }), ownersFrom: "none" }),
      campaigns: [],
      people: [],
    },
  ],
  ["answer-yes-unfinished.txt", { ...yes, answer: unfinished({ answer: "yes" }) }],
  [
    "answer-yes-loose.txt",
    {
      answer: answer({
        verdicts: { clear: 812, tracked: 1, suspicious: 1, hostile: 1 },
        classes: { none: 811, commercial: 1, unexplained: 1, covert: 1 },
        campaigns: 0,
        people: 1,
      }),
      campaigns: [],
      people: [],
      loose: [{ ...lure, judgement: judgement({ campaign: null }) }, receipt],
    },
  ],
];

describe("answerText", () => {
  for (const [file, input] of cases) {
    test(file, (t) => golden(t, answerText(input, { color: false, width: 100 }), file));
  }

  test("narrow", (t) => golden(t, answerText(yes, { color: false, width: 50 }), "answer-yes-narrow.txt"));

  test("colour changes no word", () => {
    for (const [, input] of cases) {
      const coloured = answerText(input, { color: true, width: 100 });
      assert.notEqual(coloured, stripVTControlCharacters(coloured));
      assert.equal(stripVTControlCharacters(coloured), answerText(input, { color: false, width: 100 }));
    }
  });

  test("many campaigns are counted, not listed", () => {
    const campaigns = Array.from({ length: 30 }, (_, index) => ({ ...campaign, id: `c-${index}` }));
    const text = answerText({ ...yes, campaigns }, { color: false, width: 100 });
    assert.match(text, /And 22 more campaigns, in the report\./);
  });

  test("more messages without campaign than are shown are counted", () => {
    const loose = Array.from({ length: 8 }, () => lure);
    const counted = answer({ verdicts: { clear: 0, tracked: 0, suspicious: 20, hostile: 5 } });
    const text = answerText({ answer: counted, campaigns: [], people: [], loose }, { color: false, width: 100 });
    assert.match(text, /And 17 more messages in no campaign, in the report\./);
    const besides = { ...campaign, messages: campaign.messages.slice(0, 16) };
    const one = answerText({ answer: counted, campaigns: [besides], people: [], loose }, { color: false, width: 100 });
    assert.match(one, /And 1 more message in no campaign, in the report\./);
    const all = answerText({ answer: counted, campaigns: [campaign], people: [], loose }, { color: false, width: 100 });
    assert.doesNotMatch(all, /more message/);
  });

  describe("another copy would settle it", () => {
    const possible = answer({ answer: "possible" });
    const says = (input: Partial<AnswerInput>) =>
      answerText({ answer: possible, campaigns: [], people: [], ...input }, { color: false, width: 100 }).includes(
        "would settle it",
      );
    test("where a message's value is only likely", () => assert.ok(says({ loose: [oneCopy] })));
    test("where a campaign has one copy each", () => {
      const facts = ["one copy each: whether the loads tell readers apart is likely, not proven"];
      assert.ok(says({ campaigns: [{ ...campaign, facts }] }));
    });
    test("not where copies prove it already", () => assert.ok(!says({ campaigns: [campaign] })));
    test("not where the reader's address is inside", () => assert.ok(!says({ loose: [lure] })));
    test("not for a receipt, which holds no value", () => assert.ok(!says({ loose: [receipt] })));
  });

  test("a NO stands only where all was read and judged", () => {
    for (const [file, input] of cases) {
      const text = answerText(input, { color: false, width: 100 });
      const { answer: word, conclusive, coverage } = input.answer;
      const sure = word === "no" && conclusive && coverage.ok + coverage.partial > 0;
      assert.equal(/^ {2}NO:/m.test(text), sure, file);
      if (!conclusive) assert.match(text, /run the same\s+scan again/i, file);
    }
  });

  test("lines stay within the width, but for long words and commands to type", () => {
    for (const width of [40, 60, 80, 112]) {
      for (const line of answerText(yes, { color: false, width }).split("\n")) {
        const whole = !line.trim().includes(" ") || line.includes("letterlock ");
        assert.ok(displayWidth(line) <= width || whole, `${width}: ${line}`);
      }
    }
  });

  test("nothing of a case reaches the terminal raw", () => {
    fc.assert(
      fc.property(
        fc.array(hostileText, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 200 }),
        (texts, width) => {
          let at = 0;
          const input = withStrings({ ...yes, loose: [lure, receipt] }, () => texts[at++ % texts.length] ?? "");
          assert.doesNotMatch(answerText(input, { color: false, width }), UNSEEN);
        },
      ),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 100) },
    );
  });
});

describe("what is told of people", () => {
  const told = (changes: Partial<AnswerInput>): string =>
    answerText({ ...yes, ...changes }, { color: false, width: 100 }).replaceAll(/\s+/g, " ");

  test("a campaign tells what it gave away itself, not what another did", () => {
    const [first] = people;
    assert.ok(first !== undefined);
    const { messages, first: from, last } = campaign;
    const blocked = { level: 2, likelihood: "probable", reasons: [] } as const;
    const here = { campaign: campaign.id, messages: messages.length, first: from, last, exposure: blocked };
    const person = {
      ...first,
      exposure: { ...blocked, level: 6, likelihood: "confirmed" } as const,
      campaigns: [here],
    };
    const text = told({ people: [person] });
    assert.match(text, /1 person: opened, remote content blocked \(level 2 of 6\)/);
    assert.doesNotMatch(text, /level 6/);
  });

  test("one level is one line, said as the least sure of it allows", () => {
    const [first] = people;
    assert.ok(first !== undefined);
    const unsure = { ...first, id: "p-aa02", exposure: { ...first.exposure, likelihood: "possible" } as const };
    assert.match(
      told({ people: [first, unsure] }),
      /opened by 2 people: location, network and device may have been disclosed \(level 4 of 6, 1 probable, 1 possible\)/,
    );
  });

  test("who is left out for want of consent, and what the chosen share", () => {
    const trait: SharedTrait = {
      campaign: null,
      kind: "group",
      name: "delegation",
      reached: 5,
      reachedWith: 4,
      all: 40,
      allWith: 6,
      chance: 0.0016,
      tried: 12,
    };
    const text = told({ notes: { ...NO_PEOPLE_NOTES, withheldPeople: 2, traits: [trait] } });
    assert.match(text, /All together: 4 of the 5 who were reached are in the group "delegation"/);
    assert.match(text, /2 people of the roster are left out: relatives/);
  });
});
