/** Compiled rules against the plain evaluator: the same verdict of each rule, on random rules and letters. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import { IS_TRUE } from "../../src/mql/value.ts";
import { randomLetter, randomLists, randomRule } from "./random-rules.ts";
import { hostOf, livingSchema } from "./small-host.ts";

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
