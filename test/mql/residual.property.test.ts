/** Residuals: what is left of a rule says later, with the rest known, what the whole rule says then. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compileRule } from "../../src/mql/check.ts";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { Fuel } from "../../src/mql/fuel.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { printRule } from "../../src/mql/print.ts";
import { type Residual, residualOf } from "../../src/mql/residual.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import { IS_TRUE, Undetermined, type Value } from "../../src/mql/value.ts";
import { checkedOf, randomLetter, randomLists, randomRule } from "./random-rules.ts";
import { hostOf, type Lists, letter, lists, livingSchema, SmallObject } from "./small-host.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 1500);
const LATER = new Set(["later"]);
const unknown = new Undetermined(["later"]);

/** Fields of the letter, and lists, that are not known when it is read. */
const hidden = fc.record({
  fields: fc.subarray(["urgent", "size", "score", "sender", "words", "subject"]),
  lists: fc.subarray(["own_domains", "vips"]),
});

type Hidden = { readonly fields: readonly string[]; readonly lists: readonly string[] };

function hiding(root: SmallObject, known: Lists, { fields, lists: names }: Hidden) {
  const values = [...root.values].map(([name, value]) => [name, fields.includes(name) ? unknown : value] as const);
  return hostOf(letter(Object.fromEntries<Value>(values)), {
    own_domains: names.includes("own_domains") ? unknown : known.own_domains,
    vips: names.includes("vips") ? unknown : known.vips,
  });
}

test("the residual, evaluated later, agrees with the rule on everything known", () => {
  const seen = { known: 0, open: 0, large: 0 };
  fc.assert(
    fc.property(randomRule, randomLetter, randomLists, hidden, ({ checked, source }, root, known, split) => {
      const before = scopeOf(checked, livingSchema, hiding(root, known, split), { fuel: new Fuel(1e9) });
      const left = residualOf(checked, before, LATER);
      const full = evaluate(checked, scopeOf(checked, livingSchema, hostOf(root, known), { fuel: new Fuel(1e9) }));
      if (left.kind === "known") {
        if (left.truth.reasons.includes("limit:residual")) {
          seen.large++;
          return;
        }
        seen.known++;
        assert.equal(left.truth.mask, full.mask, source);
        return;
      }
      seen.open++;
      const text = printRule(left.expression);
      const again = compileRule(text, { schema: livingSchema, problemOf: patternError, wanted: "condition" });
      assert.deepEqual(again.problems, [], `${source}\n${text}`);
      assert.ok(again.checked !== null);
      // What the message said is not there any more.
      const kept = new Map([...root.values].filter(([name]) => split.fields.includes(name)));
      const later = hostOf(letter(Object.fromEntries(kept)), known);
      const then = evaluate(again.checked, scopeOf(again.checked, livingSchema, later, { fuel: new Fuel(1e9) }));
      assert.equal(then.mask, full.mask, `${source}\n${text}`);
    }),
    { numRuns: RUNS, includeErrorInReport: true },
  );
  assert.ok(seen.open > RUNS / 10 && seen.known > RUNS / 10 && seen.large < RUNS / 5, JSON.stringify(seen));
});

test("made of the answers of a pass, a residual is what the plain evaluator makes", () => {
  let open = 0;
  fc.assert(
    fc.property(randomRule, randomRule, randomLetter, randomLists, hidden, (one, other, root, known, split) => {
      const host = hiding(root, known, split);
      const pass = new RuleSet([one.checked, other.checked], livingSchema, LATER).pass(host);
      for (const { checked, source } of [one, other]) {
        const plain = residualOf(checked, scopeOf(checked, livingSchema, host, { fuel: new Fuel(1e9) }), LATER);
        pass.begin();
        const scope = scopeOf(checked, livingSchema, host, { fuel: new Fuel(1e9) });
        const answered = residualOf(checked, scope, LATER, pass.answerOf);
        assert.deepEqual(textOf(answered), textOf(plain), source);
        if (plain.kind === "open") open += 1;
      }
    }),
    { numRuns: RUNS, includeErrorInReport: true },
  );
  assert.ok(open > RUNS / 10, String(open));
});

function textOf(left: Residual): unknown {
  return left.kind === "open" ? printRule(left.expression) : left.truth;
}

describe("residuals, as text", () => {
  const root = letter({
    subject: "Hello",
    urgent: unknown,
    size: 3,
    sender: new SmallObject("Person", { name: "Ada" }),
    words: ["one", "two"],
    links: [new SmallObject("Link", { url: "a", visits: 1 }), new SmallObject("Link", { url: "b", visits: 2 })],
    score: new Undetermined(["nlu"]),
  });
  const host = hostOf(root, { ...lists, own_domains: unknown });
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [rule: string, left: string])[] = [
    ['urgent and subject == "x"', "false"],
    ['urgent and subject == "Hello"', "urgent"],
    ['not (urgent or size < 2)', "not urgent"],
    ["any(links, .visits == 2 and urgent)", "urgent"],
    ['any(links, .url in $own_domains)', '"a" in $own_domains or "b" in $own_domains'],
    ["any($own_domains, strings.icontains(subject, .))", 'any($own_domains, strings.icontains("Hello", .))'],
    ["all(links, any($own_domains, . == ..url))", 'any($own_domains, . == "a") and any($own_domains, . == "b")'],
    ["urgent and score > 1", 'urgent and undetermined("true false null", "nlu")'],
    ["score > 1", "nlu"],
    ["2 of (urgent, size == 3, sender.name is null)", "2 of (urgent, true, false)"],
    ["length(words) == 2 and urgent", "urgent"],
    ["any(filter(links, urgent), .visits == 1)", "limit:residual"],
    ["length(filter(words, urgent)) > 0", 'length(filter(["one", "two"], urgent)) > 0'],
  ];
  for (const [rule, expected] of cases) {
    test(`${rule} → ${expected}`, () => {
      const checked = checkedOf(rule);
      assert.ok(checked !== null);
      const left = residualOf(checked, scopeOf(checked, livingSchema, host), LATER);
      const text =
        left.kind === "open"
          ? printRule(left.expression)
          : left.truth.reasons.join() || (left.truth.mask === IS_TRUE ? "true" : "false");
      assert.equal(text, expected);
    });
  }

  test("mqlResidualCharsMax: a text that is too long to keep", () => {
    const checked = checkedOf("any($own_domains, strings.icontains(subject, .))");
    assert.ok(checked !== null);
    const long = hostOf(letter({ subject: "x".repeat(20_000) }), { own_domains: unknown });
    const left = residualOf(checked, scopeOf(checked, livingSchema, long), LATER);
    assert.deepEqual(left.kind === "known" ? left.truth.reasons : [], ["limit:residual"]);
  });
});
