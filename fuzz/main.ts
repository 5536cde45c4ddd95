/**
 * The mutation fuzzer: hostile files, edited at random, through the whole reading in workers that can be killed.
 *
 *   npm run fuzz -- [--runs N] [--seed S] [--minutes M] [--workers W] [--no-corpus] [--outlook] [--only RUN]
 *
 * `--outlook`: only `.msg`, `winmail.dat` and RTF, edited as bytes and attached to a mail; a tenth of other runs are such too.
 *
 * Checks INV-1 (no throw), 2 (time), 3 (memory), 4 (accounting), 6 (determinism), spans and tiling of the hostile-mail catalogue.
 * Finds go to `fuzz/finds/`, minimised, each with the line that repeats it. Exit code 1 when there are any.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { limits } from "../src/base/limits.ts";
import type { FoundInRun } from "./protocol.ts";
import { allowedMs, bytesOfRun, type FindKind, findIn, readingMs } from "./run.ts";
import { fuzz } from "./seats.ts";
import { loadSources } from "./sources.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string" },
    workers: { type: "string", default: "2" },
    "no-corpus": { type: "boolean", default: false },
    outlook: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const { seed } = values;
const withCorpus = !values["no-corpus"];
const onlyOutlook = values.outlook;
/** What chooses the sources, for running a run again. */
const sourceWords = [...(withCorpus ? [] : ["--no-corpus"]), ...(onlyOutlook ? ["--outlook"] : [])];
const folder = fileURLToPath(new URL("./finds/", import.meta.url));
/** INV-3. */
const PEAK_MIB_MAX = 512;
/** Files kept of one key. */
const KEPT_MAX = 3;
const PROGRESS_EVERY = 50_000;

process.exitCode = values.only === undefined ? await runAll() : runOne(Number(values.only));

async function runAll(): Promise<number> {
  const minutes = values.minutes === undefined ? null : Number(values.minutes);
  const runs = Number(values.runs ?? (minutes === null ? 100_000 : 2 ** 31 - 1));
  const byKind = new Map<FindKind, number>();
  const byKey = new Map<string, number>();
  const keep = (found: FoundInRun) => {
    byKind.set(found.kind, (byKind.get(found.kind) ?? 0) + 1);
    const seen = byKey.get(found.key) ?? 0;
    byKey.set(found.key, seen + 1);
    if (seen < KEPT_MAX) save(found);
  };
  let said = 0;
  const totals = await fuzz(
    {
      seed,
      withCorpus,
      onlyOutlook,
      workers: Number(values.workers),
      runs,
      msMax: minutes === null ? null : minutes * 60_000,
      entry: new URL("./worker.ts", import.meta.url),
      runMsMax: limits.messageMsMax,
    },
    {
      onFound: keep,
      onSuspect: (run, what) => {
        const found = confirmed(run, what);
        if (found !== null) keep(found);
      },
      onProgress: (done) => {
        if (done - said < PROGRESS_EVERY) return;
        said = done;
        console.error(`${done} runs`);
      },
    },
  );
  const perSecond = Math.round((totals.runs / totals.ms) * 1000);
  const count = (...kinds: readonly FindKind[]) => kinds.reduce((sum, kind) => sum + (byKind.get(kind) ?? 0), 0);
  console.log(
    `seed ${seed}: ${totals.runs} runs of ${totals.files} files, ${Math.round(totals.bytes / 1e6)} MB, ${perSecond} runs/s`,
  );
  console.log(
    `crashes ${count("crash", "death")}, silent skips ${count("skip")}, over the limits ${count("slow", "hang", "memory")}`,
  );
  console.log(`spans outside or not tiling ${count("span")}, not deterministic ${count("order")}`);
  const { slowest } = totals;
  console.log(
    `slowest: run ${slowest.run}, ${Math.round(slowest.ms)} ms for ${slowest.bytes} bytes; peak of the process ${totals.peakRssMiB} MiB`,
  );
  for (const [key, times] of byKey) console.log(`${times} × ${key}`);
  if (byKey.size > 0) console.log(`see ${relative(process.cwd(), folder)}`);
  return byKey.size > 0 ? 1 : 0;
}

/** Runs a suspect alone in a process of its own. What is large only in company is no find. */
function confirmed(run: number, what: "hang" | "death" | "memory"): FoundInRun | null {
  const main = fileURLToPath(import.meta.url);
  const words = ["--disable-warning=ExperimentalWarning", main, "--seed", seed, "--only", String(run)];
  const { status, signal, stdout } = spawnSync(process.execPath, [...words, ...sourceWords], {
    encoding: "utf8",
    timeout: 3 * limits.messageMsMax,
    killSignal: "SIGKILL",
  });
  if (what === "memory" && status === 0) return null;
  const alone = signal !== null ? `killed by ${signal}` : status === 0 ? "well when run alone" : stdout.trim();
  const bytes = bytesOfRun(loadSources(withCorpus, onlyOutlook), seed, run);
  return { kind: what, key: `${what}, ${signal ?? status}`, what: `${what} in the worker; ${alone}`, run, bytes };
}

function save({ kind, run, what, bytes }: FoundInRun): void {
  mkdirSync(folder, { recursive: true });
  const name = `${kind}-${seed}-${run}`;
  writeFileSync(join(folder, `${name}.eml`), bytes);
  writeFileSync(join(folder, `${name}.txt`), `${what}\nRepeat: npm run fuzz -- ${repeatWords(run)}\n`);
  console.error(`${kind} in run ${run}: ${what.slice(0, 200)}\n  repeat: npm run fuzz -- ${repeatWords(run)}`);
}

function repeatWords(run: number): string {
  return [`--seed ${seed} --only ${run}`, ...sourceWords].join(" ");
}

/** One run in this process, in words. */
function runOne(run: number): number {
  const bytes = bytesOfRun(loadSources(withCorpus, onlyOutlook), seed, run);
  const start = performance.now();
  const find = findIn(bytes, true);
  const ms = readingMs(bytes, performance.now() - start);
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const isSlow = ms > allowedMs(bytes.length);
  const isLarge = peakMiB > PEAK_MIB_MAX;
  const verdict = find?.what ?? (isSlow ? "INV-2: too slow" : isLarge ? "INV-3: too much memory" : "nothing found");
  console.log(`run ${run}: ${bytes.length} bytes, ${Math.round(ms)} ms, peak ${peakMiB} MiB: ${verdict}`);
  return find !== null || isSlow || isLarge ? 1 : 0;
}
