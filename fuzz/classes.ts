/**
 * Tracking classes and verdicts of real mail: how much of each set is told which, and every message that is called covert,
 * suspicious or hostile, with its reasons.
 *
 *   node fuzz/classes.ts [--list] [PATH…]
 *
 * Each path is scanned into a case of its own by the program itself. Without paths: the sets that were not made to track
 * covertly, where they lie beside the project. `--list` names each message of interest by its hash and why.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Answer } from "../src/case/answer.ts";
import type { MessageJson } from "../src/report/json.ts";
import { pathsOrSets } from "../tools/corpus.ts";

const SETS = ["spamassassin", "phishing-pot", "newsletter-html", "newsletter-pairs", "enron", "list-mail"];
const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean", default: false } },
  allowPositionals: true,
});
for (const path of pathsOrSets(positionals, SETS)) printClasses(path);

function printClasses(path: string): void {
  const folder = mkdtempSync(join(tmpdir(), "letterlock-classes-"));
  try {
    const answer = JSON.parse(run("scan", path, "--case", folder, "--json")) as Answer;
    console.log(`${basename(path)}: ${answer.coverage.messages} messages`);
    console.log(`  classes   ${counts(answer.classes)}`);
    console.log(`  verdicts  ${counts(answer.verdicts)}`);
    const interest = messagesOf(folder, "--verdict", "suspicious", "--verdict", "hostile");
    const covert = interest.filter(({ tracking }) => tracking.class === "covert");
    const rules = new Map<string, number>();
    for (const { findings } of interest) for (const { rule } of findings) rules.set(rule, (rules.get(rule) ?? 0) + 1);
    console.log(`  covert ${covert.length}; conditions: ${counts(Object.fromEntries(rules)) || "none"}`);
    if (values.list) for (const message of interest) printMessage(message);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printMessage({ sha256, verdict, tracking, findings }: MessageJson): void {
  console.log(
    `    ${sha256.slice(0, 12)} ${verdict}, ${tracking.class}: ${findings.map(({ rule }) => rule).join(", ")}`,
  );
}

function messagesOf(folder: string, ...filters: readonly string[]): readonly MessageJson[] {
  const lines = run("messages", "--case", folder, "--json", ...filters).split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as MessageJson);
}

function run(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", main, ...args],
    { encoding: "utf8", maxBuffer: 1 << 30 },
  );
  if (status === null || status > 1) throw new Error(`${args[0]}: exit ${status}: ${stderr}`);
  return stdout;
}

function counts(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .map(([name, count]) => `${name} ${count}`)
    .join(" · ");
}
