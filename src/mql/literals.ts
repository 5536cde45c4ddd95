/** Values → expressions that stand for them, as far as the language has literals; and the call that stands for what is not known. */
import type { Span } from "../base/span.ts";
import { isArray, type Outcome, reasonsOf, unwrapped } from "./outcome.ts";
import type { Expression } from "./syntax.ts";
import { isSettled, Truth } from "./truth.ts";
import type { Type } from "./types.ts";
import { ANY_OF_ALL, IS_FALSE, IS_NULL, IS_TRUE, Json, MoreItems, Undetermined } from "./value.ts";

/** `undetermined("true null", "nlu", …)`: what it may be, and why that is not known. */
export const UNDETERMINED = "undetermined";
const NAMES: readonly (readonly [mask: number, name: string])[] = [
  [IS_TRUE, "true"],
  [IS_FALSE, "false"],
  [IS_NULL, "null"],
];

/** Null where no literal can stand for it. `like` is the node that it takes the place of. */
export function literalOf(outcome: Outcome, type: Type, like: Expression): Expression | null {
  const { span } = like;
  const isScalar = type.kind !== "array" && type.kind !== "map";
  if (outcome instanceof Undetermined) return isScalar ? undeterminedCall(ANY_OF_ALL, outcome.reasons, span) : null;
  if (reasonsOf(outcome) !== null) return null;
  const value = unwrapped(outcome);
  if (type.kind === "json" && value !== null && typeof value !== "string") return jsonLiteral(value, span);
  if (value === null) return isScalar ? { kind: "null", span } : null;
  if (typeof value === "string") return { kind: "string", value, span };
  if (typeof value === "boolean") return { kind: "bool", value, span };
  if (typeof value === "number") return numberLiteral(value, type, span);
  if (!isArray(value) || type.kind !== "array" || value.at(-1) instanceof MoreItems) return null;
  const items = value.map((item) => literalOf(item, type.of, like));
  return items.every((item) => item !== null) ? { kind: like.kind === "tuple" ? "tuple" : "array", items, span } : null;
}

/** Times have no literal. */
function numberLiteral(value: number, type: Type, span: Span): Expression | null {
  if (type.kind === "int") return { kind: "int", value, span };
  return type.kind === "float" ? { kind: "float", value, span } : null;
}

/** JSON is read again, so that it keeps its type: it may be compared with anything. */
function jsonLiteral(value: Outcome, span: Span): Expression | null {
  const text =
    value instanceof Json || typeof value !== "object"
      ? JSON.stringify(value instanceof Json ? value.value : value)
      : null;
  if (text === null) return null;
  const args = [{ kind: "string" as const, value: text, span }];
  return { kind: "call", name: "strings.parse_json", nameSpan: span, args, keywords: [], span };
}

export function truthLiteral({ mask, reasons }: Truth, span: Span): Expression {
  if (mask === IS_NULL) return { kind: "null", span };
  return isSettled(mask) ? { kind: "bool", value: mask === IS_TRUE, span } : undeterminedCall(mask, reasons, span);
}

function undeterminedCall(mask: number, reasons: readonly string[], span: Span): Expression {
  const may = NAMES.filter(([bit]) => (mask & bit) !== 0).map(([, name]) => name);
  const args = [may.join(" "), ...reasons].map((value) => ({ kind: "string" as const, value, span }));
  return { kind: "call", name: UNDETERMINED, nameSpan: span, args, keywords: [], span };
}

/** What a call of `undetermined` says. Its arguments are literals; others say nothing of what it may be. */
export function truthOfCall(args: readonly Expression[]): Truth {
  const [may = "", ...reasons] = args.map((argument) => (argument.kind === "string" ? argument.value : ""));
  const names = may.split(" ");
  const mask = NAMES.reduce((all, [bit, name]) => (names.includes(name) ? all | bit : all), 0);
  return new Truth(mask, reasons.length === 0 ? ["undetermined"] : reasons);
}
