/**
 * Checked rules → closures (mql.md, section 13). Each expression of all rules is compiled once; a boolean one yields a `Ternary`, any other a value.
 * The answers are those of the plain evaluator, which a property test holds; only the way there is shorter: shared closed expressions are asked once
 * a message, cheap operands of `and` and `or` stand first, literals of texts are found in one scan.
 */
import { unreachable } from "../base/assert.ts";
import { countGuard, distanceGuard, isOpenTextTest, openTextTest, quickCall } from "./compile-builtins.ts";
import { builtinCall, hostCall } from "./compile-calls.ts";
import { allOf, anyTrueEnds, neverTrueEnds } from "./compile-junctions.ts";
import { compileLambda, quantifierTest } from "./compile-lambdas.ts";
import { compileMembership } from "./compile-membership.ts";
import { compilePath } from "./compile-path.ts";
import { compileTextTest, isTextTest } from "./compile-texts.ts";
import { type Code, type Compiling, part, type Test, wholeOf } from "./compiling.ts";
import { elementGuard } from "./element-literals.ts";
import { fold } from "./fold.ts";
import type { Guesser } from "./guesses.ts";
import type { Interned } from "./interned.ts";
import type { LiteralNumbers } from "./literal-numbers.ts";
import { truthOfCall, UNDETERMINED } from "./literals.ts";
import { arithmetic, compareMask, indexed, isNull, sliced } from "./operators.ts";
import { type Outcome, reasonsOf, undeterminedOf, undeterminedOfOne, undeterminedOfTwo, unwrapped } from "./outcome.ts";
import type { Ternary } from "./reason-sets.ts";
import type { Run } from "./run.ts";
import { builtinOf } from "./signatures.ts";
import type { CompareOperator, Expression } from "./syntax.ts";
import { countOf, maskOf } from "./truth.ts";
import type { Schema } from "./types.ts";
import { ANY_OF_ALL, IS_FALSE, IS_TRUE, Undetermined } from "./value.ts";

type Node<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

/** Slots are for what costs more than looking into one. */
const SLOT_WEIGHT_MIN = 2;
/** The same for answers about one element, which stand in a map by it. */
const ELEMENT_WEIGHT_MIN = 8;

export class Compiler implements Compiling {
  readonly schema: Schema;
  readonly literals: LiteralNumbers;
  readonly #guesser: Guesser;
  readonly #tests = new Map<Interned, Test>();
  readonly #codes = new Map<Interned, Code>();
  #slotCount = 0;
  #memoCount = 0;
  readonly #joinedNumbers = new Map<string, number>();

  constructor(schema: Schema, literals: LiteralNumbers, guesser: Guesser) {
    this.schema = schema;
    this.#guesser = guesser;
    this.literals = literals;
  }

  /** Of expressions whose answers stand by elements. */
  get memoCount(): number {
    return this.#memoCount;
  }

  get joinedCount(): number {
    return this.#joinedNumbers.size;
  }

  joinedNumber(path: readonly Interned[]): number {
    const key = path.map(({ number }) => number).join();
    const number = this.#joinedNumbers.get(key) ?? this.#joinedNumbers.size;
    this.#joinedNumbers.set(key, number);
    return number;
  }

  get slotCount(): number {
    return this.#slotCount;
  }

  /**
   * A whole rule. Only whether it may be true, and must be, is asked of it, so an `and` ends where nothing can make it true any more; that it is false
   * then, and not null, says nobody.
   */
  verdict(node: Interned): Test {
    const { expression } = node;
    if (expression.kind === "of") return this.#countVerdict(node);
    if (expression.kind === "call") {
      const guard = elementGuard(this, node, this.schema);
      const test = this.test(node);
      return guard === null ? test : (run) => (guard.mayHold(run) ? test(run) : IS_FALSE);
    }
    if (this.#isShared(node) || (expression.kind !== "and" && expression.kind !== "or")) return this.test(node);
    const items = this.#guesser.inOrder(expression.kind, node.parts);
    return expression.kind === "and"
      ? neverTrueEnds(items.map((item) => this.verdict(item)))
      : anyTrueEnds(items.map((item) => this.#alternative(item)));
  }

  /** Of an `or`: why one is not decided is told beside what another says, also where it cannot be true. */
  #alternative(node: Interned): Test {
    const { kind } = node.expression;
    return kind === "of" || kind === "call" ? this.test(node) : this.verdict(node);
  }

  /** Where a boolean is wanted. */
  test(node: Interned): Test {
    let test = this.#tests.get(node);
    if (test === undefined) {
      test = this.#slottedTest(node);
      this.#tests.set(node, test);
    }
    return test;
  }

  /** Where a value is wanted. */
  code(node: Interned): Code {
    let code = this.#codes.get(node);
    if (code === undefined) {
      code = this.#slottedCode(node);
      this.#codes.set(node, code);
    }
    return code;
  }

  #isShared(node: Interned): boolean {
    return node.reach === 0 && (node.uses > 1 || node.isRepeated) && node.weight >= SLOT_WEIGHT_MIN;
  }

  /**
   * Reads one element alone, and is asked about it again: by another rule, or for each element of a lambda inside, of which it reads nothing.
   * How far outside that element is bound, from 0; -1 for others.
   */
  #elementOf({ nearest, reach, uses, weight }: Interned): number {
    if (reach === 0 || nearest !== reach || weight < ELEMENT_WEIGHT_MIN) return -1;
    return uses > 1 || reach > 1 ? reach - 1 : -1;
  }

  /** Its answer stands in a slot, or in a map by element. */
  #isKept(node: Interned): boolean {
    return this.#isShared(node) || this.#elementOf(node) >= 0;
  }

  #slottedTest(node: Interned): Test {
    if (!isTest(node.expression)) return testOfValue(this.code(node));
    const test = this.#compileTest(node);
    const up = this.#elementOf(node);
    if (up >= 0) {
      const number = this.#memoCount++;
      return (run) => run.elementTruth(number, up, test);
    }
    if (!this.#isShared(node)) return test;
    const slot = this.#slotCount++;
    return (run) => run.sharedTruth(slot, test);
  }

  #slottedCode(node: Interned): Code {
    if (isTest(node.expression)) {
      const test = this.test(node);
      return (run) => run.reasons.valueOf(test(run));
    }
    const code = this.#compileCode(node);
    const up = this.#elementOf(node);
    if (up >= 0) {
      const number = this.#memoCount++;
      return (run) => run.elementValue(number, up, code);
    }
    if (!this.#isShared(node)) return code;
    const slot = this.#slotCount++;
    return (run) => run.sharedValue(slot, code);
  }

  #compileTest(node: Interned): Test {
    const { expression } = node;
    switch (expression.kind) {
      case "not": {
        const of = this.test(part(node, 0));
        return (run) => run.reasons.not(of(run));
      }
      case "and":
        return allOf(this.#guesser.inOrder("and", node.parts).map((item) => this.test(item)));
      case "or":
        return anyTrueEnds(this.#guesser.inOrder("or", node.parts).map((item) => this.test(item)));
      case "compare":
        return this.#compare(node, expression.operators);
      case "in":
        return compileMembership(this, node, expression);
      case "is-null":
        return nullTest(this.code(part(node, 0)), expression.not);
      case "of":
        return this.#count(node);
      default:
        return (
          compileTextTest(this, node) ??
          openTextTest(this, node) ??
          undeterminedTest(expression) ??
          this.#quantifier(node)
        );
    }
  }

  #quantifier(node: Interned): Test {
    const test = quantifierTest(this, node);
    const guard = elementGuard(this, node, this.schema);
    return guard === null ? test : (run) => (guard.mayMatter(run) ? test(run) : IS_FALSE);
  }

  #compileCode(node: Interned): Code {
    const { expression } = node;
    switch (expression.kind) {
      case "string":
      case "int":
      case "float":
      case "bool": {
        const { value } = expression;
        return () => value;
      }
      case "null":
        return () => null;
      case "array":
      case "tuple":
        return this.#items(node);
      case "name":
        return this.#root(expression.name);
      case "scope": {
        const up = expression.depth - 1;
        return (run) => run.stack[run.top - up] ?? null;
      }
      case "list": {
        const { name } = expression;
        return (run) => {
          const list = run.list(name);
          return list instanceof Undetermined ? list : list.values;
        };
      }
      case "member":
        return compilePath(
          node,
          this.schema,
          (step) => this.#isKept(step),
          (origin) => this.code(origin),
        );
      case "index":
        return onTwo(this.code(part(node, 0)), this.code(part(node, 1)), indexed);
      case "slice":
        return this.#slice(node, expression);
      case "call":
        return this.#call(node, expression);
      case "negative":
        return onTwo(
          () => 0,
          this.code(part(node, 0)),
          (zero, of) => arithmetic("-", zero, of, node.type.kind === "int"),
        );
      case "arithmetic": {
        const { operator } = expression;
        const isInt = node.type.kind === "int";
        return onTwo(this.code(part(node, 0)), this.code(part(node, 1)), (a, b) => arithmetic(operator, a, b, isInt));
      }
      case "error":
        return () => new Undetermined(["error:syntax"]);
      case "not":
      case "and":
      case "or":
      case "compare":
      case "in":
      case "is-null":
      case "of":
        throw new Error(`${expression.kind} is a test`);
      default:
        return unreachable(expression);
    }
  }

  #items(node: Interned): Code {
    const items = node.parts.map((item) => this.code(item));
    return (run) => items.map((item) => wholeOf(item(run)));
  }

  #root(name: string): Code {
    const field = this.schema.objects.get(this.schema.root)?.fields.get(name);
    if (field === undefined) return () => null;
    return (run) => {
      try {
        return field.read(run.host.root);
      } catch {
        return new Undetermined([`error:${run.host.root.type}.${name}`]);
      }
    };
  }

  #slice(node: Interned, { start, end }: Node<"slice">): Code {
    const of = this.code(part(node, 0));
    const from = start === null ? null : this.code(part(node, 1));
    const to = end === null ? null : this.code(part(node, start === null ? 1 : 2));
    return (run) => {
      const source = of(run);
      const low = from?.(run);
      const high = to?.(run);
      return undeterminedOf([source, low ?? 0, high ?? 0]) ?? sliced(source, low, high);
    };
  }

  #compare(node: Interned, operators: readonly CompareOperator[]): Test {
    const [operator, ...more] = operators;
    const operands = node.parts.map((operand) => this.code(operand));
    const [left, right] = operands;
    if (operator !== undefined && left !== undefined && right !== undefined && more.length === 0) {
      const mayHold = countGuard(this, node, operator) ?? distanceGuard(this, node, operator);
      const literal = node.parts[1]?.expression;
      if (mayHold === null && literal?.kind === "string") return comparedToText(operator, left, literal.value);
      if (mayHold === null) return (run) => compared(run, operator, left(run), right(run));
      return (run) => (mayHold(run) ? compared(run, operator, left(run), right(run)) : IS_FALSE);
    }
    return (run) => {
      const values = operands.map((operand) => operand(run));
      const masks = operators.map((each, index) =>
        compared(run, each, values[index] ?? null, values[index + 1] ?? null),
      );
      return masks.reduce((all, mask) => run.reasons.and(all, mask), IS_TRUE);
    };
  }

  #count(node: Interned): Test {
    const [count, ...items] = node.parts;
    const needed = count?.expression.kind === "int" ? count.expression.value : Number.NaN;
    const tests = items.map((item) => this.test(item));
    return (run) => {
      const truths = tests.map((test) => test(run));
      const mask = countOf(
        needed,
        truths.map((truth) => truth & 7),
      );
      const set = truths.reduce((all, truth) => run.reasons.union(all, truth >> 3), 0);
      return mask === IS_TRUE || mask === IS_FALSE || mask === 4 ? mask : (set << 3) | mask;
    };
  }

  /** Ends where too few are left that may be true: null or false, the rule does not match. */
  #countVerdict(node: Interned): Test {
    const [count, ...items] = node.parts;
    const needed = count?.expression.kind === "int" ? count.expression.value : Number.NaN;
    const tests = this.#guesser.inOrder("and", items).map((item) => this.test(item));
    const missingMax = tests.length - needed;
    const all = this.test(node);
    return (run) => {
      let missing = 0;
      let areTrue = 0;
      for (const test of tests) {
        const truth = test(run);
        if (truth === IS_TRUE && ++areTrue >= needed) return IS_TRUE;
        if ((truth & IS_TRUE) === 0 && ++missing > missingMax) return IS_FALSE;
      }
      return all(run);
    };
  }

  #call(node: Interned, expression: Node<"call">): Code {
    const builtin = builtinOf(expression.name);
    if (builtin?.isLambda === true) return this.#lambda(node);
    if (builtin !== null) return quickCall(this, node, builtin.name) ?? builtinCall(this, node, builtin.name);
    const called = this.schema.functions.get(expression.name);
    return called === undefined ? () => new Undetermined([`error:${expression.name}`]) : hostCall(this, node, called);
  }

  /** A filter that no element may pass has none. */
  #lambda(node: Interned): Code {
    const code = compileLambda(this, node);
    const guard = elementGuard(this, node, this.schema);
    return guard === null ? code : (run) => (guard.mayHold(run) ? code(run) : []);
  }
}

/** Nodes that yield masks; calls of `any`, `all` and tests of texts do too. */
export function isTest(expression: Expression): boolean {
  switch (expression.kind) {
    case "not":
    case "and":
    case "or":
    case "compare":
    case "in":
    case "is-null":
    case "of":
      return true;
    case "call":
      return (
        ["any", "all", UNDETERMINED].includes(expression.name) || isOpenTextTest(expression) || isTextTest(expression)
      );
    default:
      return false;
  }
}

/** A residual's operand that was never to be known. */
function undeterminedTest(expression: Expression): Test | null {
  if (expression.kind !== "call" || expression.name !== UNDETERMINED) return null;
  const { mask, reasons } = truthOfCall(expression.args);
  return (run) => (run.reasons.numberOf({ reasons }) << 3) | mask;
}

/** A value where a boolean is wanted. */
function testOfValue(code: Code): Test {
  return (run) => truthOfValue(run, code(run));
}

function truthOfValue(run: Run, value: Outcome): Ternary {
  if (value === true) return IS_TRUE;
  if (value === false) return IS_FALSE;
  const plain = unwrapped(value);
  if (plain === null || typeof plain === "boolean") return maskOf(plain);
  return run.reasons.unknown({ reasons: reasonsOf(value) ?? ["error:type"] });
}

function onTwo(left: Code, right: Code, of: (a: Outcome, b: Outcome) => Outcome): Code {
  return (run) => {
    const a = left(run);
    const b = right(run);
    return undeterminedOfTwo(a, b) ?? of(a, b);
  };
}

function compared(run: Run, operator: CompareOperator, a: Outcome, b: Outcome): Ternary {
  const mask = compareMask(operator, a, b);
  if (mask instanceof Undetermined) return run.reasons.unknown(mask);
  if (mask === IS_TRUE || mask === IS_FALSE || mask === 4) return mask;
  return (run.reasons.numberOf(undeterminedOfTwo(a, b) ?? { reasons: [] }) << 3) | mask;
}

/** Most comparisons of rules are of a text with one that the rule names. */
function comparedToText(operator: CompareOperator, left: Code, literal: string): Test {
  const onAny = (run: Run, value: Outcome) => compared(run, operator, value, literal);
  const isFolded = operator === "=~" || operator === "!~";
  if (!isFolded && operator !== "==" && operator !== "!=") return (run) => onAny(run, left(run));
  const wanted = isFolded ? fold(literal) : literal;
  const [onSame, onOther] = operator === "==" || operator === "=~" ? [IS_TRUE, IS_FALSE] : [IS_FALSE, IS_TRUE];
  return (run) => {
    const value = left(run);
    if (typeof value !== "string") return onAny(run, value);
    return (isFolded ? fold(value) : value) === wanted ? onSame : onOther;
  };
}

function nullTest(code: Code, isNot: boolean): Test {
  return (run) => {
    const value = code(run);
    const unknown = undeterminedOfOne(value);
    if (unknown !== null) return (run.reasons.numberOf(unknown) << 3) | ANY_OF_ALL;
    return isNull(value) !== isNot ? IS_TRUE : IS_FALSE;
  };
}
