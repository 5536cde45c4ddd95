/** Rules that were packed, kept as JSON and unpacked say what they said before. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Checked } from "../../src/mql/checked.ts";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { type PackedTrees, packTrees, unpackTrees } from "../../src/mql/packed-trees.ts";
import { printRule } from "../../src/mql/print.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import { checkedOf, randomLetter, randomLists, randomRule } from "./random-rules.ts";
import { hostOf, livingSchema } from "./small-host.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 500);

function kept(trees: PackedTrees): PackedTrees {
  return JSON.parse(JSON.stringify(trees)) as PackedTrees;
}

test("packed, kept and unpacked: the same text, the same types, the same answers, plain and compiled", () => {
  let answered = 0;
  fc.assert(
    fc.property(
      fc.array(randomRule, { minLength: 1, maxLength: 5 }),
      randomLetter,
      randomLists,
      (rules, root, lists) => {
        const checked = rules.map((rule) => rule.checked);
        const unpacked = unpackTrees(kept(packTrees(checked, livingSchema)));
        assert.equal(unpacked?.length, checked.length);
        const host = hostOf(root, lists);
        for (const [index, before] of checked.entries()) {
          const after: Checked | undefined = unpacked?.[index];
          assert.ok(after !== undefined);
          assert.equal(printRule(after.expression), printRule(before.expression));
          assert.deepEqual(after.type, before.type);
          const said = evaluate(after, scopeOf(after, livingSchema, host));
          assert.deepEqual(said, evaluate(before, scopeOf(before, livingSchema, host)), rules[index]?.source ?? "");
        }
        const before = new RuleSet(checked, livingSchema).run(host);
        assert.deepEqual(new RuleSet(unpacked ?? [], livingSchema).run(host), before);
        answered += before.length;
      },
    ),
    { numRuns: RUNS },
  );
  assert.ok(answered > RUNS / 2);
});

const forms: readonly string[] = [
  'text.lines(subject, 2)[0] == "a" and letter.weight(unit="kg") < 1',
  'length(words[1:]) == 1 or length(words[:2]) == 2 or any(words[1:2], . == "a")',
  'subject in~ ("A", "b") and size not in (1, 2) and "x" not in $own_domains',
  "2 of (urgent, not urgent, size is not null, any(words, any(links, .url == ..)))",
  "1 < size <= 3 and score > -2.5 and size % 2 == 1",
];
for (const source of forms) {
  test(`comes back as it was: ${source}`, () => {
    const checked = checkedOf(source);
    if (checked === null) return assert.fail(source);
    const [after] = unpackTrees(kept(packTrees([checked], livingSchema))) ?? [];
    assert.equal(after === undefined ? "" : printRule(after.expression), printRule(checked.expression));
  });
}

test("data of another form is no rules", () => {
  const checked = checkedOf('subject == "a"');
  assert.ok(checked !== null);
  const { types, nodes, roots } = packTrees([checked], livingSchema);
  assert.equal(unpackTrees({ types, nodes, roots: [99] }), null);
  assert.equal(unpackTrees({ types: [], nodes, roots }), null);
  assert.equal(unpackTrees({ types, nodes: nodes.toReversed(), roots }), null);
});
