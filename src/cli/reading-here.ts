/** The reading step in the thread that asks for it: for mailboxes so small that starting a worker would cost more than reading them. */
import { createMailboxReader, type MailboxOptions } from "../mailbox/reader.ts";
import { readSlice, type SliceTools } from "../pipeline/read-slice.ts";
import type { ReadingStep } from "../ports/reading.ts";

/** Nothing guards it against a message that hangs. */
export function createReadingHere(tools: SliceTools, options: MailboxOptions = {}): ReadingStep {
  return {
    async run(tasks, onBatch) {
      const reader = createMailboxReader(options);
      let faults = 0;
      for await (const task of tasks) {
        for await (const { batch, bytes, faults: more } of readSlice(reader, task, tools)) {
          faults += more;
          await onBatch({ batch, messages: batch.items.length, bytes, diskBytes: 0 });
        }
      }
      await reader.close();
      return { faults, poisoned: 0 };
    },
    close: async () => {},
  };
}
