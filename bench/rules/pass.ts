/**
 * One contender of `bench/rules.ts` in a process of its own: `node pass.ts NAME FRAMES PASSES EACH CACHE RULES`. Goes through every EACH-th message
 * PASSES times and prints a `Report` as one line of JSON. Rules come from the folder CACHE where they were read before, as in a scan. The clock is the CPU time of all threads, which on one core is what a quiet machine's
 * watch would show.
 */
import { chooseRules, rulesOf } from "../../src/cli/rule-choice.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import type { FindingRule } from "../../src/rules/finding-rule.ts";
import { RuleDesk } from "../../src/rules/rule-desk.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { readBatches } from "../mime/frames.ts";
import { rawOf } from "../raw-mail.ts";

export interface Report {
  readonly messages: number;
  /** Of CPU, each pass. */
  readonly seconds: readonly number[];
  /** Of CPU: rules from files on disk to what messages are put before. */
  readonly startupMs: number;
  readonly rules: number;
  /** Of the last pass, so that a contender that skips work is seen. */
  readonly matches: number;
  readonly rests: number;
  readonly undecided: number;
}

/** Whom most of the set's messages were sent to. */
const OWNERS = ["phishing@pot"];

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function readyRules(folders: readonly string[]): readonly FindingRule[] {
  const choice = chooseRules(true, folders);
  if (!choice.ok) throw new Error(choice.error);
  return rulesOf(choice.value, cache).ready;
}

const [name = "", file = "", passes = "1", each = "1", cache = "", folder = ""] = process.argv.slice(2);
let desk: RuleDesk | null = null;
let rules = 0;
const startupMs = cpuMs(() => {
  if (name === "none") return;
  const all = readyRules(name === "packs" ? [] : [folder]);
  rules = all.length;
  desk = new RuleDesk(all, mailSchema);
});
const context = { owners: name === "given" ? OWNERS : [], finder: createTokenFinder(), desk };
const seconds: number[] = [];
let tally = { messages: 0, matches: 0, rests: 0, undecided: 0 };
for (let pass = 0; pass < Number(passes); pass += 1) {
  tally = { messages: 0, matches: 0, rests: 0, undecided: 0 };
  let milliseconds = 0;
  let place = 0;
  for (const batch of readBatches(file)) {
    const chosen = batch.filter(() => place++ % Number(each) === 0).map(rawOf);
    milliseconds += cpuMs(() => {
      for (const raw of chosen) {
        const { rules } = analyse(raw, context).record;
        tally.messages += 1;
        tally.undecided += rules?.undecided ?? 0;
        for (const { rest } of rules?.answers ?? []) {
          if (rest === "") tally.matches += 1;
          else tally.rests += 1;
        }
      }
    });
  }
  seconds.push(milliseconds / 1000);
}
const report: Report = { ...tally, seconds, startupMs, rules };
console.log(JSON.stringify(report));
