/** Calls: the function, the number of arguments, their types, bodies of lambdas, patterns (mql.md, sections 5 and 9). */
import { anA, type Checking, checkCondition, nearTo, tell } from "./checking.ts";
import { type Accepts, aliases, type Builtin, type BuiltinParameter, builtins, functionOf } from "./signatures.ts";
import type { Expression, KeywordArgument } from "./syntax.ts";
import { fits, isNumber, JSON_VALUE, typeName } from "./type-rules.ts";
import type { HostFunction, Type } from "./types.ts";

type Call = Extract<Expression, { kind: "call" }>;

export function checkCall(to: Checking, call: Call): Type | null {
  const called = functionOf(call.name, to.schema);
  if (called === null) return unknownFunction(to, call);
  const signature = toSignature(called);
  const types = checkArguments(to, call, signature);
  checkKeywords(to, call, signature);
  if (!hasRightCount(to, call, signature)) return null;
  checkPatterns(to, call, signature);
  const known = types.filter((type) => type !== null);
  if (known.length < types.length) return null;
  const result = signature.result(known);
  if (result !== null) return result;
  const message = `the arguments of \`${call.name}\` do not go together: ${known.map((type) => `\`${typeName(type)}\``).join(", ")}`;
  return tell(to, call.span, { message, hint: "they must be of one type" });
}

/** A host's function in the form of the language's own. */
function toSignature(called: Builtin | HostFunction): Omit<Builtin, "meaning"> {
  if ("patternsFrom" in called) return called;
  const { name, variadic, result } = called;
  const keywords = new Map([...called.keywords].map(([key, keyword]) => [key, toParameter(keyword)]));
  const positional = called.positional.map(toParameter);
  return { name, positional, variadic, keywords, isLambda: false, patternsFrom: null, result: () => result };
}

function toParameter({ name, types, optional }: HostFunction["positional"][number]): BuiltinParameter {
  return { name, accepts: types === "any" ? ["any"] : types, optional };
}

function unknownFunction(to: Checking, call: Call): null {
  // Its bodies, if it has any, see elements of no known type.
  to.scopes.push(null);
  for (const argument of [...call.args, ...call.keywords.map(({ value }) => value)]) to.typeOf(argument);
  to.scopes.pop();
  const known = [...builtins.keys(), ...aliases.keys(), ...to.schema.functions.keys()];
  const near = nearTo(to, call.name, known) ?? known.find((name) => name.endsWith(`.${call.name}`)) ?? null;
  const hint = near === null ? "" : `did you mean \`${near}\`?`;
  return tell(to, call.nameSpan, { code: "unknown-function", message: `\`${call.name}\` is not a function`, hint });
}

/** Types of the positional arguments; those of a lambda behind the first are seen from inside. */
function checkArguments(to: Checking, call: Call, signature: Omit<Builtin, "meaning">): readonly (Type | null)[] {
  const types: (Type | null)[] = [];
  call.args.forEach((argument, at) => {
    const isBody = signature.isLambda && at > 0;
    if (isBody) to.scopes.push(elementOf(types[0] ?? null));
    types.push(checkArgument(to, call, { argument, at, parameter: parameterAt(signature, at) }));
    if (isBody) to.scopes.pop();
  });
  return types;
}

function elementOf(type: Type | null): Type | null {
  if (type === null) return null;
  return type.kind === "array" ? type.of : type.kind === "json" ? JSON_VALUE : null;
}

function parameterAt({ positional, variadic }: Omit<Builtin, "meaning">, at: number): BuiltinParameter | null {
  return positional[at] ?? (variadic ? (positional.at(-1) ?? null) : null);
}

interface Given {
  readonly argument: Expression;
  readonly at: number;
  readonly parameter: BuiltinParameter | null;
}

function checkArgument(to: Checking, call: Call, { argument, at, parameter }: Given): Type | null {
  const [only] = parameter?.accepts ?? [];
  if (parameter?.accepts.length === 1 && typeof only === "object" && only.kind === "bool") {
    checkCondition(to, argument);
    return to.types.get(argument) ?? null;
  }
  const type = to.typeOf(argument);
  if (type === null || parameter === null || takes(parameter, type)) return type;
  const wanted = parameter.accepts.map(acceptsName).join(" or ");
  const message = `the ${ordinal(at)} argument of \`${call.name}\` (${parameter.name}) is ${wanted}, not ${anA(type)}`;
  return tell(to, argument.span, { message, hint: argumentHint(type, parameter) });
}

function takes({ accepts }: BuiltinParameter, type: Type): boolean {
  return accepts.some((one) => {
    if (one === "any") return true;
    if (one === "array") return type.kind === "array" || type.kind === "json";
    if (one === "map") return type.kind === "map";
    if (one === "number") return isNumber(type) || type.kind === "json" || type.kind === "null";
    return fits(type, one);
  });
}

function acceptsName(one: Accepts): string {
  if (typeof one !== "string") return anA(one);
  return { any: "anything", array: "a list", map: "a map", number: "a number" }[one];
}

function argumentHint(type: Type, { accepts }: BuiltinParameter): string {
  const wants = (kind: string) => accepts.some((one) => one === kind || (typeof one === "object" && one.kind === kind));
  if (type.kind === "array" && !wants("array")) return "look at each element: `any(list, …)` with `.` for the element";
  if (type.kind === "map" && wants("array")) return "write `keys(…)` or `values(…)`";
  if (type.kind === "object" && wants("string")) return "give one of its fields";
  if (wants("array")) return "one value as a list is written `[value]`";
  return "";
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];
function ordinal(at: number): string {
  return ORDINALS[at] ?? `${at + 1}th`;
}

function hasRightCount(to: Checking, call: Call, { positional, variadic }: Omit<Builtin, "meaning">): boolean {
  const least = positional.filter(({ optional }) => !optional).length;
  const most = variadic ? Number.POSITIVE_INFINITY : positional.length;
  const given = call.args.length;
  if (given >= least && given <= most) return true;
  const wanted = most === least ? `${least}` : variadic ? `${least} or more` : `${least} to ${most}`;
  const message = `\`${call.name}\` takes ${wanted} ${wanted === "1" ? "argument" : "arguments"}, not ${given}`;
  const names = positional.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
  tell(to, call.nameSpan, { code: "arity", message, hint: `\`${call.name}(${names}${variadic ? ", …" : ""})\`` });
  return false;
}

function checkKeywords(to: Checking, call: Call, { keywords }: Omit<Builtin, "meaning">): void {
  const given = new Set<string>();
  for (const keyword of call.keywords) {
    const type = to.typeOf(keyword.value);
    const parameter = keywords.get(keyword.name);
    if (parameter === undefined) unknownKeyword(to, call, { keyword, known: [...keywords.keys()] });
    else if (given.has(keyword.name)) {
      tell(to, keyword.span, { code: "arity", message: `\`${keyword.name}=\` is given twice`, hint: "" });
    } else if (type !== null && !takes(parameter, type)) {
      const wanted = parameter.accepts.map(acceptsName).join(" or ");
      tell(to, keyword.value.span, { message: `\`${keyword.name}=\` is ${wanted}, not ${anA(type)}`, hint: "" });
    }
    given.add(keyword.name);
  }
  for (const { name, optional } of keywords.values()) {
    if (optional || given.has(name)) continue;
    tell(to, call.nameSpan, { code: "arity", message: `\`${call.name}\` needs \`${name}=\``, hint: "" });
  }
}

function unknownKeyword(
  to: Checking,
  call: Call,
  { keyword, known }: { readonly keyword: KeywordArgument; readonly known: readonly string[] },
): void {
  const near = nearTo(to, keyword.name, known);
  const all = known.length === 0 ? "it has none" : `it has ${known.map((name) => `\`${name}=\``).join(", ")}`;
  const span = { start: keyword.span.start, end: keyword.span.start + keyword.name.length };
  const hint = near === null ? all : `did you mean \`${near}=\`?`;
  tell(to, span, { code: "arity", message: `\`${call.name}\` has no argument \`${keyword.name}=\``, hint });
}

/** Patterns that stand in the rule are compiled when it is loaded; others when it runs. */
function checkPatterns(to: Checking, call: Call, { patternsFrom }: Omit<Builtin, "meaning">): void {
  if (patternsFrom === null) return;
  for (const argument of call.args.slice(patternsFrom)) {
    if (argument.kind !== "string") continue;
    const why = to.problemOf(argument.value);
    if (why === null) continue;
    const hint = "patterns are RE2: no look-around, no back-references";
    tell(to, argument.span, { code: "bad-regex", message: `this is no regular expression: ${why}`, hint });
  }
}
