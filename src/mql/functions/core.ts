/** Functions of the core that have no body to evaluate (mql.md, 9.1); those with one are forms of the evaluator. */
import {
  elementsOf,
  IntRange,
  isArray,
  isMap,
  MaybeArray,
  numberOf,
  type Outcome,
  reasonsOf,
  unwrapped,
} from "../outcome.ts";
import { Json, MoreItems, Undetermined, type Value } from "../value.ts";
import { type Implementation, strict } from "./implementation.ts";

export const coreFunctions: readonly (readonly [name: string, call: Implementation])[] = [
  ["length", ([value = null]) => lengthOf(value)],
  ["coalesce", coalesce],
  ["flatten", ([arrays = null]) => flatten(arrays)],
  ["keys", strict(([map = null]) => (isMap(map) ? [...map.keys()] : []))],
  ["values", strict(([map = null]) => (isMap(map) ? [...map.values()] : []))],
  ["min", strict((numbers) => extreme(numbers, Math.min))],
  ["max", strict((numbers) => extreme(numbers, Math.max))],
];

/** Code points of a string; entries of an array, a map, a JSON array or object; null of null and of other JSON. */
export function lengthOf(outcome: Outcome): Outcome {
  if (outcome instanceof MaybeArray) {
    const sure = outcome.sure.reduce((count, isSure) => (isSure ? count + 1 : count), 0);
    return new IntRange(sure, outcome.items.length, outcome.reasons);
  }
  if (reasonsOf(outcome) !== null) return outcome;
  const value = unwrapped(outcome);
  if (typeof value === "string") return codePoints(value);
  if (isArray(value)) return arrayLength(value);
  if (isMap(value)) return value.size;
  if (!(value instanceof Json)) return null;
  if (Array.isArray(value.value)) return value.value.length;
  return typeof value.value === "object" && value.value !== null ? Object.keys(value.value).length : null;
}

function arrayLength(items: readonly Value[]): Outcome {
  const last = items.at(-1);
  return last instanceof MoreItems
    ? new IntRange(items.length - 1, Number.MAX_SAFE_INTEGER, last.reasons)
    : items.length;
}

function codePoints(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) {
    const isLow = (text.charCodeAt(index) & 0xfc00) === 0xdc00;
    if (isLow && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) count--;
  }
  return count;
}

/** The first that is not null, but only while all before it are known. */
function coalesce(args: readonly Outcome[]): Outcome {
  for (const arg of args) {
    if (unwrapped(arg) !== null) return arg;
  }
  return null;
}

/** Nested arrays as one; of a null array nothing. */
function flatten(outcome: Outcome): Outcome {
  const elements = elementsOf(outcome);
  if (elements === null) return [];
  if (elements instanceof MaybeArray) return new Undetermined(elements.reasons);
  if (elements instanceof Undetermined) return elements;
  const flat: Value[] = [];
  const reasons: string[] = [];
  for (const element of elements) {
    const inner = flattened(element);
    if (inner instanceof Undetermined) reasons.push(...inner.reasons);
    else flat.push(...inner);
  }
  return reasons.length > 0 ? new Undetermined(reasons) : flat;
}

/** An element that is no array is itself; a null array is nothing. */
function flattened(element: Value): readonly Value[] | Undetermined {
  if (element instanceof Undetermined) return element;
  const inner = isArray(element) || element instanceof Json ? elementsOf(element) : undefined;
  if (inner === undefined || inner === null) return element === null ? [] : [element];
  const all = flatten(inner);
  return isArray(all) ? all : new Undetermined(reasonsOf(all) ?? []);
}

/** Of numbers, or of one array of numbers; [I] nulls are skipped, none is null. */
function extreme(args: readonly Value[], choose: (a: number, b: number) => number): Value {
  const all = args.flatMap((arg) => (isArray(arg) ? [...arg] : [arg]));
  const numbers = all.map(numberOf).filter((number) => number !== null);
  return numbers.length === 0 ? null : numbers.reduce((best, number) => choose(best, number));
}
