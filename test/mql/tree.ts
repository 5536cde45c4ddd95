/** Looking at trees in tests. */
import type { Expression } from "../../src/mql/syntax.ts";

/** What two texts of one meaning have in common: a tree without its places. */
export function withoutSpans(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value) => (key === "span" || key === "nameSpan" ? undefined : value)),
  );
}

/** All nodes, without recursion. */
export function nodesOf(root: Expression): readonly Expression[] {
  const nodes: Expression[] = [];
  const open: unknown[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null) continue;
    if ("kind" in next) nodes.push(next as Expression);
    for (const value of Object.values(next)) if (typeof value === "object") open.push(value);
  }
  return nodes;
}
