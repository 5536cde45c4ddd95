/** A node of a tree with other parts. */
import type { Expression } from "./syntax.ts";

/** The node with other operands, in the order of `partsOf`. */
export function withParts(expression: Expression, parts: readonly Expression[]): Expression {
  const [first = expression, second = expression] = parts;
  switch (expression.kind) {
    case "array":
    case "tuple":
    case "and":
    case "or":
      return { ...expression, items: parts };
    case "of":
      return { ...expression, count: first, items: parts.slice(1) };
    case "member":
    case "negative":
    case "not":
      return { ...expression, of: first };
    case "index":
      return { ...expression, of: first, index: second };
    case "slice": {
      const end = expression.start === null ? second : (parts[2] ?? expression);
      return {
        ...expression,
        of: first,
        start: expression.start === null ? null : second,
        end: expression.end === null ? null : end,
      };
    }
    case "arithmetic":
      return { ...expression, left: first, right: second };
    case "compare":
      return { ...expression, operands: parts };
    case "in":
      return { ...expression, value: first, among: second };
    case "is-null":
      return { ...expression, value: first };
    case "call": {
      const count = expression.args.length;
      const keywords = expression.keywords.map((keyword, index) => ({
        ...keyword,
        value: parts[count + index] ?? keyword.value,
      }));
      return { ...expression, args: parts.slice(0, count), keywords };
    }
    default:
      throw new Error(`${expression.kind} has no operands`);
  }
}
