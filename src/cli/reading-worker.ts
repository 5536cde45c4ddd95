/** Entry of a reading worker: wires the mailbox adapter and the analysis to the local queue. */
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../base/assert.ts";
import { createMailboxReader } from "../mailbox/reader.ts";
import { readSlice } from "../pipeline/read-slice.ts";
import { offTheClock } from "../queue/local/protocol.ts";
import { type WorkerShare, workerLoop } from "../queue/local/worker-loop.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { type ReadingWish, readingTools } from "./reading-tools.ts";

assert(parentPort !== null, "reading-worker runs as a worker thread only");
const port = parentPort;
const { mailbox, dns, rules, given, readPictures, ...share } = workerData as ReadingWish & WorkerShare;
const tools = await readingTools({ mailbox, dns, rules, given, readPictures }, (work) =>
  offTheClock(share.current, work),
);
const reader = createMailboxReader(mailbox);

/** Bytes outside the heap that are worth a collection, which takes some ten milliseconds: those of the reader's own buffers are fewer. */
const LEFT_BYTES_MIN = 128 * 1024 * 1024;

/** The engine does not hurry to free decoded bodies, since they are outside its heap; the next worker needs the room. */
function collect(): void {
  if (process.memoryUsage().external >= LEFT_BYTES_MIN) collectGarbage();
}

await workerLoop({
  port,
  share,
  collect,
  reader,
  read: (reader, task, hooks) => readSlice(reader, task, tools, hooks),
});
await reader.close();
port.close();
