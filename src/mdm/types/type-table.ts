/**
 * How object types are written down here: fields with their type as text and one sentence for people who write rules; and how that text
 * becomes the language's types.
 */
import type { Type } from "../../mql/types.ts";

/** `string`, `[Link]`, `map<[string]>`; and what the field means. */
export type FieldText = readonly [type: string, meaning: string];

export type TypeTable = Readonly<Record<string, Readonly<Record<string, FieldText>>>>;

const SCALARS = ["string", "int", "float", "bool", "time", "bytes", "json"] as const;

/** Any other name is an object's. */
export function typeOf(text: string): Type {
  if (text.startsWith("[")) return { kind: "array", of: typeOf(text.slice(1, -1)) };
  if (text.startsWith("map<")) return { kind: "map", of: typeOf(text.slice(4, -1)) };
  const scalar = SCALARS.find((name) => name === text);
  return scalar === undefined ? { kind: "object", name: text } : { kind: scalar };
}

/** The inverse of `typeOf`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case "array":
      return `[${typeText(type.of)}]`;
    case "map":
      return `map<${typeText(type.of)}>`;
    case "object":
      return type.name;
    default:
      return type.kind;
  }
}
