/**
 * Tokens → `Expression` (mql.md, section 3), by recursive descent without going back.
 *
 * Total: what cannot be read becomes an `error` node with a problem, and reading goes on behind it, so that one run tells several. Of one
 * place one problem is told. Each step takes a token or ends a loop, so that steps are bounded by `ruleTokensMax`; what is open at a time
 * and the height of the tree by `ruleDepthMax`, beyond which the whole rule is one `error` node. No walk over a tree from here needs more stack.
 */
import { limits } from "../base/limits.ts";
import type { Span } from "../base/span.ts";
import { type Token, type TokenKind, tokenize } from "./lexer.ts";
import { addProblem, type RuleProblem } from "./problem.ts";
import { parseStringLiteral } from "./string-literal.ts";
import type { CompareOperator, Expression, KeywordArgument } from "./syntax.ts";

export interface Parsed {
  readonly expression: Expression;
  /** They tile the text. */
  readonly tokens: readonly Token[];
  /** In order of their places; at most `ruleProblemsMax`. */
  readonly problems: readonly RuleProblem[];
}

/** Reads the text of one rule. */
export function parseRule(text: string): Parsed {
  const { tokens, problems } = tokenize(text);
  const parser = new Parser(tokens);
  const expression = parser.rule();
  const all: RuleProblem[] = [];
  for (const problem of inOrder([...problems, ...parser.problems])) addProblem(all, problem);
  return { expression, tokens, problems: all };
}

export function inOrder(problems: readonly RuleProblem[]): readonly RuleProblem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start);
}

type SignificantKind = Exclude<TokenKind, "space" | "comment" | "unread"> | "end";
interface Significant extends Omit<Token, "kind"> {
  readonly kind: SignificantKind;
}

const COMPARISONS: ReadonlySet<string> = new Set(["==", "!=", "=~", "!~", "<", "<=", ">", ">="]);
const PRODUCTS = ["*", "/", "%"] as const;
/** Where reading goes on after an error. */
const RESTARTS: ReadonlySet<string> = new Set([")", "]", ",", "and", "or"]);
/** Signs of other languages, told by the lexer. */
const FOREIGN: Readonly<Record<"and" | "or" | "not", string>> = { and: "&&", or: "||", not: "!" };
const QUANTIFIERS: ReadonlyMap<string, string> = new Map([
  ["any", "write `1 of (…)`, or join the conditions with `or`"],
  ["all", "join the conditions with `and`"],
  ["none", "write `not 1 of (…)`, or join the conditions with `or` behind `not`"],
]);

class Parser {
  readonly problems: RuleProblem[] = [];
  readonly #tokens: readonly Significant[];
  #at = 0;
  /** Brackets, `not` and signs that are open. */
  #open = 0;
  /** Height of the node that was read last. */
  #height = 0;
  #isStopped = false;
  /** The last token that a problem was told of. */
  #toldAt = -1;

  constructor(tokens: readonly Token[]) {
    const significant: Significant[] = [];
    for (const token of tokens) {
      if (token.kind !== "space" && token.kind !== "comment" && token.kind !== "unread") {
        significant.push(token as Significant);
      }
    }
    const last = significant.at(-1);
    significant.push({ kind: "end", text: "", start: last === undefined ? 0 : last.start + last.text.length });
    this.#tokens = significant;
  }

  rule(): Expression {
    if (this.#isEnd()) {
      this.#tell("the rule is empty", "write a condition; `true` matches every message");
      return { kind: "error", span: spanOf(this.#token) };
    }
    const first = this.#expression();
    const items = [first];
    while (!this.#isEnd()) {
      this.#leftover("the rule should end here");
      this.#at += 1;
      if (!this.#isEnd()) items.push(this.#expression());
    }
    const span = { start: first.span.start, end: this.#endBefore() };
    if (this.#isStopped) return { kind: "error", span };
    return items.length === 1 ? first : { kind: "and", items, span };
  }

  #expression(): Expression {
    const first = this.#and();
    if (!this.#isJoiner("or")) return first;
    const items = [first];
    let height = this.#height;
    while (this.#isJoiner("or")) {
      this.#at += 1;
      items.push(this.#and());
      height = Math.max(height, this.#height);
    }
    this.#grow(height);
    return { kind: "or", items, span: this.#spanFrom(first) };
  }

  #and(): Expression {
    const first = this.#not();
    if (!this.#isJoiner("and")) return first;
    const items = [first];
    let height = this.#height;
    while (this.#isJoiner("and")) {
      this.#at += 1;
      items.push(this.#not());
      height = Math.max(height, this.#height);
    }
    this.#grow(height);
    return { kind: "and", items, span: this.#spanFrom(first) };
  }

  /** Keywords are lower case; another case is told and understood. */
  #isJoiner(word: "and" | "or" | "not"): boolean {
    const { kind, text } = this.#token;
    if (text === word) return true;
    if (kind === "unknown") return text === FOREIGN[word];
    if (kind !== "identifier" || text.toLowerCase() !== word) return false;
    this.#tell(`\`${text}\` is no word of the language`, `write \`${word}\``);
    return true;
  }

  #not(): Expression {
    if (!this.#isJoiner("not")) return this.#compare();
    const { start } = this.#token;
    this.#at += 1;
    this.#enter();
    const of = this.#not();
    this.#leave();
    this.#grow(this.#height);
    return { kind: "not", of, span: { start, end: of.span.end } };
  }

  #compare(): Expression {
    const left = this.#sum();
    if (this.#is("of")) return this.#of(left);
    if (this.#comparison() !== null) return this.#chain(left);
    let value = left;
    for (let tail = this.#tail(value); tail !== null; tail = this.#tail(value)) value = tail;
    return value;
  }

  #comparison(): CompareOperator | null {
    const { text } = this.#token;
    if (COMPARISONS.has(text)) return text as CompareOperator;
    if (text !== "=") return null;
    this.#tell("`=` gives a keyword argument its value", "write `==` to compare");
    return "==";
  }

  #chain(left: Expression): Expression {
    const operators: CompareOperator[] = [];
    const operands = [left];
    let height = this.#height;
    for (let operator = this.#comparison(); operator !== null; operator = this.#comparison()) {
      if (operators.length > 0 && !(isUpward(operator) && isUpward(operators.at(-1)))) {
        this.#tell("only `<` and `<=` can follow one another", "join two comparisons with `and`");
      }
      operators.push(operator);
      this.#at += 1;
      operands.push(this.#sum());
      height = Math.max(height, this.#height);
    }
    this.#grow(height);
    return { kind: "compare", operators, operands, span: this.#spanFrom(left) };
  }

  /** `is null`, `in …` behind a value; null where there is none. */
  #tail(value: Expression): Expression | null {
    if (this.#accept("is")) return this.#isNull(value);
    const not = this.#is("not") && ["in", "in~"].includes(this.#tokens[this.#at + 1]?.text ?? "");
    if (not) this.#at += 1;
    const { text } = this.#token;
    if (text !== "in" && text !== "in~") return null;
    this.#at += 1;
    const height = this.#height;
    const among = this.#is("(") ? this.#tuple() : this.#sum();
    this.#grow(Math.max(height, this.#height));
    return { kind: "in", value, among, not, folded: text === "in~", span: this.#spanFrom(value) };
  }

  #isNull(value: Expression): Expression {
    const not = this.#accept("not");
    this.#grow(this.#height);
    if (!this.#accept("null")) {
      const height = this.#height;
      this.#tell("behind `is` only `null` or `not null` can stand", "compare with `==`");
      this.#sum();
      this.#height = height;
    }
    return { kind: "is-null", value, not, span: this.#spanFrom(value) };
  }

  #tuple(): Expression {
    const { start } = this.#token;
    const items: Expression[] = [];
    this.#items(")", () => {
      items.push(this.#expression());
    });
    return { kind: "tuple", items, span: { start, end: this.#endBefore() } };
  }

  #of(count: Expression): Expression {
    const hint = count.kind === "name" ? QUANTIFIERS.get(count.name) : undefined;
    if (hint !== undefined && count.kind === "name") {
      this.#tellOf(count.span, `\`${count.name} of\` is not in the language`, hint);
    }
    this.#at += 1;
    if (!this.#is("(")) {
      this.#tell(`a \`(\` must follow \`of\`, not ${described(this.#token)}`, "write `2 of (first, second, third)`");
      return { kind: "error", span: this.#recover(count.span.start) };
    }
    const height = this.#height;
    const tuple = this.#tuple();
    this.#grow(Math.max(height, this.#height));
    if (tuple.kind !== "tuple" || hint !== undefined) return { kind: "error", span: this.#spanFrom(count) };
    return { kind: "of", count, items: tuple.items, span: this.#spanFrom(count) };
  }

  #sum(): Expression {
    let left = this.#product();
    while (this.#is("+") || this.#is("-")) left = this.#arithmetic(left, this.#is("+") ? "+" : "-");
    return left;
  }

  #arithmetic(left: Expression, operator: "+" | "-"): Expression {
    this.#at += 1;
    const height = this.#height;
    const right = this.#product();
    this.#grow(Math.max(height, this.#height));
    return { kind: "arithmetic", operator, left, right, span: this.#spanFrom(left) };
  }

  #product(): Expression {
    let left = this.#unary();
    for (;;) {
      const operator = PRODUCTS.find((one) => this.#is(one));
      if (operator === undefined) return left;
      this.#at += 1;
      const height = this.#height;
      const right = this.#unary();
      this.#grow(Math.max(height, this.#height));
      left = { kind: "arithmetic", operator, left, right, span: this.#spanFrom(left) };
    }
  }

  #unary(): Expression {
    if (!this.#is("-")) return this.#postfix();
    const { start } = this.#token;
    this.#at += 1;
    this.#enter();
    const of = this.#unary();
    this.#leave();
    this.#grow(this.#height);
    return { kind: "negative", of, span: { start, end: of.span.end } };
  }

  #postfix(): Expression {
    const first = this.#token;
    let value = this.#primary();
    // The name as long as it is one: only then can a call follow.
    let dotted = first.kind === "identifier" ? first.text : null;
    const start = first.start;
    for (;;) {
      const { kind } = this.#token;
      if (kind === "dots" && this.#followsValue()) {
        const name = this.#memberName();
        if (name === null) return { kind: "error", span: { start, end: this.#endBefore() } };
        this.#grow(this.#height);
        value = { kind: "member", of: value, name, span: { start, end: this.#endBefore() } };
        dotted = dotted === null ? null : `${dotted}.${name}`;
      } else if (this.#is("(") && isCallable(value)) {
        value = this.#call(value, dotted);
        dotted = null;
      } else if (this.#is("[")) {
        value = this.#index(value, start);
        dotted = null;
      } else return value;
    }
  }

  /** A dot behind a value is a member's; behind a bracket there may be white space between (mql.md, section 2). */
  #followsValue(): boolean {
    const before = this.#tokens[this.#at - 1];
    if (before === undefined) return false;
    if (before.text === ")" || before.text === "]") return true;
    const isValue = before.kind === "identifier" || before.kind === "list";
    return isValue && before.start + before.text.length === this.#token.start;
  }

  /** Takes the dot and the name; null, and told, where it is none. */
  #memberName(): string | null {
    const dots = this.#token;
    this.#at += 1;
    const name = this.#token;
    const isDirect = name.start === dots.start + dots.text.length;
    if (dots.text === "." && isDirect && name.kind === "identifier") {
      this.#at += 1;
      return name.text;
    }
    const hint = name.kind === "keyword" ? `\`${name.text}\` is a word of the language and no field` : "";
    this.#tellOf(spanOf(dots), "a field's name must follow one dot directly", hint);
    if (isDirect && (name.kind === "keyword" || name.kind === "identifier")) this.#at += 1;
    return null;
  }

  #call(callee: Expression, name: string | null): Expression {
    const { start } = callee.span;
    if (name === null) {
      const hint = "functions are called by name and take the value first: `strings.icontains(.name, …)`";
      this.#tell("only a named function can be called", hint);
    }
    const args: Expression[] = [];
    const keywords: KeywordArgument[] = [];
    let height = this.#height;
    this.#items(")", () => {
      this.#argument(args, keywords);
      height = Math.max(height, this.#height);
    });
    this.#grow(height);
    const span = { start, end: this.#endBefore() };
    return name === null
      ? { kind: "error", span }
      : { kind: "call", name, nameSpan: callee.span, args, keywords, span };
  }

  #argument(args: Expression[], keywords: KeywordArgument[]): void {
    const name = this.#token;
    if (name.kind === "identifier" && this.#tokens[this.#at + 1]?.text === "=") {
      this.#at += 2;
      const value = this.#expression();
      keywords.push({ name: name.text, value, span: { start: name.start, end: value.span.end } });
      return;
    }
    if (keywords.length > 0 && !this.#is(",")) {
      this.#tell("an argument without a name follows one with a name", "put arguments with names last");
    }
    args.push(this.#expression());
  }

  #index(of: Expression, start: number): Expression {
    const height = this.#height;
    const bracket = this.#token;
    this.#at += 1;
    this.#enter();
    const parts = this.#indexParts();
    this.#leave();
    this.#grow(Math.max(height, this.#height));
    this.#close("]", bracket);
    const span = { start, end: this.#endBefore() };
    const { from, to, isSlice } = parts;
    if (isSlice) return { kind: "slice", of, start: from, end: to, span };
    return from === null ? { kind: "error", span } : { kind: "index", of, index: from, span };
  }

  #indexParts(): { readonly from: Expression | null; readonly to: Expression | null; readonly isSlice: boolean } {
    this.#height = 0;
    if (this.#is("]")) this.#tell("a number or key must stand in the brackets", 'write `[0]` or `["key"]`');
    const from = this.#is(":") || this.#is("]") ? null : this.#expression();
    const height = this.#height;
    if (!this.#accept(":")) return { from, to: null, isSlice: false };
    this.#height = 0;
    const to = this.#is("]") ? null : this.#expression();
    this.#height = Math.max(height, this.#height);
    return { from, to, isSlice: true };
  }

  #primary(): Expression {
    const token = this.#token;
    const span = spanOf(token);
    this.#height = 1;
    switch (token.kind) {
      case "string":
        this.#at += 1;
        return { kind: "string", value: this.#string(token), span };
      case "int":
      case "float":
        this.#at += 1;
        return { kind: token.kind, value: this.#number(token), span };
      case "list":
        this.#at += 1;
        return { kind: "list", name: token.text.slice(1), span };
      case "identifier":
        this.#at += 1;
        return { kind: "name", name: token.text, span };
      case "dots":
        return this.#scope(token);
      default:
        return this.#word(token);
    }
  }

  #word(token: Significant): Expression {
    const span = spanOf(token);
    if (this.#accept("true")) return { kind: "bool", value: true, span };
    if (this.#accept("false")) return { kind: "bool", value: false, span };
    if (this.#accept("null")) return { kind: "null", span };
    if (token.text === "(") return this.#parenthesis(token);
    if (token.text === "[") return this.#array(token);
    return this.#missing();
  }

  #string(token: Significant): string {
    const { value, problems } = parseStringLiteral(token.text, token.start);
    this.problems.push(...problems);
    return value;
  }

  #number(token: Significant): number {
    const value = Number(token.text);
    if (token.kind === "int" && !Number.isSafeInteger(value)) {
      this.#tellOf(spanOf(token), "the number is too large", `the largest is ${Number.MAX_SAFE_INTEGER}`, "limit");
    }
    return Number.isFinite(value) ? value : 0;
  }

  #scope(dots: Significant): Expression {
    this.#at += 1;
    const scope: Expression = { kind: "scope", depth: dots.text.length, span: spanOf(dots) };
    const name = this.#token;
    if (name.kind !== "identifier" || name.start !== scope.span.end) return scope;
    this.#at += 1;
    this.#height = 2;
    return { kind: "member", of: scope, name: name.text, span: { start: dots.start, end: this.#endBefore() } };
  }

  #parenthesis(open: Significant): Expression {
    const { start } = open;
    if (this.#tokens[this.#at + 1]?.text === ")") {
      this.#tell("there is nothing in the parentheses", "write a condition or a value");
      this.#at += 2;
      return { kind: "error", span: { start, end: this.#endBefore() } };
    }
    const items: Expression[] = [];
    this.#items(")", () => {
      items.push(this.#expression());
    });
    const [only] = items;
    if (items.length === 1 && only !== undefined) return only;
    if (items.length === 0) return { kind: "error", span: { start, end: this.#endBefore() } };
    const hint = "behind `in` and `of` values stand in parentheses; everywhere else write `[a, b]`";
    this.#tellOf(spanOf(open), "several values in parentheses are no value", hint);
    return { kind: "error", span: { start, end: this.#endBefore() } };
  }

  #array({ start }: Significant): Expression {
    const items: Expression[] = [];
    let height = 0;
    this.#items("]", () => {
      items.push(this.#expression());
      height = Math.max(height, this.#height);
    });
    this.#grow(height);
    return { kind: "array", items, span: { start, end: this.#endBefore() } };
  }

  /** From the opening bracket to the closing one; a comma may stand behind the last item. The height is that of the highest. */
  #items(close: ")" | "]", read: () => void): void {
    const open = this.#token;
    this.#at += 1;
    let height = 0;
    this.#enter();
    while (!this.#is(close) && !this.#isEnd()) {
      read();
      height = Math.max(height, this.#height);
      if (this.#accept(",") || this.#is(close)) continue;
      this.#leftover(`a \`,\` or \`${close}\` should follow`, open);
      if (!this.#accept(",") && !this.#accept("and") && !this.#accept("or")) break;
    }
    this.#leave();
    this.#height = height;
    this.#close(close, open);
  }

  #close(close: ")" | "]", open: Significant): void {
    if (this.#accept(close)) return;
    const message = `the \`${open.text}\` that opens here is not closed`;
    if (this.#toldAt !== this.#at)
      this.#tellOf(spanOf(open), message, `a \`${close}\` is missing before ${described(this.#token)}`);
    this.#toldAt = this.#at;
  }

  /** What stands where a value should. */
  #missing(): Expression {
    const { start, kind } = this.#token;
    const isLast = kind === "end";
    const message = isLast
      ? "a value is missing at the end"
      : `a value should stand here, not ${described(this.#token)}`;
    const isClosing = this.#is(")") || this.#is("]");
    this.#tell(message, isClosing ? "is a value missing before it?" : hintFor(this.#token));
    return { kind: "error", span: this.#recover(start) };
  }

  /** What stands where an expression has ended: told, and left out up to where reading can go on. */
  #leftover(expected: string, open?: Significant): void {
    const token = this.#token;
    if (token.kind === "end" && open !== undefined) return;
    this.#tell(`${expected}, not ${described(token)}`, hintFor(token));
    this.#recover(token.start);
  }

  /** Skips to where reading can go on, over whole pairs of brackets. The span is what was skipped. */
  #recover(start: number): Span {
    let depth = 0;
    for (; !this.#isEnd(); this.#at += 1) {
      const { text } = this.#token;
      if (depth === 0 && RESTARTS.has(text)) break;
      if (text === "(" || text === "[") depth += 1;
      if (text === ")" || text === "]") depth -= 1;
    }
    return { start, end: Math.max(start, this.#endBefore()) };
  }

  /** A bracket or a prefix opens; `#leave` closes it. */
  #enter(): void {
    this.#open += 1;
    if (this.#open > limits.ruleDepthMax) this.#stop();
  }

  #leave(): void {
    this.#open -= 1;
  }

  /** The node that is made now stands on nodes of this height. */
  #grow(height: number): void {
    this.#height = height + 1;
    if (this.#height > limits.ruleDepthMax) this.#stop();
  }

  /** Gives the rest up: every loop sees the end of the rule. */
  #stop(): void {
    if (this.#isStopped) return;
    const message = `the rule is nested more than ${limits.ruleDepthMax} levels deep`;
    this.#tellOf(spanOf(this.#token), message, "split it", "limit");
    this.#isStopped = true;
    this.#at = this.#tokens.length - 1;
  }

  get #token(): Significant {
    return this.#tokens[this.#at] ?? END;
  }

  #isEnd(): boolean {
    return this.#token.kind === "end";
  }

  #is(text: string): boolean {
    return this.#token.text === text;
  }

  #accept(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at += 1;
    return true;
  }

  #endBefore(): number {
    const before = this.#tokens[this.#at - 1];
    return before === undefined ? 0 : before.start + before.text.length;
  }

  #spanFrom(first: Expression): Span {
    return { start: first.span.start, end: this.#endBefore() };
  }

  /** A problem of the token at hand; none where one was told of it, or the lexer told one. */
  #tell(message: string, hint: string): void {
    const isKnown = this.#toldAt === this.#at || this.#token.kind === "unknown";
    this.#toldAt = this.#at;
    if (!isKnown) this.#tellOf(spanOf(this.#token), message, hint);
  }

  #tellOf(span: Span, message: string, hint: string, code: RuleProblem["code"] = "syntax"): void {
    if (!this.#isStopped) this.problems.push({ code, span, message, hint });
  }
}

const END: Significant = { kind: "end", text: "", start: 0 };

function spanOf({ start, text }: Significant): Span {
  return { start, end: start + text.length };
}

function isUpward(operator: CompareOperator | undefined): boolean {
  return operator === "<" || operator === "<=";
}

function isCallable({ kind }: Expression): boolean {
  return kind === "name" || kind === "member" || kind === "scope" || kind === "index" || kind === "call";
}

function described({ kind, text }: Significant): string {
  if (kind === "end") return "the end of the rule";
  if (kind === "string") return "a text in quotes";
  return `\`${text}\``;
}

function hintFor({ kind, text }: Significant): string {
  if (kind === "end") return "write the rest, or leave out what asks for it";
  if (text === "and" || text === "or") return `is a condition missing, or is this \`${text}\` one too many?`;
  if (text === ",") return "is a value missing, or is this comma one too many?";
  if (text === "=") return "write `==` to compare";
  if (kind === "dots") return "a field's dot follows its name directly; what else is missing is an operator or a comma";
  if (COMPARISONS.has(text)) return "put one of two comparisons in parentheses, or join them with `and`";
  if (text === "not") return "put what `not` belongs to in parentheses: `(not …)`";
  if (text === "is" || text === "in" || text === "in~" || text === "of") {
    return `put what stands before \`${text}\` in parentheses`;
  }
  if (text === ")" || text === "]") return "is it one too many?";
  if (kind === "identifier" || kind === "string" || kind === "list" || kind === "int") {
    return "is an operator missing, `and`, `or`, `==`, or a comma?";
  }
  return "";
}
