/**
 * On any mail: every field below the root is read without a throw and has a value of its type; and the model says the same whether the
 * reading step's own readings are given to it or not.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readViews } from "../../src/mail/views/read-views.ts";
import { createMailHost } from "../../src/mdm/host.ts";
import { ModelObject } from "../../src/mdm/model-object.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import type { Type } from "../../src/mql/types.ts";
import { Json, Undetermined, type Value } from "../../src/mql/value.ts";
import { readTexts } from "../../src/pipeline/texts.ts";
import { mailBytes, runs } from "../mail/random-mail.ts";
import { mailOf, nothingKnown, plain } from "../support/model.ts";

/** What a value is, where it is not of that type; null where it is. */
function misfit(value: Value, type: Type): string | null {
  if (value instanceof Undetermined || value === null) return type.kind === "array" && value === null ? "null" : null;
  switch (type.kind) {
    case "array":
      if (!Array.isArray(value)) return typeof value;
      return (value as readonly Value[]).map((one) => misfit(one, type.of)).find((one) => one !== null) ?? null;
    case "map":
      return value instanceof Map ? null : typeof value;
    case "object":
      return value instanceof ModelObject && value.type === type.name ? null : String(plain(value));
    case "string":
      return typeof value === "string" ? null : typeof value;
    case "bool":
      return typeof value === "boolean" ? null : typeof value;
    case "int":
    case "time":
      return Number.isInteger(value) ? null : String(value);
    case "float":
      return typeof value === "number" ? null : typeof value;
    case "bytes":
      return value instanceof Uint8Array ? null : typeof value;
    case "json":
      return value instanceof Json ? null : typeof value;
    case "null":
      return "a value";
  }
}

/** Paths and plain values of everything below; asserts the types on the way. */
function everything(root: Value): readonly string[] {
  const found: string[] = [];
  const stack: { readonly path: string; readonly value: Value }[] = [{ path: "", value: root }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { path, value } = next;
    if (Array.isArray(value)) {
      for (const [index, one] of (value as readonly Value[]).entries())
        stack.push({ path: `${path}[${index}]`, value: one });
    } else if (value instanceof ModelObject) {
      for (const field of mailSchema.objects.get(value.type)?.fields.values() ?? []) {
        const inner = field.read(value);
        assert.equal(misfit(inner, field.type), null, `${value.type}.${field.name}`);
        stack.push({ path: `${path}.${field.name}`, value: inner });
      }
    } else if (!(value instanceof Uint8Array)) {
      found.push(`${path} ${JSON.stringify(plain(value))}`);
    }
  }
  return found;
}

describe("the model of any mail", () => {
  test("has values of the right types, and the same ones with what was read before", () => {
    fc.assert(
      fc.property(mailBytes, (bytes) => {
        const alone = everything(createMailHost(mailOf(bytes), nothingKnown, null).root);
        const views = readViews(bytes);
        const { readings } = readTexts(views);
        const given = createMailHost({ message: views.strict, bodies: views.bodies, readings }, nothingKnown, null);
        assert.deepEqual(everything(given.root), alone);
        assert.ok(alone.length > 40);
      }),
      { numRuns: runs },
    );
  });
});
