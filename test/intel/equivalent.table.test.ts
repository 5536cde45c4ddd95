/** Patterns that say the same in other words, and those that do not; the recorded suite is in pattern.corpus.test.ts. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { equivalentPatterns } from "../../src/intel/pattern/equivalent.ts";
import { evaluatePattern } from "../../src/intel/pattern/evaluate.ts";
import { parsePattern } from "../../src/intel/pattern/parser.ts";
import type { ObservationExpression } from "../../src/intel/pattern/syntax.ts";

function parsed(text: string): ObservationExpression {
  const found = parsePattern(text);
  assert.ok(found.ok, text);
  return found.pattern;
}

describe("equivalent patterns", () => {
  // biome-ignore format: a table reads by column
  const rows: readonly (readonly [a: string, b: string, expected: boolean])[] = [
    ["[a:b IN ('x', 'y')]",                 "[a:b = 'y' OR a:b = 'x']",             true],
    ["[a:b NOT IN ('x', 'y')]",             "[a:b NOT IN ('y', 'x')]",              true],
    ["[a:b NOT IN ('x')]",                  "[a:b IN ('x')]",                       false],
    ["[a:b = '1']",                         "[a:b = 1]",                            false],
    ["[a:b LIKE '192.0.2.0/24']",           "[a:b = '192.0.2.0/24']",               false],
    ["[ipv6-addr:value = '2001:DB8::1']",   "[ipv6-addr:value = '2001:db8::1']",    true],
    ["[domain-name:value = 'A.example']",   "[domain-name:value = 'a.example']",    false],
    ["([a:b=1] OR [a:b=2]) WITHIN 5 SECONDS", "([a:b=2] OR [a:b=1]) WITHIN 5 SECONDS", true],
    ["[a:b=1] WITHIN 5 SECONDS",            "[a:b=1] WITHIN 6 SECONDS",             false],
    ["[a:'b.c' = 1]",                       "[a:b.c = 1]",                          false],
    ["[a:b[0] = 1]",                        "[a:b[*] = 1]",                         false],
  ];
  for (const [a, b, expected] of rows) {
    test(`${a} and ${b}: ${expected}`, () => {
      assert.equal(equivalentPatterns(parsed(a), parsed(b)), expected);
      assert.equal(equivalentPatterns(parsed(b), parsed(a)), expected);
    });
  }

  test("beyond patternTermsMax the answer is null, at once", () => {
    const all = Array.from({ length: 30 }, (_, at) => `([a:b=${at}] OR [a:c=${at}])`).join(" AND ");
    assert.equal(equivalentPatterns(parsed(all), parsed(all)), null);
    const wide = parsed(`[a:b IN (${Array.from({ length: limits.patternTermsMax + 1 }, (_, at) => at).join(", ")})]`);
    assert.ok(equivalentPatterns(wide, wide) !== false);
  });
});

test("equivalent patterns match the same observations", () => {
  const leaf = fc.constantFrom("[a:b=1]", "[a:b=2]", "[a:c=1]", "[a:b=1 AND a:c=1]", "[a:b=1 OR a:c=1]");
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc
        .tuple(tie("tree"), fc.constantFrom("AND", "OR", "FOLLOWEDBY"), tie("tree"))
        .map((parts) => `(${parts.join(" ")})`),
    ),
  }));
  const object = fc.record({ type: fc.constant("a"), b: fc.constantFrom(1, 2, 3), c: fc.constantFrom(1, 2) });
  const seen = fc.array(fc.tuple(object, fc.integer({ min: 0, max: 3 })), { maxLength: 4 });
  fc.assert(
    fc.property(tree, tree, seen, (a, b, objects) => {
      if (equivalentPatterns(parsed(a), parsed(b)) !== true) return;
      const observations = objects.map(([one, at]) => ({
        objects: new Map([["0", one]]),
        first: at,
        last: at,
        count: 1,
      }));
      const kinds = [a, b].map((text) => evaluatePattern(parsed(text), observations).kind);
      assert.equal(kinds[0], kinds[1]);
    }),
    { numRuns: 2_000 },
  );
});
