/** Rule files that are made to hurt the reader of YAML: aliases, depth, length; each is told, and none costs more than its length. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { parseRuleFile } from "../../src/rules/parse-rule-file.ts";

const { ruleFileBytesMax, ruleFileDepthMax, ruleProblemsMax } = limits;
const RULE = "name: a\ntype: rule\nsource: true\n";

function codesOf(text: string): readonly string[] {
  return [...new Set(parseRuleFile(text, "a.yml").problems.map(({ code }) => code))];
}

describe("limits", () => {
  test("ruleFileBytesMax", () => {
    const file = (n: number) => `${RULE}#${" ".repeat(n - RULE.length - 1)}`;
    assert.deepEqual(codesOf(file(ruleFileBytesMax)), []);
    assert.deepEqual(codesOf(file(ruleFileBytesMax + 1)), ["limit"]);
  });

  test("ruleFileDepthMax: brackets", () => {
    const file = (n: number) => `${RULE}other: ${"[".repeat(n)}${"]".repeat(n)}\n`;
    assert.deepEqual(codesOf(file(ruleFileDepthMax)), []);
    assert.deepEqual(codesOf(file(ruleFileDepthMax + 1)), ["limit"]);
  });

  test("ruleFileDepthMax: lists on one line", () => {
    const file = (n: number) => `${RULE}other:\n  ${"- ".repeat(n)}x\n`;
    assert.deepEqual(codesOf(file(ruleFileDepthMax)), []);
    assert.deepEqual(codesOf(file(ruleFileDepthMax + 1)), ["limit"]);
  });

  test("brackets in texts are no depth", () => {
    assert.deepEqual(codesOf(`name: "${"[".repeat(1_000)}"\ntype: rule\nsource: |\n  ${"(".repeat(100)}\n`), []);
  });
});

describe("aliases and tags", () => {
  test("a bomb of aliases is not unfolded", () => {
    const levels = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(9)}]`);
    const { rule, problems } = parseRuleFile(`${RULE}l0: &l0 x\n${levels.join("\n")}\ntags: *l30\n`, "a.yml");
    assert.equal(rule?.name, "a");
    assert.ok(problems.length > 0 && problems.length <= ruleProblemsMax);
    assert.ok(problems.every(({ message }) => message === "aliases are not read" || message.includes("tags")));
  });

  test("an alias to the source is refused", () => {
    assert.deepEqual(codesOf("name: &n a\ntype: rule\nsource: *n\n"), ["key", "yaml"]);
  });

  test("a tag of no schema is told", () => {
    assert.ok(codesOf("name: !js/function a\ntype: rule\nsource: true\n").includes("yaml"));
  });
});

describe("cost", () => {
  const many = 20_000;
  // biome-ignore format: a table reads by column
  const texts: readonly (readonly [what: string, text: string])[] = [
    ["keys", Array.from({ length: many }, (_, n) => `k${n}: 1`).join("\n")],
    ["the same key", "tags: 1\n".repeat(many)],
    ["documents", "---\n".repeat(many)],
    ["open brackets", "[".repeat(many)],
    ["open braces", "{a: ".repeat(many)],
    ["questions", "? ".repeat(many)],
    ["quotes", "'\n".repeat(many)],
    ["tabs and percent signs", "\t: %\n".repeat(many)],
    ["anchors", "&a ".repeat(many)],
    ["deeper lines", Array.from({ length: 1_000 }, (_, n) => `${" ".repeat(n)}a:`).join("\n")],
  ];
  for (const [what, text] of texts) {
    test(what, () => {
      const { rule, problems } = parseRuleFile(text, "a.yml");
      assert.equal(rule, null);
      assert.ok(problems.length > 0 && problems.length <= ruleProblemsMax);
    });
  }
});
