/** The tables and test vectors of mql.md, sections 6 to 8 and 14, for the plain evaluator and for compiled rules. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compileRule } from "../../src/mql/check.ts";
import type { Checked } from "../../src/mql/checked.ts";
import { evaluate, evaluateValue, scopeOf } from "../../src/mql/evaluate.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import type { Truth } from "../../src/mql/truth.ts";
import { IS_TRUE, Json, Undetermined, type Value } from "../../src/mql/value.ts";
import { hostOf, letter, livingSchema, SmallObject } from "./small-host.ts";

/** `sender.name` is null (N), `urgent` is not known for want of `nlu` (U). */
const host = hostOf(
  letter({
    subject: "Hello World",
    size: 5,
    score: 2.5,
    urgent: new Undetermined(["nlu"]),
    extra: new Json({ n: 5, s: "text", b: true, a: [1, "x"], o: { in: null } }),
    sender: new SmallObject("Person", {}),
    readers: [
      new SmallObject("Person", { name: "Ada" }),
      new SmallObject("Person", {}),
      new SmallObject("Person", { name: "Bob" }),
    ],
    words: ["one", "two", "one"],
    marks: new Map([["k", "v"]]),
    groups: new Map([["g", ["a", "b"]]]),
  }),
);

function checked(text: string, wanted: "condition" | "value"): Checked {
  const source = text.replace(/\bN\b/g, "sender.name").replace(/\bU\b/g, "urgent");
  const rule = compileRule(source, { schema: livingSchema, problemOf: patternError, wanted });
  assert.deepEqual(rule.problems, [], source);
  assert.ok(rule.checked !== null);
  return rule.checked;
}

/** Members in the order true, false, null. */
function members({ mask }: Truth): string {
  return ["t", "f", "n"].filter((_, bit) => (mask & (1 << bit)) !== 0).join("");
}

// biome-ignore format: a table reads by column
const truths: readonly (readonly [text: string, members: string])[] = [
  // Section 14.
  ['N == "x"', "n"], ['N != "x"', "n"], ['N in ("x")', "n"], ['N not in ("x")', "n"],
  ["N is null", "t"], ["not N is null", "f"],
  ['strings.contains(N, "x") and false', "f"], ['strings.contains(N, "x") or true', "t"],
  ['not strings.contains(N, "x")', "n"],
  ['1 of (strings.contains(N, "x"), true)', "t"],
  ['1 of (strings.contains(N, "x"), false)', "n"],
  ['2 of (strings.contains(N, "x"), false, false)', "n"],
  ["1 of (false, false)", "f"],
  ['any(regex.extract(N, "a"), true)', "n"], ['all(regex.extract(N, "a"), false)', "t"],
  ['length(filter(regex.extract(N, "a"), true)) == 0', "t"],
  ['length(map(regex.extract(N, "a"), .)) is null', "t"],
  ["5 / 2 == 2", "t"], ["5 / 2.0 == 2.5", "t"], ["3 == 3.14", "f"],
  ['strings.concat(N, "x") is null', "t"],
  ['length(strings.scan_base64("nothing here")) == 0', "t"],
  ['strings.like("a*b", "a*b")', "t"], ['strings.ilike("PayPal Inc", "*paypal*")', "t"],
  ['strings.replace_confusables("\\u{430}pple.com") == "apple.com"', "t"],
  ["words[-1] is null", "t"], ["length(words[100:200]) == 0", "t"],
  // Undetermined.
  ["U", "tfn"], ["U and false", "f"], ["U or true", "t"], ["not U", "tfn"],
  ['N == "x" and U', "fn"], ["2 of (true, U, U)", "tfn"], ["2 of (U, false, false)", "fn"],
  ["U is null", "tfn"], ["U == true", "tfn"],
  // Section 6.
  ["1 < 2 <= 2", "t"], ["1 < 1 <= 2", "f"], ["size > 4 and size >= 5 and size != 4", "t"],
  ['"b" > "a"', "t"], ['"\\u{ff01}" < "\\u{1f4e7}"', "t"], ['"A" == "a"', "f"], ['"A" =~ "a"', "t"], ['"A" !~ "a"', "f"],
  ['subject in~ ("x", "HELLO world")', "t"], ['subject in ("x", "HELLO world")', "f"], ['subject not in~ ("x", "HELLO world")', "f"],
  ['"one" in words', "t"], ['N in words', "n"], ['"three" not in words', "t"],
  ['"press.example" in $own_domains', "f"], ['"press.example" in~ $own_domains', "t"], ["N in $own_domains", "n"],
  ["any($own_domains, . == \"example.org\")", "t"], ['any($vips, .name == "Ada Example")', "t"], ['any($vips, .name == "x")', "n"],
  ["size / 0 is null", "t"], ["size % 0 is null", "t"], ["size % 3 == 2", "t"], ["0 - size / 2 == 0 - 2", "t"], ["size / 2 == 2", "t"], ["score / 2 == 1.25", "t"],
  ['marks["k"] == "v"', "t"], ['marks["x"] is null', "t"], ['length(groups["g"]) == 2', "t"],
  ['extra["n"] == 5', "t"], ['extra["b"] == true', "t"], ['extra["s"] == 5', "n"], ['extra["n"]["x"] is null', "t"], ['extra["a"][0] == 1', "t"], ['extra["a"][9] is null', "t"], ['extra["o"]["in"] is null', "t"],
  ['any(extra["a"], . == "x")', "t"], ['any(extra["o"], true)', "n"], ['strings.contains(extra["s"], "ex")', "t"], ['strings.contains(extra["n"], "5")', "n"],
  // Section 7.
  ["any(links, true)", "f"], ["all(links, false)", "t"],
  ['any(readers, .name == "Bob")', "t"], ['any(readers, .name == "Eve")', "n"], ['all(readers, .name != "Eve")', "n"],
  ['length(filter(readers, .name != "Ada")) == 1', "t"], ['length(map(readers, .name)) == 3', "t"],
  ["length(distinct(words)) == 2", "t"], ["length(distinct(readers, .name)) == 3", "t"],
  ['ratio(words, . == "one") > 0.6', "t"], ["ratio(links, true) is null", "t"], ["sum([1, 2, size]) == 8", "t"],
  ["ratio(readers, .name is null) == 1 / 3.0", "t"],
  ["any(readers, any(words, . == ..name))", "n"], ['any(words, any(readers, strings.icontains(.name, "a") and .. == "two"))', "t"],
  // Section 8: what is not known, in arrays.
  ["any(words, U)", "tfn"], ["any(links, U)", "f"], ["all(words, U or true)", "t"],
  ["length(filter(words, U)) <= 3", "t"], ["length(filter(words, U)) > 3", "f"], ["length(filter(words, U)) == 2", "tf"], ['length(filter(words, U and . == "two")) < 2', "t"],
  ['any(filter(words, U), . == "x")', "f"], ['any(filter(words, U), . == "one")', "tf"], ['all(filter(words, U), . == "one")', "tf"], ["any(filter(words, U or . == \"two\"), . == \"two\")", "t"],
  ["length(distinct(filter(words, U))) > 0", "tfn"],
  ["any([urgent, true], .)", "t"], ["all([urgent, true], .)", "tfn"],
  ['link.open("x").subject == "y"', "tfn"],
  ['any(text.lines("no!"), true)', "tfn"], ['length(text.lines("a b c", 2)) == 2', "t"],
  ['text.one_of("a", "b", "a")', "t"], ['letter.weight(unit="kg") < 1', "t"], ["letter.weight() < 1", "f"],
  ["null", "n"], ["coalesce(N, subject) == subject", "t"],
];

describe("mql.md: tables and vectors", () => {
  for (const [text, expected] of truths) {
    test(`${text} → ${expected}`, () => {
      const rule = checked(text, "condition");
      const truth = evaluate(rule, scopeOf(rule, livingSchema, host));
      assert.equal(members(truth), expected);
      const outcomes = new RuleSet([rule], livingSchema).run(host);
      assert.equal(outcomes.length, (truth.mask & IS_TRUE) === 0 ? 0 : 1);
      assert.equal(outcomes[0]?.isMatch ?? false, truth.mask === IS_TRUE);
    });
  }

  // biome-ignore format: a table reads by column
  const values: readonly (readonly [text: string, value: Value])[] = [
    ['length("\\u{1f4e7}")', 1],
    ["words[0:2]", ["one", "two"]],
    ["words[:9]", ["one", "two", "one"]],
    ["words[size:]", []],
    ['"h\\u{1f4e7}y"[1:2]', "\u{1f4e7}"],
    ["map(readers, .name)", ["Ada", null, "Bob"]],
    ["sum(map(links, .visits))", 0],
    ["sum([1, size, 2.5])", 8.5],
    ["distinct([3, 1, 3])", [3, 1]],
    ["-size", -5],
    ["N", null],
    ["U", new Undetermined(["nlu"])],
  ];
  for (const [text, value] of values) {
    test(`${text} → ${JSON.stringify(value)}`, () => {
      const query = checked(text, "value");
      assert.deepEqual(evaluateValue(query, scopeOf(query, livingSchema, host)), value);
    });
  }
});

test("reasons: those of what is not settled, each once, sorted", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, reasons: readonly string[]])[] = [
    ["U", ["nlu"]],
    ['U and link.open("x").urgent', ["link", "nlu"]],
    ["U or true", []],
    ['(U and false) or link.open("x").urgent', ["link"]],
    ['any(text.lines("!"), true) and not U', ["error:text.lines", "nlu"]],
    ["length(filter(words, U)) == 1", ["nlu"]],
  ];
  for (const [text, reasons] of cases) {
    const rule = checked(text, "condition");
    assert.deepEqual(evaluate(rule, scopeOf(rule, livingSchema, host)).reasons, reasons, text);
    assert.deepEqual(new RuleSet([rule], livingSchema).run(host)[0]?.reasons ?? [], reasons, text);
  }
});
