/**
 * `npm run bench:tracking`: finding what tracks in real mail (loads, tokens, hidden or shown, services) on one core, apart
 * from reading the mail, beside floors: our HTML reader alone, parse5's tree alone.
 *
 * Each contender runs alone in a fresh process on one core, in rounds (A B A B …), over all mail twice: the first pass shows
 * the cold start, figures are medians of the second, in seconds of CPU.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packMbox, unpackSet } from "../tools/corpus.ts";
import { writeFrames } from "./mime/frames.ts";
import { median, print, runOnOneCore } from "./one-core.ts";
import type { Report } from "./tracking/pass.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const PASSES = 2;
/** Messages a second on one core. */
const BAR = 1200;

const scratch = fileURLToPath(new URL("../scratch/bench-tracking/", import.meta.url));
const frames = join(scratch, "mail.frames");
const pass = fileURLToPath(new URL("./tracking/pass.ts", import.meta.url));

const CONTENDERS = [
  { name: "parse5", title: "parse5's tree of the HTML (floor)" },
  { name: "html", title: "our reading of the HTML (floor)" },
  { name: "tracking", title: "HTML, loads, tokens, services" },
  { name: "facts", title: "all facts of mail that is read" },
  { name: "whole", title: "all facts, reading included" },
] as const;

function run(name: string): Report {
  return runOnOneCore(pass, [name, frames, String(PASSES)]) as Report;
}

const folder = unpackSet("phishing-pot");
if (folder === null) {
  console.log("the shared corpus is absent: nothing to measure on");
} else {
  mkdirSync(scratch, { recursive: true });
  const mbox = join(scratch, "mail.mbox");
  packMbox(folder, mbox);
  const mail = await writeFrames(mbox, frames);
  console.log(
    `${mail.messages} messages, ${(mail.bytes / 1e6).toFixed(1)} MB, ${ROUNDS} rounds, node ${process.version}\n`,
  );
  const reports = new Map<string, Report[]>(CONTENDERS.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name } of CONTENDERS) reports.get(name)?.push(run(name));
  }
  print(["what", "CPU seconds", "messages/s", "first pass", "peak MiB", "documents", "loads", "tokens", "services"]);
  for (const { name, title } of CONTENDERS) {
    const own = reports.get(name) ?? [];
    const of = (which: number) => median(own.map(({ seconds }) => seconds.at(which) ?? Number.NaN));
    const { documents = 0, loads = 0, tokens = 0, services = 0 } = own[0]?.tally ?? {};
    const speeds = [-1, 0].map((which) => Math.round(mail.messages / of(which)).toLocaleString("en"));
    const peak = Math.max(...own.map(({ peakMiB }) => peakMiB)).toFixed(0);
    print([title, of(-1).toFixed(2), ...speeds, peak, documents, loads, tokens, services]);
    if (name !== "tracking") continue;
    const reached = mail.messages / of(-1);
    print(["  the bar", "", BAR.toLocaleString("en"), reached >= BAR ? "reached" : "missed"]);
  }
}
