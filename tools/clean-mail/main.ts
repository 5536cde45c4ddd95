/**
 * How much honest mail of today our packs flag: `node tools/clean-mail/main.ts`. The mail is made (README.md), since the corpus's clean mail is twenty
 * years older than its phishing.
 *
 *   --seed S     any text; default 1
 *   --size N     messages of each half; default 2000
 *   --half H     looked-at or held-out alone
 *   --whole      a mailbox a receiving house by the whole pipeline, its owner named; else every message as if it were the only one of its case
 *   --rules      the flagged by rule, and how many a rule flags alone
 *   --kinds      the flagged by kind, way and receiver
 *   --false      what of the half that is looked at is flagged or covert: number, kind and rules
 *   --write DIR  the messages as .eml, under DIR/<half>/<number>-<kind>.eml
 *   --json FILE  verdict and rules of each message of the half that is looked at, for comparing two versions
 *
 * Rules may be mended looking at `looked-at`; of `held-out` only the counts are looked at, and they are what counts.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createLoneJudge, hashOf, isFlagged, type Judged, judgeTogether } from "../judging.ts";
import { type CleanMessage, cleanMail } from "./generate.ts";
import type { Half } from "./kind.ts";
import { readersDomain } from "./receivers.ts";

interface Row {
  readonly index: number;
  readonly message: CleanMessage;
  readonly judged: Judged;
}

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    size: { type: "string", default: "2000" },
    half: { type: "string" },
    whole: { type: "boolean", default: false },
    rules: { type: "boolean", default: false },
    kinds: { type: "boolean", default: false },
    false: { type: "boolean", default: false },
    write: { type: "string" },
    json: { type: "string" },
  },
});
const size = Math.max(1, Number.parseInt(values.size, 10) || 2000);
const halves = (["looked-at", "held-out"] as const).filter((half) => values.half === undefined || values.half === half);

async function rowsOf(half: Half): Promise<readonly Row[]> {
  const messages = [...cleanMail(half, values.seed, size)];
  if (values.write !== undefined) writeAll(join(values.write, half), messages);
  const verdicts = values.whole ? await together(messages) : alone(messages);
  return messages.flatMap((message, index) => {
    const judged = verdicts.get(hashOf(message.bytes));
    return judged === undefined ? [] : [{ index, message, judged }];
  });
}

function writeAll(folder: string, messages: readonly CleanMessage[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, { kind, bytes }] of messages.entries()) {
    writeFileSync(join(folder, `${String(index).padStart(5, "0")}-${kind.id}.eml`), bytes);
  }
}

const judgeAlone = createLoneJudge(null);

function alone(messages: readonly CleanMessage[]): ReadonlyMap<string, Judged> {
  const judged = messages.map(({ bytes, kind }) => judgeAlone({ path: `${kind.id}.eml`, bytes }));
  return new Map(judged.map((one) => [one.sha256, one]));
}

async function together(messages: readonly CleanMessage[]): Promise<ReadonlyMap<string, Judged>> {
  const verdicts = new Map<string, Judged>();
  for (const [receiver, domain] of Object.entries(readersDomain)) {
    const here = messages.filter((message) => message.receiver === receiver);
    const mails = here.map(({ kind, bytes }) => ({ path: `${kind.id}.eml`, bytes }));
    for (const one of await judgeTogether(mails, [`@${domain}`])) verdicts.set(one.sha256, one);
  }
  return verdicts;
}

const flaggedOf = (rows: readonly Row[]): readonly Row[] => rows.filter(({ judged }) => isFlagged(judged));
const share = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(2)} %`;

function printGroup(half: Half, group: string, rows: readonly Row[]): void {
  const flagged = flaggedOf(rows).length;
  const hostile = rows.filter(({ judged }) => judged.verdict === "hostile").length;
  const covert = rows.filter(({ judged }) => judged.trackingClass === "covert");
  const byKnown = covert.filter(({ message }) => message.way.startsWith("known-")).length;
  console.log(
    `| ${half}, ${group} | ${rows.length} | ${flagged} | ${share(flagged, rows.length)} | ${hostile} | ${covert.length} | ${byKnown} |`,
  );
}

function printCounts(title: string, rows: readonly Row[], nameOf: (row: Row) => readonly string[]): void {
  const all = new Map<string, number>();
  const flagged = new Map<string, number>();
  for (const row of rows) {
    for (const name of nameOf(row)) {
      all.set(name, (all.get(name) ?? 0) + 1);
      if (isFlagged(row.judged)) flagged.set(name, (flagged.get(name) ?? 0) + 1);
    }
  }
  const lines = [...flagged].sort((one, other) => other[1] - one[1]);
  console.log(`\n| ${title} | messages | flagged |\n| --- | ---: | ---: |`);
  for (const [name, count] of lines) console.log(`| ${name} | ${all.get(name)} | ${count} |`);
}

function printRules(half: Half, rows: readonly Row[]): void {
  const flagged = flaggedOf(rows);
  const names = [...new Set(flagged.flatMap(({ judged }) => judged.rules))].sort();
  console.log(`\n| rule, ${half} | flagged | alone |\n| --- | ---: | ---: |`);
  for (const name of names) {
    const hits = flagged.filter(({ judged }) => judged.rules.includes(name));
    const only = hits.filter(({ judged }) => judged.rules.length === 1).length;
    console.log(`| ${name} | ${hits.length} | ${only} |`);
  }
}

const results = new Map<Half, readonly Row[]>();
for (const half of halves) results.set(half, await rowsOf(half));

console.log("| clean mail | messages | flagged | share | hostile | covert | covert by a known service |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const [half, rows] of results) {
  for (const group of ["ordinary", "newsletter"] as const) {
    printGroup(
      half,
      group,
      rows.filter(({ message }) => message.kind.group === group),
    );
  }
}
for (const [half, rows] of results) {
  if (values.rules) printRules(half, rows);
  if (values.kinds && half === "looked-at") {
    printCounts(`kind, ${half}`, rows, ({ message }) => [message.kind.id]);
    printCounts(`way, ${half}`, rows, ({ message }) => [`${message.way} ${message.service}`]);
    printCounts(`receiver, ${half}`, rows, ({ message }) => [message.receiver]);
    printCounts(`language, ${half}`, rows, ({ message }) => [message.language]);
  }
}
const lookedAt = results.get("looked-at") ?? [];
if (values.false) {
  const isToSee = ({ judged }: Row): boolean => isFlagged(judged) || judged.trackingClass === "covert";
  for (const { index, message, judged } of lookedAt.filter(isToSee)) {
    const { kind, way, form, receiver, language } = message;
    console.log(
      `${index} ${kind.id} ${way} ${form} ${receiver} ${language} ${judged.verdict} ${judged.trackingClass} ${judged.rules.join(" ")}`,
    );
  }
}
if (values.json !== undefined) {
  const rows = lookedAt.map(({ index, message, judged }) => ({ index, kind: message.kind.id, ...judged }));
  writeFileSync(values.json, JSON.stringify(rows));
}
