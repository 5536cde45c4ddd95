/**
 * Literals without which `any(array, …)` cannot hold: where every way for the condition to be true has some field of the element equal or hold one of
 * some literals, the fields of all elements are joined to one text, once a message for all rules, and the literals looked up in that. So hundreds of rules that
 * look for their own domain among thirty links cost a bit of a scan each.
 *
 *     any(body.links, .href_url.domain.root_domain == "example.com" and …)     body.links × .href_url.domain.root_domain → "a.example\nb.example\n…"
 *     any(headers.hops, any(.fields, .name == "X-Example"))                     headers.hops × .fields × .name → "Received\nSubject\n…"
 *
 * Only fields that cost nothing are read so, of arrays that stand on the message alone. What is not a known text keeps the test from being skipped; null does
 * so where it matters whether the whole is null or false.
 */
import { limits } from "../base/limits.ts";
import { literalsOfTextTest } from "./compile-texts.ts";
import type { Code, Compiling } from "./compiling.ts";
import { fold } from "./fold.ts";
import type { Interned } from "./interned.ts";
import { elementsOf, isArray, type Outcome, textOf } from "./outcome.ts";
import type { Run } from "./run.ts";
import type { TextFacts } from "./text-facts.ts";
import type { Schema } from "./types.ts";

/** Some element's field, joined with the others, holds one of the literals. */
interface Need {
  /** The array of each element whose elements are meant, from the outside in; none: the elements themselves. */
  readonly within: readonly Interned[];
  readonly field: Interned;
  /** Case-folded. */
  readonly literals: readonly string[];
}

/** The fields of all elements, joined. */
export interface JoinedFields {
  readonly facts: TextFacts;
  readonly hasNull: boolean;
  readonly cost: number;
}

/** Elements beyond which the joined text is not made. */
const ELEMENTS_MAX = 2_000;
/** More are no help. */
const NEEDS_MAX = 8;
const LITERALS_MAX = 200;
const LITERAL_CHARS_MIN = 3;
/** Weight of an array inside an element that is still read for the guard: the fields of a hop. */
const NEAR_MAX = 20;

/** Whether the test may be true (`mayHold`), or anything but false (`mayMatter`). */
export interface ElementGuard {
  readonly mayHold: (run: Run) => boolean;
  readonly mayMatter: (run: Run) => boolean;
}

/** Null for what is no `any` or `filter` over closed elements, or says nothing about its literals. */
export function elementGuard(compiler: Compiling, node: Interned, schema: Schema): ElementGuard | null {
  const [array, body] = node.parts;
  if (!(isAny(node) || isFilter(node)) || array === undefined || body === undefined || array.reach !== 0) return null;
  const needs = needsOf(body, schema);
  if (needs === null || needs.length > NEEDS_MAX) return null;
  const lookUps = needs.map((need) => lookUpOf(compiler, array, need));
  const may = (run: Run, isNullEnough: boolean): boolean => {
    for (const { joined, make, literals, numbers } of lookUps) {
      const fields = run.joined(joined, make);
      if (fields === null || (fields.hasNull && !isNullEnough)) return true;
      for (let at = 0; at < numbers.length; at++) {
        if (fields.facts.has(numbers[at] ?? 0, literals[at] ?? "")) return true;
      }
    }
    return false;
  };
  return { mayHold: (run) => may(run, true), mayMatter: (run) => may(run, false) };
}

interface LookUp {
  readonly joined: number;
  readonly make: (run: Run) => JoinedFields | null;
  readonly literals: readonly string[];
  /** Beside them, in the index. */
  readonly numbers: readonly number[];
}

function lookUpOf(compiler: Compiling, array: Interned, { within, field, literals }: Need): LookUp {
  const arrays = [array, ...within].map((one) => compiler.code(one));
  const code = compiler.code(field);
  return {
    joined: compiler.joinedNumber([array, ...within, field]),
    make: (run) => joinedOf(run, arrays, code),
    literals,
    numbers: literals.map((literal) => compiler.literals.numberOf(literal)),
  };
}

/** Null where some field is not known, or no array is there. */
function joinedOf(run: Run, arrays: readonly Code[], field: Code): JoinedFields | null {
  const joining = new Joining(run, arrays, field);
  const top = run.top;
  const isKnown = joining.add(0);
  run.top = top;
  return isKnown ? joining.result() : null;
}

class Joining {
  readonly #run: Run;
  readonly #arrays: readonly Code[];
  readonly #field: Code;
  readonly #texts = new Set<string>();
  #hasNull = false;
  #chars = 0;
  #elements = 0;

  constructor(run: Run, arrays: readonly Code[], field: Code) {
    this.#run = run;
    this.#arrays = arrays;
    this.#field = field;
  }

  /** The fields of the elements of the array at this depth; false where one is not known, or there are too many. */
  add(depth: number): boolean {
    const array = this.#arrays[depth];
    if (array === undefined) return this.#addField(this.#field(this.#run));
    const run = this.#run;
    const outcome = array(run);
    // Over an array that is not there an inner `any` is null.
    if (outcome === null && depth > 0) {
      this.#hasNull = true;
      return true;
    }
    const elements = elementsOf(outcome);
    if (!isArray(elements)) return false;
    this.#elements += elements.length;
    if (this.#elements > ELEMENTS_MAX) return false;
    const top = ++run.top;
    for (const element of elements) {
      run.stack[top] = element;
      run.top = top;
      if (!this.add(depth + 1)) return false;
    }
    run.top = top - 1;
    return true;
  }

  #addField(value: Outcome): boolean {
    if (value === null) {
      this.#hasNull = true;
      return true;
    }
    const text = typeof value === "string" ? value : textOf(value);
    if (text === null) return false;
    if (!this.#texts.has(text)) this.#chars += text.length;
    this.#texts.add(text);
    return this.#chars <= limits.mqlJoinedCharsMax;
  }

  result(): JoinedFields {
    const text = [...this.#texts].join("\n");
    return { facts: this.#run.facts(text), hasNull: this.#hasNull, cost: this.#elements };
  }
}

/** One of these is there wherever the body is true; null where that cannot be said. */
function needsOf(body: Interned, schema: Schema): readonly Need[] | null {
  const { expression, parts } = body;
  switch (expression.kind) {
    case "and": {
      const all = parts.map((part) => needsOf(part, schema)).filter((needs) => needs !== null);
      return all.sort((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null;
    }
    case "or": {
      const all = parts.map((part) => needsOf(part, schema));
      return all.every((needs) => needs !== null) ? merged(all.flat()) : null;
    }
    case "call":
      return isAny(body) ? needsWithin(body, schema) : needsOfTest(body, schema);
    default:
      return needsOfTest(body, schema);
  }
}

/** Of an `any` over an array of the element. */
function needsWithin({ parts: [array, body] }: Interned, schema: Schema): readonly Need[] | null {
  if (array === undefined || body === undefined || !isNearField(array, schema)) return null;
  return needsOf(body, schema)?.map((need) => ({ ...need, within: [array, ...need.within] })) ?? null;
}

function needsOfTest(body: Interned, schema: Schema): readonly Need[] | null {
  const literals = literalsIn(body);
  const [field] = body.parts;
  if (literals === null || field === undefined || !isPlainField(field, schema)) return null;
  const isUseful = literals.length <= LITERALS_MAX && literals.every(({ length }) => length >= LITERAL_CHARS_MIN);
  return isUseful ? [{ within: [], field, literals }] : null;
}

function merged(needs: readonly Need[]): readonly Need[] {
  const byField = new Map<string, Need>();
  for (const need of needs) {
    const key = [...need.within, need.field].map(({ number }) => number).join();
    const literals = [...(byField.get(key)?.literals ?? []), ...need.literals];
    byField.set(key, { ...need, literals: [...new Set(literals)] });
  }
  return [...byField.values()];
}

function sizeOf(needs: readonly Need[]): number {
  return needs.reduce((sum, { literals }) => sum + literals.length, 0);
}

/** Of a test of its first part: the part holds one of these wherever it is true. */
function literalsIn({ expression }: Interned): readonly string[] | null {
  if (expression.kind === "compare") {
    const [operator, ...more] = expression.operators;
    const [, right] = expression.operands;
    const isEqual = (operator === "==" || operator === "=~") && more.length === 0;
    return isEqual && right?.kind === "string" ? [fold(right.value)] : null;
  }
  if (expression.kind === "in") {
    const { among, not } = expression;
    if (not || (among.kind !== "tuple" && among.kind !== "array")) return null;
    const literals = among.items.map((item) => (item.kind === "string" ? fold(item.value) : ""));
    return literals.length > 0 ? literals : null;
  }
  return literalsOfTextTest(expression);
}

function isAny({ expression }: Interned): boolean {
  return expression.kind === "call" && expression.name === "any";
}

function isFilter({ expression }: Interned): boolean {
  return expression.kind === "call" && expression.name === "filter";
}

/** The element itself, or fields of it that lie there. */
function isPlainField(node: Interned, schema: Schema): boolean {
  return isFieldWithin(node, schema, 0);
}

/** The same of what is worked out with little work. */
function isNearField(node: Interned, schema: Schema): boolean {
  return isFieldWithin(node, schema, NEAR_MAX);
}

function isFieldWithin({ expression, parts: [of] }: Interned, schema: Schema, weightMax: number): boolean {
  if (expression.kind === "scope") return expression.depth === 1;
  if (expression.kind !== "member" || of?.type.kind !== "object") return false;
  const field = schema.objects.get(of.type.name)?.fields.get(expression.name);
  return field !== undefined && (field.weight ?? 0) <= weightMax && isFieldWithin(of, schema, weightMax);
}
