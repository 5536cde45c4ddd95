/**
 * `node bench/memory.ts [SIZE] [WORKERS]`: peak memory of a whole scan of a made decade, with roster, clients, logs and indicators,
 * beside the bar of 512 MiB that holds whatever the size of the mailbox. Two readers by itself. Exit code 1 above the bar.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OFFICE_DOMAIN, OLD_DOMAIN } from "../src/demo/world/people.ts";
import { launched } from "./launched.ts";

const BAR_MIB = 512;
const size = process.argv[2] ?? "20000";
const workers = process.argv[3] ?? "2";
const root = fileURLToPath(new URL("../", import.meta.url));
const scratch = join(root, "scratch/bench-memory");
const made = join(scratch, `decade-${size}`);
const store = join(scratch, "case");

rmSync(scratch, { recursive: true, force: true });
const making = [join(root, "tools/decade/main.ts"), made, "--seed", "1", "--size", size];
const { status } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", ...making]);
if (status !== 0) throw new Error("the decade could not be made");

const given = [
  ...[OFFICE_DOMAIN, OLD_DOMAIN].flatMap((domain) => ["--owner", `@${domain}`]),
  ...["--people", join(made, "roster.csv"), "--clients", join(made, "clients.csv")],
  ...["proxy.log", "dns.log", "mail.log"].flatMap((log) => ["--logs", join(made, "logs", log)]),
  ...["--intel", join(made, "intel.stix.json")],
];
const main = join(root, "src/cli/main.ts");
const scan = [main, "scan", join(made, "mail"), "--case", store, "--json", "--workers", workers, ...given];
const first = launched(scan, scratch);
// Nothing is new: what judging and the answer take by themselves.
const again = launched(scan, scratch);
rmSync(scratch, { recursive: true });

console.log(`${size} messages, ${workers} readers            peak MiB  of the bar  cpu s`);
for (const [what, { peakMiB, cpuSeconds }] of [
  ["read, judged, answered", first],
  ["judged again, answered", again],
] as const) {
  const share = `${((peakMiB / BAR_MIB) * 100).toFixed(0)} %`;
  console.log(
    `${what.padEnd(34)}${peakMiB.toFixed(0).padStart(9)}${share.padStart(12)}${cpuSeconds.toFixed(0).padStart(7)}`,
  );
}
console.log(`bar: ${BAR_MIB} MiB`);
process.exitCode = Math.max(first.peakMiB, again.peakMiB) > BAR_MIB ? 1 : 0;
