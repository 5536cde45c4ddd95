/**
 * What operators do to known values (mql.md, sections 4 and 6), for the plain evaluator and the compiled form alike. Null comes from null;
 * kinds that do not go together, which only JSON can bring, give null.
 */
import { unreachable } from "../base/assert.ts";
import { fold } from "./fold.ts";
import { IntRange, isArray, isMap, type Outcome, ofJson, undeterminedOfTwo, unwrapped } from "./outcome.ts";
import type { ArithmeticOperator, CompareOperator } from "./syntax.ts";
import { maskOf } from "./truth.ts";
import { IS_FALSE, IS_TRUE, Json, MoreItems, type Undetermined, type Value } from "./value.ts";

/** Of known values; undetermined ones are the caller's. */
export function compare(operator: CompareOperator, left: Outcome, right: Outcome): boolean | null {
  const a = unwrapped(left);
  const b = unwrapped(right);
  switch (operator) {
    case "==":
      return areEqual(a, b);
    case "!=":
      return negated(areEqual(a, b));
    case "=~":
      return areEqualFolded(a, b);
    case "!~":
      return negated(areEqualFolded(a, b));
    default: {
      const order = orderOf(a, b);
      if (order === null) return null;
      if (operator === "<") return order < 0;
      if (operator === "<=") return order <= 0;
      return operator === ">" ? order > 0 : order >= 0;
    }
  }
}

/** As a mask, and of ranges too; the reasons are those of the operands. */
export function compareMask(operator: CompareOperator, left: Outcome, right: Outcome): number | Undetermined {
  if (left instanceof IntRange || right instanceof IntRange) return compareRanges(operator, left, right);
  return undeterminedOfTwo(left, right) ?? maskOf(compare(operator, left, right));
}

/** The mask of what a comparison of ranges may be; a plain number is a range of one. */
function compareRanges(operator: CompareOperator, left: Outcome, right: Outcome): number | Undetermined {
  const a = rangeOf(left);
  const b = rangeOf(right);
  if (a === null || b === null) {
    // A null length compares to null, whatever the other is; anything else is not known.
    const known = a === null ? left : right;
    return unwrapped(known) === null ? maskOf(null) : (undeterminedOfTwo(left, right) ?? maskOf(null));
  }
  switch (operator) {
    case "==":
    case "=~":
      return equalRanges(a, b);
    case "!=":
    case "!~": {
      const equal = equalRanges(a, b);
      return ((equal & IS_TRUE) << 1) | ((equal & IS_FALSE) >> 1);
    }
    case "<":
      return (a.min < b.max ? IS_TRUE : 0) | (a.max >= b.min ? IS_FALSE : 0);
    case "<=":
      return (a.min <= b.max ? IS_TRUE : 0) | (a.max > b.min ? IS_FALSE : 0);
    case ">":
      return (a.max > b.min ? IS_TRUE : 0) | (a.min <= b.max ? IS_FALSE : 0);
    case ">=":
      return (a.max >= b.min ? IS_TRUE : 0) | (a.min < b.max ? IS_FALSE : 0);
    default:
      return unreachable(operator);
  }
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

function rangeOf(outcome: Outcome): Bounds | null {
  if (outcome instanceof IntRange) return outcome;
  const value = unwrapped(outcome);
  return typeof value === "number" ? { min: value, max: value } : null;
}

function equalRanges(a: Bounds, b: Bounds): number {
  const overlap = a.min <= b.max && b.min <= a.max && Math.ceil(Math.max(a.min, b.min)) <= Math.min(a.max, b.max);
  const isPoint = a.min === a.max && b.min === b.max && a.min === b.min;
  return (overlap ? IS_TRUE : 0) | (isPoint ? 0 : IS_FALSE);
}

function negated(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

/** Case-sensitive. Both are unwrapped. */
export function areEqual(a: Outcome, b: Outcome): boolean | null {
  if (a === null || b === null) return null;
  if (typeof a !== typeof b) return null;
  if (typeof a !== "object") return a === b;
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
  }
  if (a instanceof Json || b instanceof Json) return null;
  return a === b;
}

export function areEqualFolded(a: Outcome, b: Outcome): boolean | null {
  if (typeof a !== "string" || typeof b !== "string") return null;
  return a === b || fold(a) === fold(b);
}

/** Negative, zero or positive; strings by code point. */
function orderOf(a: Outcome, b: Outcome): number | null {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return typeof a === "string" && typeof b === "string" ? textOrder(a, b) : null;
}

/** UTF-16 order is code point order but where a surrogate meets a letter above them. */
function textOrder(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = a.charCodeAt(index) - b.charCodeAt(index);
    if (difference !== 0) return (a.codePointAt(index) ?? 0) - (b.codePointAt(index) ?? 0);
  }
  return a.length - b.length;
}

/** [I] Division by zero and overflow of 64 bits give null; what no double holds exactly overflows here. */
export function arithmetic(operator: ArithmeticOperator, left: Outcome, right: Outcome, isInt: boolean): number | null {
  const a = unwrapped(left);
  const b = unwrapped(right);
  if (typeof a !== "number" || typeof b !== "number") return null;
  const result = calculated(operator, a, b);
  const whole = isInt ? Math.trunc(result) : result;
  if (!Number.isFinite(whole) || (isInt && !Number.isSafeInteger(whole))) return null;
  return whole === 0 ? 0 : whole;
}

function calculated(operator: ArithmeticOperator, a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "%":
      return a % b;
    default:
      return unreachable(operator);
  }
}

/** `v[i]`, `m["k"]`, `j["k"]`, `j[0]`; what is not there, or of the wrong kind, is null. */
export function indexed(of: Outcome, index: Outcome): Value {
  const at = unwrapped(index);
  if (isArray(of)) return typeof at === "number" ? (of[at] ?? beyond(of, at)) : null;
  if (isMap(of)) return typeof at === "string" ? (of.get(at) ?? null) : null;
  if (!(of instanceof Json)) return null;
  if (Array.isArray(of.value)) return typeof at === "number" ? ofJson(of.value[at]) : null;
  return typeof at === "string" ? jsonMember(of.value, at) : null;
}

/** Behind the items that are there may be more of them. */
function beyond(items: readonly Value[], at: number): Value {
  const last = items.at(-1);
  return at > 0 && last instanceof MoreItems ? last : null;
}

function jsonMember(value: unknown, name: string): Value {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return null;
  return ofJson(Reflect.get(value, name));
}

/** `v[i:j]`; bounds are clamped, a string is cut by code points. Absent bounds are undefined; null ones make it null. */
export function sliced(of: Outcome, start: Outcome | undefined, end: Outcome | undefined): Value {
  const from = start === undefined ? 0 : unwrapped(start);
  const to = end === undefined ? Number.MAX_SAFE_INTEGER : unwrapped(end);
  if (typeof from !== "number" || typeof to !== "number") return null;
  const source = unwrapped(of);
  const [low, high] = [Math.max(0, from), Math.max(0, to)];
  if (typeof source === "string") return [...source].slice(low, high).join("");
  if (isArray(source)) {
    const more = low < high ? beyond(source, low) : null;
    return low >= source.length && more !== null ? [more] : source.slice(low, high);
  }
  if (source instanceof Json && Array.isArray(source.value)) return source.value.slice(low, high).map(ofJson);
  return null;
}

/** Whether an outcome is null for `is null`. */
export function isNull(outcome: Outcome): boolean {
  return unwrapped(outcome) === null;
}
