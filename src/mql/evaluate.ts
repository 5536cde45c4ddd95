/**
 * The plain evaluator: walks the tree and does what mql.md says, one section after the other. It is the reference that the compiled form is held
 * against, and what residuals are made with; nothing in it is there for speed.
 *
 * Total: what the host throws is undetermined; a rule that costs too much throws `LimitReached`, which `evaluate` turns into undetermined.
 */
import { unreachable } from "../base/assert.ts";
import { CallCache, callBuiltin } from "./calls.ts";
import type { Checked } from "./checked.ts";
import { callSteps, Fuel } from "./fuel.ts";
import { anyOf, distinctOf, filtered, type LambdaBody, mapped, ratioOf, sumOf } from "./lambdas.ts";
import { LimitReached } from "./limit-reached.ts";
import { truthOfCall, UNDETERMINED } from "./literals.ts";
import { areEqual, areEqualFolded, arithmetic, compareMask, indexed, isNull, sliced } from "./operators.ts";
import { elementsOf, type Outcome, RegexMatch, reasonsOf, textOf, undeterminedOf, unwrapped } from "./outcome.ts";
import { builtinOf } from "./signatures.ts";
import type { Expression } from "./syntax.ts";
import { AND, countOf, maskOf, NOT, OR, Truth } from "./truth.ts";
import type { Host, Schema } from "./types.ts";
import { ANY_OF_ALL, IS_FALSE, IS_TRUE, type List, Undetermined, type Value } from "./value.ts";

type Node<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

/** What a walk needs besides the tree. */
export interface Scope {
  readonly host: Host;
  readonly schema: Schema;
  readonly types: Checked["types"];
  readonly calls: CallCache;
  readonly fuel: Fuel;
  /** Elements of the lambdas around the node, the innermost last. */
  readonly elements: readonly Value[];
}

export function scopeOf(
  checked: Checked,
  schema: Schema,
  host: Host,
  { fuel = new Fuel(), calls = new CallCache(host) }: Partial<Pick<Scope, "fuel" | "calls">> = {},
): Scope {
  return { host, schema, types: checked.types, calls, fuel, elements: [] };
}

/** A rule on one message: what it may be, and why that is not known. */
export function evaluate(checked: Checked, scope: Scope): Truth {
  try {
    return truthOf(checked.expression, scope);
  } catch (cause) {
    if (cause instanceof LimitReached) return new Truth(ANY_OF_ALL, [cause.reason]);
    throw cause;
  }
}

/** A query on one message. */
export function evaluateValue(checked: Checked, scope: Scope): Outcome {
  try {
    return resultOf(checked.expression, scope);
  } catch (cause) {
    if (cause instanceof LimitReached) return new Undetermined([cause.reason]);
    throw cause;
  }
}

/** Where a boolean is wanted. */
export function truthOf(expression: Expression, scope: Scope): Truth {
  const outcome = outcomeOf(expression, scope);
  return outcome instanceof Truth ? outcome : toTruth(outcome);
}

/** Where a value is wanted: a boolean that is not settled is undetermined. */
export function resultOf(expression: Expression, scope: Scope): Outcome {
  const outcome = outcomeOf(expression, scope);
  return outcome instanceof Truth ? truthValue(outcome) : outcome;
}

export function toTruth(outcome: Outcome): Truth {
  const value = unwrapped(outcome);
  if (typeof value === "boolean" || value === null) return new Truth(maskOf(value), []);
  return new Truth(ANY_OF_ALL, reasonsOf(outcome) ?? ["error:type"]);
}

export function truthValue({ mask, reasons }: Truth): Value {
  if (mask === IS_TRUE || mask === IS_FALSE) return mask === IS_TRUE;
  return reasons.length === 0 ? null : new Undetermined(reasons);
}

/** A boolean as a `Truth` where the node is one, else a value. */
export function outcomeOf(expression: Expression, scope: Scope): Outcome | Truth {
  switch (expression.kind) {
    case "string":
    case "int":
    case "float":
    case "bool":
      return expression.value;
    case "null":
      return null;
    case "array":
    case "tuple":
      return expression.items.map((item) => wholeOf(item, scope));
    case "name":
      return fieldOf(scope.host.root, expression.name, scope);
    case "scope":
      return scope.elements.at(-expression.depth) ?? null;
    case "list":
      return listValues(scope.host.list(expression.name));
    case "member":
      return memberOf(resultOf(expression.of, scope), expression.name, scope);
    case "index":
      return onKnown([expression.of, expression.index], scope, ([of = null, index = null]) => indexed(of, index));
    case "slice":
      return slice(expression, scope);
    case "call":
      return call(expression, scope);
    case "negative":
      return onKnown([expression.of], scope, ([of = null]) => arithmetic("-", 0, of, isInt(expression, scope)));
    case "not":
      return negated(truthOf(expression.of, scope));
    case "and":
    case "or":
      return folded(
        expression.kind,
        expression.items.map((item) => truthOf(item, scope)),
      );
    case "arithmetic":
      return onKnown([expression.left, expression.right], scope, ([left = null, right = null]) =>
        arithmetic(expression.operator, left, right, isInt(expression, scope)),
      );
    case "compare":
      return chain(expression, scope);
    case "in":
      return membership(expression, scope);
    case "is-null":
      return nullTest(expression, scope);
    case "of":
      return counted(expression, scope);
    case "error":
      return new Undetermined(["error:syntax"]);
    default:
      return unreachable(expression);
  }
}

/** A value as an item of an array. */
function wholeOf(expression: Expression, scope: Scope): Value {
  const outcome = resultOf(expression, scope);
  return (undeterminedOf([outcome]) ?? outcome) as Value;
}

/** Undetermined where an operand is; else what `of` makes of the values. */
function onKnown(operands: readonly Expression[], scope: Scope, of: (values: readonly Outcome[]) => Outcome): Outcome {
  const values = operands.map((operand) => resultOf(operand, scope));
  return undeterminedOf(values) ?? of(values);
}

function isInt(expression: Expression, scope: Scope): boolean {
  return scope.types.get(expression)?.kind === "int";
}

/** A field of null is null; of an object, by its type. */
function memberOf(of: Outcome, name: string, scope: Scope): Outcome {
  return undeterminedOf([of]) ?? fieldOf(of, name, scope);
}

export function fieldOf(of: Outcome, name: string, scope: Pick<Scope, "schema">): Outcome {
  if (of instanceof RegexMatch) return Object.hasOwn(of, name) ? (Reflect.get(of, name) as Value) : null;
  if (of === null || typeof of !== "object" || !("type" in of)) return null;
  const field = scope.schema.objects.get(of.type)?.fields.get(name);
  if (field === undefined) return null;
  try {
    return field.read(of);
  } catch {
    return new Undetermined([`error:${of.type}.${name}`]);
  }
}

function listValues(list: List | Undetermined): Outcome {
  return list instanceof Undetermined ? list : list.values;
}

function slice({ of, start, end }: Node<"slice">, scope: Scope): Outcome {
  const source = resultOf(of, scope);
  const from = start === null ? undefined : resultOf(start, scope);
  const to = end === null ? undefined : resultOf(end, scope);
  return undeterminedOf([source, from ?? 0, to ?? 0]) ?? sliced(source, from, to);
}

function negated({ mask, reasons }: Truth): Truth {
  return new Truth(NOT[mask] ?? ANY_OF_ALL, reasons);
}

/** Three-valued `and` and `or`, on all combinations of what the operands may be. */
export function folded(kind: "and" | "or", items: readonly Truth[]): Truth {
  const table = kind === "and" ? AND : OR;
  const start: number = kind === "and" ? IS_TRUE : IS_FALSE;
  const mask = items.reduce((all, item) => table[(all << 3) | item.mask] ?? ANY_OF_ALL, start);
  return new Truth(
    mask,
    items.flatMap(({ reasons }) => reasons),
  );
}

/** `a < b <= c` is `a < b and b <= c`, with `b` evaluated once. */
function chain({ operators, operands }: Node<"compare">, scope: Scope): Truth {
  const values = operands.map((operand) => resultOf(operand, scope));
  return folded(
    "and",
    operators.map((operator, index) =>
      compared(compareMask(operator, values[index] ?? null, values[index + 1] ?? null), values),
    ),
  );
}

function compared(mask: number | Undetermined, values: readonly Outcome[]): Truth {
  if (mask instanceof Undetermined) return new Truth(ANY_OF_ALL, mask.reasons);
  return new Truth(mask, undeterminedOf(values)?.reasons ?? []);
}

/** `x in (…)` is `x == e1 or …`; the negation keeps null. */
function membership(expression: Node<"in">, scope: Scope): Truth {
  const { value, among, folded: isFolded, not } = expression;
  const sought = resultOf(value, scope);
  const found =
    among.kind === "list"
      ? inList(sought, scope.host.list(among.name), isFolded)
      : inElements(sought, resultOf(among, scope), isFolded, scope);
  return not ? negated(found) : found;
}

function inList(sought: Outcome, list: List | Undetermined, isFolded: boolean): Truth {
  const unknown = list instanceof Undetermined ? (undeterminedOf([sought, list]) ?? list) : undeterminedOf([sought]);
  if (unknown !== null) return new Truth(ANY_OF_ALL, unknown.reasons);
  if (list instanceof Undetermined) return new Truth(ANY_OF_ALL, list.reasons);
  const text = textOf(sought);
  if (text === null) return new Truth(list.values.length === 0 ? IS_FALSE : maskOf(null), []);
  return new Truth(maskOf(isFolded ? list.hasFolded(text) : list.has(text)), []);
}

function inElements(sought: Outcome, among: Outcome, isFolded: boolean, scope: Scope): Truth {
  const unknown = undeterminedOf([sought]);
  if (unknown !== null) return new Truth(ANY_OF_ALL, [...unknown.reasons, ...(reasonsOf(among) ?? [])]);
  const equal = isFolded ? areEqualFolded : areEqual;
  return anyOf("or", elementsOf(among), (element) => {
    scope.fuel.spend(1);
    const reasons = reasonsOf(element);
    return reasons === null
      ? new Truth(maskOf(equal(unwrapped(sought), unwrapped(element))), [])
      : new Truth(ANY_OF_ALL, reasons);
  });
}

function nullTest({ value, not }: Node<"is-null">, scope: Scope): Truth {
  const outcome = resultOf(value, scope);
  const unknown = undeterminedOf([outcome]);
  if (unknown !== null) return new Truth(ANY_OF_ALL, unknown.reasons);
  return new Truth(maskOf(isNull(outcome) !== not), []);
}

function counted({ count, items }: Node<"of">, scope: Scope): Truth {
  const needed = resultOf(count, scope);
  const truths = items.map((item) => truthOf(item, scope));
  const reasons = truths.flatMap((truth) => truth.reasons);
  if (typeof needed !== "number") return new Truth(ANY_OF_ALL, ["error:of"]);
  return new Truth(
    countOf(
      needed,
      truths.map(({ mask }) => mask),
    ),
    reasons,
  );
}

function call(expression: Node<"call">, scope: Scope): Outcome | Truth {
  const builtin = builtinOf(expression.name);
  if (builtin?.name === UNDETERMINED) return truthOfCall(expression.args);
  if (builtin?.isLambda === true) return lambda(expression, builtin.name, scope);
  const args = expression.args.map((arg) => resultOf(arg, scope));
  const keywords = new Map(expression.keywords.map(({ name, value }) => [name, resultOf(value, scope)]));
  scope.fuel.spend(callSteps(args));
  if (builtin !== null) return callBuiltin(builtin.name, args, keywords);
  const called = scope.schema.functions.get(expression.name);
  return called === undefined
    ? new Undetermined([`error:${expression.name}`])
    : scope.calls.call(called, args, keywords);
}

/** The first argument in this scope, the second once for each element in a scope of its own (mql.md, sections 5 and 7). */
function lambda({ args }: Node<"call">, name: string, scope: Scope): Outcome | Truth {
  const [array, body] = args;
  const elements = array === undefined ? null : elementsOf(resultOf(array, scope));
  const inside = (element: Value): Scope => {
    scope.fuel.spend(1);
    return { ...scope, elements: [...scope.elements, element] };
  };
  const test: LambdaBody<Truth> = (element) =>
    body === undefined ? new Truth(ANY_OF_ALL, [`error:${name}`]) : truthOf(body, inside(element));
  const value: LambdaBody<Value> = (element) => (body === undefined ? element : wholeOf(body, inside(element)));
  switch (name) {
    case "any":
      return anyOf("or", elements, test);
    case "all":
      return anyOf("and", elements, test);
    case "filter":
      return filtered(elements, test);
    case "map":
      return mapped(elements, value);
    case "distinct":
      return distinctOf(elements, value);
    case "ratio":
      return ratioOf(elements, test);
    default:
      return sumOf(elements, value);
  }
}
