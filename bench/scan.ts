/**
 * `npm run bench`: the whole scan of real mail as one mbox, with 1 and 2 workers, beside its floors (read the bytes;
 * SHA-256 of the bytes). Each round runs all four in turn in fresh processes; figures are medians, and ratios to the
 * floor of the same round, since machines are shared and noisy.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { officeMailbox } from "../test/office/mailbox.ts";
import { packMbox, unpackSet } from "../tools/corpus.ts";
import { type Figure, launched } from "./launched.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const root = fileURLToPath(new URL("../", import.meta.url));
const scratch = join(root, "scratch/bench");
const mbox = join(scratch, "mail.mbox");
const main = join(root, "src/cli/main.ts");

const FLOORS = {
  read: "import{createReadStream}from'node:fs';for await(const c of createReadStream(process.argv[1],{highWaterMark:1<<20}));",
  sha256:
    "import{createReadStream}from'node:fs';import{createHash}from'node:crypto';const h=createHash('sha256');for await(const c of createReadStream(process.argv[1],{highWaterMark:1<<20}))h.update(c);h.digest();",
} as const;

const measure = (args: readonly string[]): Figure => launched(args, scratch);

function scan(workers: number): Figure {
  const caseDir = join(scratch, "case");
  rmSync(caseDir, { recursive: true, force: true });
  return measure([main, "scan", mbox, "--case", caseDir, "--json", "--workers", String(workers)]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

mkdirSync(scratch, { recursive: true });
const folder = unpackSet("phishing-pot") ?? writeDemo();
const packed = packMbox(folder, mbox);
console.log(
  `${packed.messages} messages, ${(packed.bytes / 1e6).toFixed(1)} MB, sha256 ${packed.sha256.slice(0, 16)}…, ${ROUNDS} rounds\n`,
);

const runs = new Map<string, Figure[]>();
const note = (name: string, figure: Figure) => runs.set(name, [...(runs.get(name) ?? []), figure]);
for (let round = 0; round < ROUNDS; round += 1) {
  note("read the bytes (floor)", measure(["--input-type=module", "-e", FLOORS.read, mbox]));
  note("SHA-256 of the bytes (floor)", measure(["--input-type=module", "-e", FLOORS.sha256, mbox]));
  note("scan, 1 worker", scan(1));
  note("scan, 2 workers", scan(2));
}

const floors = runs.get("SHA-256 of the bytes (floor)") ?? [];
console.log("what                           seconds  messages/s     MB/s  peak MiB  × SHA-256");
for (const [name, figures] of runs) {
  const seconds = median(figures.map((figure) => figure.seconds));
  const ratio = median(figures.map((figure, n) => figure.seconds / (floors[n]?.seconds ?? Number.NaN)));
  const peak = Math.max(...figures.map(({ peakMiB }) => peakMiB));
  const row = [
    name.padEnd(29),
    seconds.toFixed(2).padStart(8),
    Math.round(packed.messages / seconds)
      .toLocaleString("en")
      .padStart(11),
    (packed.bytes / 1e6 / seconds).toFixed(0).padStart(8),
    peak.toFixed(0).padStart(9),
    ratio.toFixed(1).padStart(10),
  ];
  console.log(row.join(" "));
}

/** Invented mail, where the corpus is absent: figures are then not comparable with those on real mail. */
function writeDemo(): string {
  console.log("the shared corpus is absent: measuring on the demo's invented mail instead");
  const demo = join(scratch, "demo");
  mkdirSync(demo, { recursive: true });
  for (const { path, bytes } of officeMailbox()) {
    const file = join(demo, `${path.replaceAll("/", "_")}`);
    if (path.endsWith(".eml") && !existsSync(file)) writeFileSync(file, bytes);
  }
  return demo;
}
