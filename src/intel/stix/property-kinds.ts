/** What the properties of STIX objects hold, and whether a value is that (STIX 2.1, section 2). */
import { limits } from "../../base/limits.ts";
import type { StixObject } from "../pattern/observation.ts";
import { isObject, isTimestamp, type Tell } from "./object-form.ts";
import type { ObjectType, PropertyKind } from "./object-types.ts";

/** As `"modified" is not a time`, for each property that holds something else. */
export function checkKinds(object: StixObject, shape: ObjectType, tell: Tell): void {
  for (const [name, { kind }] of shape.properties) {
    const value = object[name];
    if (value !== undefined && !holdsKind(value, kind)) tell("value", `"${name}" is not ${KIND_WORDS[kind]}`);
  }
}

const KIND_WORDS: Readonly<Record<PropertyKind, string>> = {
  string: "a text",
  strings: "a list of texts",
  time: "a time as 2021-01-31T12:00:00Z",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  ref: "an id",
  refs: "a list of ids",
  hashes: "a map of hashes",
  object: "a map",
  objects: "a list of maps",
  hex: "written in pairs of hex digits",
  base64: "written in base64",
  phases: "a list of kill chain phases",
  sources: "a list of external references",
  markings: "a list of granular markings",
  any: "",
};

function holdsKind(value: unknown, kind: PropertyKind): boolean {
  switch (kind) {
    case "string":
      return typeof value === "string";
    case "strings":
      return Array.isArray(value) && value.every((one) => typeof one === "string");
    case "time":
      return typeof value === "string" && isTimestamp(value);
    case "integer":
      return Number.isSafeInteger(value);
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    // 2.0 names objects within an observation by their keys, and tools write ids that are not quite ids: a dangling one is told elsewhere.
    case "ref":
      return typeof value === "string" && /^\S{1,300}$/.test(value);
    case "refs":
      return Array.isArray(value) && value.every((one) => holdsKind(one, "ref"));
    case "hex":
      return typeof value === "string" && /^(?:[0-9a-fA-F]{2})+$/.test(value);
    case "base64":
      return typeof value === "string" && /^[A-Za-z0-9+/]*={0,2}$/.test(value) && value.length % 4 === 0;
    case "hashes":
    case "object":
      return isObject(value);
    case "objects":
    case "phases":
    case "sources":
    case "markings":
      return Array.isArray(value) && value.every(isObject);
    case "any":
      return true;
  }
}

export function objectsIn(value: unknown): readonly StixObject[] {
  return Array.isArray(value) ? value.filter(isObject).slice(0, limits.stixListMax) : [];
}

export function refsIn(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === "string");
}
