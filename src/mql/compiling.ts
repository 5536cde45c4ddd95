/** What the files of the compiler share: what expressions become, and how parts of a node are compiled. */
import type { Interned } from "./interned.ts";
import type { LiteralNumbers } from "./literal-numbers.ts";
import { type Outcome, undeterminedOfOne } from "./outcome.ts";
import type { Ternary } from "./reason-sets.ts";
import type { Run } from "./run.ts";
import type { Value } from "./value.ts";

export type Code = (run: Run) => Outcome;
export type Test = (run: Run) => Ternary;

export interface Compiling {
  readonly literals: LiteralNumbers;
  /** Of the fields of all elements of an array, or of arrays in these, in one text: arrays from the outside in, then the field. */
  readonly joinedNumber: (path: readonly Interned[]) => number;
  /** Where a boolean is wanted. */
  readonly test: (node: Interned) => Test;
  /** Where a value is wanted. */
  readonly code: (node: Interned) => Code;
}

export function part(node: Interned, index: number): Interned {
  const found = node.parts[index];
  if (found === undefined) throw new Error(`${node.expression.kind} has no part ${index}`);
  return found;
}

/** A value as an item of an array. */
export function wholeOf(outcome: Outcome): Value {
  return (undeterminedOfOne(outcome) ?? outcome) as Value;
}
