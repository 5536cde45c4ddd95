/** Short ways of compiled rules: lengths that settle an edit distance, lists asked of a text that is not there, searches that skip. Each says what the plain form says. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { RE2JS } from "re2js";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { requiredLiterals } from "../../src/mql/pattern-literals.ts";
import { PatternSearch } from "../../src/mql/pattern-search.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import { IS_TRUE, Undetermined, type Value } from "../../src/mql/value.ts";
import { checkedOf } from "./random-rules.ts";
import { hostOf, letter, livingSchema } from "./small-host.ts";

function verdict(source: string, subject: Value): string {
  const checked = checkedOf(source);
  assert.ok(checked !== null, source);
  const host = hostOf(letter({ subject }));
  const plain = evaluate(checked, scopeOf(checked, livingSchema, host));
  const [outcome] = new RuleSet([checked], livingSchema).run(host);
  const compiled = outcome === undefined ? "no" : outcome.isMatch ? "match" : outcome.reasons.join();
  const expected = plain.mask === IS_TRUE ? "match" : (plain.mask & IS_TRUE) === 0 ? "no" : plain.reasons.join();
  assert.equal(compiled, expected, source);
  return compiled;
}

describe("short ways", () => {
  const unknown = new Undetermined(["nlu"]);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [rule: string, subject: Value, said: string])[] = [
    ['strings.ilevenshtein(subject, "Example") <= 1',       "exampel",               "no"],
    ['strings.ilevenshtein(subject, "Example") <= 2',       "exampel",               "match"],
    ['strings.levenshtein(subject, "example") < 2',         "examples",              "match"],
    ['strings.levenshtein(subject, "example") < 1',         "examples",              "no"],
    ['strings.levenshtein(subject, "example") == 3',        "example abc",           "no"],
    ['strings.levenshtein(subject, "example") > 3',         "example abc",           "match"],
    // Letters, not code units.
    ['strings.levenshtein(subject, "ab") <= 1',             "ab\u{1f600}",           "match"],
    ['strings.levenshtein(subject, "ab") <= 1',             "ab\u{1f600}\u{1f600}",  "no"],
    ['not strings.levenshtein(subject, "example") <= 1',    "e",                     "match"],
    ['not strings.levenshtein(subject, "example") <= 1',    null,                    "no"],
    ['strings.levenshtein(subject, "example") <= 1',        unknown,                 "nlu"],
    ["any($own_domains, strings.contains(subject, .))",     "at example.org",        "match"],
    ["any($own_domains, strings.icontains(subject, .))",    "at press.EXAMPLE",      "match"],
    ["any($own_domains, strings.contains(subject, .))",     "at press.EXAMPLE",      "no"],
    ["any($own_domains, strings.contains(subject, .))",     null,                    "no"],
    ["any($own_domains, strings.contains(subject, .)) is null", null,                "match"],
    ["not all($own_domains, strings.contains(subject, .))", null,                    "no"],
    ["any($own_domains, strings.contains(subject, .))",     unknown,                 "nlu"],
  ];
  for (const [rule, subject, said] of cases) {
    test(`${rule}, ${JSON.stringify(subject)} → ${said}`, () => assert.equal(verdict(rule, subject), said));
  }
});

describe("places before which no match begins", () => {
  const far = "x ".repeat(50);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [pattern: string, text: string, from: number, place: number])[] = [
    ["b+c",            `${far}bbc`,        0,   100],
    ["b+c",            `${far}bbc`,        101, 101],
    ["b+c",            `${far}bbc`,        102, -1],
    ["b*c",            `${far}bbc`,        0,   100],
    // A run that is cut off: what began before it has ended.
    ["<p[^<>]*></p>",  "<p <p> <p a></p>", 0,   7],
    ["\\bb",          "ab b",             1,   3],
    ["(?m)^b",         "ab\nb",            1,   3],
    ["^b",             "bb",               1,   -1],
    ["x.*c",           `${far}c`,          3,   4],
    ["b*",             far,                7,   7],
    ["\\z",           far,                7,   100],
  ];
  for (const [pattern, text, from, place] of cases) {
    test(`${pattern} from ${from} on in ${JSON.stringify(text.replaceAll(far, "…"))}: ${place}`, () => {
      const compiled = RE2JS.compile(pattern);
      const search = new PatternSearch(compiled, requiredLiterals(pattern).leads);
      for (const folded of [text.toLowerCase(), ""]) assert.equal(search.placesIn(text, folded)(from), place);
    });
  }
});

describe("searches from where a match may begin", () => {
  const far = "x ".repeat(50);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [pattern: string, leads: readonly string[], text: string, found: boolean])[] = [
    ["margin\\s*:\\s*9px",      ["margin"],             `${far}margin: 1px ${far}MARGIN : 9px`, true],
    ["margin\\s*:\\s*9px",      ["margin"],             `${far}margin: 1px${far}`,              false],
    ["\\bpay(?:pal)? \\d",      ["pay ", "paypal "],    `${far}repay 1 ${far}pay 1`,            true],
    ["\\bpay(?:pal)? \\d",      ["pay ", "paypal "],    `${far}repay 1 ${far}`,                 false],
    ["(?m)^from:.*you$",        ["from:"],              `${far}from: you\n${far}\nfrom: you\n`, true],
    ["(?m)^from:.*you$",        ["from:"],              `${far}from: you\n${far}`,              false],
    ["<(?:p|div)[^>]*>\\s*<br", ["<p", "<div"],         `${far}<P class="a">\n${far}<div> <BR`, true],
    ["(?:ab|c+)d",              ["ab", "c"],            `${far}abcd`,                           true],
    ["^ab.*d",                  ["ab"],                 `${far}abcd`,                           false],
    ["^ab.*d",                  ["ab"],                 `abc${far}d`,                           true],
    ["a?bc+",                   ["b", "ab"],            `${far}bcc`,                            true],
    ["ab+$",                    ["a"],                  `ab ${far}\u{1f600}abbb`,               true],
    ["ab+$",                    ["a"],                  `abbb${far}`,                           false],
  ];
  for (const [pattern, leads, text, found] of cases) {
    test(`${pattern} ${found ? "is" : "is not"} in ${JSON.stringify(text.replaceAll(far, "…"))}`, () => {
      const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
      assert.deepEqual([...requiredLiterals(pattern).leads].sort(), [...leads].sort());
      const search = new PatternSearch(compiled, leads);
      assert.equal(compiled.test(text), found);
      for (const folded of [text.toLowerCase(), null, text.toLowerCase()])
        assert.equal(search.isIn(text, folded), found);
    });
  }

  test("a table that is full is begun anew", () => {
    // Half a million states in principle; the text visits thousands.
    const pattern = "a[ab]{18}c";
    const search = new PatternSearch(RE2JS.compile(pattern), []);
    let seed = 7;
    let text = "";
    for (let at = 0; at < 60_000; at++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      text += seed & 65_536 ? "a" : "b";
    }
    assert.equal(search.isIn(text, null), false);
    assert.equal(search.isIn(`${text}aaaaaaaaaaaaaaaaaaac`, null), true);
    const late = `${text}! ${text}a${"b".repeat(18)}c`;
    const placeFrom = search.placesIn(late, late);
    const place = placeFrom(0);
    assert.ok(place > text.length && place <= late.length - 20, `${place}`);
    assert.equal(placeFrom(late.length - 19), -1);
  });
});
