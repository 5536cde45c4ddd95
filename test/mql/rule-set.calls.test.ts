/** What rules have in common is asked once a message: functions of the host, their failures, and prepared arguments (mql.md, section 13). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { compileRule } from "../../src/mql/check.ts";
import type { Checked } from "../../src/mql/checked.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { RuleSet } from "../../src/mql/rule-set.ts";
import type { HostFunction, Schema } from "../../src/mql/types.ts";
import { hostOf, letter, livingSchema } from "./small-host.ts";

/** The schema with one function answered anew. */
function withFunction(name: string, answer: Partial<HostFunction>): Schema {
  const called = livingSchema.functions.get(name);
  assert.ok(called !== undefined);
  return { ...livingSchema, functions: new Map([...livingSchema.functions, [name, { ...called, ...answer }]]) };
}

function rulesOf(schema: Schema, ...sources: readonly string[]): readonly Checked[] {
  return sources.map((source) => {
    const { checked } = compileRule(source, { schema, problemOf: patternError, wanted: "condition" });
    assert.ok(checked !== null, source);
    return checked;
  });
}

const host = hostOf(letter({ words: ["a b", "c", "a b"], subject: "a b" }));

test("a function with the same arguments is asked once, from wherever it is called", () => {
  const asked: unknown[] = [];
  const schema = withFunction("text.lines", {
    call: (_, args) => {
      asked.push(args);
      return ["x"];
    },
  });
  const set = new RuleSet(
    rulesOf(
      schema,
      "any(words, length(text.lines(.)) == 1)",
      "length(text.lines(subject)) == 1",
      "all(words, any(words, length(text.lines(..)) == 1))",
    ),
    schema,
  );
  assert.deepEqual(
    set.run(host).map(({ isMatch }) => isMatch),
    [true, true, true],
  );
  assert.deepEqual(asked, [["a b"], ["c"]]);
  set.run(host);
  assert.equal(asked.length, 4, "another pass asks again");
});

test("a failure is remembered, and is undetermined with the function's name", () => {
  let asked = 0;
  const schema = withFunction("text.lines", {
    call: () => {
      asked++;
      throw new Error("cannot");
    },
  });
  const set = new RuleSet(rulesOf(schema, 'any(text.lines("a"), true)', 'length(text.lines("a")) > 0'), schema);
  assert.deepEqual(
    set.run(host).map(({ reasons }) => reasons),
    [["error:text.lines"], ["error:text.lines"]],
  );
  assert.equal(asked, 1);
});

test("many literals beside one argument are prepared once, for all messages", () => {
  let prepared = 0;
  const schema = withFunction("text.one_of", {
    prepare: (rest) => {
      prepared++;
      const known = new Set(rest);
      return (_, first) => known.has(first);
    },
  });
  const literals = Array.from({ length: 20 }, (_, n) => `"w${n}"`).join(", ");
  const set = new RuleSet(rulesOf(schema, `any(words, text.one_of(., ${literals}, "c"))`), schema);
  assert.equal(set.run(host)[0]?.isMatch, true);
  assert.equal(set.run(hostOf(letter({ words: ["w3"] })))[0]?.isMatch, true);
  assert.deepEqual(set.run(hostOf(letter({ words: ["v"] }))), []);
  assert.equal(prepared, 1);
});
