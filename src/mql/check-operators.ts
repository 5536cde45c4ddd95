/** Comparison, membership, counting, arithmetic (mql.md, sections 4 and 6). */
import { anA, type Checking, checkCondition, scalarHint, tell } from "./checking.ts";
import type { CompareOperator, Expression } from "./syntax.ts";
import { commonType, isNumber, isOrdered, isScalar, JSON_VALUE, NULL } from "./type-rules.ts";
import type { Type } from "./types.ts";

type Node<Kind extends Expression["kind"]> = Extract<Expression, { kind: Kind }>;
const BOOL: Type = { kind: "bool" };

export function checkConditions(to: Checking, nodes: readonly Expression[]): Type {
  for (const node of nodes) checkCondition(to, node);
  return BOOL;
}

/** Each pair of neighbours is compared. */
export function checkCompare(to: Checking, { operators, operands }: Node<"compare">): Type {
  const types = operands.map((operand) => to.typeOf(operand));
  operators.forEach((operator, at) => {
    const [left, right] = [operands[at], operands[at + 1]];
    if (left === undefined || right === undefined) return;
    const sides = [
      { node: left, type: types[at] ?? null },
      { node: right, type: types[at + 1] ?? null },
    ] as const;
    if (sides.every((side) => isSide(to, operator, side))) checkPair(to, operator, sides);
  });
  return BOOL;
}

interface Side {
  readonly node: Expression;
  readonly type: Type | null;
}

/** Tells where one side alone cannot be compared so. */
function isSide(to: Checking, operator: CompareOperator, { node, type }: Side): boolean {
  if (type === null) return false;
  if (!isScalar(type)) {
    tell(to, node.span, { message: `${anA(type)} cannot be compared with \`${operator}\``, hint: scalarHint(type) });
    return false;
  }
  const isText = operator === "=~" || operator === "!~";
  if (isText ? isTextual(type) : operator === "==" || operator === "!=" || isOrdered(type)) return true;
  const hint = isText ? `write \`${operator === "=~" ? "==" : "!="}\`` : "";
  const message = isText ? `\`${operator}\` compares strings, not ${anA(type)}` : `${anA(type)} has no order`;
  tell(to, node.span, { message, hint });
  return false;
}

function checkPair(to: Checking, operator: CompareOperator, [left, right]: readonly [Side, Side]): void {
  if (left.type === null || right.type === null || isComparable(left.type, right.type)) return;
  const span = { start: left.node.span.start, end: right.node.span.end };
  const message = `\`${operator}\` cannot compare ${anA(left.type)} with ${anA(right.type)}`;
  tell(to, span, { message, hint: pairHint(left.type, right.type) });
}

function pairHint(left: Type, right: Type): string {
  const kinds = [left.kind, right.kind];
  if (kinds.includes("string") && (kinds.includes("int") || kinds.includes("float")))
    return "a number stands without quotes";
  if (kinds.includes("string") && kinds.includes("bool")) return "`true` and `false` stand without quotes";
  if (kinds.includes("time")) return "ages come ready-made, such as `days_old`";
  return "";
}

function isTextual({ kind }: Type): boolean {
  return kind === "string" || kind === "json" || kind === "null";
}

/** Both are scalars. JSON and null compare with all of them; what kind JSON is shows when the rule runs. */
function isComparable(a: Type, b: Type): boolean {
  return commonType(a, b) !== null;
}

export function checkIn(to: Checking, node: Node<"in">): Type {
  const value = to.typeOf(node.value);
  const operator = node.folded ? "in~" : "in";
  if (value !== null && (!isScalar(value) || (node.folded && !isTextual(value)))) {
    const hint = isScalar(value) ? "write `in`" : scalarHint(value);
    tell(to, node.value.span, { message: `\`${operator}\` cannot look for ${anA(value)}`, hint });
  }
  const looked = value !== null && isScalar(value) ? value : null;
  if (node.among.kind === "tuple") checkTuple(to, node.among, looked);
  else checkAmong(to, node, looked);
  return BOOL;
}

function checkTuple(to: Checking, tuple: Node<"tuple">, value: Type | null): void {
  let common: Type | null = NULL;
  for (const item of tuple.items) {
    const type = to.typeOf(item);
    if (type === null) continue;
    if (!isScalar(type)) {
      const hint = type.kind === "array" ? "leave the parentheses out: `… in list`" : scalarHint(type);
      tell(to, item.span, { message: `${anA(type)} cannot be compared`, hint });
    } else if (value !== null && !isComparable(value, type)) {
      const message = `${anA(value)} is never equal to ${anA(type)}`;
      tell(to, item.span, { message, hint: pairHint(value, type) });
    } else common = common === null ? null : commonType(common, type);
  }
  to.types.set(tuple, { kind: "array", of: common ?? JSON_VALUE });
}

function checkAmong(to: Checking, node: Node<"in">, value: Type | null): void {
  const among = to.typeOf(node.among);
  if (among === null || among.kind === "json") return;
  if (among.kind !== "array") {
    const hint =
      among.kind === "string" ? "for a part of a text write `strings.contains(text, part)`; for one value `==`" : "";
    tell(to, node.among.span, { message: `behind \`in\` a list should stand, not ${anA(among)}`, hint });
  } else if (!isScalar(among.of)) {
    tell(to, node.among.span, {
      message: `elements of ${anA(among)} cannot be compared`,
      hint: "map them to a field first: `map(…, .name)`",
    });
  } else if (value !== null && !isComparable(value, among.of)) {
    tell(to, node.among.span, { message: `${anA(value)} is never equal to an element of ${anA(among)}`, hint: "" });
  }
}

export function checkIsNull(to: Checking, node: Node<"is-null">): Type {
  const type = to.typeOf(node.value);
  if (type?.kind === "array") {
    const hint = `write \`length(…) ${node.not ? ">" : "=="} 0\``;
    tell(to, node.value.span, { message: `${anA(type)} is never null, but may be empty`, hint });
  }
  return BOOL;
}

export function checkOf(to: Checking, { count, items }: Node<"of">): Type {
  checkConditions(to, items);
  to.typeOf(count);
  if (count.kind === "error") return BOOL;
  const hint =
    items.length > 1 ? `write a number from 1 to ${items.length}` : "list several conditions in the parentheses";
  if (count.kind !== "int") {
    tell(to, count.span, { message: "before `of` a number must stand", hint });
  } else if (count.value < 1) {
    tell(to, count.span, { message: "0 of any conditions are always true", hint });
  } else if (count.value > items.length) {
    const are = items.length === 1 ? "there is 1 condition" : `there are ${items.length} conditions`;
    tell(to, count.span, { message: `${count.value} of these can never be true: ${are}`, hint });
  }
  return BOOL;
}

export function checkArithmetic(to: Checking, { operator, left, right }: Node<"arithmetic">): Type | null {
  const types = [checkNumber(to, left, operator), checkNumber(to, right, operator)];
  const [a, b] = types;
  if (a === null || b === null || a === undefined || b === undefined) return null;
  const common = commonType(a, b) ?? NULL;
  if (operator !== "%" || common.kind !== "float") return common.kind === "null" ? { kind: "int" } : common;
  const span = { start: left.span.start, end: right.span.end };
  return tell(to, span, { message: "`%` is for ints, not for floats", hint: "" });
}

/** The type of an operand of arithmetic; null, and told, where it is no number. */
export function checkNumber(to: Checking, node: Expression, operator: string): Type | null {
  const type = to.typeOf(node);
  if (type === null || isNumber(type) || type.kind === "null") return type;
  const hint =
    type.kind === "string" && operator === "+"
      ? "join texts with `strings.concat(…)`"
      : type.kind === "array"
        ? "write `length(…)`"
        : "";
  return tell(to, node.span, { message: `\`${operator}\` is for numbers, not for ${anA(type)}`, hint });
}
