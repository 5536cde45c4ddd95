/**
 * Broken rules with the text that their author reads, beside them. Write anew with `--test-update-snapshots`, and read the diff: each text
 * says what is wrong, where, and what to do.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { compileRule } from "../../src/mql/check.ts";
import { placeProblems, problemText } from "../../src/mql/placed-problem.ts";
import { conditions } from "./small-schema.ts";

const folder = new URL("errors/", import.meta.url);
const rules = readdirSync(folder).filter((name) => name.endsWith(".mql"));

test("there are broken rules", () => assert.ok(rules.length >= 60));

for (const rule of rules) {
  test(rule, (t) => {
    const text = readFileSync(new URL(rule, folder), "utf8");
    const { problems, checked } = compileRule(text, conditions);
    assert.equal(checked, null);
    const shown = placeProblems(text, problems).map((problem) => problemText(rule, problem));
    const file = new URL(rule.replace(".mql", ".txt"), folder).pathname;
    t.assert.fileSnapshot(shown.join(""), file, { serializers: [(value) => value as string] });
  });
}
