/** A worker for the pool's tests: slice `start` says what happens to its second message. */
import { parentPort, workerData } from "node:worker_threads";
import type { MailboxReader } from "../../src/ports/mailbox.ts";
import type { Batch, PackedItem } from "../../src/ports/store.ts";
import { LARGE_BYTES } from "../../src/queue/local/large-turn.ts";
import { type WorkerShare, workerLoop } from "../../src/queue/local/worker-loop.ts";
import { packItem } from "../../src/store/packed/pack-item.ts";
import { recordOf } from "../support/record.ts";

export const FATE = { FINE: 0, HANGS: 1, EXITS: 2, EATS_MEMORY: 3, READER_DIES: 4 } as const;
const MESSAGES = 3;

function item(start: number, ordinal: number, poisoned: boolean): PackedItem {
  const record = recordOf({ name: `${start}-${ordinal}`, status: poisoned ? "unparseable" : "ok" });
  return packItem({
    record,
    key: `${ordinal}`,
    file: null,
    location: { path: "", offset: ordinal, length: 1, folder: "", marks: [] },
  });
}

function suffer(fate: number): void {
  if (fate === FATE.HANGS) for (;;);
  if (fate === FATE.EXITS) process.exit(7);
  const hoard: number[][] = [];
  if (fate === FATE.EATS_MEMORY) for (;;) hoard.push(new Array<number>(1_000_000).fill(hoard.length));
}

if (parentPort !== null) {
  const port = parentPort;
  await workerLoop({
    port,
    share: workerData as WorkerShare,
    reader: null as unknown as MailboxReader,
    read: async function* (_reader, task, hooks) {
      const { source, start, end } = task.slice;
      if (start === FATE.READER_DIES) process.exit(8);
      for (let ordinal = 0; ordinal < MESSAGES; ordinal += 1) {
        const poisoned = hooks.poison.has(ordinal);
        // Large ones, so that whoever dies dies with the turn.
        hooks.onMessage(ordinal, LARGE_BYTES + 1);
        if (ordinal === 1 && !poisoned) suffer(start);
        hooks.onMessageEnd();
        const done = ordinal === MESSAGES - 1;
        const batch: Batch = {
          source: source.path,
          slice: { start, end, done, atSourceEnd: false },
          items: [item(start, ordinal, poisoned)],
          notCovered: [],
        };
        yield { batch, bytes: 1, faults: 0 };
      }
    },
  });
  port.close();
}
