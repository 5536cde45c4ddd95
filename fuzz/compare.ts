/**
 * Our reading beside the expected results of other parsers' suites, where the corpus lies beside the project: how many
 * agree and differ, by kind. An object that they have and no view of ours has is the kind that matters.
 *
 *   node fuzz/compare.ts [--list]
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { decodeText } from "../src/mail/body.ts";
import type { Seen } from "../test/hostile/file.ts";
import { readFile } from "../test/hostile/read.ts";
import { unpackSet } from "../tools/corpus.ts";
import { type ExpectedMessage, expectedMessages } from "./expected.ts";

const { values } = parseArgs({ options: { list: { type: "boolean", default: false } } });
const SUITE = "stalwart-mail-parser/eml";

type Kind = "leaf count" | "text" | "binary" | "subject" | "from" | "date";

interface Tally {
  agree: number;
  /** Names of messages that differ, once for each difference. */
  readonly differ: string[];
}

const set = unpackSet("parser-torture");
if (set === null) console.log("no corpus beside the project: nothing to compare");
else printTallies(expectedMessages(join(set, SUITE)));

function printTallies(messages: readonly ExpectedMessage[]): void {
  const tallies = new Map<Kind, Tally>();
  for (const message of messages) {
    const seen = readFile(message.bytes);
    for (const [kind, agrees] of comparisons(message, seen)) {
      const tally = tallies.get(kind) ?? { agree: 0, differ: [] };
      tallies.set(kind, tally);
      if (agrees) tally.agree += 1;
      else tally.differ.push(message.name);
    }
  }
  console.log(`${SUITE}: ${messages.length} messages`);
  for (const [kind, { agree, differ }] of tallies) {
    console.log(`${kind.padEnd(12)} agree ${String(agree).padStart(4)}  differ ${differ.length}`);
    if (values.list) for (const name of new Set(differ)) console.log(`    ${name}`);
  }
}

function comparisons(message: ExpectedMessage, { views, record }: Seen): readonly (readonly [Kind, boolean])[] {
  const leaves = views.strict.entities.filter(({ children }) => children.length === 0);
  const texts = [
    ...leaves.map((leaf) => decodeText(views.strict, leaf).text),
    ...views.objects.map(({ bytes }) => Buffer.from(bytes).toString("utf8")),
  ].map(plain);
  const hasBytes = (wanted: Buffer) => views.objects.some(({ bytes }) => wanted.equals(bytes));
  const found: (readonly [Kind, boolean])[] = [["leaf count", leaves.length === message.leaves.length]];
  for (const { kind, content } of message.leaves) {
    if (typeof content === "string") found.push(["text", texts.includes(plain(content))]);
    else found.push([kind, hasBytes(content) || texts.includes(plain(content.toString("utf8")))]);
  }
  if (message.subject !== null) found.push(["subject", plain(record.subject) === plain(message.subject)]);
  if (message.from !== null) {
    const senders = record.claims.from.map(({ address }) => address);
    found.push(["from", message.from.every((address) => senders.includes(address.toLowerCase()))]);
  }
  if (message.date !== null && record.dateFrom === "date") found.push(["date", record.date === message.date * 1000]);
  return found;
}

/** White space is read in many ways and says nothing here. */
function plain(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\s+/g, " ")
    .trim();
}
