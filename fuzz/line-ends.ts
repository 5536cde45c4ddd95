/**
 * CRLF = LF: mail on disk mostly ends its lines with LF, on servers with CRLF. All that a record says of a message must be the
 * same, but for its hash, its size and the places in it.
 *
 *   node fuzz/line-ends.ts [--list] [PATH…]
 *
 * Without paths: the mail of the shared corpus, where it lies beside the project. Messages with a lone CR or a NUL, in which a line
 * end may be no line end, are counted only.
 * Exit code 1 when a record differs.
 */
import { parseArgs } from "node:util";
import type { MessageRecord } from "../src/case/record.ts";
import { createMailboxReader } from "../src/mailbox/reader.ts";
import type { PlanMemory } from "../src/ports/mailbox.ts";
import { readFile } from "../test/hostile/read.ts";
import { pathsOrSets } from "../tools/corpus.ts";

const SETS = [
  "bounces",
  "enron",
  "list-mail",
  "malicious-samples",
  "newsletter-pairs",
  "parser-torture",
  "phishing-pot",
  "spamassassin",
];
/** What is of the bytes, not of the mail. */
const OF_BYTES: ReadonlySet<string> = new Set(["sha256", "size", "span", "spans"]);
const nothingKnown: PlanMemory = { source: null, slices: [], files: async () => new Map() };

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean", default: false } },
  allowPositionals: true,
});
for (const path of pathsOrSets(positionals, SETS)) await printDifferences(path);

async function printDifferences(path: string): Promise<void> {
  const byField = new Map<string, string[]>();
  let messages = 0;
  let others = 0;
  for await (const { bytes, location } of messagesIn(path)) {
    const text = Buffer.from(bytes).toString("latin1");
    if (/\r(?!\n)|\0/.test(text)) {
      others += 1;
      continue;
    }
    messages += 1;
    const plain = text.replaceAll("\r\n", "\n");
    for (const field of differing(plain)) byField.set(field, [...(byField.get(field) ?? []), location.path]);
  }
  console.log(`${path}: ${messages} messages with LF and with CRLF, ${others} with a lone CR or a NUL left out`);
  for (const [field, where] of byField) {
    process.exitCode = 1;
    console.log(`    ${field} differs in ${where.length}`);
    if (values.list) for (const one of where) console.log(`        ${one}`);
  }
}

/** Fields of the record that are not the same for both. */
function differing(text: string): readonly string[] {
  const withLf = comparable(readFile(Buffer.from(text, "latin1")).record);
  const withCrlf = comparable(readFile(Buffer.from(text.replaceAll("\n", "\r\n"), "latin1")).record);
  return [...withLf.keys()].filter((field) => withLf.get(field) !== withCrlf.get(field));
}

function comparable(record: MessageRecord): ReadonlyMap<string, string> {
  const withoutBytes = (key: string, value: unknown) => (OF_BYTES.has(key) ? null : value);
  return new Map(Object.entries(record).map(([key, value]) => [key, JSON.stringify({ [key]: value }, withoutBytes)]));
}

/** As `scan` reads them; bytes are good until the next one is asked for. */
async function* messagesIn(path: string) {
  const reader = createMailboxReader();
  for await (const found of reader.discover([path])) {
    if (found.kind !== "source") continue;
    for await (const slice of (await reader.plan(found.source, nothingKnown)).slices) {
      for await (const item of reader.read(slice)) if (item.kind === "message") yield item.message;
    }
  }
}
