/**
 * A STIX pattern's text → its tree, or what is wrong with it and where (STIX 2.1, section 9). Total; depth and length are
 * bounded. Of the observation operators AND binds closest, then OR, then FOLLOWEDBY (9.5); a qualifier belongs to the
 * bracket before it.
 *
 * 2.0 and 2.1 are read alike. 2.1 forbids a second qualifier of a kind on the same bracket; it is read all the same, as the
 * OASIS matcher does, and told.
 */
import { limits } from "../../base/limits.ts";
import type { Span } from "../../base/span.ts";
import { constantProblem, parseTimestamp } from "./constants.ts";
import { type Token, tokensOf } from "./lexer.ts";
import type {
  Comparison,
  ComparisonExpression,
  ComparisonOperator,
  Constant,
  ObjectPath,
  ObservationExpression,
  PathStep,
  PatternProblem,
  Qualifier,
} from "./syntax.ts";

export type ParsedPattern =
  /** `doubtful`: what the specification forbids, though it says what is meant. */
  | { readonly ok: true; readonly pattern: ObservationExpression; readonly doubtful: readonly PatternProblem[] }
  | { readonly ok: false; readonly problem: PatternProblem };

export function parsePattern(text: string): ParsedPattern {
  if (text.length > limits.patternCharsMax) {
    return failed(`is longer than ${limits.patternCharsMax} characters`, { start: 0, end: text.length });
  }
  const parser = new Parser(tokensOf(text));
  const pattern = parser.whole();
  if (pattern === null || parser.problem !== null) {
    return { ok: false, problem: parser.problem ?? { message: "is no pattern", span: { start: 0, end: text.length } } };
  }
  return { ok: true, pattern, doubtful: parser.doubtful };
}

function failed(message: string, span: Span): ParsedPattern {
  return { ok: false, problem: { message, span } };
}

const ORDERED: ReadonlyMap<string, ComparisonOperator> = new Map([
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
]);
const EQUAL: ReadonlyMap<string, ComparisonOperator> = new Map([
  ["=", "="],
  ["==", "="],
  ["!=", "!="],
  ["<>", "!="],
]);
const WORDS: ReadonlySet<string> = new Set(["IN", "LIKE", "MATCHES", "ISSUBSET", "ISSUPERSET"]);

/** Each method returns null once a problem was met; the first one is kept. */
class Parser {
  problem: PatternProblem | null = null;
  readonly doubtful: PatternProblem[] = [];
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): ObservationExpression | null {
    const pattern = this.#followedBy();
    if (pattern !== null && this.#token().kind !== "end") return this.#fail("an operator or the end of the pattern");
    return pattern;
  }

  #followedBy(): ObservationExpression | null {
    return this.#chain("FOLLOWEDBY", "followed-by", () => this.#or());
  }

  #or(): ObservationExpression | null {
    return this.#chain("OR", "any", () => this.#and());
  }

  #and(): ObservationExpression | null {
    return this.#chain("AND", "all", () => this.#qualified());
  }

  /** Operands with the word between them; one alone stands for itself. */
  #chain<T extends object, K extends string>(
    word: string,
    kind: K,
    next: () => T | null,
  ): T | { readonly kind: K; readonly operands: readonly T[] } | null {
    const operands: T[] = [];
    do {
      const operand = next();
      if (operand === null) return null;
      operands.push(operand);
    } while (this.#takeWord(word));
    const [only] = operands;
    return operands.length === 1 && only !== undefined ? only : { kind, operands };
  }

  #qualified(): ObservationExpression | null {
    const isBracketed = this.#token().text === "(";
    let expression = this.#bracket();
    const seen = new Set<string>();
    while (expression !== null) {
      const { span } = this.#token();
      const qualifier = this.#qualifier();
      if (qualifier === undefined) return expression;
      if (qualifier === null) return null;
      if (seen.has(qualifier.kind) && !isBracketed) {
        this.doubtful.push({ span, message: "the same qualifier stands twice; STIX 2.1 wants the first in brackets" });
      }
      seen.add(qualifier.kind);
      expression = { kind: "qualified", expression, qualifier };
    }
    return null;
  }

  #bracket(): ObservationExpression | null {
    if (this.#takeSign("(")) {
      const inner = this.#deeper(() => this.#followedBy());
      return inner !== null && this.#expectSign(")") ? inner : null;
    }
    if (!this.#expectSign("[")) return null;
    const comparison = this.#comparisonOr();
    return comparison !== null && this.#expectSign("]") ? { kind: "observation", comparison } : null;
  }

  /** Undefined where none stands. */
  #qualifier(): Qualifier | null | undefined {
    if (this.#takeWord("WITHIN")) {
      const { span } = this.#token();
      const seconds = this.#number("a number of seconds above 0");
      if (seconds === null || !this.#expectWord("SECONDS")) return null;
      return seconds > 0 ? { kind: "within", seconds } : this.#failAt(span, "WITHIN needs more than 0 seconds");
    }
    if (this.#takeWord("REPEATS")) {
      const { span } = this.#token();
      const times = this.#number("how many times");
      if (times === null || !this.#expectWord("TIMES")) return null;
      const isCount = Number.isSafeInteger(times) && times >= 1;
      return isCount ? { kind: "repeats", times } : this.#failAt(span, "REPEATS needs a whole number from 1");
    }
    if (this.#takeWord("START")) {
      const start = this.#instant();
      if (start === null || !this.#expectWord("STOP")) return null;
      const stop = this.#instant();
      return stop === null ? null : { kind: "start-stop", start, stop };
    }
    return undefined;
  }

  /** `t'…'`; 2.0 wrote a plain string. */
  #instant(): number | null {
    const { kind, text, span } = this.#token();
    const value = kind === "timestamp" || kind === "string" ? parseTimestamp(text) : null;
    if (value === null) return this.#failAt(span, "needs a time as t'2021-01-31T12:00:00Z'");
    this.#at += 1;
    return value;
  }

  #number(what: string): number | null {
    const { kind, text } = this.#token();
    if (kind !== "number") return this.#fail(what);
    this.#at += 1;
    return Number(text);
  }

  #comparisonOr(): ComparisonExpression | null {
    return this.#chain("OR", "or", () => this.#chain("AND", "and", () => this.#comparison()));
  }

  #comparison(): ComparisonExpression | null {
    if (this.#takeSign("(")) {
      const inner = this.#deeper(() => this.#comparisonOr());
      return inner !== null && this.#expectSign(")") ? inner : null;
    }
    const { start } = this.#token().span;
    const negatedFirst = this.#takeWord("NOT");
    if (this.#takeWord("EXISTS")) {
      const path = this.#path();
      return path === null
        ? null
        : this.#made({ path, operator: "EXISTS", negated: negatedFirst, constants: [] }, start);
    }
    if (negatedFirst) return this.#fail("EXISTS");
    const path = this.#path();
    if (path === null) return null;
    const negated = this.#takeWord("NOT");
    const operator = this.#operator();
    if (operator === null) return null;
    const constants = operator === "IN" ? this.#set() : this.#one(operator);
    if (constants === null) return null;
    return this.#made({ path, operator, negated, constants }, start);
  }

  #made(parts: Omit<Comparison, "kind" | "span">, start: number): ComparisonExpression | null {
    const end = this.#tokens[this.#at - 1]?.span.end ?? start;
    const span = { start, end };
    const problem = constantProblem(parts);
    return problem === null ? { kind: "comparison", ...parts, span } : this.#failAt(span, problem);
  }

  #operator(): ComparisonOperator | null {
    const { kind, text } = this.#token();
    const sign = kind === "sign" ? (EQUAL.get(text) ?? ORDERED.get(text)) : undefined;
    const word = kind === "name" && WORDS.has(text) ? (text as ComparisonOperator) : undefined;
    const operator = sign ?? word;
    if (operator === undefined) return this.#fail("=, !=, <, >, IN, LIKE, MATCHES, ISSUBSET or ISSUPERSET");
    this.#at += 1;
    return operator;
  }

  #one(operator: ComparisonOperator): readonly Constant[] | null {
    const { span } = this.#token();
    const constant = this.#constant();
    if (constant === null) return null;
    const takesText = !EQUAL.has(operator) && !ORDERED.has(operator);
    if (takesText && constant.kind !== "string") return this.#failAt(span, `${operator} needs a text in quotes`);
    if (ORDERED.has(operator) && constant.kind === "boolean") return this.#failAt(span, `${operator} needs an order`);
    return [constant];
  }

  #set(): readonly Constant[] | null {
    const { span } = this.#token();
    if (!this.#expectSign("(")) return null;
    const constants: Constant[] = [];
    if (this.#takeSign(")")) return constants;
    do {
      const constant = this.#constant();
      if (constant === null) return null;
      constants.push(constant);
    } while (this.#takeSign(","));
    if (!this.#expectSign(")")) return null;
    const kinds = new Set(constants.map(({ kind }) => kind));
    return kinds.size > 1 ? this.#failAt(span, "the members of a set must be of one kind") : constants;
  }

  #constant(): Constant | null {
    const { kind, text, span } = this.#token();
    const constant = constantOf(kind, text);
    if (constant === undefined) return this.#fail("a value: 'text', 12, true, t'…', h'…' or b'…'");
    if (constant === null) return this.#failAt(span, `is no ${kind === "timestamp" ? "time" : kind} value`);
    this.#at += 1;
    return constant;
  }

  #path(): ObjectPath | null {
    const { kind, text } = this.#token();
    if (kind !== "name") return this.#fail("an object path like domain-name:value");
    this.#at += 1;
    if (!this.#expectSign(":")) return null;
    const steps: PathStep[] = [];
    do {
      const property = this.#property();
      if (property === null) return null;
      steps.push(property);
      while (this.#takeSign("[")) {
        const index = this.#index();
        if (index === null || !this.#expectSign("]")) return null;
        steps.push(index);
      }
    } while (this.#takeSign("."));
    return { type: text, steps };
  }

  #property(): PathStep | null {
    const { kind, text } = this.#token();
    if (kind !== "string" && (kind !== "name" || text.includes("-"))) {
      return this.#fail("a property's name; one with other characters than letters, digits and _ stands in quotes");
    }
    this.#at += 1;
    return { kind: "property", name: text };
  }

  #index(): PathStep | null {
    if (this.#takeSign("*")) return { kind: "any" };
    const index = this.#number("a number or *");
    if (index === null) return null;
    return Number.isSafeInteger(index) ? { kind: "index", index } : this.#fail("a whole number or *");
  }

  #deeper<T>(parse: () => T | null): T | null {
    this.#depth += 1;
    const inner = this.#depth > limits.patternDepthMax ? this.#fail("fewer brackets within brackets") : parse();
    this.#depth -= 1;
    return inner;
  }

  #token(): Token {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error("a list of tokens has an end");
    return token;
  }

  #takeSign(sign: string): boolean {
    const { kind, text } = this.#token();
    const found = kind === "sign" && text === sign;
    if (found) this.#at += 1;
    return found;
  }

  #takeWord(word: string): boolean {
    const { kind, text } = this.#token();
    const found = kind === "name" && text === word;
    if (found) this.#at += 1;
    return found;
  }

  #expectSign(sign: string): boolean {
    return this.#takeSign(sign) || this.#fail(`"${sign}"`) !== null;
  }

  #expectWord(word: string): boolean {
    return this.#takeWord(word) || this.#fail(word) !== null;
  }

  #fail(wanted: string): null {
    const { kind, text, span } = this.#token();
    const found = kind === "end" ? "the pattern ends" : `"${text.slice(0, 40)}" stands`;
    return this.#failAt(span, `${found} where ${wanted} is needed`);
  }

  #failAt(span: Span, message: string): null {
    this.problem ??= { message, span };
    return null;
  }
}

/** Undefined for what is no value at all, null for one that is written wrong. */
function constantOf(kind: Token["kind"], text: string): Constant | null | undefined {
  switch (kind) {
    case "string":
      return { kind: "string", value: text };
    case "number":
      return { kind: "number", value: Number(text) };
    case "name":
      return text === "true" || text === "false" ? { kind: "boolean", value: text === "true" } : undefined;
    case "timestamp":
      return parseTimestamp(text) === null ? null : { kind: "timestamp", value: text };
    case "hex":
      return /^(?:[0-9a-fA-F]{2})*$/.test(text) ? { kind: "binary", value: bytesOfHex(text) } : null;
    case "base64":
      return BASE64.test(text) ? { kind: "binary", value: atob(text) } : null;
    default:
      return undefined;
  }
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function bytesOfHex(text: string): string {
  return text.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}
