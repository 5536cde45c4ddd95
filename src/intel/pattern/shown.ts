/**
 * Whether mail can fulfil a pattern at all: what it asks for that no message shows (`process:name`, `app:id`), so that it is told as such and not
 * searched for in vain. By the types and properties of `message-observation.ts`.
 */
import type { Comparison, ComparisonExpression, ObservationExpression } from "./syntax.ts";

const VALUE: ReadonlySet<string> = new Set(["value"]);

/** Type → properties that a message tells; null for all. */
const SHOWN: ReadonlyMap<string, ReadonlySet<string> | null> = new Map([
  ["email-message", null],
  ["email-addr", new Set(["value", "display_name"])],
  ["domain-name", VALUE],
  ["url", VALUE],
  ["ipv4-addr", VALUE],
  ["ipv6-addr", VALUE],
]);

/** `process:name`: the first thing that keeps every way to match from being fulfilled; null where mail may fulfil one. */
export function notShown(pattern: ObservationExpression): string | null {
  switch (pattern.kind) {
    case "observation":
      return ofComparison(pattern.comparison);
    case "qualified":
      return notShown(pattern.expression);
    case "any":
      return ofAny(pattern.operands.map(notShown));
    case "all":
    case "followed-by":
      return pattern.operands.map(notShown).find((one) => one !== null) ?? null;
  }
}

function ofComparison(expression: ComparisonExpression): string | null {
  if (expression.kind === "comparison") return ofOne(expression);
  const found = expression.operands.map(ofComparison);
  return expression.kind === "or" ? ofAny(found) : (found.find((one) => one !== null) ?? null);
}

function ofAny(found: readonly (string | null)[]): string | null {
  return found.includes(null) ? null : (found[0] ?? null);
}

/** `NOT EXISTS` of what is never there holds of any object of its type. */
function ofOne({ path: { type, steps }, operator, negated }: Comparison): string | null {
  const properties = SHOWN.get(type);
  const [first] = steps;
  const name = first?.kind === "property" ? first.name : "";
  if (properties === null || properties?.has(name) === true) return null;
  if (properties !== undefined && operator === "EXISTS" && negated) return null;
  return `${type}:${name}`;
}
