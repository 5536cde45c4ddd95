/**
 * `npm run bench:indicators CASE [COUNT]`: a list of a million invented indicators, as `hunt FILE` takes it on a case of the user's (a decade of
 * 20,000 messages, say): read and held, then matched against the case's index. The case is only read. Wall clock and processor time of each
 * step, and the peak of the process after it. The bars: held in less than 500 MB, matched in less than ten seconds.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  const wall = ((performance.now() - started) / 1000).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${what.padEnd(10)} ${wall} s, ${((user + system) / 1e6).toFixed(1)} s of processor time, peak ${peak} MiB`,
  );
  return value;
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
} finally {
  rmSync(work, { recursive: true });
}
