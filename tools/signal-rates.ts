/**
 * Prints for each fact of `signal-facts.ts` the share of each set of mail that it holds for, in per cent: what rule packs are
 * written on. `node tools/signal-rates.ts [PREFIX…] [--every N]`: facts whose names begin so, of every n-th message.
 *
 * Sets of clean mail are twenty years older than the phishing, but for newsletters and parts of the lists and bounces: a fact that
 * tells the years apart (`html`, `auth:…`, `link:shortener`) tells nothing by its rate here.
 */
import { parseArgs } from "node:util";
import { signalFacts } from "./signal-facts.ts";
import { type MailSet, mailSets, messagesOf } from "./signal-sets.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: "string", default: "1" } },
});
const every = Math.max(1, Number.parseInt(values.every, 10) || 1);
/** Facts of fewer messages over all sets say nothing. */
const MESSAGES_MIN = 10;

interface Counted {
  readonly set: MailSet;
  readonly messages: number;
  readonly facts: ReadonlyMap<string, number>;
}

function countSet(set: MailSet): Counted {
  const facts = new Map<string, number>();
  let messages = 0;
  let seen = 0;
  for (const { bytes } of messagesOf(set)) {
    if (seen++ % every !== 0) continue;
    messages += 1;
    for (const fact of signalFacts(bytes)) facts.set(fact, (facts.get(fact) ?? 0) + 1);
  }
  return { set, messages, facts };
}

const counted = mailSets.map(countSet).filter(({ messages }) => messages > 0);
if (counted.length === 0) console.log("no corpus beside the project");
const names = new Set(counted.flatMap(({ facts }) => [...facts.keys()]));
const total = (name: string): number => counted.reduce((sum, { facts }) => sum + (facts.get(name) ?? 0), 0);
const shown = [...names]
  .filter((name) => total(name) >= MESSAGES_MIN)
  .filter((name) => positionals.length === 0 || positionals.some((prefix) => name.startsWith(prefix)))
  .sort();
const row = (head: string, cells: readonly string[]): string =>
  `| ${head.padEnd(34)} | ${cells.map((cell) => cell.padStart(7)).join(" | ")} |`;
console.log(
  row(
    "fact",
    counted.map(({ set }) => set.name.slice(0, 7)),
  ),
);
console.log(
  row(
    "---",
    counted.map(() => "---"),
  ),
);
console.log(
  row(
    "messages",
    counted.map(({ messages }) => String(messages)),
  ),
);
for (const name of shown) {
  console.log(
    row(
      name,
      counted.map(({ facts, messages }) => ((100 * (facts.get(name) ?? 0)) / messages).toFixed(2)),
    ),
  );
}
