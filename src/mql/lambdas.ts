/**
 * What lambda functions make of their elements (mql.md, sections 7 and 8). `elements` are as `elementsOf` gives them: null is a null array.
 * An element that may not be there leaves both outcomes open: with it and without it.
 */
import { areEqual } from "./operators.ts";
import { isArray, MaybeArray, numberOf, type Outcome, reasonsOf, unwrapped } from "./outcome.ts";
import { AND, OR, Truth } from "./truth.ts";
import { ANY_OF_ALL, IS_FALSE, IS_NULL, IS_TRUE, Undetermined, type Value } from "./value.ts";

export type Elements = readonly Value[] | MaybeArray | Undetermined | null;
export type LambdaBody<T> = (element: Value) => T;

/**
 * The three-valued `or` (`any`) or `and` (`all`) of the body over the elements. [I] Over a null array `any` is null and `all` is true.
 */
export function anyOf(kind: "or" | "and", elements: Elements, body: LambdaBody<Truth>): Truth {
  if (elements instanceof Undetermined) return new Truth(ANY_OF_ALL, elements.reasons);
  if (elements === null) return new Truth(kind === "or" ? IS_NULL : IS_TRUE, []);
  const neutral = kind === "or" ? IS_FALSE : IS_TRUE;
  const table = kind === "or" ? OR : AND;
  const { items, sure, reasons } = partsOf(elements);
  let mask: number = neutral;
  const why: string[] = [];
  for (const [index, item] of items.entries()) {
    const truth = body(item);
    const isSure = sure?.[index] ?? true;
    const may = isSure ? truth.mask : truth.mask | neutral;
    mask = table[(mask << 3) | may] ?? ANY_OF_ALL;
    why.push(...truth.reasons);
    if (!isSure && truth.mask !== neutral) why.push(...reasons);
  }
  return new Truth(mask, why);
}

function partsOf(elements: readonly Value[] | MaybeArray) {
  return elements instanceof MaybeArray ? elements : { items: elements, sure: null, reasons: [] };
}

/** Keeps the elements whose predicate is true, drops those that cannot be; the others may be in it. [I] A null array gives `[]`. */
export function filtered(elements: Elements, body: LambdaBody<Truth>): Outcome {
  if (elements instanceof Undetermined) return elements;
  if (elements === null) return [];
  const parts = partsOf(elements);
  const items: Value[] = [];
  const sure: boolean[] = [];
  const why: string[] = [...parts.reasons];
  for (const [index, item] of parts.items.entries()) {
    const { mask, reasons } = body(item);
    if ((mask & IS_TRUE) === 0) continue;
    items.push(item);
    sure.push(mask === IS_TRUE && (parts.sure?.[index] ?? true));
    why.push(...reasons);
  }
  return sure.every((isSure) => isSure) ? items : new MaybeArray(items, sure, new Undetermined(why).reasons);
}

/** [I] Nulls stay in place; what is not known stays in place as such. */
export function mapped(elements: Elements, body: LambdaBody<Value>): Outcome {
  if (elements === null || elements instanceof Undetermined) return elements;
  if (!(elements instanceof MaybeArray)) return elements.map((element) => body(element));
  return new MaybeArray(
    elements.items.map((item) => body(item)),
    elements.sure,
    elements.reasons,
  );
}

/** [I] The first element of each key, in order; null is a key like any other, keys compare with `==`. */
export function distinctOf(elements: Elements, key: LambdaBody<Value>): Outcome {
  if (elements === null) return [];
  const whole = wholeOf(elements);
  if (whole instanceof Undetermined) return whole;
  const keys = whole.map((element) => unwrapped(key(element)));
  const reasons = keys.flatMap((value) => reasonsOf(value) ?? []);
  if (reasons.length > 0) return new Undetermined(reasons);
  const seen = new Set<unknown>();
  return whole.filter((_, index) => {
    const value = keys[index] ?? null;
    const known = typeof value === "object" && value !== null ? sameIn(seen, value) : value;
    if (seen.has(known)) return false;
    seen.add(known);
    return true;
  });
}

/** The equal object among those seen, or the object. */
function sameIn(seen: ReadonlySet<unknown>, value: Value): unknown {
  if (!(value instanceof Uint8Array)) return value;
  for (const other of seen) if (other instanceof Uint8Array && areEqual(other, value) === true) return other;
  return value;
}

/** An array of which every element is there and known. */
function wholeOf(elements: readonly Value[] | MaybeArray | Undetermined): readonly Value[] | Undetermined {
  if (!isArray(elements)) return new Undetermined(reasonsOf(elements) ?? []);
  const reasons = elements.flatMap((element) => reasonsOf(element) ?? []);
  return reasons.length > 0 ? new Undetermined(reasons) : elements;
}

/** Share of elements whose predicate is true; nulls count below the line. Of no elements, null. */
export function ratioOf(elements: Elements, body: LambdaBody<Truth>): Outcome {
  if (elements === null || (isArray(elements) && elements.length === 0)) return null;
  if (!isArray(elements)) return new Undetermined(elements.reasons);
  const truths = elements.map((element) => body(element));
  const open = truths.filter(({ mask }) => (mask & IS_TRUE) !== 0 && mask !== IS_TRUE);
  if (open.length > 0) return new Undetermined(open.flatMap(({ reasons }) => reasons));
  return truths.filter(({ mask }) => mask === IS_TRUE).length / elements.length;
}

/** [I] Nulls are skipped; a null array gives 0. */
export function sumOf(elements: Elements, body: LambdaBody<Value>): Outcome {
  if (elements === null) return 0;
  if (!isArray(elements)) return new Undetermined(elements.reasons);
  const values = elements.map((element) => body(element));
  const reasons = values.flatMap((value) => reasonsOf(value) ?? []);
  if (reasons.length > 0) return new Undetermined(reasons);
  return values.reduce<number>((sum, value) => sum + (numberOf(value) ?? 0), 0);
}
