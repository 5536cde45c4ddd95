/**
 * Peak memory of a whole scan of the worst messages of the largest size that is analysed (INV-3: 512 MiB in all), each kind
 * in a process of its own: one such message with one worker, and four with two workers.
 *
 *   node fuzz/memory.ts [KIND…]
 *
 * Peak memory is the kernel's account of the process. What is written goes to a folder that is removed at the end.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { kinds, largest } from "./large-messages.ts";

const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "letterlock-memory-"));

try {
  console.log("kind                             1 worker          2 workers, 4 messages");
  for (const [kind, make] of kinds) {
    if (wanted.length > 0 && !wanted.some((word) => kind.includes(word))) continue;
    const one = scan([largest(make, 0)], 1);
    const two = scan(
      [0, 1, 2, 3].map((n) => largest(make, n)),
      2,
    );
    console.log(`${kind.padEnd(30)} ${figure(one)}   ${figure(two)}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

interface Usage {
  readonly maxRSS: number;
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
  readonly status: string;
}

function figure({ maxRSS, userCPUTime, systemCPUTime, status }: Usage): string {
  const seconds = (userCPUTime + systemCPUTime) / 1e6;
  return `${String(Math.round(maxRSS / 1024)).padStart(4)} MiB ${seconds.toFixed(1).padStart(5)} s ${status}`;
}

/** Each message in an mbox of its own: a slice goes to one worker. */
function scan(messages: readonly Buffer[], workers: number): Usage {
  const mail = join(folder, "mail");
  rmSync(mail, { recursive: true, force: true });
  const paths = messages.map((bytes, n) => {
    const path = join(folder, `${n}.mbox`);
    writeFileSync(path, Buffer.concat([Buffer.from("From a@example.org Mon Mar 25 10:20:30 2024\n"), bytes]));
    return path;
  });
  const usage = join(folder, "usage.json");
  const probe = join(folder, "probe.cjs");
  writeFileSync(
    probe,
    `if(require('node:worker_threads').isMainThread)process.on('exit',()=>require('node:fs').writeFileSync(${JSON.stringify(usage)},JSON.stringify(process.resourceUsage())))`,
  );
  const caseDir = join(folder, "case");
  rmSync(caseDir, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      // As the launcher has it.
      "--max-semi-space-size=8",
      "--require",
      probe,
      main,
      "scan",
      ...paths,
      "--case",
      caseDir,
      "--json",
      "--workers",
      String(workers),
    ],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (stdout === "") throw new Error(`exit ${status}: ${stderr}`);
  const { coverage } = JSON.parse(stdout) as { readonly coverage: Readonly<Record<string, unknown>> };
  const counts = ["ok", "partial", "unparseable"].map((key) => String(coverage[key])).join("/");
  return { ...(JSON.parse(readFileSync(usage, "utf8")) as Usage), status: counts };
}
