/** What stands beside what in the ledger, and that nothing is merged, lost or moved by the order in which it came. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import type { AssertionKind } from "../../src/case/assertion.ts";
import type { AliasClaim, LedgerDocument } from "../../src/case/ledger.ts";
import type { LedgerView } from "../../src/case/ledger-view.ts";
import { accusedGroups } from "../../src/ledger/accused-groups.ts";
import { chosenOf, onlyStatement } from "../../src/ledger/chosen.ts";
import { ledgerView } from "../../src/ledger/ledger-view.ts";
import { readStatementFile } from "../../src/ledger/read-statement-file.ts";
import { ledgerDocument, party, type StatementWish, said, spell } from "../support/ledger.ts";

const HARBOUR = party("Republic of Harbour", "state", "HB");
const MINISTRY = party("Ministry of Harbour", "office", "HB");
const CRANE = party("Paper Crane", "group", "HB");
const NAMELESS = party("an actor affiliated to Harbour", "unknown", "HB");
const NORTH = party("Northern Security Centre", "agency", "NO");
const NORTHLAND = party("Northland", "state", "NO");
const SOUTH = party("Southern Police", "agency", "SO");
const CHAMBER = party("Chamber of Northland", "office", "NO");
const ELECTIONS = party("Election Board", "office", "NO");

function viewOf(...statements: readonly (readonly [AssertionKind, StatementWish])[]): LedgerView {
  return ledgerView([
    ledgerDocument(
      "notes",
      statements.map(([kind, wish], index) => said(kind, { words: `statement ${index}`, ...wish })),
      { format: "html" },
    ),
  ]);
}

/** The same with a document each. */
function apartViewOf(
  statements: readonly (readonly [AssertionKind, StatementWish])[],
  aliases: readonly AliasClaim[] = [],
): LedgerView {
  return ledgerView(
    statements.map(([kind, wish], index) =>
      ledgerDocument(
        `n${index}`,
        [said(kind, { words: `statement ${index}`, ...wish })],
        index === 0 ? { aliases } : {},
      ),
    ),
  );
}

/** Words of the statements that stand together, in order. */
const matters = (view: LedgerView) =>
  view.matters.map(({ entries }) => entries.map(({ statement }) => statement.assertion.quote.text));

describe("statements about the same matter", () => {
  test("two findings of one day about two bodies are two matters, whoever is accused", () => {
    const view = apartViewOf([
      ["accusation", { by: [NORTH], against: [CRANE], targets: [CHAMBER], date: "2031-05-02", words: "chamber" }],
      ["accusation", { by: [NORTH], against: [NAMELESS], targets: [ELECTIONS], date: "2031-05-02", words: "board" }],
    ]);
    assert.deepEqual(
      matters(view)
        .map((one) => one.join())
        .sort(),
      ["board", "chamber"],
    );
  });

  test("those who are called actors or hackers are nobody in particular: two statements about them are no matter, and none is unanswered", () => {
    const actors = { by: [NORTH], against: [party("malicious cyber actors", "group")], date: "2031-05-02" };
    const view = apartViewOf([
      ["accusation", { ...actors, words: "a" }],
      ["accusation", { ...actors, words: "b" }],
    ]);
    assert.equal(view.matters.length, 2);
    assert.equal(view.matters[0]?.entries[0]?.canBeAnswered, false);
  });

  test("the same body and the same accused stand together, with the reason", () => {
    const view = apartViewOf([
      ["incident", { by: [SOUTH], targets: [CHAMBER], time: spell("2030-09-01"), date: "2030-12-01", words: "a" }],
      [
        "accusation",
        {
          by: [NORTH],
          against: [CRANE],
          targets: [CHAMBER],
          time: spell("2030-09-01"),
          date: "2031-05-02",
          words: "b",
        },
      ],
    ]);
    assert.deepEqual(matters(view), [["a", "b"]]);
    assert.equal(view.matters[0]?.entries[1]?.why, "also about Chamber of Northland");
  });

  test("acts that lie years apart are two matters", () => {
    const act = (from: string): StatementWish => ({ against: [CRANE], targets: [CHAMBER], time: spell(from) });
    assert.equal(
      apartViewOf([
        ["accusation", act("2025-01-01")],
        ["accusation", act("2030-01-01")],
      ]).matters.length,
      2,
    );
  });

  test("a charge and a sanction of one day from one side stand together; a month later they do not", () => {
    const one = (date: string) =>
      apartViewOf([
        ["charge", { by: [NORTH], against: [CRANE], date: "2031-05-02" }],
        ["sanction", { by: [NORTHLAND], against: [party("Harbour Trading", "company", "HB")], date }],
      ]).matters.length;
    assert.deepEqual([one("2031-05-02"), one("2031-06-20")], [1, 2]);
  });

  test("names are one only as somebody's claim, which is told", () => {
    const statements = [
      ["charge", { by: [NORTH], against: [CRANE], targets: [CHAMBER], date: "2031-05-02", words: "a" }],
      [
        "charge",
        { by: [NORTH], against: [party("TIN HERON", "group")], targets: [CHAMBER], date: "2031-05-03", words: "b" },
      ],
    ] as const;
    const claim = { by: "Vendor X", name: "Paper-Crane", aliases: ["Tin Heron"], source: "" };
    const [without, told] = [apartViewOf(statements), apartViewOf(statements, [claim])];
    assert.deepEqual(
      without.matters[0]?.conflicts.map(({ kind, says }) => [kind, ...says]),
      [["actor", "Paper Crane", "TIN HERON"]],
    );
    assert.deepEqual(told.matters[0]?.conflicts, []);
    assert.match(told.matters[0]?.entries[1]?.why ?? "", /names TIN HERON, which Vendor X takes for Paper Crane/);
  });
});

describe("denials", () => {
  const accused: StatementWish = {
    by: [NORTH],
    against: [CRANE],
    targets: [CHAMBER],
    date: "2031-05-02",
    words: "accused",
  };
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, denial: StatementWish, why: RegExp | null])[] = [
    ["the accused's ministry, a day later", { by: [MINISTRY], date: "2031-05-03" }, /Ministry of Harbour speaks for the accused's country \(HB\), does not say whom it answers, 1 day later/],
    ["it names the accuser", { by: [MINISTRY], targets: [NORTHLAND], date: "2031-05-02" }, /names the accuser \(Northland\), the same day/],
    ["it answers another accuser", { by: [MINISTRY], targets: [party("Southland", "state", "SO")], date: "2031-05-03" }, null],
    ["of another country", { by: [party("Embassy of Valley", "office", "VA")], date: "2031-05-03" }, null],
    ["a week before", { by: [MINISTRY], date: "2031-04-20" }, null],
    ["months later, for the country alone", { by: [MINISTRY], date: "2031-09-03" }, null],
    ["months later, by the accused itself", { by: [CRANE], date: "2031-09-03" }, /Paper Crane is accused and answers.*124 days later/],
    ["months later, with the accuser named", { by: [MINISTRY], targets: [NORTHLAND, party("Southland", "state", "SO")], date: "2031-09-03" }, /names the accuser \(Northland\), 124 days later/],
    ["years later, by the accused itself", { by: [CRANE], date: "2033-05-03" }, null],
    ["no date, another document", { by: [MINISTRY] }, null],
  ];
  for (const [name, denial, why] of cases) {
    test(`${name}: ${why === null ? "no answer" : "an answer"}`, () => {
      const view = apartViewOf([
        ["accusation", accused],
        ["denial", { words: "denied", ...denial }],
      ]);
      const [entry] = view.matters[0]?.entries ?? [];
      assert.equal(entry?.isAccusation, true);
      assert.equal(entry.denials.length, why === null ? 0 : 1);
      assert.equal(view.looseDenials.length, why === null ? 1 : 0);
      if (why !== null) assert.match(entry.denials[0]?.why ?? "", why);
    });
  }

  test("a group that is accused alone is answered by the state that another statement ties it to, and says whose claim that is", () => {
    const bare = { by: [NORTH], against: [party("Paper Crane", "group")], targets: [CHAMBER], date: "2031-05-02" };
    const view = apartViewOf([
      ["accusation", { ...bare, words: "bare" }],
      ["incident", { by: [SOUTH], against: [CRANE], targets: [ELECTIONS], date: "2031-01-02" }],
      ["denial", { by: [MINISTRY], date: "2031-05-03" }],
    ]);
    const bareEntry = view.matters.flatMap(({ entries }) => entries).find((one) => one.isAccusation);
    assert.match(
      bareEntry?.denials[0]?.why ?? "",
      /Ministry of Harbour speaks for HB, to which Southern Police ties Paper Crane/,
    );
  });

  test("under a name that somebody takes for the accused's", () => {
    const view = apartViewOf(
      [
        ["accusation", { by: [NORTH], against: [party("Paper Crane", "group")], date: "2031-05-02" }],
        ["denial", { by: [party("TIN HERON", "group")], date: "2031-05-03" }],
      ],
      [{ by: "Vendor X", name: "Paper Crane", aliases: ["TIN HERON"], source: "" }],
    );
    assert.match(
      view.matters[0]?.entries[0]?.denials[0]?.why ?? "",
      /TIN HERON answers, which Vendor X takes for Paper Crane/,
    );
  });

  test("a denial is not what is left out where there are too many statements", () => {
    const many = Array.from({ length: limits.ledgerStatementsMax }, (_, index) =>
      said("incident", { words: `n${index}`, date: "2030-01-02", targets: [party(`Body ${index}`, "office")] }),
    );
    const late = said("accusation", { by: [NORTH], against: [CRANE], date: "2030-01-01", words: "first" });
    const denial = said("denial", { by: [MINISTRY], date: "2030-01-05", words: "last" });
    const view = ledgerView([ledgerDocument("many", [late, ...many, denial])]);
    const entry = view.matters.flatMap(({ entries }) => entries).find((one) => one.isAccusation);
    assert.equal(entry?.denials.length, 1);
    assert.equal(view.leftOut, 1);
  });

  test("without dates, in the same document", () => {
    const view = viewOf(["accusation", { by: [NORTH], against: [HARBOUR] }], ["denial", { by: [HARBOUR] }]);
    assert.match(
      view.matters[0]?.entries[0]?.denials[0]?.why ?? "",
      /Republic of Harbour is accused and answers.*in the same document/,
    );
  });

  test("an accusation of nobody in particular is not said to be unanswered", () => {
    const of = (name: string, kind: "company" | "group") =>
      apartViewOf([["sanction", { by: [NORTH], against: [party(name, kind)] }]]).matters[0]?.entries[0]?.canBeAnswered;
    assert.deepEqual(
      [of("front company", "company"), of("Harbour Trading", "company"), of("fin7", "group")],
      [false, true, true],
    );
  });

  test("an accusation that is asked for alone keeps its denial", () => {
    const view = apartViewOf([
      ["accusation", accused],
      ["denial", { by: [MINISTRY], date: "2031-05-03", words: "denied" }],
    ]);
    const chosen = chosenOf(view, { kinds: ["accusation"], about: "" });
    assert.equal(chosen.matters[0]?.entries[0]?.denials.length, 1);
    const denials = chosenOf(view, { kinds: ["denial"], about: "" });
    assert.deepEqual([denials.matters.length, denials.looseDenials.length], [0, 1]);
    assert.equal(chosenOf(view, { kinds: [], about: "nobody" }).matters.length, 0);
    const id = denials.looseDenials[0]?.assertion.id ?? "";
    assert.equal(onlyStatement(view, id)?.matters.length, 1);
    assert.equal(onlyStatement(view, "a-000000000000"), null);
  });
});

describe("conflicts are shown, both stand", () => {
  const about = { targets: [CHAMBER], time: spell("2030-09-01", "2030-09-30"), date: "2031-05-02" } as const;
  const quantity = (min: number, max: number | null, what = "mails") => ({
    what,
    min,
    max,
    quote: { text: `${min} ${what}`, start: 0, end: 1, page: 0, line: 1 },
  });
  const sure = (words: string) => ({ words, scale: "phia", low: null, high: null }) as const;
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, kind: AssertionKind, a: StatementWish, b: StatementWish, kinds: readonly string[]])[] = [
    ["another group", "accusation", { against: [CRANE] }, { against: [party("Gray Ferry", "group")] }, ["actor"]],
    ["a group and nobody by name", "accusation", { against: [CRANE] }, { against: [NAMELESS] }, ["actor"]],
    ["the same group", "accusation", { against: [CRANE] }, { against: [party("paper crane", "group")] }, []],
    ["other words of estimation", "accusation", { against: [CRANE], confidence: sure("almost certain") }, { against: [CRANE], confidence: sure("highly likely") }, ["confidence"]],
    ["impact and none", "impact", { isNegated: true }, { isNegated: false }, ["impact"]],
    ["other numbers", "incident", { quantities: [quantity(10, 10)] }, { quantities: [quantity(30, null, "hostile mails")] }, ["quantity"]],
    ["numbers that may be one", "incident", { quantities: [quantity(10, null)] }, { quantities: [quantity(30, null)] }, []],
    ["numbers of other things", "incident", { quantities: [quantity(10, 10)] }, { quantities: [quantity(30, 30, "accounts")] }, []],
    ["other days", "incident", { time: spell("2030-09-01") }, { time: spell("2030-12-01") }, ["time"]],
  ];
  for (const [name, kind, a, b, kinds] of cases) {
    test(name, () => {
      const view = apartViewOf([
        [kind, { ...about, ...a }],
        [kind, { ...about, ...b }],
      ]);
      assert.deepEqual(
        view.matters.map(({ entries }) => entries.length),
        [2],
      );
      assert.deepEqual(
        view.matters[0]?.conflicts.map((one) => one.kind),
        kinds,
      );
    });
  }
});

test("names of vendors stand as claims; those that share a name stand together", () => {
  const claim = (by: string, name: string, ...aliases: readonly string[]) => ({ by, name, aliases, source: "" });
  const view = ledgerView([
    ledgerDocument("names", [], {
      aliases: [claim("X", "Paper Crane", "TIN HERON"), claim("Y", "Tin-Heron", "UNC1"), claim("Z", "Gray Ferry")],
    }),
  ]);
  assert.deepEqual(
    view.names.map(({ claims, sharedNames }) => [claims.map(({ by }) => by), sharedNames]),
    [
      [["X", "Y"], ["TIN HERON"]],
      [["Z"], []],
    ],
  );
});

test("an earlier revision's words that the newest has no more are told; those it keeps are not", () => {
  const [kept, gone] = [said("advice", { words: "Kept." }), said("impact", { words: "No evidence." })];
  const source = { source: "/record/page" };
  const view = ledgerView([
    ledgerDocument("one", [kept, gone], source),
    ledgerDocument("two", [said("advice", { words: "Kept." })], { ...source, revision: 2 }),
  ]);
  assert.deepEqual([view.documents.length, view.others.length], [1, 1]);
  assert.deepEqual(
    view.saidNoMore.map(({ assertion }) => assertion.quote.text),
    ["No evidence."],
  );
});

const PARTIES = [HARBOUR, MINISTRY, CRANE, NAMELESS, NORTH, NORTHLAND, SOUTH, CHAMBER, ELECTIONS];
const anyParties = fc.subarray(PARTIES, { maxLength: 2 });
const KINDS = [
  "accusation",
  "charge",
  "sanction",
  "denial",
  "incident",
  "impact",
  "advice",
  "policy",
  "reward",
  "notification",
] as const;
const DAYS = ["2030-09-01", "2031-05-02", "2031-05-03", "2033-01-01"] as const;
const anyWish = fc.record({
  by: anyParties,
  against: anyParties,
  targets: anyParties,
  date: fc.option(fc.constantFrom(...DAYS)),
  time: fc.option(fc.constantFrom(...DAYS).map((one) => spell(one))),
  isNegated: fc.boolean(),
});
export const anyStatements = fc.array(fc.tuple(fc.constantFrom(...KINDS), anyWish), { maxLength: 12 });

test("property: every statement stands exactly once, a denial beside all that it answers, in any order of documents", () => {
  fc.assert(
    fc.property(anyStatements, fc.infiniteStream(fc.nat()), (wishes, chance) => {
      const documents = wishes.map(([kind, wish], index) =>
        ledgerDocument(`p${index}`, [said(kind, { ...wish, words: `statement ${index}` })]),
      );
      const view = ledgerView(documents);
      const inMatters = view.matters.flatMap(({ entries }) => entries.map(({ statement }) => statement));
      const answering = new Map(
        view.matters.flatMap(({ entries }) =>
          entries.flatMap((one) => one.denials.map(({ denial }) => [denial.assertion.id, denial] as const)),
        ),
      );
      const all = [...inMatters, ...answering.values(), ...view.looseDenials, ...view.others];
      assert.deepEqual(
        all.map(({ assertion }) => assertion.quote.text).sort(),
        wishes.map((_, index) => `statement ${index}`).sort(),
      );
      const keyed = documents.map((one) => ({ one, key: chance.next().value ?? 0 }));
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ one }): LedgerDocument => one);
      assert.deepEqual(ledgerView(shuffled).matters, view.matters);
    }),
  );
});

test("ledgerStatementsMax: more statements are counted, not laid out", () => {
  const many = Array.from({ length: limits.ledgerStatementsMax + 3 }, (_, index) =>
    said("accusation", { against: [CRANE], targets: [CHAMBER], date: "2031-05-02", words: `${index}` }),
  );
  const view = ledgerView([ledgerDocument("many", many)]);
  assert.equal(view.leftOut, 3);
  assert.equal(view.matters.flatMap(({ entries }) => entries).length, limits.ledgerStatementsMax);
});

test("ledgerAnswersMax: so many denials stand beside an accusation, none of the others is told to answer nothing, and it takes no minutes", () => {
  const count = 2_000;
  const day = { date: "2031-05-02" };
  const statements = Array.from({ length: count }, (_, index) => [
    said("accusation", { ...day, by: [NORTH], against: [CRANE, HARBOUR], words: `a${index}` }),
    said("denial", { ...day, by: [HARBOUR], words: `d${index}` }),
  ]).flat();
  const document = ledgerDocument("many", statements);
  const begun = process.cpuUsage();
  const view = ledgerView([document]);
  assert.equal(accusedGroups([document])[0]?.deniedBy?.length, 1);
  const { user, system } = process.cpuUsage(begun);
  const [entry] = view.matters.flatMap(({ entries }) => entries).filter((one) => one.isAccusation);
  assert.deepEqual([entry?.denials.length, view.looseDenials.length], [limits.ledgerAnswersMax, 0]);
  assert.ok(user + system < 8e6, `${(user + system) / 1e6} s`);
});

test("ledgerConflictsMax: a matter tells so many disagreements and no more", () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    said("impact", { targets: [CHAMBER], date: "2031-05-02", isNegated: index % 2 === 0, words: `${index}` }),
  );
  const [matter] = ledgerView([ledgerDocument("many", many)]).matters;
  assert.equal(matter?.conflicts.length, limits.ledgerConflictsMax);
});

test("the record that ships: whole, sourced, marked, without a person, its two findings of one day apart", () => {
  const bytes = readFileSync(new URL("../../record/public-record.yaml", import.meta.url));
  const read = readStatementFile(bytes, "letterlock:public-record", "shipped");
  assert.ok(read.ok);
  const { statements, problems, aliases } = read.value;
  assert.deepEqual(problems, []);
  assert.ok(statements.length >= 15 && aliases.length >= 2);
  for (const { source, mark, isVerbatim, assertion } of statements) {
    assert.ok(source !== "" && mark !== "" && !isVerbatim && assertion.date !== null, assertion.quote.text);
    for (const { kind, count } of [...assertion.by, ...assertion.against, ...assertion.targets]) {
      if (kind === "persons") assert.notEqual(count, null, "persons are counted, never named");
    }
  }
  const view = ledgerView([read.value]);
  const sure = view.matters.filter(({ entries }) =>
    entries.some(({ statement }) => statement.assertion.confidence.scale === "phia"),
  );
  assert.equal(sure.length, 2);
  for (const { entries } of sure) {
    const accusation = entries.find(({ isAccusation }) => isAccusation);
    assert.ok((accusation?.denials.length ?? 0) >= 2, "a denial stands beside it");
  }
});
