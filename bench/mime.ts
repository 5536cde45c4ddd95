/**
 * `npm run bench:mime`: reading real mail, beside other parsers and beside floors.
 *
 * The same work for all: every header field's name, the decoded values of the usual address and subject fields, the MIME
 * structure, all text parts as strings, all attachments as bytes. Each contender runs alone in a fresh process on one core,
 * in rounds (A B A B …). A process goes through the mail twice: the first pass shows the cold start, figures are medians of
 * the second, `best` its best (messages a second). The tally beside them shows what came out, so that a contender that skips work is seen.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { officeMailbox } from "../test/office/mailbox.ts";
import { packMbox, unpackSet } from "../tools/corpus.ts";
import { type Frames, writeFrames } from "./mime/frames.ts";
import type { Report } from "./mime/tally.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const PASSES = 2;
/** How often the mailbox is repeated to show that memory does not depend on its size. */
const REPEATS = [1, 8] as const;
/** The bar: strict reading on one core, all readings against it, two workers against one. */
const BAR = { messagesPerSecond: 7_500, megabytesPerSecond: 280, viewsShare: 0.6, workersShare: 1.8 } as const;

const scratch = fileURLToPath(new URL("../scratch/bench-mime/", import.meta.url));
const here = (name: string) => fileURLToPath(new URL(`./mime/${name}`, import.meta.url));
const frames = join(scratch, "mail.frames");

interface Command {
  readonly title: string;
  readonly command: readonly string[];
  readonly isPinned: boolean;
}

function node(title: string, name: string, passes = PASSES): Command {
  return { title, command: nodeCommand("contender.ts", name, frames, String(passes)), isPinned: true };
}

/** Two have all cores. One has one core, or all: then V8 compiles and collects beside it, on a core that two do not have. */
function workers(title: string, name: string, count: number, isPinned = false): Command {
  return { title, command: nodeCommand("workers.ts", String(count), frames, name), isPinned };
}

function nodeCommand(script: string, ...args: readonly string[]): readonly string[] {
  return [process.execPath, "--disable-warning=ExperimentalWarning", here(script), ...args];
}

const hasTaskset = spawnSync("taskset", ["--version"]).status === 0;

function run({ title, command, isPinned }: Command): Report {
  const [file = "", ...args] = isPinned && hasTaskset ? ["taskset", "-c", "0", ...command] : command;
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${title}: exit ${status}: ${stderr}`);
  return JSON.parse(stdout) as Report;
}

/** Python's email package; null with a line about it where there is no Python. */
function python(): Command | null {
  const version = spawnSync("python3", ["--version"], { encoding: "utf8" });
  if (version.status !== 0) return skip("Python email", "python3 was not found");
  const title = `${version.stdout.trim()} email`;
  return { title, command: ["python3", here("python-email.py"), frames, String(PASSES)], isPinned: true };
}

/** GMime, its driver built here; null with a line about it where a compiler or its headers are missing. */
function gmime(): Command | null {
  const flags = spawnSync("pkg-config", ["--cflags", "--libs", "gmime-3.0"], { encoding: "utf8" });
  if (flags.status !== 0) return skip("GMime", "the headers of gmime-3.0 were not found (Debian: libgmime-3.0-dev)");
  const version = spawnSync("pkg-config", ["--modversion", "gmime-3.0"], { encoding: "utf8" }).stdout.trim();
  const driver = join(scratch, "gmime");
  const built = spawnSync("cc", ["-O2", "-o", driver, here("gmime.c"), ...flags.stdout.trim().split(/\s+/)], {
    encoding: "utf8",
  });
  if (built.status !== 0) return skip("GMime", `its driver could not be built: ${built.stderr ?? "no C compiler"}`);
  return { title: `GMime ${version} (C)`, command: [driver, frames, String(PASSES)], isPinned: true };
}

function skip(what: string, why: string): null {
  console.log(`${what} is left out: ${why}`);
  return null;
}

function versionOf(name: string): string {
  const manifest = fileURLToPath(new URL(`../node_modules/${name}/package.json`, import.meta.url));
  return `${name} ${(JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version}`;
}

/** Others at work on the machine make every figure worse, and two workers most. */
function loadNow(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const STRICT = "letterlock, strict reading";
const VIEWS = "letterlock, all views";
const ONE_WORKER = "strict, 1 worker, 1 core";
const ONE_ON_ALL = "strict, 1 worker, all cores";
const TWO_WORKERS = "strict, 2 workers";
const FLOOR_ONE = "SHA-256, 1 worker, 1 core";
const FLOOR_TWO = "SHA-256, 2 workers (floor)";

mkdirSync(scratch, { recursive: true });
const mail = await prepareMail();
const loadBefore = loadNow();
const reports = new Map<string, Report[]>();
const contenders = [
  node("search the bytes (floor)", "touch"),
  node("SHA-256 of the bytes (floor)", "sha256"),
  node(STRICT, "strict"),
  node(VIEWS, "views"),
  gmime(),
  node(versionOf("postal-mime"), "postal-mime"),
  node(versionOf("mailparser"), "mailparser"),
  node(versionOf("letterparser"), "letterparser"),
  python(),
].filter((command) => command !== null);
const teams = [
  workers(FLOOR_ONE, "sha256", 1, true),
  workers(FLOOR_TWO, "sha256", 2),
  workers(ONE_WORKER, "strict", 1, true),
  workers(ONE_ON_ALL, "strict", 1),
  workers(TWO_WORKERS, "strict", 2),
];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const command of [...contenders, ...teams]) {
    reports.set(command.title, [...(reports.get(command.title) ?? []), run(command)]);
  }
}

console.log(`load of the machine, the last minute: ${loadBefore} before, ${loadNow()} after`);
console.log(`\n${hasTaskset ? "each alone on core 0" : "each alone, not pinned: there is no taskset"}`);
printSpeed(contenders);
printTallies(contenders);
console.log("\nworkers, reading from disk included");
printSpeed(teams);
printMemory();
printBar();

/** Packs and splits the mail, and says what it is. */
async function prepareMail(): Promise<Frames> {
  const mbox = join(scratch, "mail.mbox");
  const packed = packMbox(unpackSet("phishing-pot") ?? writeDemo(), mbox);
  const split = await writeFrames(mbox, frames);
  if (split.messages !== packed.messages) throw new Error(`${split.messages} of ${packed.messages} messages came out`);
  const size = (split.bytes / 1e6).toFixed(1);
  console.log(`${split.messages} messages, ${size} MB, mbox sha256 ${packed.sha256.slice(0, 16)}…, ${ROUNDS} rounds,`);
  console.log(`node ${process.version}, ${availableParallelism()} cores`);
  return split;
}

/** Invented mail, where the corpus is absent: figures are then not comparable with those on real mail. */
function writeDemo(): string {
  console.log("the shared corpus is absent: measuring on the demo's invented mail instead");
  const demo = join(scratch, "demo");
  mkdirSync(demo, { recursive: true });
  for (const { path, bytes } of officeMailbox()) {
    const file = join(demo, path.replaceAll("/", "_"));
    if (path.endsWith(".eml") && !existsSync(file)) writeFileSync(file, bytes);
  }
  return demo;
}

/** Median seconds of the last pass. */
function secondsOf(title: string): number {
  return median((reports.get(title) ?? []).map(({ seconds }) => seconds.at(-1) ?? Number.NaN));
}

/** Median over the rounds of one's speed as a multiple of another's in the same round. */
function ratioOf(title: string, other: string): number {
  const others = reports.get(other) ?? [];
  const last = (report: Report | undefined) => report?.seconds.at(-1) ?? Number.NaN;
  return median((reports.get(title) ?? []).map((report, round) => last(others[round]) / last(report)));
}

function perSecond(seconds: number): string {
  return Math.round(mail.messages / seconds).toLocaleString("en");
}

function printSpeed(commands: readonly Command[]): void {
  printRow("what", ["seconds", "messages/s", "MB/s", "best", "first pass", "× strict", "peak MiB"]);
  for (const { title } of commands) {
    const seconds = secondsOf(title);
    const own = reports.get(title) ?? [];
    const first = median(own.map((report) => report.seconds[0] ?? Number.NaN));
    printRow(title, [
      seconds.toFixed(2),
      perSecond(seconds),
      (mail.bytes / 1e6 / seconds).toFixed(0),
      perSecond(Math.min(...own.map((report) => report.seconds.at(-1) ?? Number.NaN))),
      own[0]?.seconds.length === 1 ? "" : perSecond(first),
      ratioOf(title, STRICT).toFixed(2),
      Math.max(...own.map(({ peakMiB }) => peakMiB)).toFixed(0),
    ]);
  }
}

function printTallies(commands: readonly Command[]): void {
  const columns = [
    "failed",
    "fields",
    "headerCharacters",
    "texts",
    "characters",
    "attachments",
    "bytes",
    "flags",
  ] as const;
  console.log("\nwhat came out (texts: 0 where a contender joins them)");
  printRow("what", ["failed", "fields", "shown", "texts", "characters", "attachments", "bytes", "flags"]);
  for (const { title } of commands) {
    const tally = reports.get(title)?.[0]?.tally;
    if (tally !== undefined)
      printRow(
        title,
        columns.map((name) => (tally[name] ?? 0).toLocaleString("en")),
      );
  }
}

function printMemory(): void {
  console.log("\nmemory, the mailbox once and repeated");
  printRow("what", ["times", "peak MiB", "messages/s"]);
  for (const [title, name] of [
    [STRICT, "strict"],
    [VIEWS, "views"],
  ] as const) {
    for (const times of REPEATS) {
      const { seconds, peakMiB } = run(node(title, name, times));
      printRow(title, [String(times), peakMiB.toFixed(0), perSecond(median(seconds))]);
    }
  }
}

function printBar(): void {
  const seconds = secondsOf(STRICT);
  const lines: readonly (readonly [what: string, reached: number, wanted: number])[] = [
    ["strict, messages/s", mail.messages / seconds, BAR.messagesPerSecond],
    ["strict, MB/s", mail.bytes / 1e6 / seconds, BAR.megabytesPerSecond],
    ["all views, share of strict", ratioOf(VIEWS, STRICT), BAR.viewsShare],
    ["two workers, times one", ratioOf(TWO_WORKERS, ONE_WORKER), BAR.workersShare],
  ];
  console.log("\nthe bar");
  for (const [what, reached, wanted] of lines) {
    const digits = wanted < 10 ? 2 : 0;
    const verdict = reached >= wanted ? "reached" : "missed";
    printRow(what, [reached.toFixed(digits), wanted.toFixed(digits), verdict]);
  }
  const beside = `times one on all cores: ${ratioOf(TWO_WORKERS, ONE_ON_ALL).toFixed(2)}`;
  const cpu = (title: string) => median((reports.get(title) ?? []).map(({ cpuSeconds = Number.NaN }) => cpuSeconds));
  console.log(`two workers, by CPU time on free cores: ${((2 * cpu(ONE_WORKER)) / cpu(TWO_WORKERS)).toFixed(2)}`);
  console.log(`two workers, ${beside}; the floor's, times one: ${ratioOf(FLOOR_TWO, FLOOR_ONE).toFixed(2)}`);
}

function printRow(title: string, cells: readonly string[]): void {
  console.log([title.padEnd(30), ...cells.map((cell) => cell.padStart(13))].join(""));
}
