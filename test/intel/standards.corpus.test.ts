/** Published intelligence in several formats, where the shared corpus lies beside the project: the same event gives the same indicators. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readIntel } from "../../src/intel/read-intel.ts";
import { unpackSet } from "../../tools/corpus.ts";

const folder = join(unpackSet("conformance") ?? "", "misp-stix");
const skip = existsSync(folder) ? false : "no corpus beside the project";

function indicatorsOf(names: readonly string[]): readonly string[] {
  const found = names.flatMap((name) => {
    const file = readIntel(readFileSync(join(folder, name)), name);
    assert.ok(file.ok, `${name} ${file.ok ? "" : file.error}`);
    return file.value.indicators.map(({ type, value }) => `${type} ${value}`);
  });
  return [...new Set(found)].sort();
}

/** The converter of MISP writes two collections into one file. */
const COLLECTIONS: readonly (readonly [what: string, formats: readonly string[]])[] = [
  ["attributes", ["stix11.xml", "stix12.xml", "stix20.json", "stix21.json"]],
  ["events", ["stix11.xml", "stix12.xml", "stix20.json", "stix21.json"]],
  ["objects", ["stix20.json", "stix21.json"]],
];

test("MISP and its conversions to STIX 1.1, 1.2, 2.0 and 2.1 give the same indicators", { skip }, () => {
  for (const [what, formats] of COLLECTIONS) {
    const name = `test_${what}_collection`;
    const misp = indicatorsOf([`${name}_1.json`, `${name}_2.json`]);
    assert.ok(misp.length > 2);
    // In STIX a file with a hash and a name is one pattern, of which the hash says it all; MISP flags each for itself.
    const expected = what === "objects" ? misp.filter((one) => !one.startsWith("file-name ")) : misp;
    for (const format of formats) assert.deepEqual(indicatorsOf([`${name}_${format}`]), expected, format);
  }
});
