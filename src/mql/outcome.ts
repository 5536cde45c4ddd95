/**
 * What expressions yield while a rule runs: values, and the two kinds of half-knowledge that `filter` makes (mql.md, section 8).
 * An array whose filter could not be decided for some elements keeps these as "maybe"; its length is a range.
 */
import { type HostObject, Json, NotKnown, Undetermined, type Value } from "./value.ts";

/** An array of which not every element is certain to be in it. */
export class MaybeArray extends NotKnown {
  readonly items: readonly Value[];
  /** Beside `items`: false for those that may not be there. */
  readonly sure: readonly boolean[];
  constructor(items: readonly Value[], sure: readonly boolean[], reasons: readonly string[]) {
    super(reasons);
    this.items = items;
    this.sure = sure;
  }
}

/** A whole number from `min` to `max`, both included; every number between may be. */
export class IntRange extends NotKnown {
  readonly min: number;
  readonly max: number;
  constructor(min: number, max: number, reasons: readonly string[]) {
    super(reasons);
    this.min = min;
    this.max = max;
  }
}

export type Outcome = Value | MaybeArray | IntRange;

/** What regular expressions find; its fields are those of `builtinObjects`. */
export class RegexMatch implements HostObject {
  readonly type = "RegexMatch";
  readonly full_match: string;
  readonly groups: readonly string[];
  readonly named_groups: ReadonlyMap<string, string>;
  constructor(match: string, groups: readonly string[], named: ReadonlyMap<string, string>) {
    this.full_match = match;
    this.groups = groups;
    this.named_groups = named;
  }
}

/** Why an outcome is not fully known; null where it is. */
export function reasonsOf(outcome: Outcome): readonly string[] | null {
  return typeof outcome === "object" && outcome instanceof NotKnown ? outcome.reasons : null;
}

/** The union of the reasons of what is not known; null where all is. */
export function undeterminedOf(outcomes: readonly Outcome[]): Undetermined | null {
  let unknown: Undetermined | null = null;
  for (const outcome of outcomes) {
    if (typeof outcome === "object" && outcome instanceof NotKnown) unknown = withReasons(unknown, outcome);
  }
  return unknown;
}

/** The same of one and of two, without a list of them. */
export function undeterminedOfOne(outcome: Outcome): Undetermined | null {
  return typeof outcome === "object" && outcome instanceof NotKnown ? withReasons(null, outcome) : null;
}

export function undeterminedOfTwo(a: Outcome, b: Outcome): Undetermined | null {
  const isKnown =
    !(typeof a === "object" && a instanceof NotKnown) && !(typeof b === "object" && b instanceof NotKnown);
  return isKnown ? null : undeterminedOf([a, b]);
}

function withReasons(unknown: Undetermined | null, more: NotKnown): Undetermined {
  if (unknown === null) return more instanceof Undetermined ? more : new Undetermined(more.reasons);
  return new Undetermined([...unknown.reasons, ...more.reasons]);
}

/** For what takes whole values only: half-knowledge is none. */
export function toValue(outcome: Outcome): Value {
  return outcome instanceof MaybeArray || outcome instanceof IntRange ? new Undetermined(outcome.reasons) : outcome;
}

export function isArray(outcome: Outcome): outcome is readonly Value[] {
  return Array.isArray(outcome);
}

export function isMap(outcome: Outcome): outcome is ReadonlyMap<string, Value> {
  return outcome instanceof Map;
}

/** JSON scalars are the value that they hold; arrays and objects stay wrapped. [I] A JSON null is null. */
export function ofJson(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return new Json(value);
}

export function unwrapped<T extends Outcome>(outcome: T): T | Value {
  return outcome instanceof Json ? ofJson(outcome.value) : outcome;
}

/** [I] A JSON string is accepted wherever a string is wanted, another JSON kind there is null. */
export function textOf(value: Outcome): string | null {
  if (typeof value === "string") return value;
  return value instanceof Json && typeof value.value === "string" ? value.value : null;
}

export function numberOf(value: Outcome): number | null {
  if (typeof value === "number") return value;
  return value instanceof Json && typeof value.value === "number" ? value.value : null;
}

/**
 * The elements of what stands in the place of an array: null for a null array. [I] A JSON array iterates like an array; a JSON object or
 * scalar acts like a null array.
 */
export function elementsOf(outcome: Outcome): readonly Value[] | MaybeArray | Undetermined | null {
  if (isArray(outcome) || outcome instanceof MaybeArray || outcome instanceof Undetermined) return outcome;
  if (outcome instanceof IntRange) return new Undetermined(outcome.reasons);
  if (outcome instanceof Json && Array.isArray(outcome.value)) return outcome.value.map(ofJson);
  return null;
}
