/** A scan in the test's own thread: the real mailbox adapter, reading, joining, judging and case. */
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import { judge } from "../../src/pipeline/judge.ts";
import { readSlice } from "../../src/pipeline/read-slice.ts";
import { scan } from "../../src/pipeline/scan.ts";
import type { ReadingStep } from "../../src/ports/reading.ts";
import type { CaseStore } from "../../src/ports/store.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { packItem } from "../../src/store/packed/pack-item.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { registrableDomain } from "../../src/url/registrable-domain.ts";
import { conditions } from "./conditions.ts";

const tools = { finder: createTokenFinder(), pack: packItem };

/** `batchesMax`: the run ends there, as if it were killed. */
function readingHere(batchesMax: number): ReadingStep {
  let batches = 0;
  return {
    async run(tasks, onBatch) {
      const reader = createMailboxReader();
      for await (const task of tasks) {
        for await (const { batch, bytes } of readSlice(reader, task, tools)) {
          batches += 1;
          if (batches > batchesMax) throw new Killed();
          await onBatch({ batch, messages: batch.items.length, bytes, diskBytes: 0 });
        }
      }
      return { faults: 0, poisoned: 0 };
    },
    close: async () => {},
  };
}

class Killed extends Error {}

/** Scans the paths into the case and judges it, then shows the case to `look`. */
export async function scanHere<T>(
  folder: string,
  paths: readonly string[],
  look: (store: CaseStore) => Promise<T>,
  { batchesMax = Number.POSITIVE_INFINITY, owners = ["bo@example.net"] } = {},
): Promise<T> {
  const opened = await openCase(folder, { mode: "write", registrableDomain });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const mailbox = createMailboxReader();
  try {
    const scanned = await scan({ store, mailbox, reading: readingHere(batchesMax) }, { paths, owners });
    if (!scanned.ok) throw new Error(scanned.error.message);
    const judged = await judge(store, conditions);
    if (!judged.ok) throw new Error(judged.error.message);
    return await look(store);
  } catch (fault) {
    if (fault instanceof Killed) return await look(store);
    throw fault;
  } finally {
    await store.close();
    await mailbox.close();
  }
}
