/**
 * Calls of the language's own functions that many rules make for each element, compiled to what they do on known texts: without lists of
 * arguments, and with folded texts and literals looked up in the text's facts. Whatever is not a known text goes the plain way (`calls.ts`),
 * so the answers are the same.
 */
import { limits } from "../base/limits.ts";
import { callBuiltin } from "./calls.ts";
import { requiredBy } from "./compile-texts.ts";
import { type Code, type Compiling, part, type Test } from "./compiling.ts";
import { fold } from "./fold.ts";
import { lengthOf } from "./functions/core.ts";
import { matchesGlob, parseGlob } from "./glob.ts";
import type { Interned } from "./interned.ts";
import { type Outcome, reasonsOf, unwrapped } from "./outcome.ts";
import { hasTimes, type Pattern, patternOf } from "./patterns.ts";
import type { Ternary } from "./reason-sets.ts";
import type { Run } from "./run.ts";
import { builtinOf } from "./signatures.ts";
import type { CompareOperator, Expression } from "./syntax.ts";
import { IS_FALSE, IS_NULL, IS_TRUE } from "./value.ts";

const NO_KEYWORDS: ReadonlyMap<string, Outcome> = new Map();

/** On texts as they are, or on both folded. */
interface TextTest {
  readonly isFolded: boolean;
  readonly fits: (text: string, part: string) => boolean;
}

const fits: readonly (readonly [name: string, fits: TextTest["fits"]])[] = [
  ["contains", (text, part) => text.includes(part)],
  ["starts_with", (text, part) => text.startsWith(part)],
  ["ends_with", (text, part) => text.endsWith(part)],
  ["like", (text, part) => matchesGlob(text, parseGlob(part))],
];
const textTests: ReadonlyMap<string, TextTest> = new Map<string, TextTest>(
  fits.flatMap(([name, fits]) => [
    [`strings.${name}`, { isFolded: false, fits }] as const,
    [`strings.i${name}`, { isFolded: true, fits }] as const,
  ]),
);

/** Tests of a text against others that the message gives. */
export function isOpenTextTest(expression: Expression): boolean {
  if (expression.kind !== "call" || expression.keywords.length > 0) return false;
  return textTests.has(builtinOf(expression.name)?.name ?? "");
}

/** Null for other expressions. */
export function openTextTest(compiler: Compiling, node: Interned): Test | null {
  const { expression } = node;
  if (expression.kind !== "call" || !isOpenTextTest(expression)) return null;
  const name = builtinOf(expression.name)?.name ?? "";
  const test = textTests.get(name);
  if (test === undefined) return null;
  const [text, ...patterns] = node.parts.map((argument) => compiler.code(argument));
  if (text === undefined) return null;
  const [only, ...more] = patterns;
  if (only !== undefined && more.length === 0) return onePartTest(name, test, text, only);
  return (run) => {
    const where = text(run);
    const parts = patterns.map((code) => code(run));
    run.charge(1 + (typeof where === "string" ? where.length >> 8 : 0));
    if ((typeof where === "string" || where === null) && parts.every((one) => typeof one === "string")) {
      // Most of what is asked of a text that is not there is asked for each member of a list.
      if (where === null) return IS_NULL;
      return someFit(run, test, where, parts) ? IS_TRUE : IS_FALSE;
    }
    return ternaryOf(run, callBuiltin(name, [where, ...parts], NO_KEYWORDS));
  };
}

/** The same of one pattern, as rules ask of each member of a list, without arrays of it. */
function onePartTest(name: string, { isFolded, fits }: TextTest, text: Code, pattern: Code): Test {
  return (run) => {
    const where = text(run);
    const one = pattern(run);
    run.charge(1 + (typeof where === "string" ? where.length >> 8 : 0));
    if (typeof one !== "string" || (typeof where !== "string" && where !== null)) {
      return ternaryOf(run, callBuiltin(name, [where, one], NO_KEYWORDS));
    }
    if (where === null) return IS_NULL;
    return fits(isFolded ? run.facts(where).folded : where, isFolded ? fold(one) : one) ? IS_TRUE : IS_FALSE;
  };
}

function someFit(run: Run, { isFolded, fits }: TextTest, text: string, parts: readonly string[]): boolean {
  const where = isFolded ? run.facts(text).folded : text;
  for (const one of parts) if (fits(where, isFolded ? fold(one) : one)) return true;
  return false;
}

function ternaryOf(run: Run, outcome: Outcome): Ternary {
  if (outcome === true) return IS_TRUE;
  if (outcome === false) return IS_FALSE;
  const reasons = reasonsOf(outcome);
  return reasons === null ? IS_NULL : run.reasons.unknown({ reasons });
}

/** Null for functions that are called the plain way. */
export function quickCall(compiler: Compiling, node: Interned, name: string): Code | null {
  const codes = node.parts.map((argument) => compiler.code(argument));
  const [first, second] = codes;
  if (first === undefined) return null;
  switch (name) {
    case "length":
      return (run) => {
        const value = first(run);
        run.charge(1 + (typeof value === "string" ? value.length >> 8 : 0));
        return lengthOf(value);
      };
    case "coalesce":
      return coalesced(codes);
    case "strings.concat":
      return joined(codes);
    case "strings.count":
    case "strings.icount":
      return second === undefined ? null : counted(name, first, second);
    case "regex.count":
    case "regex.icount":
    case "regex.extract":
    case "regex.iextract":
      return guarded(compiler, node, name);
    default:
      return null;
  }
}

/** All are evaluated, as in the plain form. */
function coalesced(codes: readonly Code[]): Code {
  return (run) => {
    let found: Outcome = null;
    for (const code of codes) {
      const value = code(run);
      if (found === null && unwrapped(value) !== null) found = value;
    }
    run.charge(1);
    return found;
  };
}

function joined(codes: readonly Code[]): Code {
  return (run) => {
    let text = "";
    let isKnown = true;
    const values: Outcome[] = [];
    for (const code of codes) {
      const value = code(run);
      values.push(value);
      if (typeof value === "string" && isKnown) text += value;
      else isKnown = false;
    }
    run.charge(1 + (text.length >> 8));
    return isKnown && text.length <= limits.mqlTextCharsMax ? text : callBuiltin("strings.concat", values, NO_KEYWORDS);
  };
}

function counted(name: string, text: Code, sought: Code): Code {
  const isFolded = name === "strings.icount";
  return (run) => {
    const where = text(run);
    const what = sought(run);
    run.charge(1 + (typeof where === "string" ? where.length >> 8 : 0));
    if (typeof where !== "string" || typeof what !== "string" || what === "") {
      return callBuiltin(name, [where, what], NO_KEYWORDS);
    }
    return isFolded ? occurrences(run.facts(where).folded, fold(what)) : occurrences(where, what);
  };
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

function patternIn(node: Interned, name: string): Pattern | null {
  const pattern = node.parts[1]?.expression;
  if (pattern?.kind !== "string" || pattern.value.length > limits.mqlPatternCharsMax) return null;
  return patternOf(pattern.value, name.startsWith("regex.i"));
}

/** A text without what every match holds has no match, in case the pattern is one. */
function guarded(compiler: Compiling, node: Interned, name: string): Code | null {
  const pattern = patternIn(node, name);
  if (pattern === null || pattern.required.length === 0) return null;
  const mayFit = requiredBy(pattern, compiler.literals);
  const text = compiler.code(part(node, 0));
  const isCount = name.endsWith("count");
  return (run) => {
    const where = text(run);
    run.charge(1 + (typeof where === "string" ? where.length >> 8 : 0));
    if (typeof where === "string" && !mayFit(run.facts(where))) return isCount ? 0 : [];
    return callBuiltin(name, [where, pattern.source], NO_KEYWORDS);
  };
}

/**
 * `regex.count(text, pattern) > n` needs more than n copies of what every match holds: a test that is false where the text has fewer, and
 * null where that says nothing. Null for other comparisons.
 */
export function countGuard(
  compiler: Compiling,
  node: Interned,
  operator: CompareOperator,
): ((run: Run) => boolean) | null {
  const [call, bound] = node.parts;
  if (call?.expression.kind !== "call" || bound?.expression.kind !== "int") return null;
  const name = builtinOf(call.expression.name)?.name ?? "";
  const isCount = name === "regex.count" || name === "regex.icount";
  const pattern = isCount ? patternIn(call, name) : null;
  const set = pattern?.required[0];
  const needed = operator === ">" ? bound.expression.value + 1 : operator === ">=" ? bound.expression.value : 0;
  if (set === undefined || needed < 2) return null;
  const text = compiler.code(part(call, 0));
  return (run) => {
    const where = text(run);
    if (typeof where !== "string") return true;
    // So many matches at most that none of their own bounds is reached.
    if (needed > limits.mqlMatchesMax || where.length * needed > limits.mqlMatchStepsMax) return true;
    return hasTimes(run.facts(where).folded, set, needed);
  };
}

/**
 * Texts whose lengths differ by more than the bound of `strings.levenshtein(a, b) <= bound` are further apart than that: false then, and null
 * where nothing can be said. Null for other comparisons.
 */
export function distanceGuard(
  compiler: Compiling,
  node: Interned,
  operator: CompareOperator,
): ((run: Run) => boolean) | null {
  const [call, bound] = node.parts;
  if (call?.expression.kind !== "call" || bound?.expression.kind !== "int" || call.parts.length !== 2) return null;
  const name = builtinOf(call.expression.name)?.name ?? "";
  if (name !== "strings.levenshtein" && name !== "strings.ilevenshtein") return null;
  if (operator !== "<" && operator !== "<=" && operator !== "==") return null;
  const most = operator === "<" ? bound.expression.value - 1 : bound.expression.value;
  const [one, other] = [compiler.code(part(call, 0)), compiler.code(part(call, 1))];
  return (run) => {
    const [a, b] = [one(run), other(run)];
    if (typeof a !== "string" || typeof b !== "string") return true;
    if (a.length * b.length > limits.mqlLevenshteinStepsMax) return true;
    return Math.abs(codePoints(a) - codePoints(b)) <= most;
  };
}

function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at + 1 < text.length; at++) {
    if ((text.codePointAt(at) ?? 0) > 0xffff) {
      count--;
      at++;
    }
  }
  return count;
}
