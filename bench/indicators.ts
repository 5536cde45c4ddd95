/**
 * `npm run bench:indicators CASE [COUNT]`: a list of a million invented indicators, as `hunt FILE` takes it on a case of the user's (a decade of
 * 20,000 messages, say): read and held, then matched against the case's index; and the whole command, in a process of its own and on a copy of
 * the case. The case is only read. Wall clock and processor time of each step, and the peak of its process after it. The bars: held in less than
 * 500 MB, matched in less than ten seconds.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readIntelFiles } from "../src/cli/intel-files.ts";
import { hunt } from "../src/pipeline/hunt.ts";
import { openCase } from "../src/store/sqlite/open-case.ts";

const [, , folder, count = "1000000"] = process.argv;
if (folder === undefined) {
  console.log("name a case");
  process.exit(0);
}

/** Hosts, addresses and URLs of reserved names; one line each, so that making them takes no memory that is measured. */
function writeList(path: string, lines: number): void {
  for (let at = 0; at < lines; at += 10_000) {
    const some = Array.from({ length: Math.min(10_000, lines - at) }, (_, place) => lineOf(at + place));
    writeFileSync(path, `${some.join("\n")}\n`, { flag: "a" });
  }
}

function lineOf(at: number): string {
  const host = `h${(Math.imul(at, 0x9e37_79b1) >>> 0).toString(36)}-${at}.example`;
  if (at % 4 === 3) return `https://${host}/p/${at}`;
  return at % 4 === 2 ? `a${at}@${host}` : host;
}

async function measured<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  tell(what, started, { cpuMicros: user + system, maxRSS: process.resourceUsage().maxRSS });
  return value;
}

function tell(what: string, startedMs: number, used: { readonly cpuMicros: number; readonly maxRSS: number }): void {
  const wall = ((performance.now() - startedMs) / 1000).toFixed(1);
  const cpu = (used.cpuMicros / 1e6).toFixed(1);
  console.log(`${what.padEnd(10)} ${wall} s, ${cpu} s of processor time, peak ${Math.round(used.maxRSS / 1024)} MiB`);
}

/** As `./letterlock` starts it. What the process used is written when it ends. */
function wholeCommand(list: string, work: string): void {
  const [copy, probe, usage] = ["case", "probe.cjs", "usage.json"].map((name) => join(work, name));
  if (copy === undefined || probe === undefined || usage === undefined) return;
  cpSync(String(folder), copy, { recursive: true });
  const write = `require("node:fs").writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage()))`;
  writeFileSync(probe, `process.on("exit", () => ${write});`);
  const main = join(import.meta.dirname, "../src/cli/main.ts");
  const flags = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=8", "--require", probe];
  const started = performance.now();
  const env = { ...process.env, MALLOC_ARENA_MAX: "2" };
  const run = spawnSync(process.execPath, [...flags, main, "hunt", list, "--case", copy, "--json"], {
    encoding: "utf8",
    env,
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage;
  tell("command", started, { cpuMicros: userCPUTime + systemCPUTime, maxRSS });
}

const work = mkdtempSync(join(tmpdir(), "letterlock-indicators-"));
try {
  const path = join(work, "list.txt");
  writeList(path, Number(count));
  const files = await measured("read", () => readIntelFiles([path]));
  if (!files.ok) throw new Error(files.error);
  const opened = await openCase(folder, { mode: "read" });
  if (!opened.ok) throw new Error(opened.error.message);
  const { sightings, indicators } = await measured("matched", () =>
    hunt(
      opened.value,
      files.value.map(({ file }) => file),
    ),
  );
  console.log(`${indicators.toLocaleString("en")} indicators, ${sightings.length.toLocaleString("en")} sightings`);
  await opened.value.close();
  wholeCommand(path, work);
} finally {
  rmSync(work, { recursive: true });
}
