/**
 * `npm run bench:comparison [messages]`: the comparison over a million invented messages (`comparison/mail.ts`), beside
 * its floor, which makes the same records twice and compares nothing. Each in a fresh process; time is wall clock and
 * processor, memory the peak that the kernel saw. What came out stands beside them, so that skipped work is seen.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { outlineOf } from "../src/case/outline.ts";
import { ComparisonBook } from "../src/cluster/comparison.ts";
import { MailingBook } from "../src/cluster/mailings.ts";
import { sureReader } from "../src/cluster/readers.ts";
import { copyOf } from "../src/pipeline/compare-mailings.ts";
import { OWNERS, placeOf, recordAt } from "./comparison/mail.ts";

const messages = Number(process.argv[2] ?? 1_000_000);

/** Every outline once, and every record of a mailing once; the rest is judging, and the store's. */
function compare(): string {
  const mailings = new MailingBook();
  for (let place = 0; place < messages; place += 1) {
    const outline = outlineOf(recordAt(place));
    const reader = sureReader(outline, OWNERS);
    if (reader !== null) mailings.add(outline, reader);
  }
  const book = new ComparisonBook();
  let copies = 0;
  for (const { messages: mailing } of mailings.mailings()) {
    copies += mailing.length;
    book.add(mailing.map((sha256) => copyOf(recordAt(placeOf(sha256)), OWNERS)).filter((copy) => copy !== null));
  }
  const roles = new Map<string, number>();
  for (let place = 0; place < messages; place += 1) {
    for (const { proof } of book.of(recordAt(place).sha256)) roles.set(proof.role, (roles.get(proof.role) ?? 0) + 1);
  }
  return `${copies} copies; ${[...roles].map(([role, count]) => `${role} ${count}`).join(", ")}`;
}

/** As many records as `compare` asks for. */
function floor(): string {
  let loads = 0;
  for (let place = 0; place < messages; place += 1) {
    loads += outlineOf(recordAt(place)).tracks ? 1 : 0;
    if (place % 20 < 11) loads += recordAt(place).loads.length;
    loads += recordAt(place).loads.length;
  }
  return `${loads}`;
}

function measure(mode: string): void {
  const started = performance.now();
  const args = ["--disable-warning=ExperimentalWarning", fileURLToPath(import.meta.url), String(messages), mode];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${mode.padEnd(8)} ${seconds.padStart(6)} s  ${stdout.trim()}`);
}

const mode = process.argv[3];
if (mode === undefined) {
  console.log(`${messages.toLocaleString("en")} messages`);
  measure("floor");
  measure("compare");
} else {
  const told = mode === "floor" ? floor() : compare();
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpu = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
  console.log(`${cpu.padStart(6)} s of processor  ${(maxRSS / 1024).toFixed(0).padStart(5)} MiB  ${told}`);
}
