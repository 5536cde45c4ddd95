/**
 * `node tools/decade/trial.ts [--sizes 2000,20000] [--seeds 1,2,3] [--workers 1] [--keep DIR] [--json FILE]`: makes decades, scans and scores
 * each by the program as it is, in processes of their own, and prints one row a decade.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { OFFICE_DOMAIN, OLD_DOMAIN } from "../../src/demo/world/people.ts";
import type { Score, Share } from "./scoring.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "2000,20000" },
    seeds: { type: "string", default: "1,2,3" },
    workers: { type: "string", default: "1" },
    keep: { type: "string" },
    json: { type: "string" },
  },
});
const root = fileURLToPath(new URL("../../", import.meta.url));
const work = values.keep !== undefined ? resolve(values.keep) : mkdtempSync(join(tmpdir(), "letterlock-trial-"));
mkdirSync(work, { recursive: true });
const probe = join(work, "probe.cjs");
const usage = join(work, "usage.json");
writeFileSync(
  probe,
  `process.on("exit",()=>require("node:fs").writeFileSync(${JSON.stringify(usage)},JSON.stringify(process.resourceUsage())))`,
);

interface Run {
  readonly seconds: number;
  /** Processor time, all threads. */
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

function node(args: readonly string[]): Run {
  const started = performance.now();
  const options = ["--disable-warning=ExperimentalWarning", "--require", probe];
  const { status, stderr } = spawnSync(process.execPath, [...options, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status === null || status > 1) throw new Error(`exit ${status}: ${stderr.slice(0, 2000)}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage;
  const seconds = (performance.now() - started) / 1000;
  return { seconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 };
}

interface Row {
  readonly size: number;
  readonly seed: string;
  readonly made: Run;
  readonly scanned: Run;
  readonly score: Score;
}

function trial(size: number, seed: string): Row {
  const folder = join(work, `decade-${size}-${seed}`);
  const store = join(work, `case-${size}-${seed}`);
  for (const path of [folder, store]) rmSync(path, { recursive: true, force: true });
  const made = node([join(root, "tools/decade/main.ts"), folder, "--size", String(size), "--seed", seed]);
  const owners = [OFFICE_DOMAIN, OLD_DOMAIN].flatMap((domain) => ["--owner", `@${domain}`]);
  const scan = ["scan", join(folder, "mail"), "--case", store, "--json", "--workers", values.workers, ...owners];
  const scanned = node([join(root, "src/cli/main.ts"), ...scan]);
  const result = join(folder, "score.json");
  node([join(root, "tools/decade/score.ts"), store, folder, "--json", result]);
  const score = JSON.parse(readFileSync(result, "utf8")) as Score;
  if (values.keep === undefined) for (const path of [folder, store]) rmSync(path, { recursive: true });
  return { size, seed, made, scanned, score };
}

const part = ({ found, of }: Share): string => `${found}/${of}`;
const rows: Row[] = [];
console.log(
  "| size | seed | planted found | waves | targets (false) | false messages | campaigns P / R, all | among found | actors P / R | by perhaps one maker P / R | right pairs | levels right, by mail | scan s | cpu s | MiB |\n| ---: | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
);
for (const size of values.sizes.split(",").map(Number)) {
  for (const seed of values.seeds.split(",")) {
    const row = trial(size, seed);
    const { score, scanned } = row;
    const { campaigns, exposure, targets } = score;
    const wrong = Object.entries(score.false.byKind).map(([kind, count]) => `${kind} ${count}`);
    const both = ({ precision, recall }: { readonly precision: number; readonly recall: number }): string =>
      `${precision.toFixed(2)} / ${recall.toFixed(2)}`;
    const { right, low, high } = exposure.mail;
    const cells = [
      ...[size, seed, part(score.planted), part(score.waves), `${part(targets)} (${targets.false})`],
      ...[
        wrong.join(", ") || "0",
        both(campaigns.all),
        both(campaigns.found),
        both(campaigns.actors),
        both(campaigns.makers),
        part(campaigns.pairs),
        `${right} of ${right + low + high}`,
      ],
      ...[scanned.seconds.toFixed(0), scanned.cpuSeconds.toFixed(0), scanned.peakMiB.toFixed(0)],
    ];
    console.log(`| ${cells.join(" | ")} |`);
    rows.push(row);
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
if (values.keep === undefined) rmSync(work, { recursive: true });
