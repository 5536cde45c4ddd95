/** `regex.*` (mql.md, 9.3). */
import { textOf } from "../outcome.ts";
import { patternOf } from "../patterns.ts";
import { anyPattern, type Implementation, strict } from "./implementation.ts";

export const regexFunctions: readonly (readonly [name: string, call: Implementation])[] = [false, true].flatMap(
  (isFolded) => forms(isFolded ? "regex.i" : "regex.", isFolded),
);

function forms(prefix: string, isFolded: boolean): readonly (readonly [string, Implementation])[] {
  return [
    [`${prefix}contains`, anyPattern((text) => (pattern) => patternOf(pattern, isFolded).isIn(text))],
    [`${prefix}match`, anyPattern((text) => (pattern) => patternOf(pattern, isFolded).isWhole(text))],
    [`${prefix}count`, onPattern(isFolded, (matches) => matches.reduce((count) => count + 1, 0))],
    [`${prefix}extract`, onPattern(isFolded, (matches) => matches.toArray())],
  ];
}

type Matches = ReturnType<ReturnType<typeof patternOf>["all"]>;

/** Null where the text or the pattern is. */
function onPattern(isFolded: boolean, read: (matches: Matches) => ReturnType<Implementation>): Implementation {
  return strict(([text = null, pattern = null]) => {
    const [where, what] = [textOf(text), textOf(pattern)];
    if (where === null || what === null) return null;
    return read(patternOf(what, isFolded).all(where)) as ReturnType<Parameters<typeof strict>[0]>;
  });
}
