/** Writes batches into the case of `argv[2]` until it is killed, a line for each; also what the test resumes with. */
import assert from "node:assert/strict";
import { writeSync } from "node:fs";
import { argv } from "node:process";
import type { Source } from "../../src/ports/mailbox.ts";
import type { CaseStore } from "../../src/ports/store.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { pixel } from "../support/record.ts";
import { batchOf, itemOf, must, NEW, sliceOf } from "./fixtures.ts";
import { registrableDomain } from "./registrable-domain.ts";

export const BATCH_ITEMS = 40;
const SOURCE: Source = { path: "/mail/k.mbox", kind: "mbox", size: 1, mtimeMs: 1, folder: "k" };

async function applyOne(store: CaseStore, batch: number): Promise<void> {
  const items = Array.from({ length: BATCH_ITEMS }, (_, i) => {
    const at = batch * BATCH_ITEMS + i;
    return itemOf(
      { name: `k${at}`, on: "2020-02-02", loads: [pixel(`https://h${at % 97}.news.example/${"x".repeat(500)}`)] },
      at,
    );
  });
  const slice = sliceOf({ start: batch * 1000, end: batch * 1000 + 1000 });
  must(await store.applyBatch(batchOf(SOURCE, items, { slice })));
}

export async function applyAll(store: CaseStore, batches: number): Promise<void> {
  must(await store.beginSource(SOURCE, { state: "grown", fingerprint: "print-1" }));
  for (let batch = 0; batch < batches; batch++) await applyOne(store, batch);
  must(await store.finishSource(SOURCE.path));
}

if (import.meta.main) {
  const folder = argv[2] ?? "";
  assert.ok(folder !== "", "name the folder of the case");
  const store = must(await openCase(folder, { mode: "write", registrableDomain }));
  must(await store.beginSource(SOURCE, NEW));
  for (let batch = 0; batch < 60; batch++) {
    await applyOne(store, batch);
    writeSync(1, `${batch}\n`);
  }
  // Held open until the test ends it.
  setInterval(() => {}, 1000);
}
