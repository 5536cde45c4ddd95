/** Compiled rules against the plain evaluator: the same verdict of each rule, on random rules and letters. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileRule } from "../../src/mql/check.ts";
import { evaluate, evaluateValue, scopeOf } from "../../src/mql/evaluate.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import { IS_TRUE, Undetermined, type Value } from "../../src/mql/value.ts";
import { checkedOf, randomLetter, randomLists, randomRule } from "./random-rules.ts";
import { hostOf, letter, livingSchema } from "./small-host.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 1500);

test("a set of rules says of each what the plain evaluator says", () => {
  const seen = { match: 0, open: 0, none: 0 };
  fc.assert(
    fc.property(
      fc.array(randomRule, { minLength: 1, maxLength: 6 }),
      randomLetter,
      randomLists,
      (rules, root, lists) => {
        const host = hostOf(root, lists);
        const set = new RuleSet(
          rules.map(({ checked }) => checked),
          livingSchema,
        );
        const outcomes = new Map(set.run(host).map((outcome) => [outcome.rule, outcome]));
        for (const [index, { checked, source }] of rules.entries()) {
          const plain = evaluate(checked, scopeOf(checked, livingSchema, host));
          const compiled = outcomes.get(index);
          const isMatch = plain.mask === IS_TRUE;
          const mayMatch = (plain.mask & IS_TRUE) !== 0;
          seen[isMatch ? "match" : mayMatch ? "open" : "none"]++;
          assert.equal(compiled !== undefined, mayMatch, source);
          assert.equal(compiled?.isMatch ?? false, isMatch, source);
          const reasons = compiled?.reasons ?? [];
          assert.equal(reasons.length > 0, mayMatch && !isMatch, source);
          assert.ok(
            reasons.every((reason) => plain.reasons.includes(reason)),
            `${source}: ${reasons.join()}`,
          );
        }
      },
    ),
    { numRuns: RUNS },
  );
  assert.ok(Math.min(seen.match, seen.open, seen.none) > RUNS / 10, JSON.stringify(seen));
});

test("a set that has run says the same again, and of another letter what a new set says", () => {
  fc.assert(
    fc.property(
      fc.array(randomRule, { minLength: 1, maxLength: 4 }),
      randomLetter,
      randomLetter,
      (rules, first, second) => {
        const make = () =>
          new RuleSet(
            rules.map(({ checked }) => checked),
            livingSchema,
          );
        const set = make();
        const before = set.run(hostOf(first));
        assert.deepEqual(set.run(hostOf(second)), make().run(hostOf(second)));
        assert.deepEqual(set.run(hostOf(first)), before);
      },
    ),
    { numRuns: RUNS / 5 },
  );
});

/** Values as findings say them. */
const values = [
  "subject",
  'strings.concat("from ", sender.name)',
  "map(words, strings.concat(., subject))",
  "map(filter(links, .visits > 1)[0:2], .url)",
  "length(words) + size",
].map((text) => {
  const { checked } = compileRule(text, { schema: livingSchema, problemOf: patternError, wanted: "value" });
  assert.ok(checked !== null, text);
  return checked;
});

test("texts beside the rules say what the plain evaluator says, whatever was asked before", () => {
  const seen = { known: 0, unknown: 0, holds: 0 };
  fc.assert(
    fc.property(randomRule, randomRule, randomLetter, randomLists, (rule, beside, root, lists) => {
      const host = hostOf(root, lists);
      const texts = [...values, rule.checked, beside.checked];
      const pass = new RuleSet([rule.checked], livingSchema, new Set(), texts).pass(host);
      for (const text of texts) {
        const plain = evaluateValue(text, scopeOf(text, livingSchema, host));
        const told = pass.valueOf(text);
        seen[plain instanceof Undetermined ? "unknown" : "known"]++;
        if (plain instanceof Undetermined) assert.ok(told instanceof Undetermined, rule.source);
        else assert.deepEqual(told, plain, rule.source);
        const isTrue = evaluate(text, scopeOf(text, livingSchema, host)).mask === IS_TRUE;
        assert.equal(pass.holds(text), isTrue, rule.source);
        if (isTrue) seen.holds++;
      }
    }),
    { numRuns: RUNS / 3 },
  );
  assert.ok(Math.min(seen.known, seen.unknown, seen.holds) > RUNS / 30, JSON.stringify(seen));
});

test("a text that the set was not made with is our mistake", () => {
  const [text] = values;
  assert.ok(text !== undefined);
  assert.throws(() => new RuleSet([], livingSchema).pass(hostOf(letter({}))).valueOf(text));
});

/** Two rules of chance, joined: one may wait for what the other cannot have. */
const pair = fc
  .tuple(randomRule, randomRule)
  .map(([a, b]) => checkedOf(`(${a.source}) and (${b.source})`))
  .filter((checked) => checked !== null);

test("a set that knows what may come later tells the same rules, and drops no hope that comes true", () => {
  const later = new Set(["later"]);
  const hidden = fc.subarray(["urgent", "size", "score", "sender", "words", "subject"]);
  let hopeless = 0;
  fc.assert(
    fc.property(pair, randomLetter, hidden, (checked, root, fields) => {
      const unknown = new Undetermined(["later"]);
      const values = [...root.values].map(([key, value]) => [key, fields.includes(key) ? unknown : value] as const);
      const before = hostOf(letter(Object.fromEntries<Value>(values)));
      const [plain, ...noMore] = new RuleSet([checked], livingSchema).run(before);
      const [told] = new RuleSet([checked], livingSchema, later).run(before);
      assert.deepEqual([told?.isMatch, noMore], [plain?.isMatch, []]);
      if (!plain?.reasons.includes("later") || told?.reasons.includes("later")) return;
      hopeless++;
      assert.notEqual(told?.reasons.length, 0);
      assert.ok(!new RuleSet([checked], livingSchema).run(hostOf(root)).some(({ isMatch }) => isMatch));
    }),
    { numRuns: RUNS },
  );
  assert.ok(hopeless > 0);
});
