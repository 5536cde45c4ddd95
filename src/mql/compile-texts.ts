/**
 * Tests of a text against literals (`strings.contains`, `starts_with`, `ends_with`, `like`, `regex.contains`, `regex.match` and their
 * case-insensitive twins), compiled: what a match needs is looked up in the text's facts before anything else is done.
 */
import { limits } from "../base/limits.ts";
import { callBuiltin } from "./calls.ts";
import type { Compiling, Test } from "./compiling.ts";
import { part } from "./compiling.ts";
import { fold } from "./fold.ts";
import { matchesGlob, parseGlob } from "./glob.ts";
import type { Interned } from "./interned.ts";
import type { LiteralNumbers } from "./literal-numbers.ts";
import { type Outcome, textOf } from "./outcome.ts";
import { hasTimes, type Pattern, patternOf } from "./patterns.ts";
import { aliases } from "./signatures.ts";
import type { Expression } from "./syntax.ts";
import type { TextFacts } from "./text-facts.ts";
import { maskOf } from "./truth.ts";
import { IS_FALSE, IS_NULL, IS_TRUE, Undetermined } from "./value.ts";

/** Whether one pattern fits the text. */
export type Fits = (facts: TextFacts) => boolean;
export type Make = (pattern: string, literals: LiteralNumbers) => Fits;

/** Shorter literals are searched: nearly every text holds them. */
const INDEXED_CHARS_MIN = 4;

const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ["strings.contains", (part, literals) => both(occurs(fold(part), literals), ({ text }) => text.includes(part))],
  ["strings.icontains", (part, literals) => occurs(fold(part), literals)],
  [
    "strings.starts_with",
    (start) =>
      ({ text }) =>
        text.startsWith(start),
  ],
  ["strings.istarts_with", (start) => onFolded(start, (text, folded) => text.startsWith(folded))],
  [
    "strings.ends_with",
    (end) =>
      ({ text }) =>
        text.endsWith(end),
  ],
  ["strings.iends_with", (end) => onFolded(end, (text, folded) => text.endsWith(folded))],
  ["strings.like", (glob, literals) => globbed(glob, false, literals)],
  ["strings.ilike", (glob, literals) => globbed(fold(glob), true, literals)],
  ["regex.contains", (source, literals) => contains(source, false, literals)],
  ["regex.icontains", (source, literals) => contains(source, true, literals)],
  ["regex.match", (source, literals) => whole(source, false, literals)],
  ["regex.imatch", (source, literals) => whole(source, true, literals)],
]);

/** True for calls that `compileTextTest` compiles: one text, one literal pattern or more. */
export function isTextTest(expression: Expression): boolean {
  if (expression.kind !== "call" || expression.keywords.length > 0) return false;
  const patterns = expression.args.slice(1);
  return (
    makers.has(aliases.get(expression.name) ?? expression.name) &&
    patterns.length > 0 &&
    patterns.every((argument) => argument.kind === "string" && argument.value.length <= limits.mqlPatternCharsMax)
  );
}

/** One of these, case-folded, is in the text wherever the test is true; null where nothing is known, or it is no such test. */
export function literalsOfTextTest(expression: Expression): readonly string[] | null {
  if (expression.kind !== "call" || !isTextTest(expression)) return null;
  const name = aliases.get(expression.name) ?? expression.name;
  const all: string[] = [];
  for (const pattern of expression.args.slice(1)) {
    const needed = pattern.kind === "string" ? neededBy(name, pattern.value) : null;
    if (needed === null) return null;
    all.push(...needed);
  }
  return all;
}

function neededBy(name: string, pattern: string): readonly string[] | null {
  if (name.startsWith("regex.")) return patternOf(pattern, name.startsWith("regex.i")).required[0] ?? null;
  if (!name.endsWith("like")) return [fold(pattern)];
  const { literals } = parseGlob(fold(pattern));
  return [literals.reduce((best, literal) => (literal.length > best.length ? literal : best), "")];
}

/** Null for other expressions. */
export function compileTextTest(compiler: Compiling, node: Interned): Test | null {
  const { expression } = node;
  if (expression.kind !== "call" || !isTextTest(expression)) return null;
  const name = aliases.get(expression.name) ?? expression.name;
  const make = makers.get(name);
  if (make === undefined) return null;
  const known = expression.args.slice(1).flatMap((argument) => (argument.kind === "string" ? [argument.value] : []));
  const fits = known.map((pattern) => make(pattern, compiler.literals));
  const value = compiler.code(part(node, 0));
  const args = expression.args.length;
  return (run) => {
    const outcome = value(run);
    if (outcome === null) return IS_NULL;
    const text = typeof outcome === "string" ? outcome : textOf(outcome);
    if (text === null) {
      const result = callBuiltin(name, [outcome, ...known], NONE);
      return result instanceof Undetermined ? run.reasons.unknown(result) : IS_NULL;
    }
    run.charge(args + (text.length >> 8));
    try {
      return anyFits(fits, run.facts(text)) ? IS_TRUE : IS_FALSE;
    } catch {
      // The plain way names the failure.
      const result = callBuiltin(name, [text, ...known], NONE);
      return result instanceof Undetermined ? run.reasons.unknown(result) : maskOf(result === true);
    }
  };
}

const NONE: ReadonlyMap<string, Outcome> = new Map();

function anyFits(all: readonly Fits[], facts: TextFacts): boolean {
  for (const fits of all) if (fits(facts)) return true;
  return false;
}

/** The case-folded literal occurs in the folded text. */
function occurs(literal: string, literals: LiteralNumbers): Fits {
  if (literal.length < INDEXED_CHARS_MIN) return (facts) => facts.folded.includes(literal);
  const number = literals.numberOf(literal);
  return (facts) => facts.has(number, literal);
}

function onFolded(pattern: string, test: (text: string, pattern: string) => boolean): Fits {
  const folded = fold(pattern);
  return (facts) => test(facts.folded, folded);
}

function both(first: Fits, second: Fits): Fits {
  return (facts) => first(facts) && second(facts);
}

function globbed(glob: string, isFolded: boolean, literals: LiteralNumbers): Fits {
  const parsed = parseGlob(glob);
  const longest = parsed.literals.reduce((best, literal) => (literal.length > best.length ? literal : best), "");
  const hasLiteral = occurs(fold(longest), literals);
  if (isFolded && glob === `*${longest}*`) return hasLiteral;
  return both(hasLiteral, (facts) => matchesGlob(isFolded ? facts.folded : facts.text, parsed));
}

function contains(source: string, isFolded: boolean, literals: LiteralNumbers): Fits {
  const pattern = patternOf(source, isFolded);
  const mayFit = requiredBy(pattern, literals);
  if (pattern.plain !== null && isFolded) return mayFit;
  return both(mayFit, ({ text, folded }) =>
    pattern.plain === null ? pattern.matches(text, folded) : pattern.isIn(text),
  );
}

function whole(source: string, isFolded: boolean, literals: LiteralNumbers): Fits {
  const pattern = patternOf(source, isFolded);
  return both(requiredBy(pattern, literals), ({ text }) => pattern.isWhole(text));
}

/** What every match of the pattern holds. */
export function requiredBy(pattern: Pattern, literals: LiteralNumbers): Fits {
  const { repeated } = pattern;
  const one = required(pattern.required, literals);
  if (repeated.length === 0) return one;
  return both(one, ({ folded }) => repeated.every(({ alternatives, times }) => hasTimes(folded, alternatives, times)));
}

/** One of each set. */
function required(sets: readonly (readonly string[])[], literals: LiteralNumbers): Fits {
  const [first, ...rest] = sets.map((set) => someOf(set, literals));
  if (first === undefined) return () => true;
  return rest.reduce(both, first);
}

function someOf(alternatives: readonly string[], literals: LiteralNumbers): Fits {
  const tests = alternatives.map((literal) => occurs(literal, literals));
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : (facts) => anyFits(tests, facts);
}
