/**
 * What an expression costs, and how often it is true: guesses, by its form alone and by what the schema says of fields and functions. They decide in
 * which order the operands of `and` and `or` are asked, never what these answer: a rule should end at the cheapest condition that fails.
 *
 * Costs are microseconds. A field or function that many expressions read was probably worked out for another one: it costs less the more there
 * are. Each guess is made once a node; linear in the nodes of all rules.
 */
import { limits } from "../base/limits.ts";
import type { Interned } from "./interned.ts";
import { patternOf } from "./patterns.ts";
import { builtinOf } from "./signatures.ts";
import type { Expression } from "./syntax.ts";
import type { Schema } from "./types.ts";

export interface Guess {
  /** Microseconds. */
  readonly cost: number;
  /** From 0 to 1: how often it is true, where a boolean is wanted. */
  readonly odds: number;
  /** Elements, where it is an array; UTF-16 code units, where it is a text. */
  readonly count: number;
}

type Node<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

/** Looking into a slot, or comparing two values. */
const STEP = 0.05;
const TEXT_CALL = 0.15;
const PATTERN_CALL = 0.5;
/** Of a pattern without a literal that its matches hold: it runs over the text. */
const PATTERN_UNIT = 0.005;
const TEXT_UNITS = 50;
const DEAR_CALL = 10;
/** Functions of the host of which the schema says nothing: most parse something. */
const HOST_CALL = 30;
/** Elements of an array of which the schema says nothing. */
const ELEMENTS = 4;
/** That one given expression of many asks for a fact: most stand behind conditions that end their rule. */
const ASKED = 0.005;

/** That a text is one given literal, or holds it. */
const IS_LITERAL = 0.02;
const HOLDS_LITERAL = 0.04;
const FITS_PATTERN = 0.08;
const IN_LIST = 0.15;
const EVEN = 0.5;
const NEVER = 0.001;

export class Guesser {
  readonly #schema: Schema;
  readonly #guesses = new Map<Interned, Guess>();
  /** Expressions that read each field, as `Type.field`, and that call each function. */
  readonly #askers = new Map<string, number>();

  /** `all`: every node of every rule. */
  constructor(schema: Schema, all: readonly Interned[]) {
    this.#schema = schema;
    for (const node of all) {
      const name = this.#factOf(node);
      if (name !== null) this.#askers.set(name, (this.#askers.get(name) ?? 0) + node.uses);
    }
  }

  of(node: Interned): Guess {
    let guess = this.#guesses.get(node);
    if (guess === undefined) {
      guess = this.#guess(node);
      this.#guesses.set(node, guess);
    }
    return guess;
  }

  /** Operands of `and` or `or`, the one first that most probably ends it for the least. */
  inOrder(kind: "and" | "or", nodes: readonly Interned[]): readonly Interned[] {
    return [...nodes].sort((a, b) => this.#rank(kind, a) - this.#rank(kind, b) || a.weight - b.weight);
  }

  #rank(kind: "and" | "or", node: Interned): number {
    const { cost, odds } = this.of(node);
    return (cost + STEP) / Math.max(NEVER, kind === "and" ? 1 - odds : odds);
  }

  /** What it reads that may have to be worked out. */
  #factOf({ expression, parts: [of] }: Interned): string | null {
    if (expression.kind === "name") return `${this.#schema.root}.${expression.name}`;
    if (expression.kind === "member") return of?.type.kind === "object" ? `${of.type.name}.${expression.name}` : null;
    return expression.kind === "call" ? expression.name : null;
  }

  #guess(node: Interned): Guess {
    const { expression, parts } = node;
    const guesses = parts.map((part) => this.of(part));
    const sum = guesses.reduce((all, { cost }) => all + cost, 0);
    const [first = NOTHING, second = NOTHING] = guesses;
    switch (expression.kind) {
      case "string":
      case "int":
      case "float":
      case "null":
      case "scope":
      case "error":
        return { ...NOTHING, count: ELEMENTS };
      case "bool":
        return { ...NOTHING, odds: expression.value ? 1 : 0 };
      case "array":
      case "tuple":
        return { cost: sum, odds: EVEN, count: parts.length };
      case "list":
        return { cost: STEP, odds: EVEN, count: ELEMENTS };
      case "name":
      case "member":
        return this.#field(node, first.cost);
      case "not":
        return { cost: first.cost, odds: 1 - first.odds, count: 0 };
      case "and":
      case "or":
        return this.#junction(expression.kind, parts);
      case "compare":
        return { cost: sum + STEP, odds: comparedOdds(expression), count: 0 };
      case "in": {
        const odds = memberOdds(expression);
        return { cost: first.cost + (isLiteral(expression.among) ? 0 : second.cost) + STEP, odds, count: 0 };
      }
      case "is-null":
        return { cost: sum + STEP, odds: expression.not ? 1 - IN_LIST : IN_LIST, count: 0 };
      case "of":
        return { cost: sum, odds: IN_LIST, count: 0 };
      case "call":
        return this.#call(node, expression, guesses);
      default:
        return { cost: sum + STEP, odds: EVEN, count: first.count };
    }
  }

  #field(node: Interned, before: number): Guess {
    const { expression, parts } = node;
    const owner = expression.kind === "name" ? this.#schema.root : typeName(parts[0]);
    const name = expression.kind === "name" || expression.kind === "member" ? expression.name : "";
    const field = this.#schema.objects.get(owner)?.fields.get(name);
    const own = (field?.weight ?? 0) * this.#unasked(`${owner}.${name}`);
    const usual = node.type.kind === "string" ? TEXT_UNITS : ELEMENTS;
    return { cost: before + own + STEP, odds: field?.odds ?? EVEN, count: field?.usual ?? usual };
  }

  /** How probable it is that nobody else asked for it. */
  #unasked(fact: string): number {
    return (1 - ASKED) ** Math.max(0, (this.#askers.get(fact) ?? 1) - 1);
  }

  /** Operands behind the one that ends it are not asked. */
  #junction(kind: "and" | "or", parts: readonly Interned[]): Guess {
    let cost = STEP;
    let goesOn = 1;
    for (const part of this.inOrder(kind, parts)) {
      const guess = this.of(part);
      cost += goesOn * guess.cost;
      goesOn *= kind === "and" ? guess.odds : 1 - guess.odds;
    }
    return { cost, odds: kind === "and" ? goesOn : 1 - goesOn, count: 0 };
  }

  #call({ type }: Interned, expression: Node<"call">, guesses: readonly Guess[]): Guess {
    const builtin = builtinOf(expression.name);
    const sum = guesses.reduce((all, { cost }) => all + cost, 0);
    if (builtin?.isLambda === true) return lambda(builtin.name, guesses);
    if (builtin === null) {
      const called = this.#schema.functions.get(expression.name);
      const cost = (called?.weight ?? HOST_CALL) * this.#unasked(expression.name);
      return { cost: sum + cost + STEP, odds: EVEN, count: ELEMENTS };
    }
    const patterns = Math.max(1, expression.args.length - 1);
    const isPattern = builtin.patternsFrom !== null;
    const isDear = builtin.name.includes("base64") || builtin.name.includes("levenshtein");
    const count = guesses[0]?.count ?? ELEMENTS;
    const own = isPattern ? patternCost(expression, count) : patterns * (isDear ? DEAR_CALL : TEXT_CALL);
    const odds = type.kind === "bool" ? 1 - (1 - (isPattern ? FITS_PATTERN : HOLDS_LITERAL)) ** patterns : EVEN;
    return { cost: sum + own, odds, count };
  }
}

const NOTHING: Guess = { cost: 0, odds: EVEN, count: 0 };

/** A pattern with a literal that its matches hold seldom runs. */
function patternCost({ name, args }: Node<"call">, units: number): number {
  const isFolded = name.startsWith("regex.i");
  return args.slice(1).reduce((all, pattern) => {
    const isGuarded =
      pattern.kind === "string" &&
      pattern.value.length <= limits.mqlPatternCharsMax &&
      patternOf(pattern.value, isFolded).required.length > 0;
    return all + PATTERN_CALL + (isGuarded ? 0 : units * PATTERN_UNIT);
  }, 0);
}

function typeName(node: Interned | undefined): string {
  return node?.type.kind === "object" ? node.type.name : "";
}

/** A quantifier stops at the first element that decides it. */
function lambda(name: string, [array = NOTHING, body = NOTHING]: readonly Guess[]): Guess {
  const { count } = array;
  const whole = array.cost + STEP + count * (body.cost + STEP);
  switch (name) {
    case "any":
      return { cost: whole, odds: 1 - (1 - body.odds) ** count, count: 0 };
    case "all":
      return { cost: whole, odds: body.odds ** count, count: 0 };
    case "filter":
      return { cost: whole, odds: EVEN, count: count * body.odds };
    default:
      return { cost: whole, odds: EVEN, count };
  }
}

function comparedOdds({ operators: [operator], operands }: Node<"compare">): number {
  const isText = operands.some(({ kind }) => kind === "string");
  if (operator === "==" || operator === "=~") return isText ? IS_LITERAL : IN_LIST;
  if (operator === "!=" || operator === "!~") return 1 - (isText ? IS_LITERAL : IN_LIST);
  return EVEN;
}

function memberOdds({ among, not }: Node<"in">): number {
  const odds = among.kind === "tuple" ? Math.min(EVEN, IS_LITERAL * among.items.length) : IN_LIST;
  return not ? 1 - odds : odds;
}

function isLiteral({ kind }: Expression): boolean {
  return kind === "tuple" || kind === "list";
}
