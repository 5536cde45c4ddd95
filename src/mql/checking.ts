/** What the parts of the checker share while one rule is checked. */
import { limits } from "../base/limits.ts";
import { nearWord } from "../base/near-word.ts";
import type { Span } from "../base/span.ts";
import { addProblem, type RuleProblem, type RuleProblemCode } from "./problem.ts";
import type { Expression } from "./syntax.ts";
import { isScalar, typeName } from "./type-rules.ts";
import type { Schema, Type } from "./types.ts";

/** Says why a pattern is no regular expression; null where it is one. */
export type PatternCheck = (pattern: string) => string | null;

export interface Checking {
  readonly schema: Schema;
  readonly problemOf: PatternCheck;
  readonly types: Map<Expression, Type>;
  readonly problems: RuleProblem[];
  /** Elements of the lambdas around, the innermost last; null: not known, since a problem was told. */
  readonly scopes: (Type | null)[];
  /** The type of a node, which is remembered; null where a problem was told of it, so that none follows from it. */
  readonly typeOf: (node: Expression) => Type | null;
}

export interface Complaint {
  readonly message: string;
  readonly hint: string;
  readonly code?: RuleProblemCode;
}

/** Tells a problem; null, so that it ends a check. */
export function tell(to: Checking, span: Span, { message, hint, code }: Complaint): null {
  addProblem(to.problems, { code: code ?? "type", span, message, hint });
  return null;
}

/** The known word that was probably meant. None is looked for where nobody would read it: each look costs as much as is known. */
export function nearTo(to: Checking, word: string, known: Iterable<string>): string | null {
  return to.problems.length < limits.ruleProblemsMax ? nearWord(word, known) : null;
}

/** Checks that a node is true or false: there is no truthiness (mql.md, section 4). */
export function checkCondition(to: Checking, node: Expression): void {
  const type = to.typeOf(node);
  if (type === null || type.kind === "bool" || type.kind === "null") return;
  tell(to, node.span, { message: `a condition should stand here, not ${anA(type)}`, hint: conditionHint(type) });
}

export function conditionHint(type: Type): string {
  switch (type.kind) {
    case "json":
      return "compare it: `… == true`";
    case "array":
      return "write `length(…) > 0`, or `any(…, …)` for its elements";
    case "map":
      return 'compare a value of it: `…["key"] == "…"`';
    case "int":
    case "float":
      return "compare it: `… > 0`";
    default:
      return "compare it, or write `… is not null`";
  }
}

/** A type in a sentence: `a string`, `a list of Link`. */
export function anA(type: Type): string {
  if (type.kind === "array") return `a list (\`${typeName(type)}\`)`;
  if (type.kind === "map") return `a map (\`${typeName(type)}\`)`;
  if (type.kind === "object") return `an object (\`${type.name}\`)`;
  if (type.kind === "json") return "JSON";
  if (type.kind === "null") return "`null`";
  return type.kind === "int" ? "an int" : `a ${type.kind}`;
}

/** Why a type cannot be compared. */
export function scalarHint(type: Type): string {
  if (isScalar(type)) return "";
  if (type.kind === "array") return "look at its elements with `any(…, …)`, or at `length(…)`";
  return type.kind === "map" ? 'compare a value of it: `…["key"]`' : "compare one of its fields";
}
