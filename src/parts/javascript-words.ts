/**
 * The words of a JavaScript program (ECMA-262 12): identifiers, keywords, string and regular expression literals, each once.
 *
 * A scanner, no parser: hostile scripts are broken on purpose. Whether a slash divides or begins a regular expression is told by the
 * token before it. Pure, total, linear in `limits.scriptCharsMax` characters.
 */
import { limits } from "../base/limits.ts";

export interface ScriptWords {
  readonly identifiers: readonly string[];
  readonly keywords: readonly string[];
  /** Escapes undone, quotes taken off; of templates the texts between substitutions. */
  readonly strings: readonly string[];
  readonly regularExpressions: readonly string[];
  /** Kinds of tokens, as parsers of the language name them. */
  readonly tokens: readonly string[];
  /** There may be more. */
  readonly isCut: boolean;
}

const KEYWORDS: ReadonlySet<string> = new Set(
  "await break case catch class const continue debugger default delete do else enum export extends finally for function if import in instanceof let new return static super switch this throw try typeof var void while with yield".split(
    " ",
  ),
);
const LITERALS: ReadonlyMap<string, string> = new Map([
  ["true", "Boolean"],
  ["false", "Boolean"],
  ["null", "Null"],
]);
/** Behind these words a slash begins a regular expression. */
const BEFORE_EXPRESSION: ReadonlySet<string> = new Set(
  "return typeof instanceof in of new delete void throw case do else yield await".split(" "),
);

const WHITE = /[\s\ufeff]+/y;
const LINE_COMMENT = /(?:\/\/|#!|<!--)[^\n\r\u2028\u2029]*/y;
const WORD =
  /(?:[\p{ID_Start}$_]|\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,8}\}))(?:[\p{ID_Continue}$\u200c\u200d]|\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,8}\}))*/uy;
const NUMBER = /(?:0[xXbBoO][0-9a-fA-F_]+|(?:\d[\d_]*)?\.?\d[\d_]*(?:[eE][+-]?\d+)?)n?/y;
export function scriptWords(source: string): ScriptWords {
  const text = source.slice(0, limits.scriptCharsMax);
  const words = new Words();
  /** What `}` closes: a template's substitution, or a block. */
  const braces: boolean[] = [];
  let isAfterValue = false;
  /** Up to here no regular expression ends: a line is searched once. */
  let noExpressionBefore = 0;
  for (let at = 0; at < text.length; ) {
    const skipped = skip(text, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const char = text[at] ?? "";
    if (char === '"' || char === "'") {
      at = words.addString(text, at + 1, char);
      isAfterValue = true;
      continue;
    }
    if (char === "`" || (char === "}" && braces.at(-1) === true)) {
      if (char === "}") braces.pop();
      const end = words.addTemplate(text, at + 1);
      if (text[end - 1] === "{") braces.push(true);
      isAfterValue = text[end - 1] !== "{";
      at = end;
      continue;
    }
    const word = match(WORD, text, at);
    if (word !== null) {
      isAfterValue = words.addWord(word);
      at += word.length;
      continue;
    }
    if (/[0-9]/.test(char) || (char === "." && /[0-9]/.test(text[at + 1] ?? ""))) {
      at += Math.max(1, match(NUMBER, text, at)?.length ?? 1);
      words.tokens.add("Numeric");
      isAfterValue = true;
      continue;
    }
    if (char === "/" && !isAfterValue && at >= noExpressionBefore) {
      const { end, isClosed } = expressionEnd(text, at);
      if (isClosed) {
        words.addExpression(text.slice(at, end));
        at = end;
        isAfterValue = true;
        continue;
      }
      noExpressionBefore = end;
    }
    if (char === "{") braces.push(false);
    if (char === "}") braces.pop();
    if (braces.length > BRACES_MAX) braces.length = 0;
    words.tokens.add("Punctuator");
    isAfterValue = char === ")" || char === "]" || char === "}";
    at += 1;
  }
  return words.found(source.length > text.length);
}

/** Deeper ones are a trick; a template then ends early. */
const BRACES_MAX = 10_000;

/** Behind white space or a comment at `at`; `at` itself where there is none. */
function skip(text: string, at: number): number {
  const white = match(WHITE, text, at);
  if (white !== null) return at + white.length;
  const char = text[at];
  if (char === "/" && text[at + 1] === "*") {
    const end = text.indexOf("*/", at + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (char !== "/" && char !== "<" && char !== "#") return at;
  return at + (match(LINE_COMMENT, text, at)?.length ?? 0);
}

/** On one line, classes and escapes stepped over (12.9.5). Not closed: where the line ends. */
function expressionEnd(text: string, from: number): { readonly end: number; readonly isClosed: boolean } {
  let isInClass = false;
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const char = text[at];
    if (char === "\n" || char === "\r") break;
    if (char === "\\") at += 1;
    else if (char === "[") isInClass = true;
    else if (char === "]") isInClass = false;
    else if (char === "/" && !isInClass) {
      return { end: at + 1 + (match(EXPRESSION_FLAGS, text, at + 1)?.length ?? 0), isClosed: true };
    }
  }
  return { end: at, isClosed: false };
}

const EXPRESSION_FLAGS = /[a-z]{0,8}/y;

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

class Words {
  readonly #identifiers = new Set<string>();
  readonly #keywords = new Set<string>();
  readonly #strings = new Set<string>();
  readonly #expressions = new Set<string>();
  readonly tokens = new Set<string>();
  #isCut = false;

  /** True where the word is a value, so that a slash behind it divides. */
  addWord(written: string): boolean {
    const word = written.includes("\\") ? unescaped(written) : written;
    const literal = LITERALS.get(word);
    if (literal !== undefined) {
      this.tokens.add(literal);
      return true;
    }
    if (KEYWORDS.has(word)) {
      this.#keywords.add(word);
      this.tokens.add("Keyword");
      return !BEFORE_EXPRESSION.has(word);
    }
    this.#add(this.#identifiers, word);
    this.tokens.add("Identifier");
    return true;
  }

  /** `from`: behind the opening quote. Gives the place behind the closing one, or the line's end where there is none. */
  addString(text: string, from: number, quote: string): number {
    let at = from;
    for (; at < text.length; at += 1) {
      const char = text[at];
      if (char === "\\") at += text[at + 1] === "\r" && text[at + 2] === "\n" ? 2 : 1;
      else if (char === quote || char === "\n" || char === "\r") break;
    }
    this.#add(this.#strings, unescaped(text.slice(from, at)));
    this.tokens.add("String");
    return at + 1;
  }

  /** Up to a backquote or `${`; gives the place behind it. */
  addTemplate(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at += 1) {
      const char = text[at];
      if (char === "\\") at += 1;
      else if (char === "`" || (char === "$" && text[at + 1] === "{")) break;
    }
    this.#add(this.#strings, unescaped(text.slice(from, at)));
    this.tokens.add("Template");
    return text[at] === "$" ? at + 2 : at + 1;
  }

  addExpression(written: string): void {
    this.#add(this.#expressions, written);
    this.tokens.add("RegularExpression");
  }

  #add(set: Set<string>, word: string): void {
    if (set.size < limits.scriptWordsMax) set.add(word);
    else if (!set.has(word)) this.#isCut = true;
  }

  found(isCut: boolean): ScriptWords {
    return {
      identifiers: [...this.#identifiers],
      keywords: [...this.#keywords],
      strings: [...this.#strings],
      regularExpressions: [...this.#expressions],
      tokens: [...this.tokens],
      isCut: isCut || this.#isCut,
    };
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
  ["0", "\0"],
]);

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|(\r\n|[\s\S]))/g,
    (_, hex?: string, four?: string, braced?: string, char = "") => {
      const code = Number.parseInt(hex ?? four ?? braced ?? "", 16);
      if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      return /[\n\r\u2028\u2029]/.test(char) ? "" : (ESCAPES.get(char) ?? char);
    },
  );
}
