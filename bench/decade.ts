/**
 * `node bench/decade.ts [SIZE]`: how fast a decade is made, and in how much memory; beside it the floor of hashing the same
 * octets. Processor time, since machines are shared.
 */
import { createHash } from "node:crypto";
import { decade } from "../tools/decade/generate.ts";
import { withMarks } from "../tools/decade/output.ts";

const size = Number(process.argv[2] ?? 20_000);

function seconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

let bytes = 0;
let messages = 0;
const sample: string[] = [];
const whole = seconds(() => {
  for (const mail of decade({ seed: "bench", size }).mails()) {
    const octets = withMarks(mail);
    messages += 1;
    bytes += octets.length;
    if (messages % 64 === 0) sample.push(octets);
  }
});
const floor =
  64 *
  seconds(() => {
    for (const octets of sample) createHash("sha256").update(octets, "latin1").digest();
  });
const rate = Math.round(messages / whole);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${messages} messages, ${(bytes / 1e6).toFixed(1)} MB: ${whole.toFixed(1)} s of processor time, ${rate} messages/s, peak ${peak} MiB`,
);
console.log(`floor, SHA-256 of each (measured on every 64th): ${floor.toFixed(1)} s`);
