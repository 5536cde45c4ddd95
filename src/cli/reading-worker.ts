/** Entry of a reading worker: wires the mailbox adapter and the analysis to the local queue. */
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../base/assert.ts";
import { createMailboxReader, type MailboxOptions } from "../mailbox/reader.ts";
import { readSlice } from "../pipeline/read-slice.ts";
import { workerLoop } from "../queue/local/worker-loop.ts";
import { createTokenFinder } from "../signals/tokens.ts";
import { packItem } from "../store/packed/pack-item.ts";

assert(parentPort !== null, "reading-worker runs as a worker thread only");
const port = parentPort;
const tools = { finder: createTokenFinder(), pack: packItem };
/** What scan-command.ts gives each worker. */
interface WorkerData {
  readonly current: Int32Array<SharedArrayBuffer>;
  readonly mailbox: MailboxOptions;
}
const { current, mailbox } = workerData as WorkerData;
const reader = createMailboxReader(mailbox);

await workerLoop({
  port,
  current,
  reader,
  read: (reader, task, hooks) => readSlice(reader, task, tools, hooks),
});
await reader.close();
port.close();
