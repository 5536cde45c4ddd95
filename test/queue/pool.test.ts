import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ReadingTask } from "../../src/ports/reading.ts";
import type { Batch } from "../../src/ports/store.ts";
import { createPool } from "../../src/queue/local/pool.ts";
import { FATE } from "./fault-worker.ts";

const entry = new URL("./fault-worker.ts", import.meta.url);

/** Long enough that no healthy message takes it on a machine that does much else. */
const HANGS_MS = 1_000;

async function* tasksOf(fates: readonly number[]): AsyncGenerator<ReadingTask> {
  for (const [n, start] of fates.entries()) {
    const source = { path: `/s${n}`, kind: "mbox", size: 1, mtimeMs: 0, folder: "" } as const;
    yield { slice: { source, start, end: start + 1, files: [], bytes: 10 }, owners: [] };
  }
}

async function runPool(fates: readonly number[], workers = 2) {
  const batches: Batch[] = [];
  let diskBytes = 0;
  const pool = createPool({ workers, entry, messageMsMax: HANGS_MS });
  const outcome = await pool.run(tasksOf(fates), async (progress) => {
    batches.push(progress.batch);
    diskBytes += progress.diskBytes;
  });
  const keysOf = (path: string) =>
    new Set(batches.filter(({ source }) => source === path).flatMap(({ items }) => items.map(({ key }) => key)));
  const poisoned = batches.flatMap(({ items }) => items).filter(({ record }) => record.status === "unparseable");
  return { batches, outcome, keysOf, poisoned, diskBytes };
}

describe("local queue", () => {
  test("all slices of all sources come back, each ended once", async () => {
    const fates = Array.from({ length: 20 }, () => FATE.FINE);
    const { batches, keysOf, diskBytes } = await runPool(fates);
    assert.equal(batches.filter(({ slice }) => slice.done).length, 20);
    assert.deepEqual([...keysOf("/s19")], ["0", "1", "2"]);
    assert.equal(diskBytes, 200);
  });

  for (const [what, fate] of [
    ["hangs", FATE.HANGS],
    ["ends its worker", FATE.EXITS],
    ["eats all memory", FATE.EATS_MEMORY],
  ] as const) {
    test(`a message that ${what} is tried twice, given up, and the rest goes on`, async () => {
      const { outcome, keysOf, poisoned } = await runPool([FATE.FINE, fate, FATE.FINE]);
      assert.equal(outcome.poisoned, 1);
      assert.deepEqual(
        poisoned.map(({ key }) => key),
        ["1"],
      );
      for (const path of ["/s0", "/s1", "/s2"]) assert.deepEqual([...keysOf(path)].sort(), ["0", "1", "2"], path);
    });
  }

  test("a slice whose reader dies twice is named as not covered, and the rest goes on", async () => {
    const { batches, keysOf } = await runPool([FATE.READER_DIES, FATE.FINE], 1);
    assert.deepEqual(
      batches.flatMap(({ notCovered }) => notCovered.map(({ code }) => code)),
      ["reader-died"],
    );
    assert.equal(keysOf("/s1").size, 3);
  });

  test("no tasks: the run ends", async () => {
    assert.deepEqual((await runPool([])).outcome, { faults: 0, poisoned: 0 });
  });

  test("when the store fails, the run ends with its reason", async () => {
    const pool = createPool({ workers: 2, entry });
    const run = pool.run(tasksOf([0, 0, 0]), async () => {
      throw new Error("disk full");
    });
    await assert.rejects(run, /disk full/);
  });

  test("when the source of tasks fails, the run ends with its reason", async () => {
    const pool = createPool({ workers: 2, entry });
    async function* broken(): AsyncGenerator<ReadingTask> {
      yield* tasksOf([0]);
      throw new Error("plan failed");
    }
    await assert.rejects(
      pool.run(broken(), async () => {}),
      /plan failed/,
    );
  });
});
