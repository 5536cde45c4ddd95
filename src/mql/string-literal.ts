/** Text in quotes ↔ what it stands for (mql.md, section 2). */
import type { RuleProblem } from "./problem.ts";

export interface StringLiteral {
  readonly value: string;
  readonly problems: readonly RuleProblem[];
}

const ESCAPE = /\\(?:u\{([0-9A-Fa-f]{2,8})\}|([\s\S]))/gu;
const SIMPLE: ReadonlyMap<string, string> = new Map([
  ["r", "\r"],
  ["n", "\n"],
  ["t", "\t"],
  ["'", "'"],
  ['"', '"'],
  ["\\", "\\"],
]);
const CODE_POINT_MAX = 0x10ffff;
const ESCAPE_HINT =
  "escapes are \\r \\n \\t \\' \\\" \\\\ \\u{H…}; patterns are best written in single quotes, which have no escapes";

/** `token` is the whole literal with its quotes, the closing one may be missing; `start` its place in the rule. */
export function parseStringLiteral(token: string, start: number): StringLiteral {
  const quote = token[0] ?? "";
  const isClosed = token.length > 1 && token.endsWith(quote);
  const inner = token.slice(1, isClosed ? -1 : token.length);
  if (quote === "'") return { value: inner.replaceAll("''", "'"), problems: [] };
  if (!inner.includes("\\")) return { value: inner, problems: [] };
  const problems: RuleProblem[] = [];
  const value = inner.replace(ESCAPE, (all, hex: string | undefined, simple: string | undefined, at: number) => {
    const code = hex === undefined ? 0 : Number.parseInt(hex, 16);
    if (code >= 1 && code <= CODE_POINT_MAX) return String.fromCodePoint(code);
    const plain = SIMPLE.get(simple ?? "");
    if (plain !== undefined) return plain;
    const span = { start: start + 1 + at, end: start + 1 + at + all.length };
    const message = hex === undefined ? `\`${printable(all)}\` is no escape` : `\`${all}\` is no character of Unicode`;
    problems.push({ code: "syntax", span, message, hint: ESCAPE_HINT });
    return all;
  });
  return { value, problems };
}

function printable(pair: string): string {
  return /^\\[\p{L}\p{N}\p{P}\p{S} ]$/u.test(pair) ? pair : "\\ before the end of the line";
}

/** What must not stand in a rule's text as it is: line ends, other controls, marks that turn the direction, halves of surrogate pairs. */
const UNSAFE = /["\\\p{C}\u2028\u2029]/gu;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["\r", "\\r"],
  ["\n", "\\n"],
  ["\t", "\\t"],
  ['"', '\\"'],
  ["\\", "\\\\"],
  // No escape stands for it, and a raw one is legal.
  ["\0", "\0"],
]);

/** The literal in double quotes that stands for `value`. */
export function toStringLiteral(value: string): string {
  const escaped = value.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return NAMED.get(character) ?? `\\u{${code.toString(16).toUpperCase().padStart(2, "0")}}`;
  });
  return `"${escaped}"`;
}
