/**
 * Every limit, just below it, at it, one above, and far above (hostile-mail catalogue, section 3): up to it all is read and
 * nothing is said of it; above it what was read before is kept, and the record is partial with the limit's name.
 *
 * No clock here: how long the far inputs take is measured by hand, and bounded by the pool.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { limits } from "../../src/base/limits.ts";
import { limitCases, testedElsewhere } from "./limit-cases.ts";

for (const { limit, what, code, max: ownMax, far: ownFar, read } of limitCases) {
  const max = ownMax ?? limits[limit];
  const far = ownFar ?? 2 * max;
  describe(what === undefined ? limit : `${limit}: ${what}`, () => {
    for (const n of [max - 1, max]) {
      test(`${n}: all of it`, async () => {
        const { kept, codes } = await read(n);
        assert.ok(!codes.includes(code), `${code} is told`);
        assert.ok(!codes.some((one) => one.startsWith("status")), codes.join());
        if (kept !== null) assert.equal(kept, n);
      });
    }
    for (const n of [max + 1, far]) {
      test(`${n}: up to the limit, and it is told`, async () => {
        const { kept, codes } = await read(n);
        assert.ok(codes.includes(code), `${code} is not told, but ${codes.join()}`);
        assert.ok(!codes.some((one) => one.startsWith("status")), codes.join());
        if (kept !== null) assert.equal(kept, max);
      });
    }
  });
}

describe("no limit without a test", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const inTable = new Set<string>(limitCases.map(({ limit }) => limit));

  test("each is in the table, or it is said where it is tested or why not", () => {
    const all = Object.keys(limits).sort();
    const known = [...inTable, ...testedElsewhere.map(({ limit }) => limit)].sort();
    assert.deepEqual([...new Set(known)], all);
  });

  test("none is in both, and the other tests exist and name what they test", () => {
    for (const { limit, test: path, names } of testedElsewhere) {
      assert.ok(!inTable.has(limit), limit);
      assert.ok(existsSync(`${root}${path}`), path);
      assert.ok(readFileSync(`${root}${path}`, "utf8").includes(names ?? limit), `${path} does not name ${limit}`);
    }
  });
});
