/**
 * Rule text → tokens (mql.md, section 2). The tokens tile the text, white space and comments included: joined, they are the text.
 *
 * Total and linear: a character that fits nothing is a token of its own with a problem; a string that is not closed ends with its line,
 * a second one with the text, so that no text is looked through more than a few times. Bounds: a text beyond `ruleCharsMax`, and what
 * follows `ruleTokensMax` tokens, is one `unread` token.
 */
import { limits } from "../base/limits.ts";
import type { RuleProblem } from "./problem.ts";

export type TokenKind =
  | "space"
  | "comment"
  | "identifier"
  | "keyword"
  | "list"
  | "int"
  | "float"
  /** `"…"` or `'…'`. */
  | "string"
  | "dots"
  | "operator"
  | "punctuation"
  /** Where no token begins. */
  | "unknown"
  /** Beyond a limit. */
  | "unread";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** UTF-16 code units before it. */
  readonly start: number;
}

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly problems: readonly RuleProblem[];
}

const KEYWORDS: ReadonlySet<string> = new Set(["and", "or", "not", "in", "of", "is", "null", "true", "false"]);

/** Unicode white space is what `\s` knows, and NEL. */
const SPACE = /[\s\u0085]+/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /[0-9]+(?:\.[0-9]+)?/y;
const LIST = /\$[A-Za-z_][A-Za-z0-9_]*/y;
const DOTS = /\.+/y;
const COMMENT = /\/\/[^\n]*/y;
const OPERATOR = /==|!=|=~|!~|<=|>=|[<>=+\-*/%]/y;
const PUNCTUATION = /[()[\],:]/y;
/** What people write who come from other languages, in one piece so that the message can say so. */
const FOREIGN = /&&|\|\||[\s\S]/uy;

/** By the first character, so that most tokens cost one attempt. */
const FORMS: readonly (readonly [TokenKind, RegExp])[] = [
  ["space", SPACE],
  ["identifier", WORD],
  ["int", NUMBER],
  ["dots", DOTS],
  ["list", LIST],
  ["comment", COMMENT],
  ["punctuation", PUNCTUATION],
  ["operator", OPERATOR],
];

const HINTS: ReadonlyMap<string, string> = new Map([
  ["&&", "write `and`"],
  ["||", "write `or`"],
  ["!", "write `not`"],
  ["{", "there are no braces; text with `{` belongs in quotes"],
  ["}", "there are no braces; text with `}` belongs in quotes"],
  [";", "a rule is one expression; join conditions with `and` or `or`"],
  ["$", "the name of a list follows directly: `$org_domains`"],
  ["\u201c", 'use straight quotes: `"`'],
  ["\u201d", 'use straight quotes: `"`'],
  ["\u2018", "use straight quotes: `'`"],
  ["\u2019", "use straight quotes: `'`"],
  ["`", "text stands in `\"…\"` or `'…'`"],
  ["#", "comments begin with `//`"],
  ["~", "`in~` is one word; text is compared case-insensitively with `=~`"],
]);

export function tokenize(text: string): Lexed {
  return new Lexer(text).run();
}

class Lexer {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  readonly #problems: RuleProblem[] = [];
  #at = 0;
  /** A string ran to the end of the text once: the next that does takes all of it. */
  #ranOut = false;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Lexed {
    const { ruleCharsMax, ruleTokensMax } = limits;
    const max = this.#text.length > ruleCharsMax ? 0 : ruleTokensMax;
    while (this.#at < this.#text.length && this.#tokens.length < max) this.#next();
    if (this.#at < this.#text.length) {
      const message = `the rule is longer than ${ruleCharsMax} characters or ${ruleTokensMax} words and signs`;
      const span = { start: this.#at, end: this.#at + 1 };
      this.#problems.push({ code: "limit", span, message, hint: "split it, or use a list" });
      this.#push("unread", this.#text.length);
    }
    return { tokens: this.#tokens, problems: this.#problems };
  }

  #next(): void {
    const first = this.#text[this.#at];
    if (first === '"' || first === "'") {
      this.#string(first);
      return;
    }
    for (const [kind, form] of FORMS) {
      const end = this.#matchEnd(form);
      if (end === 0) continue;
      if (kind === "identifier") this.#word(end);
      else this.#push(kind === "int" && this.#text.slice(this.#at, end).includes(".") ? "float" : kind, end);
      return;
    }
    this.#unknown();
  }

  /** `in~` is one token. */
  #word(end: number): void {
    const word = this.#text.slice(this.#at, end);
    const isFolded = word === "in" && this.#text[end] === "~";
    this.#push(KEYWORDS.has(word) ? "keyword" : "identifier", isFolded ? end + 1 : end);
  }

  #string(quote: '"' | "'"): void {
    const text = this.#text;
    const closed = this.#ranOut ? 0 : quote === '"' ? escapedEnd(text, this.#at) : rawEnd(text, this.#at);
    const lineEnd = closed > 0 || this.#ranOut ? -1 : text.indexOf("\n", this.#at);
    if (closed === 0) {
      this.#ranOut = true;
      this.#problem(this.#at + 1, "the text that begins here is not closed", `close it with \`${quote}\``);
    }
    this.#push("string", closed || (lineEnd < 0 ? text.length : lineEnd));
  }

  #unknown(): void {
    const end = this.#matchEnd(FOREIGN) || this.#at + 1;
    const text = this.#text.slice(this.#at, end);
    this.#problem(end, `${shown(text)} does not belong to the language`, HINTS.get(text) ?? "");
    this.#push("unknown", end);
  }

  /** End of the match at this place, 0 for none. */
  #matchEnd(form: RegExp): number {
    form.lastIndex = this.#at;
    return form.test(this.#text) ? form.lastIndex : 0;
  }

  #problem(end: number, message: string, hint: string): void {
    this.#problems.push({ code: "syntax", span: { start: this.#at, end }, message, hint });
  }

  #push(kind: TokenKind, end: number): void {
    this.#tokens.push({ kind, text: this.#text.slice(this.#at, end), start: this.#at });
    this.#at = end;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** End of the string in double quotes that begins at `start`; 0 where it is not closed. */
function escapedEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at += 1;
  }
  return 0;
}

/** The same in single quotes: two of them are one of the text. */
function rawEnd(text: string, start: number): number {
  let end = text.indexOf("'", start + 1);
  while (end >= 0 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
  return end + 1;
}

/** A character as messages name it: as it is where it prints, by its code point otherwise. */
function shown(text: string): string {
  const code = text.codePointAt(0) ?? 0;
  const isPlain = /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(text);
  return isPlain ? `\`${text}\`` : `the character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
