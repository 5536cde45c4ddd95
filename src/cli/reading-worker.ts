/** Entry of a reading worker: wires the mailbox adapter and the analysis to the local queue. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { parseDnsSnapshot } from "../auth/dns-snapshot.ts";
import { assert } from "../base/assert.ts";
import { createMailboxReader, type MailboxOptions } from "../mailbox/reader.ts";
import { mailSchema } from "../mdm/schema.ts";
import { readSlice } from "../pipeline/read-slice.ts";
import { type WorkerShare, workerLoop } from "../queue/local/worker-loop.ts";
import { RuleDesk } from "../rules/rule-desk.ts";
import { createTokenFinder } from "../signals/tokens.ts";
import { packItem } from "../store/packed/pack-item.ts";
import { type GivenPaths, readGiven } from "./given-files.ts";
import { type RuleChoice, ruleSetName, rulesOf } from "./rule-choice.ts";

assert(parentPort !== null, "reading-worker runs as a worker thread only");
const port = parentPort;
/** What scan-command.ts gives each worker. */
interface WorkerData extends WorkerShare {
  readonly mailbox: MailboxOptions;
  /** Text of a DNS snapshot. */
  readonly dns?: string;
  /** Absent: ours. */
  readonly rules?: RuleChoice;
  /** What the user gives beside rules. */
  readonly given?: GivenPaths;
}
const { mailbox, dns, rules: choice = { shipped: true, named: [] }, given: paths, ...share } = workerData as WorkerData;
const { ready: rules } = rulesOf(choice);
// The command read it before and told what is wrong with it: without it rules would be asked less than was said.
const read = paths === undefined ? null : await readGiven(paths);
assert(read === null || read.ok, "what was given for rules could be read when the scan began");
const given = read?.ok === true ? read.value : null;
const tools = {
  finder: createTokenFinder(),
  pack: packItem,
  desk: new RuleDesk(rules, mailSchema, ruleSetName(rules)),
  ...(given !== null ? { given: { list: given.list, given: given.given } } : {}),
  ...(dns === undefined ? {} : { resolver: parseDnsSnapshot(dns).resolver }),
};
const reader = createMailboxReader(mailbox);

/** Bytes outside the heap that are worth a collection, which takes some ten milliseconds: those of the reader's own buffers are fewer. */
const LEFT_BYTES_MIN = 128 * 1024 * 1024;

/** The engine does not hurry to free decoded bodies, since they are outside its heap; the next worker needs the room. */
function collect(): void {
  if (process.memoryUsage().external < LEFT_BYTES_MIN) return;
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  if (typeof gc === "function") gc();
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
