/** What is wrong with a rule's text; many at once, each with its place (mql.md, section 13; style 6). */
import { limits } from "../base/limits.ts";
import type { Span } from "../base/span.ts";

export type RuleProblemCode =
  | "syntax"
  | "unknown-field"
  | "unknown-function"
  | "unknown-list"
  | "arity"
  | "type"
  | "bad-regex"
  | "limit";

export interface RuleProblem {
  readonly code: RuleProblemCode;
  /** UTF-16 code units of the rule's text. */
  readonly span: Span;
  /** What is wrong, as a sentence without a full stop: names the thing. */
  readonly message: string;
  /** What to write instead, `did you mean …`; empty when nothing can be said. */
  readonly hint: string;
}

/** Characters of a message or hint: names in them are as long as their author likes. */
const CHARS_MAX = 300;

/** Keeps the first `ruleProblemsMax`, the last of which says that there are more. */
export function addProblem(problems: RuleProblem[], { code, span, message, hint }: RuleProblem): void {
  const last = limits.ruleProblemsMax - 1;
  if (problems.length < last) problems.push({ code, span, message: cut(message), hint: cut(hint) });
  else if (problems.length === last) {
    problems.push({ code: "limit", span, message: "there are more problems from here on", hint: "" });
  }
}

function cut(text: string): string {
  return text.length <= CHARS_MAX ? text : `${text.slice(0, CHARS_MAX)}…`;
}
