/**
 * A STIX pattern's text → tokens (STIX 2.1, 9.2 and the OASIS grammar). Never throws; linear; what is no token becomes one of
 * kind `bad` at which the parser stops.
 */
import type { Span } from "../../base/span.ts";

export type TokenKind = "name" | "string" | "hex" | "base64" | "timestamp" | "number" | "sign" | "bad" | "end";

export interface Token {
  readonly kind: TokenKind;
  /** Of quoted literals the content with escapes taken off; of all others as written. */
  readonly text: string;
  readonly span: Span;
}

const NAME = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /[+-]?(?:\d*\.\d+|\d+)/y;
const SIGN = /<=|>=|!=|<>|==|[[\]().,:*=<>]/y;
/** A backslash escapes a quote and itself; before anything else it is kept, since many published patterns are written so. */
const QUOTED = /'((?:[^'\\]|\\[\s\S])*)'/y;
/** White space and comments. */
const SPACE = /(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*)+/y;
const PREFIXES: ReadonlyMap<string, TokenKind> = new Map([
  ["h", "hex"],
  ["b", "base64"],
  ["t", "timestamp"],
]);

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const add = (kind: TokenKind, value: string, end: number): void => {
    tokens.push({ kind, text: value, span: { start: at, end } });
    at = end;
  };
  for (;;) {
    at += match(SPACE, at)?.[0].length ?? 0;
    if (at >= text.length) break;
    const prefixed = text[at + 1] === "'" ? PREFIXES.get(text[at] ?? "") : undefined;
    const quoted = match(QUOTED, prefixed === undefined ? at : at + 1);
    if (quoted !== null) {
      const value = (quoted[1] ?? "").replace(/\\(['\\])/g, "$1");
      add(prefixed ?? "string", value, quoted.index + quoted[0].length);
      continue;
    }
    const plain =
      wordOf(match(NAME, at), "name") ?? wordOf(match(NUMBER, at), "number") ?? wordOf(match(SIGN, at), "sign");
    if (plain === null) {
      add("bad", text.slice(at, at + 20), text.length);
      break;
    }
    add(plain.kind, plain.text, at + plain.text.length);
  }
  tokens.push({ kind: "end", text: "", span: { start: text.length, end: text.length } });
  return tokens;
}

function wordOf(found: RegExpExecArray | null, kind: TokenKind): { kind: TokenKind; text: string } | null {
  return found === null ? null : { kind, text: found[0] };
}
