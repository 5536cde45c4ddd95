/**
 * What is left of a rule once a message has told all it can: an expression in which everything that is known stands as a literal, for a later
 * moment that knows more (whose mail this is, who was known by then).
 *
 * `later` names the reasons that may be resolved. Where none of them stands in the way the answer is final. Quantifiers over elements that the message
 * has are unrolled where their body waits for something; what cannot be written as a literal (an object of the message) or grows too large makes
 * the rule undetermined with `limit:residual`. What will never be known is written as a call of `undetermined`.
 *
 * Holds (property test): the residual, printed, read and evaluated with the later things known says what the rule says with everything known.
 */
import { unreachable } from "../base/assert.ts";
import { limits } from "../base/limits.ts";
import type { Checked } from "./checked.ts";
import { folded, outcomeOf, type Scope, toTruth, truthValue } from "./evaluate.ts";
import { partsOf } from "./interned.ts";
import { LimitReached } from "./limit-reached.ts";
import { literalOf, truthLiteral, truthOfCall, UNDETERMINED } from "./literals.ts";
import { elementsOf, IntRange, MaybeArray, type Outcome, reasonsOf } from "./outcome.ts";
import { builtinOf } from "./signatures.ts";
import type { Expression } from "./syntax.ts";
import { NOT, Truth } from "./truth.ts";
import { ANY_OF_ALL, IS_FALSE, IS_NULL, IS_TRUE, Undetermined, type Value } from "./value.ts";
import { withParts } from "./with-parts.ts";

export type Residual =
  | { readonly kind: "known"; readonly truth: Truth }
  /** Not larger than `limits.mqlResidualCharsMax`, all texts in it counted. */
  | { readonly kind: "open"; readonly expression: Expression };

/** What the plain evaluator says of a node that reads no element of a lambda around it; undefined for one that is not known. */
export type Answered = (node: Expression) => Outcome | Truth | undefined;

/** `scope` is that of the whole rule, without elements. `answered`: of the same message; what it does not know is evaluated. */
export function residualOf(
  { expression }: Checked,
  scope: Scope,
  later: ReadonlySet<string>,
  answered: Answered = () => undefined,
): Residual {
  try {
    const left = new Folding(scope, later, answered).truth(expression, []);
    return left instanceof Truth ? { kind: "known", truth: left } : { kind: "open", expression: left };
  } catch (cause) {
    if (!(cause instanceof LimitReached)) throw cause;
    return { kind: "known", truth: new Truth(ANY_OF_ALL, [cause.reason]) };
  }
}

/** Whether what is left may be true one day: `undetermined` never is, so an `and` with it is not. */
export function canHold(expression: Expression): boolean {
  switch (expression.kind) {
    case "and":
      return expression.items.every(canHold);
    case "or":
      return expression.items.some(canHold);
    case "not":
      return expression.of.kind !== "call" || canHold(expression.of);
    case "call":
      return expression.name !== UNDETERMINED || truthOfCall(expression.args).mask === IS_TRUE;
    default:
      return true;
  }
}

/** What a lambda around binds: an element of the message; an expression in its place; or an element that only later is there. */
type Frame =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "open" };

type Frames = readonly Frame[];
type Node<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

/** What is left of a node: what it is, or an expression. Expressions have a `kind` and a `span`; no outcome is one of them. */
interface Known {
  readonly outcome: Outcome | Truth;
}
type Left = Known | Expression;

class Folding {
  readonly #scope: Scope;
  readonly #later: ReadonlySet<string>;
  readonly #answered: Answered;
  #charsLeft: number = limits.mqlResidualCharsMax;

  constructor(scope: Scope, later: ReadonlySet<string>, answered: Answered) {
    this.#scope = scope;
    this.#later = later;
    this.#answered = answered;
  }

  /** Where a boolean is wanted. */
  truth(expression: Expression, frames: Frames): Truth | Expression {
    const left = this.#left(expression, frames);
    return isKnown(left) ? truthOf(left.outcome) : left;
  }

  #left(expression: Expression, frames: Frames): Left {
    this.#grow(1);
    if (frames.every(isValue) || !reachesOpen(expression, frames, 0)) {
      const outcome = this.#evaluate(expression, frames);
      if (!this.#waits(outcome)) return { outcome };
    }
    return this.#open(expression, frames);
  }

  #evaluate(expression: Expression, frames: Frames): Outcome | Truth {
    const answer = this.#answered(expression);
    if (answer !== undefined) return answer;
    const elements = frames.map((frame) => (frame.kind === "value" ? frame.value : null));
    return outcomeOf(expression, { ...this.#scope, elements });
  }

  #waits(outcome: Outcome | Truth): boolean {
    const reasons = outcome instanceof Truth ? outcome.reasons : [...innerReasons(outcome)];
    return reasons.some((reason) => this.#later.has(reason));
  }

  /** The node waits for something; what of it is known becomes literals. */
  #open(expression: Expression, frames: Frames): Left {
    switch (expression.kind) {
      case "name":
      case "list":
        return expression;
      case "scope":
        return this.#element(expression, frames);
      case "not": {
        const of = this.truth(expression.of, frames);
        return of instanceof Truth
          ? { outcome: new Truth(NOT[of.mask] ?? ANY_OF_ALL, of.reasons) }
          : { ...expression, of };
      }
      case "and":
      case "or":
        return this.#junction(
          expression,
          expression.items.map((item) => this.truth(item, frames)),
        );
      case "of": {
        const items = expression.items.map((item) => this.#written(item, this.truth(item, frames)));
        return { ...expression, items };
      }
      case "array":
      case "tuple":
        return { ...expression, items: expression.items.map((item) => this.#literal(item, frames)) };
      case "call":
        return this.#call(expression, frames);
      case "member":
        return this.#path(expression, frames) ?? this.#strict(expression, frames);
      case "compare":
        return this.#chain(expression, frames);
      case "index":
      case "slice":
      case "negative":
      case "arithmetic":
      case "in":
      case "is-null":
        return this.#strict(expression, frames);
      case "string":
      case "int":
      case "float":
      case "bool":
      case "null":
      case "error":
        return { outcome: this.#evaluate(expression, frames) };
      default:
        return unreachable(expression);
    }
  }

  #element(expression: Node<"scope">, frames: Frames): Left {
    const frame = frames.at(-expression.depth);
    if (frame === undefined || frame.kind === "value") return { outcome: frame?.value ?? null };
    if (frame.kind === "expression") return frame.expression;
    // Only lambdas that are left count: the others were unrolled.
    const inner = frames.slice(frames.length - expression.depth);
    return { ...expression, depth: inner.filter(({ kind }) => kind === "open").length };
  }

  /** `and`, `or`: what is known is one operand at most, and none where it changes nothing. */
  #junction(expression: Node<"and" | "or">, items: readonly (Truth | Expression)[]): Left {
    const { kind } = expression;
    const known = folded(
      kind,
      items.filter((item) => item instanceof Truth),
    );
    const open = items.filter((item): item is Expression => !(item instanceof Truth));
    const [neutral, ends] = kind === "and" ? [IS_TRUE, IS_FALSE] : [IS_FALSE, IS_TRUE];
    if (known.mask === ends || open.length === 0) return { outcome: known };
    const all = known.mask === neutral ? open : [...open, this.#written(expression, known)];
    const [only] = all;
    return all.length === 1 && only !== undefined
      ? only
      : { ...expression, kind, items: all.flatMap((item) => (item.kind === kind ? item.items : [item])) };
  }

  /** A path from the message: it will stand for the same later. */
  #path(expression: Node<"member">, frames: Frames): Expression | null {
    if (isPath(expression)) return expression;
    const of = this.#left(expression.of, frames);
    return isKnown(of) ? null : { ...expression, of };
  }

  /** `a < b <= c` is `a < b and b <= c`: each pair is folded by itself. */
  #chain(expression: Node<"compare">, frames: Frames): Left {
    const { operators, operands, span } = expression;
    if (operators.length === 1) return this.#strict(expression, frames);
    const pairs = operators.map((operator, index) =>
      this.truth({ kind: "compare", span, operators: [operator], operands: operands.slice(index, index + 2) }, frames),
    );
    return this.#junction({ kind: "and", span, items: [] }, pairs);
  }

  /** A form that is undetermined where an operand is: one that will never be known decides it. */
  #strict(expression: Expression, frames: Frames): Left {
    const parts = partsOf(expression);
    const lefts = parts.map((part) => this.#left(part, frames));
    const isLenient = expression.kind === "compare" || expression.kind === "in";
    // Half-known operands may still decide these, and have no literal.
    if (isLenient && lefts.some((left) => isKnown(left) && isHalfKnown(left.outcome)))
      throw new LimitReached("residual");
    const never = lefts.flatMap((left) => (isKnown(left) ? (strictReasons(left.outcome) ?? []) : []));
    if (never.length > 0) return { outcome: unknownOf(expression, never) };
    const written = lefts.map((left, index) =>
      isKnown(left) ? this.#writtenOperand(parts[index] ?? expression, left.outcome) : left,
    );
    return withParts(expression, written);
  }

  #literal(expression: Expression, frames: Frames): Expression {
    const left = this.#left(expression, frames);
    return isKnown(left) ? this.#writtenOperand(expression, left.outcome) : left;
  }

  #call(expression: Node<"call">, frames: Frames): Left {
    const builtin = builtinOf(expression.name);
    if (builtin?.isLambda === true) return this.#lambda(expression, frames);
    const isLenient = expression.name === "coalesce" || expression.name === "length" || expression.name === "flatten";
    if (!isLenient) return this.#strict(expression, frames);
    return withParts(
      expression,
      partsOf(expression).map((part) => this.#literal(part, frames)),
    );
  }

  #lambda(expression: Node<"call">, frames: Frames): Left {
    const [array, body] = expression.args;
    if (array === undefined) throw new LimitReached("residual");
    const source = this.#left(array, frames);
    const isQuantifier = expression.name === "any" || expression.name === "all";
    if (isKnown(source)) {
      const elements = elementsOf(valueOfKnown(source.outcome));
      if (isQuantifier && body !== undefined) return this.#unrolled(expression, body, elements, frames);
      if (expression.name === "map" && body !== undefined && Array.isArray(elements)) {
        return {
          kind: "array",
          span: expression.span,
          items: elements.map((value) => this.#literal(body, [...frames, { kind: "value", value }])),
        };
      }
      return this.#kept(expression, this.#writtenOperand(array, source.outcome), frames);
    }
    if (
      isQuantifier &&
      body !== undefined &&
      source.kind === "array" &&
      source.items.every((item) => !holdsScope(item))
    ) {
      const items = source.items.map((item) => this.truth(body, [...frames, frameOf(item)]));
      return this.#junction(junctionNode(expression), items);
    }
    return this.#kept(expression, source, frames);
  }

  /** The call stays, over an array that can be written; its body is folded for an element that is not known. */
  #kept(expression: Node<"call">, array: Expression, frames: Frames): Expression {
    const bodies = expression.args.slice(1).map((body) => this.#literal(body, [...frames, { kind: "open" }]));
    return { ...expression, args: [array, ...bodies] };
  }

  /** `any` is the `or` of its body over the elements, `all` the `and`; an element that may not be there leaves both ways open. */
  #unrolled(expression: Node<"call">, body: Expression, elements: ReturnType<typeof elementsOf>, frames: Frames): Left {
    const isAny = expression.name === "any";
    if (elements === null) return { outcome: new Truth(isAny ? IS_NULL : IS_TRUE, []) };
    if (elements instanceof Undetermined) return { outcome: new Truth(ANY_OF_ALL, elements.reasons) };
    const parts = elements instanceof MaybeArray ? elements : { items: elements, sure: null, reasons: [] };
    const either = new Truth(IS_TRUE | IS_FALSE, parts.reasons);
    const items = parts.items.map((value, index) => {
      const item = this.truth(body, [...frames, { kind: "value", value }]);
      if (parts.sure?.[index] ?? true) return item;
      if (item instanceof Truth) return folded(isAny ? "and" : "or", [item, either]);
      const both = { kind: isAny ? ("and" as const) : ("or" as const), span: expression.span };
      return { ...both, items: [item, this.#written(expression, either)] };
    });
    return this.#junction(junctionNode(expression), items);
  }

  /** A boolean as an operand. */
  #written(expression: Expression, left: Truth | Expression): Expression {
    return left instanceof Truth ? this.#counted(truthLiteral(left, expression.span)) : left;
  }

  /** A value as an operand. A list stays what it is: the same one is there later. */
  #writtenOperand(expression: Expression, outcome: Outcome | Truth): Expression {
    if (outcome instanceof Truth) return this.#written(expression, outcome);
    if (expression.kind === "list") return expression;
    const type = this.#scope.types.get(expression);
    const literal = type === undefined ? null : literalOf(outcome, type, expression);
    if (literal !== null) return this.#counted(literal);
    throw new LimitReached("residual");
  }

  #counted(literal: Expression): Expression {
    this.#grow(sizeOf(literal));
    return literal;
  }

  #grow(chars: number): void {
    this.#charsLeft -= chars;
    if (this.#charsLeft < 0) throw new LimitReached("residual");
  }
}

function isKnown(left: Left): left is Known {
  return "outcome" in left;
}

function frameOf(item: Expression): Frame {
  return { kind: "expression", expression: item };
}

function junctionNode(expression: Node<"call">): Node<"and" | "or"> {
  return { kind: expression.name === "any" ? "or" : "and", span: expression.span, items: [] };
}

function truthOf(outcome: Outcome | Truth): Truth {
  return outcome instanceof Truth ? outcome : toTruth(outcome);
}

function valueOfKnown(outcome: Outcome | Truth): Outcome {
  return outcome instanceof Truth ? truthValue(outcome) : outcome;
}

function isHalfKnown(outcome: Outcome | Truth): boolean {
  return outcome instanceof MaybeArray || outcome instanceof IntRange;
}

function strictReasons(outcome: Outcome | Truth): readonly string[] | null {
  return reasonsOf(valueOfKnown(outcome));
}

function unknownOf(expression: Expression, reasons: readonly string[]): Outcome | Truth {
  const isBool = expression.kind === "compare" || expression.kind === "in" || expression.kind === "is-null";
  return isBool ? new Truth(ANY_OF_ALL, reasons) : new Undetermined(reasons);
}

function* innerReasons(outcome: Outcome): Generator<string> {
  yield* reasonsOf(outcome) ?? [];
  const items =
    outcome instanceof MaybeArray ? outcome.items : Array.isArray(outcome) ? (outcome as readonly Value[]) : [];
  for (const item of items) yield* innerReasons(item);
}

/** Fields of the message, by name. */
function isPath(expression: Expression): boolean {
  return expression.kind === "name" || (expression.kind === "member" && isPath(expression.of));
}

function isValue({ kind }: Frame): boolean {
  return kind === "value";
}

/** Whether the node reads an element that is not known. */
function reachesOpen(expression: Expression, frames: Frames, inside: number): boolean {
  if (expression.kind === "scope") {
    const depth = expression.depth - inside;
    const frame = depth > 0 ? frames.at(-depth) : undefined;
    return frame !== undefined && frame.kind !== "value";
  }
  const opens = expression.kind === "call" && builtinOf(expression.name)?.isLambda === true;
  return partsOf(expression).some((part, index) => reachesOpen(part, frames, opens && index > 0 ? inside + 1 : inside));
}

function holdsScope(expression: Expression): boolean {
  return expression.kind === "scope" || partsOf(expression).some(holdsScope);
}

function sizeOf(literal: Expression): number {
  if (literal.kind === "string") return literal.value.length + 2;
  return partsOf(literal).reduce((sum, part) => sum + sizeOf(part), 8);
}
