/**
 * `node bench/decade.ts [SIZE]`: how fast a decade is made, and in how much memory; beside it the floor of hashing the same
 * octets. Processor time, since machines are shared.
 */
import { createHash } from "node:crypto";
import { decade } from "../src/demo/decade/generate.ts";
import { withMarks } from "../src/demo/decade/wire.ts";

const size = Number(process.argv[2] ?? 20_000);

function seconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

let bytes = 0;
let messages = 0;
/** Kept for the floor: few, so that they weigh nothing in the peak. */
const SAMPLE_MAX = 500;
const sample: string[] = [];
const whole = seconds(() => {
  for (const mail of decade({ seed: "bench", size }).mails()) {
    const octets = withMarks(mail);
    messages += 1;
    bytes += octets.length;
    if (messages % 64 === 0 && sample.length < SAMPLE_MAX) sample.push(octets);
  }
});
const sampled = seconds(() => {
  for (const octets of sample) createHash("sha256").update(octets, "latin1").digest();
});
const floor = (sampled * messages) / Math.max(1, sample.length);
const rate = Math.round(messages / whole);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${messages} messages, ${(bytes / 1e6).toFixed(1)} MB: ${whole.toFixed(1)} s of processor time, ${rate} messages/s, peak ${peak} MiB`,
);
console.log(`floor, SHA-256 of each (measured on ${sample.length}): ${floor.toFixed(1)} s`);
