/** Laws of lexer, parser, printer and checker on random rules and on random texts. `FUZZ_RUNS=1000000` makes a fuzzer of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { checkRule, compileRule } from "../../src/mql/check.ts";
import { tokenize } from "../../src/mql/lexer.ts";
import { parseRule } from "../../src/mql/parser.ts";
import { placeProblems, problemText } from "../../src/mql/placed-problem.ts";
import { printRule } from "../../src/mql/print.ts";
import { parseStringLiteral, toStringLiteral } from "../../src/mql/string-literal.ts";
import { texts, trees } from "./random-trees.ts";
import { conditions } from "./small-schema.ts";
import { nodesOf, withoutSpans } from "./tree.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 400);
const anyText = fc.oneof(texts, fc.string({ unit: "binary" }));

test("tokens tile any text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens } = tokenize(text);
      assert.equal(tokens.map((token) => token.text).join(""), text);
      assert.ok(tokens.every((token) => token.text !== "" && text.startsWith(token.text, token.start)));
    }),
    { numRuns },
  );
});

test("any text gives a tree or problems, with places in the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { problems, checked, expression } = compileRule(text, conditions);
      assert.equal(checked === null, problems.length > 0);
      assert.ok(problems.length <= limits.ruleProblemsMax);
      for (const { span, message } of problems) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, message);
        assert.ok(message !== "");
      }
      for (const node of nodesOf(expression)) {
        assert.ok(0 <= node.span.start && node.span.start <= node.span.end && node.span.end <= text.length, node.kind);
        if (node.kind === "error") assert.ok(problems.length > 0);
      }
      for (const problem of placeProblems(text, problems)) {
        assert.ok(problem.line >= 1 && problem.column >= 1 && problem.width >= 1);
        assert.equal(problemText("a", problem).split("\n").length, 4);
      }
    }),
    { numRuns },
  );
});

test("what a rule prints as reads as the same rule", () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const { expression, problems } = parseRule(printRule(tree));
      assert.deepEqual(problems, []);
      assert.deepEqual(withoutSpans(expression), withoutSpans(tree));
    }),
    { numRuns },
  );
});

test("what was read of any text without problems prints as what reads the same", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { expression, problems } = parseRule(text);
      if (problems.length > 0) return;
      assert.deepEqual(withoutSpans(parseRule(printRule(expression)).expression), withoutSpans(expression));
    }),
    { numRuns },
  );
});

test("the checker knows the type of each node of a right rule, and holds no two nodes for one", () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const { expression } = parseRule(printRule(tree));
      const nodes = nodesOf(expression);
      assert.equal(new Set(nodes).size, nodes.length);
      const { checked, problems } = checkRule(expression, { ...conditions, wanted: "value" });
      if (checked !== null) assert.ok(nodes.every((node) => checked.types.has(node)));
      else assert.ok(problems.length > 0);
    }),
    { numRuns },
  );
});

test("white space and comments between tokens change nothing but where dots are", () => {
  fc.assert(
    fc.property(trees, fc.constantFrom(" ", "\n", "\t// a comment\r\n"), (tree, between) => {
      const { tokens } = tokenize(printRule(tree));
      const spaced = tokens.map(({ text, kind }) => (kind === "space" ? between : text)).join("");
      assert.deepEqual(withoutSpans(parseRule(spaced).expression), withoutSpans(tree));
    }),
    { numRuns },
  );
});

test("any text stands in quotes and comes back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const literal = toStringLiteral(text);
      assert.deepEqual(parseStringLiteral(literal, 0), { value: text, problems: [] });
      assert.ok(!/[\p{Cc}\p{Cf}\p{Cs}]/u.test(literal.replaceAll("\0", "")));
    }),
    { numRuns },
  );
});
