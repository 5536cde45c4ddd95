/** `regex.*` (mql.md, 9.3). */
import { textOf } from "../outcome.ts";
import { type Pattern, patternOf } from "../patterns.ts";
import type { Value } from "../value.ts";
import { anyPattern, type Implementation, strict } from "./implementation.ts";

export const regexFunctions: readonly (readonly [name: string, call: Implementation])[] = [false, true].flatMap(
  (isFolded) => forms(isFolded ? "regex.i" : "regex.", isFolded),
);

function forms(prefix: string, isFolded: boolean): readonly (readonly [string, Implementation])[] {
  return [
    [`${prefix}contains`, anyPattern((text) => (pattern) => patternOf(pattern, isFolded).isIn(text))],
    [`${prefix}match`, anyPattern((text) => (pattern) => patternOf(pattern, isFolded).isWhole(text))],
    [`${prefix}count`, onPattern(isFolded, (pattern, text) => pattern.count(text))],
    [`${prefix}extract`, onPattern(isFolded, (pattern, text) => [...pattern.all(text)])],
  ];
}

/** Null where the text or the pattern is. */
function onPattern(isFolded: boolean, read: (pattern: Pattern, text: string) => Value): Implementation {
  return strict(([text = null, pattern = null]) => {
    const [where, what] = [textOf(text), textOf(pattern)];
    if (where === null || what === null) return null;
    return read(patternOf(what, isFolded), where);
  });
}
