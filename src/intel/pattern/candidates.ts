/**
 * Which values an index must be asked for so that no message that matches a pattern is missed: of each bracket, the constants that one of its
 * comparisons asks for by equality. Null where some bracket can match without any: then all messages must be looked at.
 */
import type { Comparison, ComparisonExpression, ObservationExpression } from "./syntax.ts";

export function candidateValues(pattern: ObservationExpression): readonly string[] | null {
  switch (pattern.kind) {
    case "observation":
      return ofComparison(pattern.comparison);
    case "qualified":
      return candidateValues(pattern.expression);
    default:
      return allOf(pattern.operands.map(candidateValues));
  }
}

/** Every one is needed. */
function allOf(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  return lists.some((list) => list === null) ? null : lists.flatMap((list) => list ?? []);
}

function ofComparison(expression: ComparisonExpression): readonly string[] | null {
  if (expression.kind === "comparison") return ofOne(expression);
  const lists = expression.operands.map(ofComparison);
  if (expression.kind === "or") return allOf(lists);
  // Of AND, the operand with the fewest values is enough.
  const found = lists.filter((list) => list !== null).sort((a, b) => a.length - b.length);
  return found[0] ?? null;
}

const INDEXED: ReadonlySet<string> = new Set(["domain-name", "url", "ipv4-addr", "ipv6-addr", "email-addr"]);

function ofOne({ path: { type, steps }, operator, negated, constants }: Comparison): readonly string[] | null {
  if (negated || (operator !== "=" && operator !== "IN")) return null;
  const last = steps.at(-1);
  const isFile =
    type === "file" && steps[0]?.kind === "property" && (steps[0].name === "hashes" || steps[0].name === "name");
  if (isFile)
    return constants.every(({ kind }) => kind === "string") ? constants.map(({ value }) => String(value)) : null;
  if (last?.kind !== "property" || last.name !== "value") return null;
  const isAddress =
    type === "email-message" && steps.some((step) => step.kind === "property" && step.name.includes("_ref"));
  if (!INDEXED.has(type) && !isAddress) return null;
  return constants.every(({ kind }) => kind === "string") ? constants.map(({ value }) => String(value)) : null;
}
