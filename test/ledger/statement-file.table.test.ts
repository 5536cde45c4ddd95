/** Statements that somebody typed, as YAML: what is taken, what is told, and that nothing is guessed. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { readStatementFile, timeOf } from "../../src/ledger/read-statement-file.ts";
import { at } from "../support/ledger.ts";

const read = (text: string) => readStatementFile(Buffer.from(text), "/notes/statement.yaml");

function one(text: string) {
  const found = read(text);
  assert.ok(found.ok, found.ok ? "" : found.error);
  return found.value;
}

const WHOLE = `
kind: accusation
by: Northern Security Centre (agency, NO)
against:
  - Paper Crane (group)
  - { kind: persons, name: two people, count: 2 }
targets: Chamber of Northland (office, NO)
date: 2031-05-02
time: 2030-09 .. 2030-10
words: It is put down to one group.
quote: "Paper Crane was almost certainly responsible."
confidence: almost certain
scale: phia
low: 0.95
high: 1
quantities: [{ what: mails, min: 1000, words: more than a thousand mails }]
techniques: [T1598.003]
source: https://centre.example/statement
`;

describe("a file of statements", () => {
  test("one statement with everything", () => {
    const { statements, format, origin, isPartial } = one(WHOLE);
    const [statement] = statements;
    assert.ok(statement);
    const { assertion } = statement;
    assert.deepEqual(
      [format, origin, isPartial, statement.isVerbatim, statement.source],
      ["statements", "by-hand", false, true, "https://centre.example/statement"],
    );
    assert.deepEqual(assertion.by, [
      {
        kind: "agency",
        name: "Northern Security Centre",
        words: "Northern Security Centre",
        country: "NO",
        count: null,
      },
    ]);
    assert.deepEqual(
      assertion.against.map(({ kind, name, count }) => [kind, name, count]),
      [
        ["group", "Paper Crane", null],
        ["persons", "two people", 2],
      ],
    );
    assert.deepEqual(
      [assertion.date?.from, assertion.time?.from, assertion.time?.until],
      [at("2031-05-02"), at("2030-09-01"), at("2030-11-01")],
    );
    assert.deepEqual(
      [assertion.about, assertion.quote.text],
      ["It is put down to one group.", "Paper Crane was almost certainly responsible."],
    );
    assert.deepEqual(assertion.confidence, { words: "almost certain", scale: "phia", low: 0.95, high: 1 });
    assert.deepEqual(
      assertion.quantities.map(({ what, min, max }) => [what, min, max]),
      [["mails", 1_000, null]],
    );
    assert.deepEqual(
      assertion.techniques.map(({ id }) => id),
      ["T1598.003"],
    );
    assert.match(assertion.id, /^a-[0-9a-f]{12}$/);
  });

  test("the same text gives the same ids, and each statement its own", () => {
    const item = "  - { kind: denial, by: Ministry, words: Denied., source: a page }\n";
    const [a, b] = [one(`statements:\n${item}${item}`), one(`statements:\n${item}${item}`)];
    assert.deepEqual(a, b);
    assert.equal(new Set(a.statements.map(({ assertion }) => assertion.id)).size, 2);
  });

  // biome-ignore format: a table reads by column
  const lacking: readonly (readonly [text: string, told: RegExp])[] = [
    ["kind: slander\nby: X\nwords: y\nsource: z", /line 1: a statement lacks a kind \(accusation,/],
    ["statements:\n  - { kind: denial, words: y, source: z }", /line 2: a statement lacks who says it/],
    ["statements:\n  - { kind: denial, by: X, source: z }", /lacks its `words` or a `quote`/],
    ["statements:\n  - { kind: denial, by: X, words: y }", /lacks its `source`/],
    ["statements:\n  - just words", /line 2: a statement lacks a kind/],
    ["groups: [{ name: Crane }]", /lacks who says it or the name/],
    ["kind: denial\nby: [Harbour (state, HB), X]\nwords: y\nsource: z", /has an open bracket/],
  ];
  for (const [text, told] of lacking) {
    test(`${JSON.stringify(text).slice(0, 60)}: told`, () => {
      const { problems, isPartial } = one(text);
      assert.ok(isPartial);
      assert.match(problems.join("\n"), told);
    });
  }

  // biome-ignore format: a table reads by column
  const refused: readonly (readonly [name: string, text: string, why: RegExp])[] = [
    ["nothing", "", /holds no statement/],
    ["another YAML", "people: [a]", /holds no statement/],
    ["broken", "a: [b", /no YAML that can be read, line 1/],
    ["nested", `a: ${"[".repeat(200)}`, /nested too deep/],
    ["nested by indentation", `${"- ".repeat(200)}a`, /nested too deep/],
  ];
  for (const [name, text, why] of refused) {
    test(`${name}: refused with the reason`, () => {
      const found = read(text);
      assert.ok(!found.ok);
      assert.match(found.error, why);
    });
  }

  test("statementsMax: the rest is told", () => {
    const item = "- {kind: denial, by: X, words: y, source: z}\n";
    const { statements, problems } = one(item.repeat(limits.statementsMax + 1));
    assert.equal(statements.length, limits.statementsMax);
    assert.match(problems.join(), /more than/);
  });

  // biome-ignore format: a table reads by column
  const times: readonly (readonly [words: string, from: string | null, until: string | null])[] = [
    ["2021", "2021-01-01", "2022-01-01"],
    ["2021-12", "2021-12-01", "2022-01-01"],
    ["2024-02-29", "2024-02-29", "2024-03-01"],
    ["2023-02-29", null, null],
    ["2021-08 .. 2022-10", "2021-08-01", "2022-11-01"],
    ["2021 ..", "2021-01-01", null],
    ["last spring", null, null],
  ];
  for (const [words, from, until] of times) {
    test(`time ${words}`, () => {
      const found = timeOf(words);
      assert.deepEqual(
        [found?.from, found?.until],
        [from === null ? null : at(from), until === null ? null : at(until)],
      );
    });
  }

  test("property: total on any bytes", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.string().map((text) => Buffer.from(`statements:\n  - ${text}`)),
        ),
        (bytes) => {
          readStatementFile(bytes, "x");
        },
      ),
    );
  });
});
