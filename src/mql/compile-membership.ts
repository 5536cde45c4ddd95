/** `x in (…)`, `x in array`, `x in $list`, compiled: tuples of literals are sets, lists are asked. */
import type { Code, Compiling, Test } from "./compiling.ts";
import { part } from "./compiling.ts";
import { fold } from "./fold.ts";
import type { Interned } from "./interned.ts";
import { anyOf } from "./lambdas.ts";
import { areEqual, areEqualFolded } from "./operators.ts";
import { elementsOf, type Outcome, reasonsOf, textOf, undeterminedOf, unwrapped } from "./outcome.ts";
import type { Ternary } from "./reason-sets.ts";
import type { Run } from "./run.ts";
import type { Expression } from "./syntax.ts";
import { maskOf, Truth } from "./truth.ts";
import { ANY_OF_ALL, IS_FALSE, IS_NULL, IS_TRUE, Undetermined } from "./value.ts";

type InNode = Extract<Expression, { readonly kind: "in" }>;

export function compileMembership(compiler: Compiling, node: Interned, { among, folded, not }: InNode): Test {
  const value = compiler.code(part(node, 0));
  const found = membership(compiler, node, value, { among, folded });
  return not ? (run) => run.reasons.not(found(run)) : found;
}

function membership(
  compiler: Compiling,
  node: Interned,
  value: Code,
  { among, folded }: Pick<InNode, "among" | "folded">,
): Test {
  if (among.kind === "list") return inList(value, among.name, folded);
  const literals = literalSet(among, folded);
  if (literals !== null) return inSet(value, literals, folded);
  return inElements(value, compiler.code(part(node, 1)), folded);
}

interface LiteralSet {
  readonly members: ReadonlySet<string | number>;
  readonly kind: "string" | "number";
}

/** A tuple or array of literals of one kind, at least one. */
function literalSet(among: Expression, isFolded: boolean): LiteralSet | null {
  if (among.kind !== "tuple" && among.kind !== "array") return null;
  const members = new Set<string | number>();
  for (const item of among.items) {
    if (item.kind === "string") members.add(isFolded ? fold(item.value) : item.value);
    else if ((item.kind === "int" || item.kind === "float") && !isFolded) members.add(item.value);
    else return null;
  }
  const kinds = new Set([...members].map((member) => typeof member));
  if (kinds.size !== 1) return null;
  return { members, kind: kinds.has("string") ? "string" : "number" };
}

/** A value of another kind, or null, equals no member and differs from none: null. */
function inSet(value: Code, { members, kind }: LiteralSet, isFolded: boolean): Test {
  return (run) => {
    const outcome = value(run);
    const sought = typeof outcome === "string" ? outcome : unwrapped(outcome);
    if (typeof sought === kind) {
      const member = isFolded && typeof sought === "string" ? run.facts(sought).folded : (sought as string | number);
      return members.has(member) ? IS_TRUE : IS_FALSE;
    }
    const unknown = undeterminedOf([sought]);
    return unknown === null ? IS_NULL : run.reasons.unknown(unknown);
  };
}

function inList(value: Code, name: string, isFolded: boolean): Test {
  return (run) => {
    const sought = value(run);
    const list = run.list(name);
    const unknown = undeterminedOf(list instanceof Undetermined ? [sought, list] : [sought]);
    if (unknown !== null || list instanceof Undetermined) return run.reasons.unknown(unknown ?? { reasons: [] });
    const text = textOf(sought);
    if (text === null) return list.values.length === 0 ? IS_FALSE : IS_NULL;
    return (isFolded ? list.hasFolded(text) : list.has(text)) ? IS_TRUE : IS_FALSE;
  };
}

function inElements(value: Code, among: Code, isFolded: boolean): Test {
  const equal = isFolded ? areEqualFolded : areEqual;
  return (run) => {
    const sought = value(run);
    const elements = among(run);
    if (reasonsOf(sought) !== null)
      return anything(run, [...(reasonsOf(sought) ?? []), ...(reasonsOf(elements) ?? [])]);
    const plain = unwrapped(sought);
    const { mask, reasons } = anyOf("or", elementsOf(elements), (element) => {
      run.charge(1);
      const why = reasonsOf(element);
      return why === null
        ? new Truth(maskOf(equal(plain, unwrapped(element) as Outcome)), [])
        : new Truth(ANY_OF_ALL, why);
    });
    return (run.reasons.numberOf({ reasons }) << 3) | mask;
  };
}

function anything(run: Run, reasons: readonly string[]): Ternary {
  return run.reasons.unknown({ reasons });
}
