/** The schema holds every type and field of the published model, with their types. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { mailSchema } from "../../src/mdm/schema.ts";
import { typeText } from "../../src/mdm/types/type-table.ts";
import { builtinObjects } from "../../src/mql/signatures.ts";

const USAGE = new URL("../../../shared/spec/mql-usage.json", import.meta.url);

interface Usage {
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly functions: Readonly<Record<string, unknown>>;
  readonly lists: Readonly<Record<string, unknown>>;
}

describe("the schema", () => {
  test("every object type that a field or function names is there", () => {
    const named = new Set<string>();
    const see = (text: string) => {
      for (const [name = ""] of text.matchAll(/\b[A-Z]\w*/g)) named.add(name);
    };
    for (const { fields } of mailSchema.objects.values()) for (const { type } of fields.values()) see(typeText(type));
    for (const { result } of mailSchema.functions.values()) see(typeText(result));
    for (const type of mailSchema.lists.values()) see(typeText(type));
    assert.deepEqual(
      [...named].filter((name) => !mailSchema.objects.has(name)),
      [],
    );
    assert.ok(named.size > 100);
  });

  test("every field has a sentence for people", () => {
    for (const [name, { fields }] of mailSchema.objects) {
      for (const field of fields.values()) assert.match(field.meaning, /^\S.*\.$/, `${name}.${field.name}`);
    }
  });

  if (!existsSync(USAGE)) {
    test("the published model: not here, so not compared", () => {});
    return;
  }
  const usage = JSON.parse(readFileSync(USAGE, "utf8")) as Usage;

  test("no type or field of the published model is missing or of another type", () => {
    const wrong: string[] = [];
    for (const [name, fields] of Object.entries(usage.types)) {
      if (builtinObjects.has(name)) continue;
      for (const [field, type] of Object.entries(fields)) {
        const own = mailSchema.objects.get(name)?.fields.get(field);
        const text = own === undefined ? "missing" : typeText(own.type);
        if (text !== type) wrong.push(`${name}.${field}: ${text}, not ${type}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(Object.keys(usage.types).length > 100);
  });

  test("no list is missing", () => {
    const names = Object.keys(usage.lists).map((name) => name.slice(1));
    assert.deepEqual(
      names.filter((name) => !mailSchema.lists.has(name)),
      [],
    );
  });
});
