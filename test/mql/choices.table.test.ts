/**
 * The rest of the tables of mql.md, 6, 7 and 14, by the words of rules; and the statements that the specification marks as a choice ([I]), one group each
 * (docs/mql-choices.md). What other files test is not repeated.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { mailSchema } from "../../src/mdm/schema.ts";
import { compileRule } from "../../src/mql/check.ts";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import { IS_TRUE, Json, Undetermined } from "../../src/mql/value.ts";
import { printableRuns } from "../../src/parts/file-text.ts";
import { hostOf as mailHost, plain } from "../support/model.ts";
import { hostOf, letter, livingSchema, SmallObject } from "./small-host.ts";

/** `sender.name` is null (N), `urgent` is not known (U), `regex.extract(N, "a")` is a null array (A). */
const host = hostOf(
  letter({
    ...{
      subject: "Hello",
      size: 5,
      score: 2.5,
      urgent: new Undetermined(["nlu"]),
      sender: new SmallObject("Person", {}),
    },
    ...{
      words: ["one", "two", "one"],
      marks: new Map([
        ["z", "1"],
        ["a", "2"],
      ]),
      groups: new Map([["g", ["a"]]]),
    },
    extra: new Json({ text: "abc", list: ["x", "y"], object: { k: 1 }, number: 7 }),
  }),
);

function members(text: string): string {
  const source = text
    .replace(/\bA\b/g, 'regex.extract(N, "a")')
    .replace(/\bN\b/g, "sender.name")
    .replace(/\bU\b/g, "urgent");
  const { checked, problems } = compileRule(source, {
    schema: livingSchema,
    problemOf: patternError,
    wanted: "condition",
  });
  assert.deepEqual(problems, [], source);
  assert.ok(checked !== null);
  const { mask } = evaluate(checked, scopeOf(checked, livingSchema, host));
  const [outcome] = new RuleSet([checked], livingSchema).run(host);
  assert.equal(outcome !== undefined, (mask & IS_TRUE) !== 0, source);
  return ["t", "f", "n"].filter((_, bit) => (mask & (1 << bit)) !== 0).join("");
}

// biome-ignore format: a table reads by column
const groups: Readonly<Record<string, readonly (readonly [text: string, members: string])[]>> = {
  "section 14: numeric nulls, escapes, captures": [
    ["ratio([1, 2, null, null], . > 0) == 0.5", "t"],
    ['length("\\u{1f4e7}") == 1 and length("\u00e9ma\u00eel") == 5', "t"],
    [`regex.extract("k=1", '(?P<k>\\w)=(\\d)(x)?')[0].named_groups["k"] == "k"`, "t"],
    [`regex.extract("k=1", '(?P<k>\\w)=(\\d)(x)?')[0].groups[2] == ""`, "t"],
  ],
  "section 6: null on either side": [
    ["null == null", "n"], ["N != N", "n"], ["N < 'a'", "n"], ["'a' >= N", "n"], ["N =~ 'a'", "n"], ["'a' !~ N", "n"],
    ["1 < 2 <= size / 0", "n"], ["3 < 2 <= size / 0", "f"], ["1 < size / 0 <= 0", "n"],
    ["N in~ ('x')", "n"], ["N not in~ ('x')", "n"], ["3 in (null, 3)", "t"], ["3 in (null, 4)", "n"], ["3 not in (null, 4)", "n"],
    ["not null", "n"], ["null and false", "f"], ["null and true", "n"], ["null or true", "t"], ["null or false", "n"],
    ["(size + size / 0) is null", "t"], ["(size * null) is null", "t"],
    ["length(words[size / 0:]) is null", "t"], ["words[99] is null", "t"], ['marks["none"] is null', "t"],
    ['extra["object"][0] is null', "t"], ['extra["list"]["k"] is null', "t"], ['extra["number"] == "7"', "n"],
  ],
  "section 7: a null array": [
    ["any(A, true)", "n"], ["all(A, false)", "t"], ["length(filter(A, true)) == 0", "t"], ["length(distinct(A)) == 0", "t"],
    ["length(flatten(A)) == 0", "t"], ["length(map(A, .)) is null", "t"], ["length(A) is null", "t"],
    ["ratio(A, true) is null", "t"], ["sum(map(A, 1)) == 0", "t"], ["A[0] is null", "t"],
  ],
  "section 7: an empty array": [
    ["any(links, true)", "f"], ["all(links, false)", "t"], ["length(filter(links, true)) == 0", "t"], ["length(distinct(links)) == 0", "t"],
    ["length(map(links, .)) == 0", "t"], ["length(links) == 0", "t"], ["ratio(links, true) is null", "t"], ["sum(map(links, .visits)) == 0", "t"],
    ["links[0] is null", "t"],
  ],
  "[I] an empty array holds nothing": [["'x' in map(links, .url)", "f"], ["'x' not in map(links, .url)", "t"], ["N in map(links, .url)", "f"]],
  "[I] line breaks in a text": [["length(\"a\nb\") == 3", "t"]],
  "[I] division by zero and overflow": [
    ["size / 0 is null", "t"], ["score / 0 is null", "t"], ["size % 0 is null", "t"], ["9007199254740991 * 9 is null", "t"],
  ],
  "[I] case-insensitive is simple folding": [["'STRASSE' =~ 'stra\u00dfe'", "f"], ["'\u00c4' =~ '\u00e4'", "t"], ["'\u212a' =~ 'k'", "t"]],
  "[I] quantifiers are three-valued": [["any([null, true], .)", "t"], ["any([null, false], .)", "n"], ["all([null, true], .)", "n"], ["all([null, false], .)", "f"]],
  "[I] filter drops null": [["length(filter([true, null, false], .)) == 1", "t"]],
  "[I] map keeps null": [["length(map([1, null], .)) == 2", "t"]],
  "[I] distinct: first of each, null is a key": [["length(distinct([null, 'a', null])) == 2", "t"], ["distinct(words)[0] == 'one'", "t"]],
  "[I] sum skips null": [["sum([1, null, 2]) == 3", "t"]],
  "[I] keys in order of appearance": [["keys(marks)[0] == 'z'", "t"]],
  "[I] count does not overlap": [["strings.count('aaaa', 'aa') == 2", "t"], ["strings.count('aa', '') is null", "t"]],
  "[I] JSON as an array": [["any(extra['list'], . == 'y')", "t"], ["any(extra['object'], true)", "n"], ["any(extra['text'], true)", "n"]],
  "[I] JSON as a text": [["strings.contains(extra['text'], 'b')", "t"], ["strings.contains(extra['number'], '7')", "n"]],
  "[I] filter by what is not known": [["length(filter(words, U)) <= 3", "t"], ["length(filter(words, U)) == 4", "f"], ["length(filter(words, U)) > 1", "tf"]],
  "[I] accented letters are no disguise": [["strings.replace_confusables('caf\u00e9') == 'caf\u00e9'", "t"]],
};

for (const [name, rows] of Object.entries(groups)) {
  describe(name, () => {
    for (const [text, expected] of rows) test(`${text} → ${expected}`, () => assert.equal(members(text), expected));
  });
}

describe("section 14: what is refused", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, code: string])[] = [
    ['subject.subject == "\\*"', "syntax"],
    ["any of (true)", "syntax"],
    ["body.links is null", "type"],
    // [I] `%` is for whole numbers.
    ["2.5 % 2 == 1", "type"],
  ];
  for (const [text, code] of cases) {
    test(`${text}: ${code}`, () => {
      const { problems } = compileRule(text, { schema: mailSchema, problemOf: patternError, wanted: "condition" });
      assert.deepEqual(
        problems.map((problem) => problem.code),
        [code],
      );
    });
  }
});

describe("[I] of functions over mail", () => {
  const host = mailHost(["From: ada@example.com", "", ""]);
  const ask = (name: string, ...args: readonly string[]) => mailSchema.functions.get(name)?.call(host, args, new Map());

  test("strings.parse_email takes a name before the address", () => {
    for (const text of ["ada@example.com", "Ada Example <ada@example.com>"]) {
      assert.equal(plain(ask("strings.parse_email", text) ?? null), "<EmailAddress>", text);
    }
    assert.equal(ask("strings.parse_email", "no address"), null);
  });
  test("printable runs have four characters or more", () => {
    assert.deepEqual(printableRuns(Buffer.from("abc\0abcd\0")).items, ["abcd"]);
  });
});
