/**
 * `npm run bench:rules -- [--rules DIR]`: what rules cost on real mail, on one core: all facts of a message without rules (floor), with our
 * packs, and with the rule files of DIR beside them, the owner given and not. Beside it what each needs before the first message: rules that were
 * never read, and rules from the cache.
 *
 * Each contender runs alone in a fresh process, in rounds (A B A B …), over the mail several times: the first pass shows the cold start, figures
 * are medians of the last, in CPU. An engine goes on compiling what is hot for some ten thousand messages (the fourth pass over the whole set takes
 * half of the first), so that a large mailbox is read at the speed of the last pass, a small one at that of the first. With DIR a sample is taken, of
 * one in five, unless `--each` says otherwise.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packMbox, unpackSet } from "../tools/corpus.ts";
import { writeFrames } from "./mime/frames.ts";
import { median, print, runOnOneCore } from "./one-core.ts";
import type { Report } from "./rules/pass.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
/** Messages a second on one core, our packs included. */
const BAR = 400;
/** So much of the time with our packs do all rules take at most. */
const TIMES_MAX = 2;
/** From the cache. */
const STARTUP_MS_MAX = 1000;

const scratch = fileURLToPath(new URL("../scratch/bench-rules/", import.meta.url));
const frames = join(scratch, "mail.frames");
const cache = join(scratch, "cache");
const pass = fileURLToPath(new URL("./rules/pass.ts", import.meta.url));

const { values } = parseArgs({
  options: { rules: { type: "string" }, each: { type: "string" }, passes: { type: "string", default: "4" } },
});
const folder = values.rules === undefined ? null : resolve(values.rules);
const each = values.each ?? (folder === null ? "1" : "5");

const CONTENDERS = [
  { name: "none", title: "all facts, reading included (floor)" },
  { name: "packs", title: "our packs" },
  ...(folder === null
    ? []
    : [
        { name: "given", title: "our packs and DIR, owner given" },
        { name: "unknown", title: "our packs and DIR, owner unknown" },
      ]),
];

function run(name: string): Report {
  return runOnOneCore(pass, [name, frames, values.passes, each, join(cache, name), folder ?? ""]) as Report;
}

const set = unpackSet("phishing-pot");
if (set === null) {
  console.log("the shared corpus is absent: nothing to measure on");
} else {
  mkdirSync(scratch, { recursive: true });
  rmSync(cache, { recursive: true, force: true });
  const mbox = join(scratch, "mail.mbox");
  packMbox(set, mbox);
  const mail = await writeFrames(mbox, frames);
  console.log(
    `one in ${each} of ${mail.messages} messages, ${values.passes} times, ${ROUNDS} rounds, node ${process.version}\n`,
  );
  const reports = new Map<string, Report[]>(CONTENDERS.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name } of CONTENDERS) reports.get(name)?.push(run(name));
  }
  print([
    "what",
    "ms a message",
    "messages/s",
    "first pass",
    "startup ms",
    "cached",
    "rules",
    "matches",
    "rests",
    "undecided",
  ]);
  for (const { name, title } of CONTENDERS) {
    const own = reports.get(name) ?? [];
    const [first] = own;
    if (first === undefined) continue;
    const { messages, rules, matches, rests, undecided } = first;
    const ms = (which: number) => (1000 * median(own.map(({ seconds }) => seconds.at(which) ?? Number.NaN))) / messages;
    const [uncached = Number.NaN, ...cached] = own.map(({ startupMs }) => startupMs);
    const startup = [uncached, median(cached)].map((each) => each.toFixed(0));
    const speeds = [-1, 0].map((which) => Math.round(1000 / ms(which)));
    print([title, ms(-1).toFixed(2), ...speeds, ...startup, rules, matches, rests, undecided]);
    if (name === "packs") print(["  the bar", "", BAR, 1000 / ms(-1) >= BAR ? "reached" : "missed"]);
    if (name !== "given" && name !== "unknown") continue;
    const alone = reports.get("packs")?.map(({ seconds }) => seconds.at(-1) ?? Number.NaN) ?? [];
    const times = (messages * ms(-1)) / (1000 * median(alone));
    print(["  times our packs", times.toFixed(2), TIMES_MAX, times <= TIMES_MAX ? "reached" : "missed"]);
    print(["  from the cache", "", STARTUP_MS_MAX, median(cached) <= STARTUP_MS_MAX ? "reached" : "missed"]);
  }
}
