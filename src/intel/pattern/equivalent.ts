/**
 * Whether two STIX patterns say the same, by normal forms: both are written as an OR of terms, terms that others make needless are
 * dropped, and what is left is compared as a set. Follows the rules of the OASIS Python library (`equivalence/pattern`), so an AND that
 * no one type of object can satisfy is no term, and values of addresses and registry keys are compared as what they mean.
 *
 * Sound, not complete: a term inside a qualifier is compared whole, and no arithmetic is done on ranges. The number of terms grows with
 * powers, so it is bounded; beyond the bound the answer is null.
 */
import { limits } from "../../base/limits.ts";
import { networkOf } from "./compare.ts";
import type {
  Comparison,
  ComparisonExpression,
  Constant,
  ObservationExpression,
  PathStep,
  Qualifier,
} from "./syntax.ts";

/** Null when one of them has too many ways to match to be compared. */
export function equivalentPatterns(a: ObservationExpression, b: ObservationExpression): boolean | null {
  const one = normalForm(a);
  const other = normalForm(b);
  if (one === null || other === null) return null;
  return one === other;
}

/** The same text for patterns that say the same; null beyond `limits.patternTermsMax` terms. */
export function normalForm(pattern: ObservationExpression): string | null {
  try {
    return keyOfTerms(termsOf(pattern));
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

class TooMany extends Error {}

/** Something that must be observed: a leaf, all of several, or several one after the other. */
type Term =
  | { readonly kind: "leaf"; readonly key: string }
  | { readonly kind: "all" | "followed-by"; readonly key: string; readonly parts: readonly Term[] };

function termsOf(expression: ObservationExpression): readonly Term[] {
  switch (expression.kind) {
    case "observation": {
      const conjuncts = conjunctsOf(expression.comparison).map((set) => [...set].sort().join(" AND "));
      return [leaf(`[${conjuncts.sort().join(" OR ")}]`)];
    }
    case "qualified":
      return [leaf(`(${keyOfTerms(termsOf(expression.expression))})${qualifierKey(expression.qualifier)}`)];
    case "any":
      return absorbed(bounded(expression.operands.flatMap(termsOf)), isWithinTerm, ({ key }) => key);
    case "all":
    case "followed-by": {
      const { kind } = expression;
      const choices = product(expression.operands.map(termsOf));
      return absorbed(
        choices.map((parts) => joined(kind, parts)),
        isWithinTerm,
        ({ key }) => key,
      );
    }
  }
}

function leaf(key: string): Term {
  return { kind: "leaf", key };
}

/** Brackets of the same kind within each other say nothing. */
function joined(kind: "all" | "followed-by", operands: readonly Term[]): Term {
  const flat = operands.flatMap((one) => (one.kind === kind ? one.parts : [one]));
  const parts = kind === "all" ? [...flat].sort((a, b) => (a.key < b.key ? -1 : 1)) : flat;
  return { kind, parts, key: `${kind}(${parts.map(({ key }) => key).join(", ")})` };
}

function keyOfTerms(terms: readonly Term[]): string {
  return terms
    .map(({ key }) => key)
    .sort()
    .join(" OR ");
}

/** Whatever satisfies `large` satisfies `small`. */
function isWithinTerm(small: Term, large: Term): boolean {
  if (small.key === large.key) return true;
  if (large.kind === "leaf") return false;
  const wanted = small.kind === large.kind ? small.parts : [small];
  return large.kind === "all" ? isSubset(wanted, large.parts) : isSubsequence(wanted, large.parts);
}

/** With as many copies: two observations are asked for by naming one twice. */
function isSubset(wanted: readonly Term[], parts: readonly Term[]): boolean {
  const left = new Map<string, number>();
  for (const { key } of parts) left.set(key, (left.get(key) ?? 0) + 1);
  return wanted.every(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  });
}

function isSubsequence(wanted: readonly Term[], parts: readonly Term[]): boolean {
  let at = 0;
  for (const { key } of parts) if (wanted[at]?.key === key) at += 1;
  return at === wanted.length;
}

function qualifierKey(qualifier: Qualifier): string {
  switch (qualifier.kind) {
    case "within":
      return ` within ${qualifier.seconds}`;
    case "repeats":
      return ` repeats ${qualifier.times}`;
    case "start-stop":
      return ` from ${qualifier.start} until ${qualifier.stop}`;
  }
}

/** What stands between brackets as an OR of ANDs of comparisons. */
function conjunctsOf(expression: ComparisonExpression): readonly ReadonlySet<string>[] {
  return absorbed(rawConjuncts(expression), isSubsetOf, (set) => [...set.keys()].sort().join(" AND ")).map(
    (found) => new Set(found.keys()),
  );
}

/** Comparison → the type of object that it is about. */
type Conjunct = ReadonlyMap<string, string>;

function rawConjuncts(expression: ComparisonExpression): readonly Conjunct[] {
  if (expression.kind === "comparison") return keysOf(expression).map((key) => new Map([[key, expression.path.type]]));
  if (expression.kind === "or") return bounded(expression.operands.flatMap(rawConjuncts));
  const merged = product(expression.operands.map(rawConjuncts)).map(
    (parts) => new Map(parts.flatMap((one) => [...one])),
  );
  const possible = merged.filter((one) => new Set(one.values()).size <= 1);
  // Where no type satisfies any of them the pattern can still be written; it is then compared as it stands.
  return absorbed(possible.length === 0 ? merged : possible, isSubsetOf, (set) => [...set.keys()].sort().join(" AND "));
}

function isSubsetOf(small: Conjunct, large: Conjunct): boolean {
  return small.size <= large.size && [...small.keys()].every((key) => large.has(key));
}

/** `IN` is an OR of its members. */
function keysOf(comparison: Comparison): readonly string[] {
  const { path, operator, negated, constants } = comparison;
  const place = `${path.type}:${path.steps.map(stepKey).join("")}`;
  const values = constants.map((constant) => constantKey(constant, comparison));
  if (operator === "IN" && !negated) return [...new Set(values)].map((value) => `${place} = ${value}`);
  return [`${negated ? "NOT " : ""}${place} ${operator} ${[...new Set(values)].sort().join(", ")}`];
}

function stepKey(step: PathStep): string {
  if (step.kind === "property") return `.${JSON.stringify(step.name)}`;
  return step.kind === "any" ? "[*]" : `[${step.index}]`;
}

function constantKey(constant: Constant, { path, operator }: Comparison): string {
  if (constant.kind !== "string") return `${constant.kind} ${constant.value}`;
  const isExact = operator === "=" || operator === "!=" || operator === "IN";
  const value = isExact ? meaningOf(constant.value, path.type, path.steps) : constant.value;
  return JSON.stringify(value);
}

/** Spellings of one value: of networks and of registry keys, which know no case. */
function meaningOf(value: string, type: string, steps: readonly PathStep[]): string {
  const last = steps.at(-1);
  const name = last?.kind === "property" ? last.name : "";
  if ((type === "ipv4-addr" || type === "ipv6-addr") && name === "value") {
    const network = networkOf(value);
    if (network === null) return value;
    const { address, bits, width } = network;
    const shift = BigInt(width - bits);
    return `network ${((address >> shift) << shift).toString(16)}/${bits} of ${width}`;
  }
  if (type !== "windows-registry-key") return value;
  const isName = name === "key" || (name === "name" && steps.length > 1);
  return isName ? value.toLowerCase() : value;
}

/** One of each list, in all ways. */
function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  let found: readonly (readonly T[])[] = [[]];
  for (const list of lists) {
    if (found.length * list.length > limits.patternTermsMax) throw new TooMany();
    found = found.flatMap((parts) => list.map((part) => [...parts, part]));
  }
  return found;
}

function bounded<T>(terms: readonly T[]): readonly T[] {
  if (terms.length > limits.patternTermsMax) throw new TooMany();
  return terms;
}

/** Without doubles, and without those that need more than another one needs. */
function absorbed<T>(
  terms: readonly T[],
  isWithin: (small: T, large: T) => boolean,
  keyOf: (term: T) => string,
): readonly T[] {
  const distinct = [...new Map(terms.map((term) => [keyOf(term), term])).values()];
  return distinct.filter((large) => !distinct.some((small) => small !== large && isWithin(small, large)));
}
