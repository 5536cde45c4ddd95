/** Rule files as people write them, and what is said of broken ones (mql.md, section 1). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseRule } from "../../src/mql/parser.ts";
import { loadRules } from "../../src/rules/load-rules.ts";
import { parseRuleFile } from "../../src/rules/parse-rule-file.ts";
import { conditions } from "../mql/small-schema.ts";

const FULL = `# a comment
name: "Letter: to many"
description: |
  Two lines,
  with a colon: here.
type: "rule"
severity: high
source: |
  urgent
  // a comment

  and length(readers) > 20
attack_types:
  - "One"
  - Two
tags: ["a", b, 3]
tactics_and_techniques: Evasion
false_positives:
references: [https://example.org/a]
authors:
  - twitter: somebody
techniques: [T1566.002]
why: Few letters are.
id: "0f0e"
service_key: { anything: [1, 2] }
`;

describe("what is read", () => {
  for (const [what, text] of [
    ["LF", FULL],
    ["CRLF", FULL.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${FULL}`],
  ] as const) {
    test(what, () => {
      const { rule, problems } = parseRuleFile(text, "a/b.yml");
      assert.deepEqual(problems, []);
      assert.partialDeepStrictEqual(rule, {
        id: "0f0e",
        name: "Letter: to many",
        kind: "rule",
        severity: "high",
        description: "Two lines,\nwith a colon: here.\n",
        source: "urgent\n// a comment\n\nand length(readers) > 20\n",
        techniques: ["T1566.002"],
        tags: ["a", "b", "3"],
        attackTypes: ["One", "Two"],
        tacticsAndTechniques: ["Evasion"],
        detectionMethods: [],
        falsePositives: [],
        references: ["https://example.org/a"],
        authors: ["somebody"],
        why: "Few letters are.",
        path: "a/b.yml",
      });
    });
  }

  // biome-ignore format: a table reads by column
  const sources: readonly (readonly [yaml: string, source: string])[] = [
    ["true",                            "true"],
    ["True",                            "true"],
    ["urgent and size > 3",             "urgent and size > 3"],
    ["|-\n  urgent",                    "urgent"],
    ["| \n    urgent\n      and size",  "urgent\n  and size\n"],
    [">\n  urgent\n  and size",         "urgent and size\n"],
    [`'subject == "it''s"'`,            `subject == "it's"`],
    [`"subject == \\"a\\"\\n and urgent"`, `subject == "a"\n and urgent`],
    ["urgent\n  and size > 3",          "urgent and size > 3"],
  ];
  for (const [yaml, source] of sources) {
    test(`source: ${JSON.stringify(yaml)}`, () => {
      const { rule, problems } = parseRuleFile(`name: a\ntype: rule\nsource: ${yaml}\n`, "a.yml");
      assert.deepEqual(problems, []);
      assert.equal(rule?.source, source);
    });
  }

  test("a rule without an id is known by kind and name", () => {
    const { rule } = parseRuleFile("name: Links\ntype: query\nsource: links\n", "a.yml");
    assert.equal(rule?.id, "query/Links");
  });
});

describe("what is told of broken files", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, text: string, problems: readonly string[]])[] = [
    ["nothing", "", ["1:1 this is no rule file"]],
    ["a text", "hello\n", ["1:1 this is no rule file"]],
    ["nothing of ours", "on: push\n", ["1:1 the key `name` is missing", "1:1 the key `type` is missing", "1:1 the key `source` is missing"]],
    ["a type and a severity of no kind", "name: a\ntype: rul\nseverity: hihg\nsource: true\n", ["2:7 `rul` is no type", "3:11 `hihg` is no severity"]],
    ["an empty source", "name: a\ntype: rule\nsource: |\n\n", ["3:1 `source` is empty"]],
    ["a source that is a list", "name: a\ntype: rule\nsource: [a]\n", ["3:1 `source` must be a text"]],
    ["a misspelt key", "name: a\ntype: rule\nsource: true\nsevrity: high\n", ["4:1 `sevrity` is no key of a rule"]],
    ["a key twice", "name: a\ntype: rule\nsource: true\nname: b\n", ["4:1 `name` stands here a second time"]],
    ["a list of maps", "name: a\ntype: rule\nsource: true\ntags:\n  - a: b\n", ["4:1 `tags` must be a list of texts"]],
    ["a quote that is open", "type: rule\nsource: true\nname: \"a\n", ["4:1 Missing closing \"quote"]],
    ["two documents", "name: a\ntype: rule\nsource: true\n---\nname: b\n", ["4:1 a second document begins here"]],
  ];
  for (const [what, text, expected] of cases) {
    test(what, () => {
      const { problems } = parseRuleFile(text, "a.yml");
      assert.deepEqual(
        problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
        expected,
      );
    });
  }
});

describe("places of problems of the rule's text are those of the file", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, text: string, places: readonly string[]])[] = [
    ["a block", "name: a\nsource: |\n  urgent\n    and sizes > 3\n\n  and urgnt\n", ["4:9 sizes", "6:7 urgnt"]],
    ["a block with CRLF", "source: |\r\n  urgent\r\n\r\n  and sizes > 3\r\n", ["4:7 sizes"]],
    ["a block with spaces behind lines", "source: |   \n  urgent   \n  and sizes  \n", ["3:7 sizes"]],
    ["a block with a comment", "source: |- # sizes\n  // sizes\n  sizes > 3\n", ["3:3 sizes"]],
    ["a folded block", "source: >\n  urgent\n  and sizes > 3\n", ["3:7 sizes"]],
    ["plain", "source: urgent and sizes > 3\n", ["1:20 sizes"]],
    ["plain over lines", "source: urgent\n  and   sizes > 3\n", ["2:9 sizes"]],
    ["single quotes", "source: 'subject == \"it''s\" and sizes > 3'\n", ["1:33 sizes"]],
    ["double quotes", "source: \"subject == \\\"a\\\" and\\n sizes \\x3e 3 and \\\n   urgnt\"\n", ["1:33 sizes", "2:4 urgnt"]],
    ["behind an emoji", "source: |\n  subject == \"📧\" and sizes > 3\n", ["2:22 sizes"]],
  ];
  for (const [what, text, expected] of cases) {
    test(what, () => {
      const file = `${text}type: rule\n`;
      const { placeInFile } = parseRuleFile(file, "a.yml");
      const { broken } = loadRules(
        [{ path: "a.yml", text: `${text}type: rule\n${text.includes("name:") ? "" : "name: a\n"}` }],
        conditions,
      );
      const problems = broken.flatMap((one) => one.problems);
      assert.deepEqual(
        problems.map(
          ({ line, column, width, lineText }) =>
            `${line}:${column} ${[...lineText].slice(column - 1, column - 1 + width).join("")}`,
        ),
        expected,
      );
      assert.deepEqual(placeInFile(parseRule("true").problems), []);
    });
  }
});

describe("many files", () => {
  const file = (path: string, body: string) => ({ path, text: `name: ${path}\n${body}` });

  test("broken ones change nothing for the others", () => {
    const { ready, broken, notApplicable } = loadRules(
      [
        file("a.yml", "type: rule\nsource: urgent\n"),
        file("b.yml", "type: rule\nsource: urgnt and (\n"),
        file("c.yml", "type: query\nsource: links\n"),
        file("d.yml", "type: triage_rule\nsource: triage.seen and true\n"),
        file("e.yml", "type: triage_rule\nsource: triage.seen and\n"),
        file("f.yml", "type: rule\nsource: links\n"),
        { path: "g.yml", text: "\u0000" },
      ],
      conditions,
    );
    assert.deepEqual(
      ready.map(({ rule }) => rule.path),
      ["a.yml", "c.yml"],
    );
    assert.deepEqual(
      notApplicable.map(({ path }) => path),
      ["d.yml"],
    );
    assert.deepEqual(
      broken.map(({ path, problems }) => [path, ...problems.map(({ code }) => code)]),
      [
        ["b.yml", "unknown-field", "syntax"],
        ["e.yml", "syntax"],
        ["f.yml", "type"],
        ["g.yml", "yaml"],
      ],
    );
  });

  test("an id that two files give is told of the second", () => {
    const { ready, broken } = loadRules(
      [file("a.yml", "id: x\ntype: rule\nsource: true\n"), file("b.yml", "id: x\ntype: rule\nsource: true\n")],
      conditions,
    );
    assert.deepEqual(
      ready.map(({ rule }) => rule.path),
      ["a.yml"],
    );
    assert.match(broken[0]?.problems[0]?.message ?? "", /`x` is also the id of a\.yml/);
  });

  test("without a world only the form is checked", () => {
    const { unchecked, broken } = loadRules(
      [file("a.yml", "type: rule\nsource: nobody.knows\n"), file("b.yml", "type: rule\nsource: nobody knows\n")],
      null,
    );
    assert.deepEqual(
      unchecked.map(({ path }) => path),
      ["a.yml"],
    );
    assert.deepEqual(
      broken.map(({ path }) => path),
      ["b.yml"],
    );
  });
});
