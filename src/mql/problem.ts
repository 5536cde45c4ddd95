/** What is wrong with a rule's text; many at once, each with its place (mql.md, section 13; style 6). */
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
