/**
 * How types go together (mql.md, section 4): what an argument takes, what may be compared, what the items of an array have in common,
 * how a type is called in messages. `null` belongs to every scalar and object; an `int` is a `float` where one is wanted; JSON may be
 * anything and is looked at while a rule runs.
 */
import type { ObjectType, Type } from "./types.ts";

export const STRING: Type = { kind: "string" };
export const JSON_VALUE: Type = { kind: "json" };
export const NULL: Type = { kind: "null" };

/** As rules' authors read it: `[string]`, `map<string>`, `EmailAddress`. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case "array":
      return `[${typeName(type.of)}]`;
    case "map":
      return `map<${typeName(type.of)}>`;
    case "object":
      return type.name;
    default:
      return type.kind;
  }
}

export function isNumber({ kind }: Type): boolean {
  return kind === "int" || kind === "float";
}

/** True where a value of the one type may stand where the other is wanted. */
export function fits(type: Type, wanted: Type): boolean {
  if (type.kind === "null") return wanted.kind !== "array" && wanted.kind !== "map";
  if (wanted.kind === "json") return type.kind !== "object" && type.kind !== "bytes";
  if (type.kind === "json") return wanted.kind === "string" || wanted.kind === "array";
  if (wanted.kind === "float" && type.kind === "int") return true;
  if (type.kind === "array" && wanted.kind === "array") return type.of.kind === "null" || fits(type.of, wanted.of);
  if (type.kind === "map" && wanted.kind === "map") return fits(type.of, wanted.of);
  if (type.kind === "object" && wanted.kind === "object") return type.name === wanted.name;
  return type.kind === wanted.kind;
}

/** The type that holds values of both; null where there is none. */
export function commonType(a: Type, b: Type): Type | null {
  if (a.kind === "null") return b;
  if (b.kind === "null") return a;
  if (a.kind === "json" && isScalar(b)) return a;
  if (b.kind === "json" && isScalar(a)) return b;
  if (isNumber(a) && isNumber(b)) return a.kind === b.kind ? a : { kind: "float" };
  if (a.kind === "array" && b.kind === "array") return wrap("array", commonType(a.of, b.of));
  if (a.kind === "map" && b.kind === "map") return wrap("map", commonType(a.of, b.of));
  if (a.kind === "object" && b.kind === "object") return a.name === b.name ? a : null;
  return a.kind === b.kind ? a : null;
}

function wrap(kind: "array" | "map", of: Type | null): Type | null {
  return of === null ? null : { kind, of };
}

/** What `==` may compare, and what `in` looks for: scalars of one kind. */
export function isScalar({ kind }: Type): boolean {
  return kind !== "array" && kind !== "map" && kind !== "object";
}

/** True for types whose values have an order. */
export function isOrdered(type: Type): boolean {
  return isNumber(type) || ["string", "time", "json", "null"].includes(type.kind);
}

/** Names of an object's fields, for "did you mean". */
export function fieldNames(object: Pick<ObjectType, "fields">): readonly string[] {
  return [...object.fields.keys()];
}
