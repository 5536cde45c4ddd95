/**
 * Literals without which `any(array, …)` cannot hold: where every way for the condition to be true has some field of the element equal or hold one of
 * some literals, the fields of all elements are joined to one text, once a message for all rules, and the literals looked up in that. So hundreds of rules that
 * look for their own domain among thirty links cost a bit of a scan each.
 *
 *     any(body.links, .href_url.domain.root_domain == "example.com" and …)     body.links × .href_url.domain.root_domain → "a.example\nb.example\n…"
 *
 * Only fields that cost nothing are read so, of arrays that stand on the message alone. What is not a known text keeps the test from being skipped; null does
 * so where it matters whether the whole is null or false.
 */
import { limits } from "../base/limits.ts";
import { literalsOfTextTest } from "./compile-texts.ts";
import type { Code, Compiling } from "./compiling.ts";
import { fold } from "./fold.ts";
import type { Interned } from "./interned.ts";
import { elementsOf, isArray, textOf } from "./outcome.ts";
import type { Run } from "./run.ts";
import type { Schema } from "./types.ts";

/** Some element's field, joined with the others, holds one of the literals. */
interface Need {
  readonly field: Interned;
  /** Case-folded. */
  readonly literals: readonly string[];
}

/** The fields of all elements, folded and joined. */
export interface JoinedFields {
  readonly text: string;
  readonly hasNull: boolean;
  readonly cost: number;
}

/** Elements beyond which the joined text is not made. */
const ELEMENTS_MAX = 2_000;
/** More are no help. */
const NEEDS_MAX = 8;
const LITERALS_MAX = 200;
const LITERAL_CHARS_MIN = 3;

/** Whether the test may be true (`mayHold`), or anything but false (`mayMatter`). */
export interface ElementGuard {
  readonly mayHold: (run: Run) => boolean;
  readonly mayMatter: (run: Run) => boolean;
}

/** Null for what is no `any` over closed elements, or says nothing about its literals. */
export function elementGuard(compiler: Compiling, node: Interned, schema: Schema): ElementGuard | null {
  const [array, body] = node.parts;
  const isAny = node.expression.kind === "call" && node.expression.name === "any";
  if (!isAny || array === undefined || body === undefined || array.reach !== 0) return null;
  const needs = needsOf(body, schema);
  if (needs === null || needs.length > NEEDS_MAX) return null;
  const elements = compiler.code(array);
  const lookUps = needs.map(({ field, literals }) => {
    const joined = compiler.joinedNumber(array, field);
    const code = compiler.code(field);
    const numbers = literals.map((literal) => ({ literal, number: compiler.literals.numberOf(literal) }));
    return { joined, code, numbers };
  });
  const may = (run: Run, isNullEnough: boolean): boolean => {
    for (const { joined, code, numbers } of lookUps) {
      const fields = run.joined(joined, () => joinedOf(run, elements, code));
      if (fields === null || (fields.hasNull && !isNullEnough)) return true;
      const facts = run.facts(fields.text);
      for (const { literal, number } of numbers) if (facts.has(number, literal)) return true;
    }
    return false;
  };
  return { mayHold: (run) => may(run, true), mayMatter: (run) => may(run, false) };
}

/** Null where some field is not known, or no array is there. */
function joinedOf(run: Run, array: Code, field: Code): JoinedFields | null {
  const elements = elementsOf(array(run));
  if (!isArray(elements) || elements.length > ELEMENTS_MAX) return null;
  const texts = new Set<string>();
  let hasNull = false;
  let chars = 0;
  const top = ++run.top;
  for (const element of elements) {
    run.stack[top] = element;
    const value = field(run);
    const text = typeof value === "string" ? value : value === null ? null : textOf(value);
    if (text !== null) {
      if (!texts.has(text)) chars += text.length;
      texts.add(text);
    } else if (value === null) hasNull = true;
    else {
      run.top--;
      return null;
    }
  }
  run.top--;
  if (chars > limits.mqlJoinedCharsMax) return null;
  return { text: [...texts].join("\n"), hasNull, cost: elements.length };
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
    default: {
      const literals = literalsIn(body);
      const [field] = parts;
      if (literals === null || field === undefined || !isPlainField(field, schema)) return null;
      const isUseful = literals.length <= LITERALS_MAX && literals.every(({ length }) => length >= LITERAL_CHARS_MIN);
      return isUseful ? [{ field, literals }] : null;
    }
  }
}

function merged(needs: readonly Need[]): readonly Need[] {
  const byField = new Map<Interned, readonly string[]>();
  for (const { field, literals } of needs) byField.set(field, [...(byField.get(field) ?? []), ...literals]);
  return [...byField].map(([field, literals]) => ({ field, literals: [...new Set(literals)] }));
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

/** The element itself, or fields of it that lie there. */
function isPlainField({ expression, parts: [of] }: Interned, schema: Schema): boolean {
  if (expression.kind === "scope") return expression.depth === 1;
  if (expression.kind !== "member" || of?.type.kind !== "object") return false;
  const field = schema.objects.get(of.type.name)?.fields.get(expression.name);
  return field !== undefined && field.weight === undefined && isPlainField(of, schema);
}
