/**
 * Checked rules ↔ plain data, so that they can be kept and need not be read and checked again.
 *
 * All rules are one table of nodes in which what means the same stands once (`interned.ts`); a node names its parts by their places, which are
 * smaller than its own, so that one walk from the front makes all of them:
 *
 *     nodes   { own: [0, "name", "subject"], type: 0, parts: [] }  { own: …, parts: [0] }  …
 *     roots   the place of each rule
 *
 * Unpacked rules answer what the packed ones did. Two things differ: places in the text are gone (problems were told before), and nodes are shared
 * between rules, since each knows its type wherever it stands. Whoever keeps the data says whether it is what was packed: nothing here
 * distrusts it beyond its form. Cost: linear in the nodes.
 */
import type { Span } from "../base/span.ts";
import type { Checked } from "./checked.ts";
import { type Interned, Interner, partsOf } from "./interned.ts";
import type { Expression } from "./syntax.ts";
import type { Schema, Type } from "./types.ts";
import { withParts } from "./with-parts.ts";

/** Survives JSON. */
export interface PackedTrees {
  /** Each once. */
  readonly types: readonly Type[];
  readonly nodes: readonly PackedNode[];
  readonly roots: readonly number[];
}

/** The node without its parts and its place; places of its type and its parts. */
export type PackedNode = readonly [own: OwnFields, type: number, ...parts: readonly number[]];
type OwnFields = Readonly<Record<string, unknown>>;

const NOWHERE: Span = { start: 0, end: 0 };
/** Stands where a part will. */
const HOLE: Expression = { kind: "null", span: NOWHERE };

export function packTrees(rules: readonly Checked[], schema: Schema): PackedTrees {
  const interner = new Interner(schema);
  const roots = rules.map((rule) => interner.rule(rule).number);
  const types = new Map<string, number>();
  const kept: Type[] = [];
  const typeNumber = (type: Type): number => {
    const key = JSON.stringify(type);
    let number = types.get(key);
    if (number === undefined) {
      number = kept.push(type) - 1;
      types.set(key, number);
    }
    return number;
  };
  const nodes = interner.all.map((node) => packedNode(node, typeNumber(node.type)));
  return { types: kept, nodes, roots };
}

function packedNode({ expression, parts }: Interned, type: number): PackedNode {
  return [ownFields(expression), type, ...parts.map(({ number }) => number)];
}

/** What is no part: those stand as holes, since their number and which of them are absent belongs to the node. */
function ownFields(expression: Expression): OwnFields {
  const holes = partsOf(expression).map(() => HOLE);
  const { span: _, ...own } = holes.length === 0 ? expression : withParts(expression, holes);
  return JSON.parse(JSON.stringify(own, withoutPlaces)) as OwnFields;
}

function withoutPlaces(key: string, value: unknown): unknown {
  if (key === "span" || key === "nameSpan") return undefined;
  return value === HOLE ? 0 : value;
}

/** Null where the data has not the form; the rules of `packed` in their order otherwise. */
export function unpackTrees({ types, nodes, roots }: PackedTrees): readonly Checked[] | null {
  const made: Expression[] = [];
  const typeOf = new Map<Expression, Type>();
  for (const [own, typeNumber, ...places] of nodes) {
    const type = types[typeNumber];
    const parts = places.map((place) => made[place]);
    if (type === undefined || !parts.every((part) => part !== undefined)) return null;
    const bare = { ...own, span: NOWHERE, ...(own["kind"] === "call" ? { nameSpan: NOWHERE } : {}) } as Expression;
    const node = parts.length === 0 ? bare : withParts(withSpans(bare), parts);
    made.push(node);
    typeOf.set(node, type);
  }
  const rules: Checked[] = [];
  for (const root of roots) {
    const expression = made[root];
    const type = expression === undefined ? undefined : typeOf.get(expression);
    if (expression === undefined || type === undefined) return null;
    rules.push({ expression, type, types: typeOf, sharesNodes: true });
  }
  return rules;
}

function withSpans(node: Expression): Expression {
  if (node.kind !== "call" || node.keywords.length === 0) return node;
  return { ...node, keywords: node.keywords.map((keyword) => ({ ...keyword, span: NOWHERE })) };
}
