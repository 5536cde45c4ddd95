/**
 * The checker: does a rule's tree make sense against what the host has (mql.md, section 4)? An unknown field would be a silent null when
 * the rule runs, so everything that can be told before is told here, all of it at once.
 *
 * Total. Of a node with a problem no type is known, and nothing that follows from that is told. Cost: linear in the tree, and each unknown
 * name is compared with those that are known.
 */
import { unreachable } from "../base/assert.ts";
import { checkCall } from "./check-calls.ts";
import {
  checkArithmetic,
  checkCompare,
  checkConditions,
  checkIn,
  checkIsNull,
  checkNumber,
  checkOf,
} from "./check-operators.ts";
import { checkIndex, checkList, checkMember, checkName, checkScope, checkSlice } from "./check-paths.ts";
import type { Checked } from "./checked.ts";
import { anA, type Checking, conditionHint, type PatternCheck, tell } from "./checking.ts";
import { inOrder, type Parsed, parseRule } from "./parser.ts";
import { addProblem, type RuleProblem, type RuleProblemCode } from "./problem.ts";
import type { Expression } from "./syntax.ts";
import { commonType, NULL } from "./type-rules.ts";
import type { Schema, Type } from "./types.ts";

export interface CheckOptions {
  readonly schema: Schema;
  readonly problemOf: PatternCheck;
  /** `condition`: the rule must be true or false. `value`: a query, which may be anything. */
  readonly wanted: "condition" | "value";
}

export interface CompiledRule extends Parsed {
  /** Null where there is any problem. */
  readonly checked: Checked | null;
}

/** What stays true of a tree that was read with problems; types and numbers of arguments may only look wrong there. */
const NAMED: ReadonlySet<RuleProblemCode> = new Set(["unknown-field", "unknown-function", "unknown-list", "bad-regex"]);

/** Text → tree → checked tree, and all problems of both in order of their places. */
export function compileRule(text: string, options: CheckOptions): CompiledRule {
  const parsed = parseRule(text);
  const { checked, problems } = checkRule(parsed.expression, options);
  const all: RuleProblem[] = [];
  const isRead = parsed.problems.length === 0;
  const telling = isRead ? problems : problems.filter(({ code }) => NAMED.has(code));
  for (const problem of inOrder([...parsed.problems, ...telling])) addProblem(all, problem);
  return { ...parsed, problems: all, checked: all.length === 0 ? checked : null };
}

/** Checks a tree that the parser made, problems and all; `checked` is null where it has some of its own. */
export function checkRule(
  expression: Expression,
  { schema, problemOf, wanted }: CheckOptions,
): { readonly checked: Checked | null; readonly problems: readonly RuleProblem[] } {
  const types = new Map<Expression, Type>();
  const to: Checking = { schema, problemOf, types, problems: [], scopes: [], typeOf: (node) => remember(to, node) };
  const type = to.typeOf(expression);
  if (type !== null && wanted === "condition" && type.kind !== "bool" && type.kind !== "null") {
    const message = `the rule is ${anA(type)}, but must be true or false`;
    tell(to, expression.span, { message, hint: conditionHint(type) });
  }
  const isRight = to.problems.length === 0 && type !== null;
  return { checked: isRight ? { expression, type, types } : null, problems: to.problems };
}

function remember(to: Checking, node: Expression): Type | null {
  const type = typeOf(to, node);
  if (type !== null) to.types.set(node, type);
  return type;
}

function typeOf(to: Checking, node: Expression): Type | null {
  switch (node.kind) {
    case "string":
    case "int":
    case "float":
    case "bool":
    case "null":
      return { kind: node.kind };
    case "array":
    case "tuple":
      return checkItems(to, node.items);
    case "name":
      return checkName(to, node);
    case "scope":
      return checkScope(to, node);
    case "list":
      return checkList(to, node);
    case "member":
      return checkMember(to, node);
    case "index":
      return checkIndex(to, node);
    case "slice":
      return checkSlice(to, node);
    case "call":
      return checkCall(to, node);
    case "negative":
      return checkNumber(to, node.of, "-");
    case "not":
      return checkConditions(to, [node.of]);
    case "and":
    case "or":
      return checkConditions(to, node.items);
    case "arithmetic":
      return checkArithmetic(to, node);
    case "compare":
      return checkCompare(to, node);
    case "in":
      return checkIn(to, node);
    case "is-null":
      return checkIsNull(to, node);
    case "of":
      return checkOf(to, node);
    case "error":
      return null;
    default:
      return unreachable(node);
  }
}

/** The items of a list have one type. */
function checkItems(to: Checking, items: readonly Expression[]): Type | null {
  let common: Type = NULL;
  let isKnown = true;
  for (const item of items) {
    const type = to.typeOf(item);
    if (type === null) isKnown = false;
    if (type === null || !isKnown) continue;
    const both = commonType(common, type);
    if (both !== null) common = both;
    else {
      const message = `this is ${anA(type)}, and what stands before it in the list is ${anA(common)}`;
      tell(to, item.span, { message, hint: "items of a list are of one type" });
      isKnown = false;
    }
  }
  return isKnown ? { kind: "array", of: common } : null;
}
