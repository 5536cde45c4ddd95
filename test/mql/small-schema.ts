/** A small world for rules in tests: invented objects that have every kind of field. */
import type { CheckOptions } from "../../src/mql/check.ts";
import type { Schema } from "../../src/mql/types.ts";
import { hostFunction, objectType, parseType } from "./usage-schema.ts";

const objects = [
  objectType("Letter", {
    subject: "string",
    size: "int",
    score: "float",
    urgent: "bool",
    sent: "time",
    digest: "bytes",
    extra: "json",
    sender: "Person",
    readers: "[Person]",
    links: "[Link]",
    words: "[string]",
    marks: "map<string>",
    groups: "map<[string]>",
  }),
  objectType("Person", { name: "string", address: "Address" }),
  objectType("Address", { email: "string", domain: "string" }),
  objectType("Link", { url: "string", text: "string", parts: "[string]", visits: "int" }),
];

const functions = [
  "letter.weight(; unit=string) -> float",
  "link.open(Link|string; mode=string) -> Letter",
  "text.lines(string, int?) -> [string]",
  "text.one_of(string, string…) -> bool",
].map(hostFunction);

export const smallSchema: Schema = {
  root: "Letter",
  objects: new Map(objects.map((one) => [one.name, one])),
  functions: new Map(functions.map((one) => [one.name, one])),
  lists: new Map([
    ["own_domains", parseType("string")],
    ["vips", parseType("Person")],
  ]),
};

/** Stands for the engine of patterns: the host's own, only for tests. */
export function problemOfPattern(pattern: string): string | null {
  try {
    new RegExp(pattern, "u");
    return null;
  } catch {
    return "it does not compile";
  }
}

export const conditions: CheckOptions = { schema: smallSchema, problemOf: problemOfPattern, wanted: "condition" };
