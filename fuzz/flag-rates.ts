/**
 * The clean side of the catalogue: how often ordinary mail carries each flag, and objects that only other readings than the
 * strict one have. A flag that newsletters and lists carry says nothing about an attack.
 *
 *   node fuzz/flag-rates.ts [--list FLAG] [PATH…]
 *
 * Without paths: the ham of the shared corpus, where it lies beside the project.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readViews, type Views } from "../src/mail/views/read-views.ts";
import { createMailboxReader } from "../src/mailbox/reader.ts";
import { analyse } from "../src/pipeline/analyse.ts";
import type { PlanMemory, RawMessage } from "../src/ports/mailbox.ts";
import { createTokenFinder } from "../src/signals/tokens.ts";
import { unpackSet } from "../tools/corpus.ts";

const CLEAN: readonly (readonly [set: string, folders: readonly string[]])[] = [
  ["spamassassin", ["easy-ham-1", "easy-ham-2", "hard-ham-1"]],
  ["list-mail", ["."]],
  ["enron", ["."]],
  ["newsletter-pairs", ["."]],
];
const nothingKnown: PlanMemory = { source: null, slices: [], files: async () => new Map() };

const finder = createTokenFinder();

const { values, positionals } = parseArgs({ options: { list: { type: "string" } }, allowPositionals: true });
const paths = positionals.length > 0 ? positionals : corpusPaths();
if (paths.length === 0) console.log("no corpus beside the project, and no path given");
for (const path of paths) await printRates(path);

function corpusPaths(): readonly string[] {
  return CLEAN.flatMap(([set, folders]) => {
    const unpacked = unpackSet(set);
    return unpacked === null ? [] : folders.map((folder) => join(unpacked, folder)).filter((path) => existsSync(path));
  });
}

async function printRates(path: string): Promise<void> {
  const counts = new Map<string, number>();
  let messages = 0;
  const count = (flag: string) => counts.set(flag, (counts.get(flag) ?? 0) + 1);
  for await (const message of messagesIn(path)) {
    messages += 1;
    const flags = flagsOf(message);
    for (const flag of flags) count(flag);
    if (hasOtherObjects(readViews(message.bytes))) count("(objects beyond the strict reading)");
    if (values.list !== undefined && flags.has(values.list)) {
      console.log(`${message.location.path} ${message.location.offset}`);
    }
  }
  console.log(`${path}: ${messages} messages`);
  for (const [flag, times] of [...counts].sort(([, a], [, b]) => b - a)) {
    console.log(`  ${flag.padEnd(40)} ${String(times).padStart(6)}  ${((100 * times) / messages).toFixed(2)} %`);
  }
}

/** Those of the record; codes of problems that are flags of the catalogue have no full stop in them. */
function flagsOf(message: RawMessage): ReadonlySet<string> {
  const { record } = analyse(message, { owners: [], finder });
  const codes = record.problems.map(({ code }) => code).filter((code) => !code.includes("."));
  return new Set([...record.flags, ...codes]);
}

function hasOtherObjects({ objects }: Views): boolean {
  return objects.some(({ views }) => !views.includes("strict"));
}

/** As `scan` reads them; bytes are good until the next one is asked for. */
async function* messagesIn(path: string): AsyncGenerator<RawMessage> {
  const reader = createMailboxReader();
  for await (const found of reader.discover([path])) {
    if (found.kind !== "source") continue;
    const { slices } = await reader.plan(found.source, nothingKnown);
    for await (const slice of slices) {
      for await (const item of reader.read(slice)) if (item.kind === "message") yield item.message;
    }
  }
}
