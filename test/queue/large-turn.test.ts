import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ReadingTask } from "../../src/ports/reading.ts";
import { createLargeTurn, giveTurn, LARGE_BYTES, type LargeTurn, takeTurn } from "../../src/queue/local/large-turn.ts";
import { createPool } from "../../src/queue/local/pool.ts";
import { CURRENT, type FromWorker } from "../../src/queue/local/protocol.ts";
import { FATE } from "./fault-worker.ts";
import type { TurnWorkerData } from "./turn-worker.ts";

/** So that what blocks for ever fails. */
const TIMEOUT = { timeout: 60_000 };

const sharedInts = (count: number) => new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));

/** Starts worker 2 on one task with messages of these sizes. */
function startWorker(turn: LargeTurn, sizes: readonly number[]) {
  const analysed = sharedInts(1);
  const current = sharedInts(CURRENT.SLOTS);
  const data: TurnWorkerData = { current, turn, number: 2, sizes, analysed };
  const worker = new Worker(new URL("./turn-worker.ts", import.meta.url), { workerData: data });
  let ready = 0;
  worker.on("message", ({ kind }: FromWorker) => {
    if (kind === "ready") ready += 1;
  });
  worker.postMessage({ kind: "task", task: null, poison: [] });
  return {
    analysed: () => Atomics.load(analysed, 0),
    isOnClock: () => Atomics.load(current, CURRENT.SINCE) !== 0,
    /** Comes back when the worker has ended its task, or waits for the turn: that it was woken shows it. */
    async untilWaitsOrDone(): Promise<"waits" | "done"> {
      while (ready < 2) {
        if (Atomics.notify(turn, 0) > 0) return "waits";
        await setImmediate();
      }
      return "done";
    },
    async end(): Promise<void> {
      worker.postMessage({ kind: "end" });
      await once(worker, "exit");
    },
  };
}

describe("the turn of large messages", TIMEOUT, () => {
  test("taken, it is free again once its worker gives it", () => {
    const turn = createLargeTurn();
    takeTurn(turn, 1);
    assert.equal(turn[0], 1);
    giveTurn(turn, 1);
    takeTurn(turn, 2);
    assert.equal(turn[0], 2);
  });

  test("a worker that has it may take it again", () => {
    const turn = createLargeTurn();
    takeTurn(turn, 1);
    takeTurn(turn, 1);
    assert.equal(turn[0], 1);
  });

  test("nobody gives what is another's", () => {
    const turn = createLargeTurn();
    giveTurn(turn, 1);
    assert.equal(turn[0], 0);
    takeTurn(turn, 2);
    giveTurn(turn, 1);
    assert.equal(turn[0], 2);
  });

  test("a worker with a large message waits while another has the turn, off the clock, and goes on after", async () => {
    const turn = createLargeTurn();
    takeTurn(turn, 1);
    const worker = startWorker(turn, [1, LARGE_BYTES + 1, 1]);
    assert.equal(await worker.untilWaitsOrDone(), "waits");
    assert.equal(worker.analysed(), 1);
    assert.equal(worker.isOnClock(), false);
    giveTurn(turn, 1);
    while ((await worker.untilWaitsOrDone()) === "waits");
    assert.equal(worker.analysed(), 3);
    assert.equal(turn[0], 0, "given back");
    await worker.end();
  });

  test("ordinary messages never wait, up to the bound itself", async () => {
    const turn = createLargeTurn();
    takeTurn(turn, 1);
    const worker = startWorker(turn, [1, LARGE_BYTES, 1]);
    assert.equal(await worker.untilWaitsOrDone(), "done");
    assert.equal(worker.analysed(), 3);
    assert.equal(turn[0], 1, "still the other's");
    await worker.end();
  });

  for (const [what, fate] of [
    ["ends", FATE.EXITS],
    ["hangs and is ended", FATE.HANGS],
  ] as const) {
    test(`the pool takes the turn back from a worker that ${what}`, async () => {
      async function* tasks(): AsyncGenerator<ReadingTask> {
        const source = { path: "/s", kind: "mbox", size: 1, mtimeMs: 0, folder: "" } as const;
        yield { slice: { source, start: fate, end: fate + 1, files: [], bytes: 1 }, owners: [] };
      }
      const entry = new URL("./fault-worker.ts", import.meta.url);
      const keys = new Set<string>();
      const outcome = await createPool({ workers: 1, entry, messageMsMax: 300 }).run(tasks(), async ({ batch }) => {
        for (const { key } of batch.items) keys.add(key);
      });
      // Each of the three workers had to take it anew; the last one read the large message behind the poisoned one.
      assert.deepEqual([outcome.poisoned, [...keys].sort()], [1, ["0", "1", "2"]]);
    });
  }
});
