/**
 * Newsletters delivered to two readers each, where the shared corpus lies beside the project: of the loads that differ
 * between the two copies, one copy alone shows a token in every one.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { LoadRecord } from "../../src/case/record.ts";
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { unpackSet } from "../../tools/corpus.ts";

const folder = unpackSet("newsletter-pairs");
const finder = createTokenFinder();

async function loadsOf(path: string): Promise<readonly LoadRecord[]> {
  const reader = createMailboxReader();
  for await (const found of reader.discover([path])) {
    if (found.kind !== "source") continue;
    const { slices } = await reader.plan(found.source, { source: null, slices: [], files: async () => new Map() });
    for await (const slice of slices) {
      for await (const item of reader.read(slice)) {
        if (item.kind === "message") {
          const { loads } = analyse(item.message, { owners: [], finder }).record;
          return loads.filter(({ fires }) => fires === "open");
        }
      }
    }
  }
  return [];
}

if (folder === null || !existsSync(folder)) {
  test("pairs of newsletters: skipped, the corpus is not here", () => {});
} else {
  test("tokens of one copy beside what differs between two", async () => {
    const firsts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".u1.eml"),
    );
    const counts = { pairs: 0, loads: 0, differ: 0, found: 0, missed: 0, wrong: 0 };
    for (const name of firsts) {
      const loads = await loadsOf(join(folder, name));
      const others = await loadsOf(join(folder, name.replace(".u1.", ".u2.")));
      assert.equal(loads.length, others.length);
      counts.pairs += 1;
      counts.loads += loads.length;
      loads.forEach(({ resolved, token }, at) => {
        const differs = resolved !== others[at]?.resolved;
        if (differs) counts.differ += 1;
        if (differs && token.kind === "none") counts.missed += 1;
        if (differs && token.kind !== "none") counts.found += 1;
        if (!differs && token.kind !== "none") counts.wrong += 1;
      });
    }
    // Wrong is one picture named by a database's id, hidden by its style, the same for both.
    assert.deepEqual(counts, { pairs: 8, loads: 121, differ: 15, found: 15, missed: 0, wrong: 1 });
  });
}
