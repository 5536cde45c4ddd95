/** Runs the program in a process of its own as the launcher does, and reads its peak memory from the kernel's account of it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Figure {
  readonly seconds: number;
  /** Processor time, all threads. */
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

/** `scratch`: a folder for what the run leaves. Throws on an exit code that says neither "found" nor "nothing found". */
export function launched(args: readonly string[], scratch: string): Figure {
  mkdirSync(scratch, { recursive: true });
  const usage = join(scratch, "usage.json");
  const probe = join(scratch, "probe.cjs");
  writeFileSync(
    probe,
    `process.on('exit',()=>require('node:fs').writeFileSync(${JSON.stringify(usage)},JSON.stringify(process.resourceUsage())))`,
  );
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      // As the launcher has it.
      "--max-semi-space-size=8",
      "--max-inlined-bytecode-size-cumulative=300",
      "--invocation-count-for-turbofan=30000",
      "--require",
      probe,
      ...args,
    ],
    // The launcher keeps compiled code and bounds the C library's heaps in the same way.
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, NODE_COMPILE_CACHE: join(scratch, "compiled"), MALLOC_ARENA_MAX: "2" },
    },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status === null || status > 1) throw new Error(`exit ${status}: ${stderr}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage;
  return { seconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 };
}
