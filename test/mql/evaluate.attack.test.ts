/** Rules and mail made to cost: every bound ends in "undetermined", never in false, and the other rules go on. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { callBuiltin } from "../../src/mql/calls.ts";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { Fuel } from "../../src/mql/fuel.ts";
import { LiteralIndex } from "../../src/mql/literal-index.ts";
import type { Outcome } from "../../src/mql/outcome.ts";
import { patternError, patternOf } from "../../src/mql/patterns.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import { Undetermined } from "../../src/mql/value.ts";
import { checkedOf } from "./random-rules.ts";
import { hostOf, letter, livingSchema } from "./small-host.ts";

function ruleOf(source: string) {
  const checked = checkedOf(source);
  assert.ok(checked !== null, source);
  return checked;
}

function call(name: string, ...args: readonly Outcome[]): Outcome {
  return callBuiltin(name, args, new Map());
}

function cutBy(reason: string): Undetermined {
  return new Undetermined([`limit:${reason}`]);
}

const many = hostOf(letter({ words: Array.from({ length: 300 }, (_, n) => `w${n}`), subject: "a" }));
const cube = "any(words, any(words, any(words, . == subject and .. == . and ... == .)))";

describe("fuel", () => {
  test("mqlStepsMax: a rule that costs too much is undetermined, the next one is evaluated", () => {
    const set = new RuleSet([ruleOf(cube), ruleOf('subject == "a"')], livingSchema);
    assert.deepEqual(set.run(many), [
      { rule: 0, isMatch: false, reasons: ["limit:fuel"] },
      { rule: 1, isMatch: true, reasons: [] },
    ]);
    assert.ok(300 ** 3 > limits.mqlStepsMax);
  });

  test("the plain evaluator is cut too", () => {
    const few = hostOf(letter({ words: ["a", "b", "c"], subject: "x" }));
    const checked = ruleOf(cube);
    assert.deepEqual(evaluate(checked, scopeOf(checked, livingSchema, few, { fuel: new Fuel(20) })).reasons, [
      "limit:fuel",
    ]);
    assert.deepEqual(evaluate(checked, scopeOf(checked, livingSchema, few)).reasons, []);
  });

  test("mqlMessageStepsMax: many such rules together end as well", () => {
    const rules = Array.from({ length: 40 }, (_, n) => ruleOf(`any(words, any(words, any(words, . == "x${n}")))`));
    const outcomes = new RuleSet(rules, livingSchema).run(many);
    assert.equal(outcomes.length, 40);
    assert.ok(outcomes.every(({ reasons }) => reasons.join() === "limit:fuel"));
    assert.ok(limits.mqlMessageStepsMax < 40 * limits.mqlStepsMax);
  });

  test("a rule costs the same in any company: what is shared is charged to each", () => {
    const shared = "any(words, any(words, . == subject))";
    const twice = ruleOf(`${shared} and length(words) > 5`);
    const steps = 300 * 300 + 400;
    const alone = new RuleSet([twice], livingSchema).run(many, { stepsMax: steps });
    assert.deepEqual(new RuleSet([ruleOf(shared), twice], livingSchema).run(many, { stepsMax: steps }), []);
    assert.deepEqual(alone, []);
    const less = new RuleSet([ruleOf(`not (${shared})`), ruleOf(`not (${shared}) and size is null`)], livingSchema);
    assert.deepEqual(
      less.run(many, { stepsMax: 300 * 300 }).map(({ reasons }) => reasons.join()),
      ["limit:fuel", "limit:fuel"],
    );
  });
});

describe("bounds of functions", () => {
  test("mqlMatchesMax: more matches than are told", () => {
    assert.equal(call("regex.count", "a".repeat(limits.mqlMatchesMax), "a"), limits.mqlMatchesMax);
    assert.deepEqual(call("regex.count", "a".repeat(limits.mqlMatchesMax + 1), "a"), cutBy("matches"));
  });

  test("mqlMatchStepsMax: every match may look at all the rest", () => {
    const text = "a".repeat(60_000);
    assert.ok(9_000 * text.length > limits.mqlMatchStepsMax);
    assert.deepEqual(call("regex.count", text, "a{6}"), cutBy("matches"));
  });

  test("mqlPatternCharsMax: a pattern from mail that is too long", () => {
    const long = "a".repeat(limits.mqlPatternCharsMax);
    assert.equal(call("regex.contains", "b", long), false);
    assert.deepEqual(call("regex.contains", "b", `${long}a`), cutBy("pattern"));
    assert.equal(patternError(`${long}a`), "longer than 16384 characters");
  });

  test("mqlPatternsMax: patterns from mail push the others out, no more", () => {
    const kept = patternOf("kept", false);
    assert.equal(patternOf("kept", false), kept);
    for (let n = 0; n < limits.mqlPatternsMax; n++) patternOf(`p${n}`, false);
    assert.notEqual(patternOf("kept", false), kept);
    assert.ok(patternOf("kept", false).isIn("it is kept"));
  });

  test("mqlLevenshteinStepsMax: two long texts", () => {
    const side = Math.floor(Math.sqrt(limits.mqlLevenshteinStepsMax));
    assert.equal(call("strings.levenshtein", "a".repeat(side), "b".repeat(side)), side);
    assert.deepEqual(call("strings.levenshtein", "a".repeat(side + 1), "b".repeat(side + 1)), cutBy("levenshtein"));
  });

  test("mqlTextCharsMax: a text made of others", () => {
    const half = "a".repeat(limits.mqlTextCharsMax / 2);
    assert.ok(typeof call("strings.concat", half, half) === "string");
    assert.deepEqual(call("strings.concat", half, half, "a"), cutBy("text"));
  });
});

describe("the index of literals", () => {
  test("finds what a search finds, also where all literals share their windows", () => {
    const literals = [
      ...Array.from({ length: 200 }, (_, n) => `https://${n}`),
      "http",
      "ttps",
      "\u0436\u0436\u0436\u0436",
      "aaaa",
    ];
    const index = new LiteralIndex(literals);
    const text = `x https://17 HTTP \u0436\u0436\u0436\u0436 ${"a".repeat(1000)} https://199`;
    const found = index.scan(text);
    for (const [number, literal] of literals.entries()) {
      if (!index.isFiled(number)) continue;
      assert.equal((((found[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1, text.includes(literal), literal);
    }
    assert.ok(literals.filter((_, number) => index.isFiled(number)).length > 150);
  });

  test("a text of one window a million times", () => {
    const index = new LiteralIndex(Array.from({ length: 2000 }, (_, n) => `aaaa${"b".repeat(n % 7)}c${n}`));
    assert.ok(index.scan("a".repeat(1_000_000)).every((word) => word === 0));
  });
});
