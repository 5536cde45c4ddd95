/**
 * Our reading beside the expected results of other parsers' suites, where the corpus lies beside the project: how much agrees,
 * and what differs for which reason (docs/comparison.md); and beside what two parsers make of all messages of these suites. What
 * no reason explains is listed; exit code 1 when there is any.
 *
 *   node fuzz/compare.ts [--list] [PATH…]
 *
 * With paths: beside the two parsers alone, over the messages below them.
 */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { sniffFile } from "../src/mailbox/files/sniff-file.ts";
import { createMailboxReader } from "../src/mailbox/reader.ts";
import type { PlanMemory } from "../src/ports/mailbox.ts";
import { temporaryFolder } from "../test/support/temporary-folder.ts";
import { unpackSet } from "../tools/corpus.ts";
import { type Comparison, compareMessage, oursOf } from "./compare-message.ts";
import type { ExpectedMailbox, ExpectedMessage, Suite } from "./expected/expected.ts";
import { runs } from "./expected/running.ts";
import { suitesOf } from "./expected/suites.ts";
import { type Reason, reasonFor, reasons } from "./reasons.ts";

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean", default: false } },
  allowPositionals: true,
});
const nothingKnown: PlanMemory = { source: null, slices: [], files: async () => new Map() };

interface Difference {
  /** Of the message. */
  readonly name: string;
  readonly comparison: Comparison;
  readonly reason: Reason | null;
}

const set = unpackSet("parser-torture");
if (positionals.length > 0) for (const path of positionals) await printRuns(resolve(path));
else if (set === null) console.log("no corpus beside the project: nothing to compare");
else {
  for (const suite of suitesOf(set))
    printSuite({ name: suite.name, messages: suite.messages.length }, [
      ...messagesOf(suite),
      ...(await mailboxesOf(suite)),
    ]);
  await printRuns(set);
}

/** Beside what other parsers make of the messages below a folder. */
async function printRuns(folder: string): Promise<void> {
  for (const [name, run] of runs) {
    const rows: Row[] = [];
    const files = messageFiles(folder);
    // One by one: a set may be large.
    for (const file of files) rows.push(...rowsOf(await run(file, await readFile(join(folder, file)))));
    printSuite({ name, messages: files.length }, rows);
  }
}

/** Files that are one message. */
function messageFiles(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.(?:eml|raw|msg|txt|mail)$/.test(name) && isMessage(join(folder, name))).sort();
}

function isMessage(path: string): boolean {
  const sniffed = sniffFile(path);
  return sniffed.ok && sniffed.value.kind === "message";
}

type Row = { readonly name: string; readonly comparison: Comparison; readonly reason: Reason | null };

function messagesOf({ messages }: Suite): readonly Row[] {
  return messages.flatMap(rowsOf);
}

function rowsOf(message: ExpectedMessage): readonly Row[] {
  const ours = oursOf(message.bytes);
  return compareMessage(message, ours).map((comparison) => {
    const reason = comparison.agrees ? null : reasonFor(comparison, ours, message);
    return { name: message.name, comparison, reason };
  });
}

async function mailboxesOf({ mailboxes }: Suite): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, bytes, starts } of mailboxes) {
    const found = await startsOf(bytes);
    for (const start of starts) {
      const comparison = { question: "start", agrees: found.has(start), theirs: String(start), ours: "" } as const;
      rows.push({ name, comparison, reason: null });
    }
    const extra = found.size - starts.filter((start) => found.has(start)).length;
    if (extra > 0)
      rows.push({
        name,
        comparison: { question: "start", agrees: false, theirs: "", ours: `${extra} more` },
        reason: null,
      });
  }
  return rows;
}

/** Where the messages of an mbox begin, by us. */
async function startsOf(bytes: ExpectedMailbox["bytes"]): Promise<ReadonlySet<number>> {
  const folder = temporaryFolder();
  const path = join(folder, "box.mbox");
  writeFileSync(path, bytes);
  const reader = createMailboxReader();
  const starts = new Set<number>();
  for await (const found of reader.discover([path])) {
    if (found.kind !== "source") continue;
    for await (const slice of (await reader.plan(found.source, nothingKnown)).slices) {
      for await (const item of reader.read(slice))
        if (item.kind === "message") starts.add(item.message.location.offset);
    }
  }
  rmSync(folder, { recursive: true });
  return starts;
}

function printSuite(
  { name, messages }: { readonly name: string; readonly messages: number },
  rows: readonly Row[],
): void {
  const agree = rows.filter(({ comparison }) => comparison.agrees).length;
  const differ: readonly Difference[] = rows.filter(({ comparison }) => !comparison.agrees);
  console.log(`${name}: ${messages} messages, ${rows.length} results: ${agree} agree, ${differ.length} differ`);
  for (const [question, group] of Map.groupBy(rows, ({ comparison }) => comparison.question)) {
    const good = group.filter(({ comparison }) => comparison.agrees).length;
    console.log(
      `    ${question.padEnd(12)} ${String(good).padStart(4)} agree  ${String(group.length - good).padStart(3)} differ`,
    );
  }
  for (const reason of reasons) {
    const group = differ.filter((difference) => difference.reason === reason);
    if (group.length > 0) console.log(`  ${String(group.length).padStart(3)} ${reason.side}: ${reason.text}`);
    if (values.list)
      for (const { name: message, comparison } of group) console.log(`        ${message} ${comparison.question}`);
  }
  const unexplained = differ.filter(({ reason }) => reason === null);
  for (const { name: message, comparison } of unexplained)
    console.log(`  UNEXPLAINED ${message} ${comparison.question}`);
  if (unexplained.length > 0) process.exitCode = 1;
}
