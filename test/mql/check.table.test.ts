/** What the checker makes of right rules: the type of the whole, by section of mql.md. Broken ones are in `errors/`. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compileRule } from "../../src/mql/check.ts";
import { aliases, builtinOf, builtins } from "../../src/mql/signatures.ts";
import { typeName } from "../../src/mql/type-rules.ts";
import { conditions } from "./small-schema.ts";

const values = { ...conditions, wanted: "value" } as const;

function typeOf(text: string): string {
  const { checked, problems } = compileRule(text, values);
  assert.deepEqual(problems, []);
  return checked === null ? "" : typeName(checked.type);
}

describe("types of values", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, type: string])[] = [
    ["null", "null"],
    ["[]", "[null]"],
    ["[1, 2.5, null]", "[float]"],
    ["[subject, null]", "[string]"],
    ["[[1], []]", "[[int]]"],
    ["sender.address", "Address"],
    ["readers[0].name", "string"],
    ["words[1:]", "[string]"],
    ["subject[0:2]", "string"],
    [`marks["a"]`, "string"],
    [`groups["a"][0]`, "string"],
    [`extra["a"][0]["b"]`, "json"],
    ["$own_domains", "[string]"],
    ["$vips[0].address.email", "string"],
    ["5 / 2", "int"],
    ["5 / 2.0", "float"],
    ["size * score", "float"],
    ["size % 2", "int"],
    ["-size", "int"],
    ["size + null", "int"],
    ["1 < size < 2.5", "bool"],
    ["subject == null", "bool"],
    [`extra["a"] == 3`, "bool"],
    [`extra["a"] > 3`, "bool"],
    ["urgent == true", "bool"],
    ["sent < sent", "bool"],
    ["digest == digest", "bool"],
    [`subject in (null, "a")`, "bool"],
    [`"a" in words`, "bool"],
    ["size in (1, 2.5)", "bool"],
    [`"a" in extra["a"]`, "bool"],
    ["sender is null", "bool"],
    ["marks is null", "bool"],
    ["1 of (urgent, null)", "bool"],
    ["not null", "bool"],
  ];
  for (const [text, type] of cases) test(`${text}: ${type}`, () => assert.equal(typeOf(text), type));
});

describe("lambdas and scopes (section 5)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, type: string])[] = [
    ["any(links, .visits > 3)", "bool"],
    ["any(links, any(.parts, . == ..url and subject == ..text))", "bool"],
    ["any(readers, any(links, any(.parts, . == ...name)))", "bool"],
    ["filter(links, .visits > 3)", "[Link]"],
    ["filter(extra, . == 1)", "[json]"],
    ["map(links, .visits * 1.5)", "[float]"],
    ["map(links, .parts)", "[[string]]"],
    ["map(filter(links, .visits > 1), .url)", "[string]"],
    ["distinct(links, .url)", "[Link]"],
    ["distinct(words)", "[string]"],
    ["ratio(links, .visits > 3)", "float"],
    ["sum(map(links, .visits))", "int"],
    ["sum(links, .visits)", "int"],
    ["sum([1, 2.5])", "float"],
    ["any($vips, .name == subject)", "bool"],
    ["any([subject, sender.name], strings.icontains(., 'a'))", "bool"],
    ["any(keys(marks), . == 'a')", "bool"],
    ["flatten(values(groups))", "[string]"],
    ["values(marks)", "[string]"],
  ];
  for (const [text, type] of cases) test(`${text}: ${type}`, () => assert.equal(typeOf(text), type));
});

describe("functions (section 9)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, type: string])[] = [
    ["length(subject)", "int"],
    ["length(links) + length(marks) + length(extra)", "int"],
    ["coalesce(subject, null, 'a')", "string"],
    ["coalesce(urgent, false)", "bool"],
    ["min(1, 2.5)", "float"],
    ["max([1, 2])", "int"],
    ["strings.contains(subject, 'a', 'b', 'c')", "bool"],
    [`strings.contains(extra["a"], 'a')`, "bool"],
    ["ilike(subject, '*a*')", "bool"],
    ["strings.concat(subject, 'a')", "string"],
    ["strings.levenshtein(subject, 'a')", "int"],
    ["regex.extract(subject, '(a)')[0].groups", "[string]"],
    ["map(regex.iextract(subject, 'a'), .named_groups['b'])", "[string]"],
    ["strings.parse_json(subject)['a']", "json"],
    ["beta.scan_base64(subject, ignore_padding=true, encodings=['ascii'])", "[string]"],
    ["strings.decode_base64(subject, format='url')", "string"],
    ["hash.sha256(subject)", "string"],
    ["letter.weight(unit='kg')", "float"],
    ["link.open(links[0]).subject", "string"],
    ["link.open('a', mode='b').sender.name", "string"],
    ["text.lines(subject)[0]", "string"],
  ];
  for (const [text, type] of cases) test(`${text}: ${type}`, () => assert.equal(typeOf(text), type));

  test("every alias has its function, and every function one meaning", () => {
    for (const [alias, name] of aliases) assert.equal(builtinOf(alias), builtins.get(name));
    for (const { name, meaning } of builtins.values()) assert.ok(meaning.endsWith("."), name);
  });

  test("a host cannot change what a function of the language means", () => {
    const stolen = { ...conditions.schema, functions: new Map([["length", hostLength]]) };
    const { checked } = compileRule("length(subject)", { ...values, schema: stolen });
    assert.deepEqual(checked?.type, { kind: "int" });
  });
});

const hostLength = {
  ...{ name: "length", positional: [], variadic: false, keywords: new Map(), meaning: "" },
  ...{ result: { kind: "string" } as const, call: () => null },
};

test("a pattern that the engine refuses is told with its reason, one that is no literal is not asked about", () => {
  const asked: string[] = [];
  const problemOf = (pattern: string) => {
    asked.push(pattern);
    return pattern === "b" ? "no b" : null;
  };
  const text = `regex.contains(subject, 'a', "b", sender.name) and strings.contains(subject, 'c')`;
  const { problems } = compileRule(text, { ...conditions, problemOf });
  assert.deepEqual(asked, ["a", "b"]);
  assert.deepEqual(
    problems.map(({ code, message }) => [code, message]),
    [["bad-regex", "this is no regular expression: no b"]],
  );
});
