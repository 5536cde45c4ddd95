/** Rules that are made to hurt: no stack runs over, nothing takes more than linear time, and what stops the work is told. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { compileRule } from "../../src/mql/check.ts";
import { parseRule } from "../../src/mql/parser.ts";
import { conditions } from "./small-schema.ts";

const { ruleCharsMax, ruleTokensMax, ruleDepthMax, ruleProblemsMax } = limits;

function codesOf(text: string): readonly string[] {
  return [...new Set(compileRule(text, conditions).problems.map(({ code }) => code))];
}

describe("nothing overflows", () => {
  const many = 100_000;
  /** Often, but not so often that the rule is too long to be read at all. */
  const fill = (piece: string) => piece.repeat(Math.min(many, Math.floor((ruleCharsMax - 100) / piece.length)));
  // biome-ignore format: a table reads by column
  const texts: readonly (readonly [what: string, text: string])[] = [
    ["open parentheses", fill("(")],
    ["closed parentheses", fill(")")],
    ["pairs of parentheses", `${fill("(")}true${fill(")")}`],
    ["open brackets", fill("[")],
    ["calls in calls", fill("length(")],
    ["indexes in indexes", fill("words[")],
    ["not", fill("not ")],
    ["minus", fill("-")],
    ["members", `sender${fill(".name")}`],
    ["indexes in a row", `words${fill("[0]")}`],
    ["a long sum", `${fill("1 + ")}1`],
    ["a long chain", `${fill("1 < ")}2`],
    ["is null of is null", `subject${fill(" is null")}`],
    ["in of in", `subject${fill(' in ("a")')}`],
    ["a long or", `${fill("urgent or ")}urgent`],
    ["commas", fill(",")],
    ["quotes", fill('"')],
    ["escaped quotes that nobody closes", fill('\\"')],
    ["quotes on their own lines", `${fill("\"\n'\n")}'`],
    ["characters of no language", fill("☃")],
    ["dots", fill(".")],
    ["dots and names", fill("..a")],
    ["a name that nobody can read", fill("a")],
    ["names that nobody knows", `${fill("subjct or ")}urgent`],
    ["functions that nobody knows", `${fill("strings.icontain(a) or ")}urgent`],
    ["of of of", fill("1 of ")],
  ];
  for (const [what, text] of texts) {
    test(what, () => {
      const { tokens, problems } = compileRule(text, conditions);
      assert.equal(tokens.map((token) => token.text).join(""), text);
      assert.ok(problems.length <= ruleProblemsMax);
      assert.ok(problems.every(({ message, hint }) => message.length + hint.length < 1_000));
      if (!/^a long (?:or|chain)$/.test(what)) assert.ok(problems.length > 0);
    });
  }
});

describe("limits", () => {
  test("ruleDepthMax: brackets", () => {
    const nested = (n: number) => `${"(".repeat(n)}true${")".repeat(n)}`;
    assert.deepEqual(codesOf(nested(ruleDepthMax)), []);
    assert.deepEqual(codesOf(nested(ruleDepthMax + 1)), ["limit"]);
  });

  test("ruleDepthMax: height of the tree", () => {
    const sum = (n: number) => `${"1 + ".repeat(n)}1 > 0`;
    assert.deepEqual(codesOf(sum(ruleDepthMax - 2)), []);
    assert.deepEqual(codesOf(sum(ruleDepthMax - 1)), ["limit"]);
  });

  test("ruleCharsMax", () => {
    const rule = (n: number) => `true${" ".repeat(n - 4)}`;
    assert.deepEqual(codesOf(rule(ruleCharsMax)), []);
    const beyond = parseRule(rule(ruleCharsMax + 1));
    assert.ok(beyond.problems.some(({ code }) => code === "limit"));
    assert.deepEqual(
      beyond.tokens.map(({ kind }) => kind),
      ["unread"],
    );
  });

  test("ruleTokensMax", () => {
    const rule = (n: number) => `${"1 < ".repeat((n - 1) / 4)}2`;
    assert.deepEqual(codesOf(rule(ruleTokensMax - 3)), []);
    assert.ok(codesOf(rule(ruleTokensMax + 1)).includes("limit"));
  });

  test("ruleProblemsMax", () => {
    const rule = (n: number) => `urgent in (${'"a", '.repeat(n)})`;
    assert.equal(compileRule(rule(ruleProblemsMax - 1), conditions).problems.length, ruleProblemsMax - 1);
    const { problems } = compileRule(rule(ruleProblemsMax + 1), conditions);
    assert.equal(problems.length, ruleProblemsMax);
    assert.equal(problems.at(-1)?.code, "limit");
  });
});
