/** Our bundles against the JSON schemas of OASIS for STIX 2.1, where the shared corpus lies beside the project. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { readStatementFile } from "../../../src/ledger/read-statement-file.ts";
import { type StixBundle, toBundle } from "../../../src/ledger/stix-out/to-bundle.ts";
import { unpackSet } from "../../../tools/corpus.ts";
import { anyLedger } from "../../support/any-ledger.ts";

const folder = join(unpackSet("conformance") ?? "", "stix/json-schemas/schemas");
const skip = existsSync(folder) ? false : "no corpus beside the project";

/** By type, what is wrong with an object; empty for nothing. */
function loadSchemas(): (object: unknown, type: string) => readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false, unicodeRegExp: false });
  const ids = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((one) =>
    one.endsWith(".json"),
  )) {
    const schema = JSON.parse(readFileSync(join(folder, path), "utf8")) as {
      readonly $id: string;
      readonly title: string;
    };
    ajv.addSchema(schema);
    ids.set(schema.title, schema.$id);
  }
  return (object, type) => {
    const validate = ajv.getSchema(ids.get(type) ?? "");
    if (validate === undefined) return [`no schema for ${type}`];
    return validate(object) === true
      ? []
      : (validate.errors ?? []).map((one) => `${type}${one.instancePath} ${one.message ?? ""}`);
  };
}

/** Objects of STIX 2.1 that the schema of bundles does not list: each is held against its own schema. */
const NOT_LISTED: ReadonlySet<string> = new Set(["note", "opinion", "grouping", "extension-definition"]);

function problemsOf(bundle: StixBundle, check: ReturnType<typeof loadSchemas>): readonly string[] {
  const listed = bundle.objects.filter(({ type }) => !NOT_LISTED.has(type));
  return [...check({ ...bundle, objects: listed }, "bundle"), ...bundle.objects.flatMap((one) => check(one, one.type))];
}

const asJson = (bundle: StixBundle): StixBundle => JSON.parse(JSON.stringify(bundle));

test("the check finds what is wrong", { skip }, () => {
  const check = loadSchemas();
  const bundle = asJson(toBundle([]));
  assert.deepEqual(problemsOf(bundle, check), []);
  assert.notDeepEqual(check({ ...bundle.objects[0], id: "identity--x" }, "identity"), []);
  assert.notDeepEqual(check({ type: "note", spec_version: "2.1" }, "note"), []);
});

test("the record that ships, and any ledger, are valid", { skip }, () => {
  const check = loadSchemas();
  const bytes = readFileSync(new URL("../../../record/public-record.yaml", import.meta.url));
  const read = readStatementFile(bytes, "letterlock:public-record", "shipped");
  assert.ok(read.ok);
  assert.deepEqual(problemsOf(asJson(toBundle([read.value])), check), []);
  fc.assert(
    fc.property(anyLedger, (documents) => {
      assert.deepEqual(problemsOf(asJson(toBundle(documents)), check), []);
    }),
    { numRuns: 60 },
  );
});
