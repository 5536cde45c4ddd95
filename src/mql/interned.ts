/**
 * Expressions of many rules, each kept once (hash-consing): two nodes that mean the same are one entry, whatever rule they stand in. What
 * is used in several places and reads no element of a lambda around it ("closed") is worth a slot, in which a pass keeps its answer.
 */
import type { Checked } from "./checked.ts";
import { builtinOf } from "./signatures.ts";
import type { Expression } from "./syntax.ts";
import type { Schema, Type } from "./types.ts";

export interface Interned {
  readonly number: number;
  /** The first node that meant this. */
  readonly expression: Expression;
  readonly type: Type;
  /** Operands, items, arguments, then keyword values, in the order of the node. */
  readonly parts: readonly Interned[];
  /** How many lambdas outside of it its elements come from; 0 is closed. */
  readonly reach: number;
  /** The innermost of these lambdas, from 1; 0 for closed ones. */
  readonly nearest: number;
  /** A guess of what it costs; only its order counts. */
  readonly weight: number;
  /** Different expressions, or rules, that it stands in. */
  uses: number;
  /** Closed, and in the body of a lambda: without a slot it would be asked again for each element. */
  isRepeated: boolean;
}

/** What a field of an object costs beside the look. */
export type FieldWeight = (object: string, field: string) => number;

/** By the schema's own guesses. */
export function fieldWeights({ objects }: Schema): FieldWeight {
  return (object, field) => objects.get(object)?.fields.get(field)?.weight ?? 0;
}

export class Interner {
  readonly #fieldWeight: FieldWeight;
  readonly #root: string;
  readonly #byKey = new Map<string, Interned>();
  /** Every node of every rule; of rules that share nodes each is looked at once. */
  readonly #byNode = new Map<Expression, Interned>();
  readonly #all: Interned[] = [];

  constructor(schema: Schema) {
    this.#fieldWeight = fieldWeights(schema);
    this.#root = schema.root;
  }

  get all(): readonly Interned[] {
    return this.#all;
  }

  /** What each node of the rules, as they were given, became. */
  get byNode(): ReadonlyMap<Expression, Interned> {
    return this.#byNode;
  }

  /** Of a whole rule; counts as a use. */
  rule(checked: Checked): Interned {
    const root = this.#intern(checked.expression, checked.types);
    root.uses++;
    return root;
  }

  #intern(expression: Expression, types: Checked["types"]): Interned {
    let interned = this.#byNode.get(expression);
    if (interned === undefined) {
      const parts = partsOf(expression).map((part) => this.#intern(part, types));
      interned = this.#internWith(expression, parts, types);
      this.#byNode.set(expression, interned);
    }
    return interned;
  }

  #internWith(expression: Expression, parts: readonly Interned[], types: Checked["types"]): Interned {
    const type: Type = types.get(expression) ?? { kind: "null" };
    let key = labelOf(expression, type);
    for (const { number } of parts) key += `,${number}`;
    const found = this.#byKey.get(key);
    if (found !== undefined) return found;
    const interned: Interned = {
      number: this.#all.length,
      expression,
      type,
      parts,
      reach: reachOf(expression, parts),
      nearest: nearestOf(expression, parts),
      weight: weightOf(expression, parts) + this.#ownWeight(expression, parts),
      uses: 0,
      isRepeated: false,
    };
    this.#byKey.set(key, interned);
    this.#all.push(interned);
    for (const part of parts) part.uses++;
    if (isLambda(expression)) for (const body of parts.slice(1)) markRepeated(body);
    return interned;
  }

  #ownWeight(expression: Expression, [of]: readonly Interned[]): number {
    if (expression.kind === "name") return this.#fieldWeight(this.#root, expression.name);
    if (expression.kind !== "member" || of?.type.kind !== "object") return 0;
    return this.#fieldWeight(of.type.name, expression.name);
  }
}

function markRepeated(node: Interned): void {
  if (node.reach === 0) node.isRepeated = true;
  else if (!isLambda(node.expression)) node.parts.forEach(markRepeated);
  // The bodies of an inner lambda are marked already.
  else node.parts.slice(0, 1).forEach(markRepeated);
}

/** Everything below a node, in a fixed order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "array":
    case "tuple":
    case "and":
    case "or":
      return expression.items;
    case "member":
    case "negative":
    case "not":
      return [expression.of];
    case "index":
      return [expression.of, expression.index];
    case "slice":
      return [expression.of, expression.start, expression.end].filter((part) => part !== null);
    case "call":
      return [...expression.args, ...expression.keywords.map(({ value }) => value)];
    case "arithmetic":
      return [expression.left, expression.right];
    case "compare":
      return expression.operands;
    case "in":
      return [expression.value, expression.among];
    case "is-null":
      return [expression.value];
    case "of":
      return [expression.count, ...expression.items];
    default:
      return [];
  }
}

/** What tells a node apart from others with the same parts. Types matter: numbers divide by them, members are found by them. */
function labelOf(expression: Expression, type: Type): string {
  // Most leaves; their kind is their type, and no other label begins so.
  if (expression.kind === "string") return `"${expression.value}`;
  return `${expression.kind}:${typeLabel(type)}:${ownLabel(expression)}`;
}

function typeLabel(type: Type): string {
  if (type.kind === "array" || type.kind === "map") return `${type.kind}<${typeLabel(type.of)}>`;
  return type.kind === "object" ? `object ${type.name}` : type.kind;
}

function ownLabel(expression: Expression): string {
  switch (expression.kind) {
    case "int":
    case "float":
    case "bool":
      return String(expression.value);
    case "name":
    case "list":
    case "member":
      return expression.name;
    case "scope":
      return String(expression.depth);
    case "slice":
      return `${expression.start !== null} ${expression.end !== null}`;
    case "call":
      return `${expression.name} ${expression.args.length} ${expression.keywords.map(({ name }) => name).join()}`;
    case "arithmetic":
      return expression.operator;
    case "compare":
      return expression.operators.join();
    case "in":
      return `${expression.not} ${expression.folded}`;
    case "is-null":
      return String(expression.not);
    default:
      return "";
  }
}

function isLambda(expression: Expression): boolean {
  return expression.kind === "call" && builtinOf(expression.name)?.isLambda === true;
}

function reachOf(expression: Expression, parts: readonly Interned[]): number {
  if (expression.kind === "scope") return expression.depth;
  const opens = isLambda(expression);
  return parts.reduce((most, { reach }, index) => Math.max(most, opens && index > 0 ? reach - 1 : reach), 0);
}

function nearestOf(expression: Expression, parts: readonly Interned[]): number {
  if (expression.kind === "scope") return expression.depth;
  const opens = isLambda(expression);
  let least = 0;
  for (const [index, { nearest, reach }] of parts.entries()) {
    const isBody = opens && index > 0;
    // Of a body that reads its own element and others the others are not told apart: any of them may be the nearest.
    const depth = isBody ? (nearest > 1 ? nearest - 1 : reach > 1 ? 1 : 0) : nearest;
    if (depth > 0 && (least === 0 || depth < least)) least = depth;
  }
  return least;
}

/** Of functions of the host: most take files apart or parse. */
const HOST_CALL = 200;
const PATTERN_CALL = 12;
const TEXT_CALL = 4;
/** Elements that a lambda usually has. */
const ELEMENTS = 8;

function weightOf(expression: Expression, parts: readonly Interned[]): number {
  const sum = parts.reduce((all, { weight }) => all + weight, 0);
  switch (expression.kind) {
    case "string":
    case "int":
    case "float":
    case "bool":
    case "null":
    case "scope":
      return 0;
    case "tuple":
      return 1 + sum;
    case "call": {
      if (isLambda(expression)) {
        const [array, body] = parts;
        return (array?.weight ?? 0) + ELEMENTS * (1 + (body?.weight ?? 0));
      }
      return sum + callWeight(expression.name);
    }
    default:
      return 1 + sum;
  }
}

function callWeight(name: string): number {
  if (builtinOf(name) === null) return HOST_CALL;
  return name.startsWith("regex.") || name.includes("base64") || name.includes("levenshtein")
    ? PATTERN_CALL
    : TEXT_CALL;
}
