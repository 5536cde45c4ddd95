/**
 * `Expression` → rule text that parses to the same tree. Texts stand in double quotes, with everything escaped that does not print;
 * parentheses stand only where the tree needs them.
 *
 * The tree must be one that the parser can make: a tuple only behind `in`, behind `in` nothing that begins with a parenthesis. What a fold
 * may make besides is printed as what means the same: negative numbers as `-5`. No number is infinite or none.
 */
import { unreachable } from "../base/assert.ts";
import { toStringLiteral } from "./string-literal.ts";
import type { Expression } from "./syntax.ts";

/** How tightly a form holds together, loosest first; an operand that is looser than its place stands in parentheses. */
const LEVEL = { or: 1, and: 2, not: 3, compare: 4, sum: 5, product: 6, unary: 7, postfix: 8 } as const;
type Level = (typeof LEVEL)[keyof typeof LEVEL];

export function printRule(expression: Expression): string {
  return print(expression, LEVEL.or);
}

/** In parentheses where the form is looser than `least`. */
function print(node: Expression, least: Level): string {
  const text = bare(node);
  return levelOf(node) < least ? `(${text})` : text;
}

function levelOf(node: Expression): Level {
  switch (node.kind) {
    case "or":
    case "and":
    case "not":
    case "compare":
      return LEVEL[node.kind];
    case "in":
    case "is-null":
    case "of":
      return LEVEL.compare;
    case "arithmetic":
      return node.operator === "+" || node.operator === "-" ? LEVEL.sum : LEVEL.product;
    case "negative":
      return LEVEL.unary;
    case "int":
    case "float":
      return node.value < 0 ? LEVEL.unary : LEVEL.postfix;
    default:
      return LEVEL.postfix;
  }
}

function bare(node: Expression): string {
  switch (node.kind) {
    case "string":
      return toStringLiteral(node.value);
    case "int":
      return decimal(node.value);
    case "float":
      return floating(node.value);
    case "bool":
      return String(node.value);
    case "null":
      return "null";
    case "array":
      return `[${list(node.items)}]`;
    case "tuple":
      return `(${list(node.items)})`;
    case "name":
      return node.name;
    case "scope":
      return ".".repeat(node.depth);
    case "list":
      return `$${node.name}`;
    case "member":
      return member(node.of, node.name);
    case "index":
      return `${base(node.of)}[${printRule(node.index)}]`;
    case "slice":
      return `${base(node.of)}[${optional(node.start)}:${optional(node.end)}]`;
    case "call":
      return call(node);
    case "negative":
      return `-${print(node.of, LEVEL.unary)}`;
    case "not":
      return `not ${print(node.of, LEVEL.not)}`;
    case "and":
    case "or":
      return joined(node);
    case "arithmetic":
      return arithmetic(node);
    case "compare":
      return node.operands.map((one, at) => `${operator(node.operators[at - 1])}${print(one, LEVEL.sum)}`).join("");
    case "in":
      return `${print(node.value, LEVEL.sum)} ${node.not ? "not " : ""}in${node.folded ? "~" : ""} ${print(node.among, LEVEL.sum)}`;
    case "is-null":
      return `${print(node.value, LEVEL.sum)} is ${node.not ? "not " : ""}null`;
    case "of":
      return `${print(node.count, LEVEL.sum)} of (${list(node.items)})`;
    case "error":
      return "null";
    default:
      return unreachable(node);
  }
}

function list(items: readonly Expression[]): string {
  return items.map(printRule).join(", ");
}

function optional(node: Expression | null): string {
  return node === null ? "" : printRule(node);
}

function operator(text: string | undefined): string {
  return text === undefined ? "" : ` ${text} `;
}

function joined({ kind, items }: Extract<Expression, { kind: "and" | "or" }>): string {
  // A list inside a list of the same kind was in parentheses.
  const inside = kind === "or" ? LEVEL.and : LEVEL.not;
  return items.map((item) => print(item, inside)).join(` ${kind} `);
}

function arithmetic(node: Extract<Expression, { kind: "arithmetic" }>): string {
  const level = levelOf(node);
  const right = level === LEVEL.sum ? LEVEL.product : LEVEL.unary;
  return `${print(node.left, level)} ${node.operator} ${print(node.right, right)}`;
}

function call({ name, args, keywords }: Extract<Expression, { kind: "call" }>): string {
  const named = keywords.map((keyword) => `${keyword.name}=${printRule(keyword.value)}`);
  return `${name}(${[...args.map(printRule), ...named].join(", ")})`;
}

/** What a dot can follow: a name, or what ends with a bracket. */
function member(of: Expression, name: string): string {
  if (of.kind === "scope") return `${".".repeat(of.depth)}${name}`;
  return `${base(of)}.${name}`;
}

/** What an index or a member is of; in parentheses unless it is a postfix form that ends with a name or a bracket. */
function base(node: Expression): string {
  switch (node.kind) {
    case "name":
    case "scope":
    case "list":
    case "member":
    case "index":
    case "slice":
    case "call":
    case "array":
      return bare(node);
    default:
      return `(${bare(node)})`;
  }
}

function decimal(value: number): string {
  return value.toFixed(0);
}

/** Digits before and after the point, no exponent; reads back as the same number. */
function floating(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text.includes(".") ? text : `${text}.0`;
  const [digits = "", exponent = "0"] = text.replace("-", (sign, at: number) => (at === 0 ? "" : sign)).split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  const sign = value < 0 ? "-" : "";
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${"0".repeat(-shift - whole.length)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(shift, "0")}.0`;
}
