/** The small world of `small-schema.ts` with something in it: letters out of plain values, functions that answer, fail, or do not know. */
import { fold } from "../../src/mql/fold.ts";
import { textOf } from "../../src/mql/outcome.ts";
import type { Host, HostFunction, ObjectType, Schema } from "../../src/mql/types.ts";
import { type HostObject, type List, Undetermined, type Value } from "../../src/mql/value.ts";
import { smallSchema } from "./small-schema.ts";

export class SmallObject implements HostObject {
  readonly type: string;
  readonly values: ReadonlyMap<string, Value>;
  constructor(type: string, values: Readonly<Record<string, Value>>) {
    this.type = type;
    this.values = new Map(Object.entries(values));
  }
}

export function letter(values: Readonly<Record<string, Value>>): SmallObject {
  return new SmallObject("Letter", values);
}

const answers: Readonly<Record<string, HostFunction["call"]>> = {
  "letter.weight": (_, __, keywords) => (keywords.get("unit") === "kg" ? 0.5 : 500),
  "link.open": () => new Undetermined(["link"]),
  "text.lines": (_, [text = null, most = null]) => {
    const known = textOf(text);
    if (known?.includes("!") === true) throw new Error("cannot");
    return known === null ? null : known.split(" ").slice(0, typeof most === "number" ? most : 100);
  },
  "text.one_of": (_, [text = null, ...others]) => (text === null ? null : others.map(textOf).includes(textOf(text))),
};

export const livingSchema: Schema = {
  ...smallSchema,
  objects: new Map([...smallSchema.objects].map(([name, object]) => [name, living(object)])),
  functions: new Map(
    [...smallSchema.functions].map(([name, called]) => [name, { ...called, call: answers[name] ?? called.call }]),
  ),
};

function living(object: ObjectType): ObjectType {
  const fields = [...object.fields].map(([name, field]) => {
    const absent: Value = field.type.kind === "array" ? [] : null;
    const read = (of: HostObject): Value => (of instanceof SmallObject ? (of.values.get(name) ?? absent) : absent);
    return [name, { ...field, read }] as const;
  });
  return { name: object.name, fields: new Map(fields) };
}

export function listOf(values: readonly Value[]): List {
  return {
    values,
    has: (text) => values.includes(text),
    hasFolded: (text) => values.some((value) => typeof value === "string" && fold(value) === fold(text)),
  };
}

export interface Lists {
  readonly own_domains: List | Undetermined;
  readonly vips: List | Undetermined;
}

export const lists: Lists = {
  own_domains: listOf(["example.org", "Press.example"]),
  vips: listOf([new SmallObject("Person", { name: "Ada Example" }), new SmallObject("Person", {})]),
};

export function hostOf(root: HostObject, of: Partial<Lists> = {}): Host {
  const all: Lists = { ...lists, ...of };
  const known = new Map<string, List | Undetermined>(Object.entries(all));
  return { root, list: (name) => known.get(name) ?? new Undetermined([`list.${name}`]) };
}
