/**
 * The accounting of a scan, checked from outside over every set of the shared corpus (`account.ts`).
 *
 *   node fuzz/accounting.ts [--list] [PATH…]
 *
 * Without paths: the sets of the corpus, where it lies beside the project. Exit code 1 when anything is unaccounted for.
 */
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { pathsOrSets } from "../tools/corpus.ts";
import { account } from "./account.ts";

const SETS = [
  ...["auth", "bounces", "conformance", "enron", "formats", "intel", "list-mail", "lists", "malicious-samples"],
  ...["newsletter-html", "newsletter-pairs", "parser-torture", "phishing-pot", "spamassassin"],
];

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean", default: false } },
  allowPositionals: true,
});
for (const path of pathsOrSets(positionals, SETS)) await printAccount(path);

async function printAccount(path: string): Promise<void> {
  const { files, placed, coverage, reasons, faults } = await account(path);
  const { messages, ok, partial, unparseable, duplicates } = coverage;
  console.log(
    `${basename(path)}: ${files} files, ${placed} of them places of messages; ` +
      `${messages} messages = ${ok} ok + ${partial} partial + ${unparseable} unparseable; ${duplicates} more places`,
  );
  for (const [code, names] of reasons) {
    console.log(`    ${String(names.length).padStart(6)}  ${code}`);
    if (values.list) for (const name of names) console.log(`            ${name}`);
  }
  for (const fault of faults) console.log(`  NOT ACCOUNTED FOR: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
