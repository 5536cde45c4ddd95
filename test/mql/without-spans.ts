/** A tree without its places: what two texts of one meaning have in common. */
import type { Expression } from "../../src/mql/syntax.ts";

export function withoutSpans(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value) => (key === "span" || key === "nameSpan" ? undefined : value)),
  );
}
