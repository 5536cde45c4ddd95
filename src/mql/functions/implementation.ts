/** How the language's own functions are written (mql.md, section 9): total on known values; what is not known never reaches most of them. */
import { isArray, type Outcome, textOf, undeterminedOf } from "../outcome.ts";
import type { Undetermined, Value } from "../value.ts";

/**
 * A throw is the function's failure and becomes undetermined with `error:` and its name, or with the limit's name. Costs are the caller's:
 * one step, and one for every 256 characters of its arguments.
 */
export type Implementation = (args: readonly Outcome[], keywords: ReadonlyMap<string, Outcome>) => Outcome;

/** Any argument that is not known, or holds elements that are not, makes the result so. */
export function strict(call: (args: readonly Value[], keywords: ReadonlyMap<string, Value>) => Value): Implementation {
  return (args, keywords) => {
    const unknown = unknownIn(args) ?? (keywords.size > 0 ? unknownIn([...keywords.values()]) : null);
    // All of them were looked at: only values are left.
    return unknown ?? call(args as readonly Value[], keywords as ReadonlyMap<string, Value>);
  };
}

function unknownIn(outcomes: readonly Outcome[]): Undetermined | null {
  const inner = outcomes.filter(isArray);
  return undeterminedOf(inner.length === 0 ? outcomes : [...outcomes, ...inner.flat()]);
}

/** Null where the text is null. */
export function ofText(call: (text: string) => Value): Implementation {
  return strict(([text = null]) => {
    const known = textOf(text);
    return known === null ? null : call(known);
  });
}

/** A test of a text against one or more patterns: a null among them is skipped, all of them null give null. */
export function anyPattern(prepare: (text: string) => (pattern: string) => boolean): Implementation {
  return strict(([text = null, ...patterns]) => {
    const known = textOf(text);
    const texts = patterns.map(textOf).filter((pattern) => pattern !== null);
    if (known === null || texts.length === 0) return null;
    return texts.some(prepare(known));
  });
}
