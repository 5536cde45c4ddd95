/** The recorded cases of the OASIS validator, where the shared corpus lies beside the project: which objects are sound. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { StixObject } from "../../src/intel/pattern/observation.ts";
import { checkBundle } from "../../src/intel/stix/check-bundle.ts";
import { checkObject } from "../../src/intel/stix/check-object.ts";
import type { StixVersion } from "../../src/intel/stix/object-form.ts";
import { unpackSet } from "../../tools/corpus.ts";

const folder = unpackSet("conformance");
const path = join(folder ?? "", "stix", "stix-validator-cases.json");
const skip = folder !== null && existsSync(path) ? false : "no corpus beside the project";

interface Case {
  readonly version: StixVersion;
  readonly valid: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly instance: StixObject;
}

/** Cases about options of the tool itself: its own schemas, its strict mode, its list of checks. */
const OF_THE_TOOL = ["schema_dir", "strict_types", "strict_properties", "strict", "silent", "enabled"];

/** Check of the tool that a case turns off → our codes for the same. */
const TURNED_OFF: ReadonlyMap<string, readonly string[]> = new Map([
  ["hash-algo", ["hash-name"]],
  ["custom-prefix", ["custom-property", "unknown-type", "property-name"]],
  ["extref-hashes", ["reference-hash"]],
]);

function isSound({ version, instance, options }: Case): boolean {
  const off = String(options["disabled"] ?? "");
  const ignored = new Set([...TURNED_OFF].flatMap(([name, codes]) => (off.includes(name) ? codes : [])));
  let isWrong = false;
  const tell = (code: string): void => {
    isWrong ||= !ignored.has(code);
  };
  const objects = instance["type"] === "bundle" ? instance["objects"] : [instance];
  if (instance["type"] === "bundle") checkBundle(instance, version, tell);
  if (Array.isArray(objects)) for (const object of objects) checkObject(object as StixObject, version, tell);
  return !isWrong;
}

/**
 * No sound object is called wrong. Three in five of the others are seen: not checked are open vocabularies, properties within
 * extensions, which type may be related to which, and forms of custom names that the tool only warns of.
 */
test("what the validator calls sound is sound, and most of what it calls wrong is told", { skip }, () => {
  const all = JSON.parse(readFileSync(path, "utf8")) as readonly Case[];
  const cases = all.filter(
    ({ options }) =>
      !OF_THE_TOOL.some((name) => name in options) && !/^[\d,]+$/.test(String(options["disabled"] ?? "none")),
  );
  const sound = cases.filter(({ valid }) => valid);
  const wrong = cases.filter(({ valid }) => !valid);
  assert.ok(sound.length > 200 && wrong.length > 350);
  assert.deepEqual(sound.filter((one) => !isSound(one)).length, 0);
  const seen = wrong.filter((one) => !isSound(one)).length;
  assert.ok(seen / wrong.length > 0.57, `${seen} of ${wrong.length}`);
});
