/**
 * How much phishing our packs find, and what clean mail they flag, over the sets of `signal-sets.ts`: `node tools/detection.ts`.
 *
 *   --whole      every set as one mailbox by the whole pipeline (scan, judge); else every message as if it were the only one of its case,
 *                so that nobody is spared for having written before
 *   --read-pictures   the text in pictures is read, too (not with --whole)
 *   --set NAME   of this set only; may be given several times
 *   --every N    of every n-th message only
 *   --rules      what each rule hits by set, and how many it hits alone
 *   --false      hashes of what is flagged in half 0 of clean sets, with the rules that did
 *   --missed     hashes of what is not flagged in half 0 of phishing, with the rules that weigh little
 *   --json FILE  verdict and rules of each message by hash, for comparing two versions
 *
 * Every set is shown in two halves by the parity of SHA-256: rules may be made looking at half 0, and half 1 is what counts.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createPictureReader } from "../src/ocr/picture-reader.ts";
import { createLoneJudge, hashOf, isFlagged, type Judged, judgeTogether } from "./judging.ts";
import { type MailSet, mailSets, messagesOf, type SetMessage } from "./signal-sets.ts";

interface HalvedJudged extends Judged {
  readonly half: 0 | 1;
}

const { values } = parseArgs({
  options: {
    "read-pictures": { type: "boolean", default: false },
    whole: { type: "boolean", default: false },
    rules: { type: "boolean", default: false },
    false: { type: "boolean", default: false },
    missed: { type: "boolean", default: false },
    set: { type: "string", multiple: true, default: [] },
    every: { type: "string", default: "1" },
    json: { type: "string" },
  },
});
const every = Math.max(1, Number.parseInt(values.every, 10) || 1);

function* sampleOf(set: MailSet): Generator<SetMessage> {
  let seen = 0;
  for (const message of messagesOf(set)) if (seen++ % every === 0) yield message;
}

const pictures = values["read-pictures"] ? createPictureReader() : null;
const judgeAlone = createLoneJudge(pictures);

const alone = (message: SetMessage): HalvedJudged => ({ ...judgeAlone(message), half: message.half });

/** The set as one mailbox. */
async function together(set: MailSet): Promise<readonly HalvedJudged[]> {
  const halves = new Map<string, 0 | 1>();
  function* mails(): Generator<SetMessage> {
    for (const message of sampleOf(set)) {
      halves.set(hashOf(message.bytes), message.half);
      yield message;
    }
  }
  const judged = await judgeTogether(mails(), []);
  return judged.flatMap((one) => {
    const half = halves.get(one.sha256);
    return half === undefined ? [] : [{ ...one, half }];
  });
}

const share = (of: readonly Judged[], all: readonly Judged[]): string =>
  `${((100 * of.length) / Math.max(1, all.length)).toFixed(2)} %`;

interface SetResult {
  readonly set: MailSet;
  readonly half: 0 | 1;
  readonly name: string;
  readonly judged: readonly HalvedJudged[];
}

const results: SetResult[] = [];
const cpuBefore = process.cpuUsage().user;
const isWanted = ({ name }: MailSet): boolean => values.set.length === 0 || values.set.includes(name);
for (const set of mailSets.filter(isWanted)) {
  const judged = values.whole ? await together(set) : [...sampleOf(set)].map(alone);
  if (judged.length === 0) continue;
  for (const half of [0, 1] as const) {
    results.push({ set, half, name: `${set.name}, half ${half}`, judged: judged.filter((one) => one.half === half) });
  }
}
pictures?.close();
if (results.length === 0) console.log("no corpus beside the project");

console.log("| set | messages | flagged | share | hostile |\n| --- | ---: | ---: | ---: | ---: |");
for (const { name, judged } of results) {
  const flagged = judged.filter(isFlagged);
  const hostile = judged.filter(({ verdict }) => verdict === "hostile");
  console.log(`| ${name} | ${judged.length} | ${flagged.length} | ${share(flagged, judged)} | ${hostile.length} |`);
}
console.log(`${((process.cpuUsage().user - cpuBefore) / 1e6).toFixed(1)} s of processor time`);

if (values.rules) {
  const names = [...new Set(results.flatMap(({ judged }) => judged.flatMap(({ rules }) => rules)))].sort();
  console.log(
    `\n| rule | ${results.map(({ name }) => name).join(" | ")} |\n| --- |${" ---: |".repeat(results.length)}`,
  );
  for (const rule of names) {
    const cells = results.map(({ judged }) => {
      const hits = judged.filter(({ rules }) => rules.includes(rule));
      const only = hits.filter(({ rules }) => rules.length === 1);
      return hits.length === 0 ? "" : `${share(hits, judged)} (${only.length})`;
    });
    console.log(`| ${rule} | ${cells.join(" | ")} |`);
  }
  console.log("in brackets: messages that no other rule hits");
}

const lookedAt = (kind: MailSet["kind"]): readonly SetResult[] =>
  results.filter(({ set, half }) => set.kind === kind && half === 0);

function list(name: string, { sha256, verdict, rules }: Judged): void {
  console.log(`${name} ${sha256.slice(0, 16)} ${verdict} ${rules.join(" ")}`);
}

if (values.false) {
  for (const { name, judged } of lookedAt("clean")) for (const one of judged.filter(isFlagged)) list(name, one);
}
if (values.missed) {
  for (const { name, judged } of lookedAt("phish")) {
    for (const one of judged.filter((each) => !isFlagged(each))) list(name, one);
  }
}

if (values.json !== undefined) {
  writeFileSync(
    values.json,
    JSON.stringify(results.flatMap(({ set, judged }) => judged.map((one) => ({ set: set.name, ...one })))),
  );
}
