/** How rules are read: each with its tree in a short form, by section of mql.md. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseRule } from "../../src/mql/parser.ts";
import type { Expression } from "../../src/mql/syntax.ts";

/** `(and a b)`: the kind before its parts. */
function short(node: Expression): string {
  const all = (nodes: readonly Expression[]) => nodes.map(short).join(" ");
  switch (node.kind) {
    case "string":
      return JSON.stringify(node.value);
    case "int":
    case "bool":
      return String(node.value);
    case "float":
      return `${node.value}f`;
    case "null":
    case "error":
      return node.kind;
    case "name":
      return node.name;
    case "scope":
      return ".".repeat(node.depth);
    case "list":
      return `$${node.name}`;
    case "array":
      return `[${all(node.items)}]`;
    case "tuple":
      return `<${all(node.items)}>`;
    case "member":
      return `(. ${short(node.of)} ${node.name})`;
    case "index":
      return `(at ${short(node.of)} ${short(node.index)})`;
    case "slice":
      return `(slice ${[node.of, node.start, node.end].map((one) => (one === null ? "_" : short(one))).join(" ")})`;
    case "call":
      return `(${[node.name, ...node.args.map(short), ...node.keywords.map(({ name, value }) => `${name}=${short(value)}`)].join(" ")})`;
    case "negative":
      return `(- ${short(node.of)})`;
    case "not":
      return `(not ${short(node.of)})`;
    case "and":
    case "or":
      return `(${node.kind} ${all(node.items)})`;
    case "arithmetic":
      return `(${node.operator} ${short(node.left)} ${short(node.right)})`;
    case "compare":
      return `(${node.operators.join(" ")} ${all(node.operands)})`;
    case "in":
      return `(${node.not ? "not-" : ""}in${node.folded ? "~" : ""} ${short(node.value)} ${short(node.among)})`;
    case "is-null":
      return `(${node.not ? "not-" : ""}null ${short(node.value)})`;
    case "of":
      return `(of ${short(node.count)} ${all(node.items)})`;
  }
}

function check(text: string, tree: string): void {
  const { expression, problems } = parseRule(text);
  assert.deepEqual(problems, []);
  assert.equal(short(expression), tree);
}

describe("lexical structure (section 2)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, tree: string])[] = [
    [`"a\\r\\n\\t\\'\\"\\\\b"`, `"a\\r\\n\\t'\\"\\\\b"`],
    [`"\\u{41}\\u{1F4E7}\\u{0000e9}"`, `"A📧é"`],
    [`'\\'`, `"\\\\"`],
    [`'it''s \\d'`, `"it's \\\\d"`],
    [`''''`, `"'"`],
    [`''`, `""`],
    [`"two\nlines"`, `"two\\nlines"`],
    [`"// no comment"`, `"// no comment"`],
    [`a // "comment"\n and b`, "(and a b)"],
    [`a //\r\nand b//`, "(and a b)"],
    [`a\u00a0and\u2003b`, "(and a b)"],
    [`\ufeffa\u0085and\tb`, "(and a b)"],
    ["12", "12"],
    ["12.50", "12.5f"],
    ["android", "android"],
    ["in_b in~ (c)", "(in~ in_b <c>)"],
  ];
  for (const [text, tree] of cases) test(JSON.stringify(text), () => check(text, tree));
});

describe("dots (sections 2 and 5)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, tree: string])[] = [
    ["a.b.c", "(. (. a b) c)"],
    ["f(a).b", "(. (f a) b)"],
    ["a[0].b", "(. (at a 0) b)"],
    ["f(a)\n  .b", "(. (f a) b)"],
    ["a[0] // c\n .b", "(. (at a 0) b)"],
    ["(a).b", "(. a b)"],
    [".", "."],
    [".a", "(. . a)"],
    ["..a.b", "(. (. .. a) b)"],
    ["...", "..."],
    [".[0]", "(at . 0)"],
    ["any(a, . == ..b)", "(any a (== . (. .. b)))"],
    ["x in .a", "(in x (. . a))"],
    ["a == .b", "(== a (. . b))"],
    ["f(a, .b)", "(f a (. . b))"],
    ["not .a", "(not (. . a))"],
    ["$people[0].name", "(. (at $people 0) name)"],
  ];
  for (const [text, tree] of cases) test(text, () => check(text, tree));
});

describe("precedence (section 3)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, tree: string])[] = [
    ["a or b and c or d", "(or a (and b c) d)"],
    ["a and (b and c)", "(and a (and b c))"],
    ["not a and b", "(and (not a) b)"],
    ["not not a", "(not (not a))"],
    ["not a in (b)", "(not (in a <b>))"],
    ["not a is null", "(not (null a))"],
    ["not a == b", "(not (== a b))"],
    ["a is not null", "(not-null a)"],
    ["a not in (b, c,)", "(not-in a <b c>)"],
    ["a not in~ $l", "(not-in~ a $l)"],
    ["a in (b) is null", "(null (in a <b>))"],
    ["a is null in (true)", "(in (null a) <true>)"],
    ["a in b + c", "(in a (+ b c))"],
    ["a in ()", "(in a <>)"],
    ["a + b * c - d", "(- (+ a (* b c)) d)"],
    ["a - b - c", "(- (- a b) c)"],
    ["a / b % c", "(% (/ a b) c)"],
    ["-a * b", "(* (- a) b)"],
    ["--a", "(- (- a))"],
    ["-a.b", "(- (. a b))"],
    ["a < b + 1", "(< a (+ b 1))"],
    ["0 < a <= 2", "(< <= 0 a 2)"],
    ["0 <= a < b < 3", "(<= < < 0 a b 3)"],
    ["(a < b) == c", "(== (< a b) c)"],
    ["a =~ b or a !~ c", "(or (=~ a b) (!~ a c))"],
    ["2 of (a, b == c, d,)", "(of 2 a (== b c) d)"],
    ["not 2 of (a, b)", "(not (of 2 a b))"],
    ["2 of (a, b) and c", "(and (of 2 a b) c)"],
  ];
  for (const [text, tree] of cases) test(text, () => check(text, tree));
});

describe("calls, indexes, arrays (section 3)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, tree: string])[] = [
    ["f()", "(f)"],
    ["a.b.f(c)", "(a.b.f c)"],
    ["f (a)", "(f a)"],
    ["f(a, b,)", "(f a b)"],
    ["f(a, k=b, l=[c])", "(f a k=b l=[c])"],
    ["f(a == b)", "(f (== a b))"],
    ["[]", "[]"],
    ["[a, [b],]", "[a [b]]"],
    ["a[b][c]", "(at (at a b) c)"],
    ["a[1:2]", "(slice a 1 2)"],
    ["a[:2]", "(slice a _ 2)"],
    ["a[1:]", "(slice a 1 _)"],
    ["a[:]", "(slice a _ _)"],
    [`a["k"]`, `(at a "k")`],
    ["a[-1]", "(at a (- 1))"],
    ["f(a)[0]", "(at (f a) 0)"],
    ["regex.contains(a, ('b'))", `(regex.contains a "b")`],
    ["ilike(a, 'b')", `(ilike a "b")`],
  ];
  for (const [text, tree] of cases) test(text, () => check(text, tree));
});

describe("places", () => {
  test("each node knows the text it was read from", () => {
    const text = `any(body.links,\n  .href.url == "a" and not .x in ("b", 1))`;
    const { expression } = parseRule(text);
    const shown: string[] = [];
    const show = (node: Expression) => shown.push(text.slice(node.span.start, node.span.end));
    show(expression);
    if (expression.kind === "call") {
      shown.push(text.slice(expression.nameSpan.start, expression.nameSpan.end));
      for (const argument of expression.args) {
        show(argument);
        if (argument.kind === "and") for (const item of argument.items) show(item);
      }
    }
    assert.deepEqual(shown, [
      text,
      "any",
      "body.links",
      `.href.url == "a" and not .x in ("b", 1)`,
      `.href.url == "a"`,
      `not .x in ("b", 1)`,
    ]);
  });
});
