/**
 * How many rules of a folder evaluate fully here, may stay undetermined, or cannot match: `node tools/rule-coverage.ts FOLDER [--usage FILE]`.
 *
 * Read off the rules' texts (`coverage/rule-reach.ts`). `--usage` names the specification's counts (mql-usage.json): the method is then held against the
 * statuses that they give for each rule and level.
 */
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { readRuleFiles } from "../src/cli/rule-files.ts";
import { mailSchema } from "../src/mdm/schema.ts";
import { patternError } from "../src/mql/patterns.ts";
import { type LoadedRule, loadRules } from "../src/rules/load-rules.ts";
import { levels } from "./coverage/levels.ts";
import { type Level, needsOf, type Status, statusOf } from "./coverage/rule-reach.ts";

const STATUSES: readonly Status[] = ["complete", "can_fire", "fires_if_exclusions_assumed_clear", "cannot_fire"];
const COLUMNS: Readonly<Record<Status, string>> = {
  complete: "complete",
  can_fire: "can fire",
  fires_if_exclusions_assumed_clear: "if exclusions clear",
  cannot_fire: "cannot fire",
};

interface Counted {
  readonly path: string;
  readonly set: string;
  readonly rule: LoadedRule;
}

function print(cells: readonly (string | number)[]): void {
  console.log(
    `| ${cells.map((cell, at) => (at === 0 ? String(cell).padEnd(44) : String(cell).padStart(11))).join(" | ")} |`,
  );
}

function percent(part: number, of: number): string {
  return `${((100 * part) / of).toFixed(1)} %`;
}

function table(rules: readonly Counted[], level: Level): void {
  print(["set", "rules", ...STATUSES.map((status) => COLUMNS[status]), "complete %", "can fire %"]);
  for (const [set, of] of Map.groupBy(rules, (one) => one.set)) {
    const counts = STATUSES.map((status) => of.filter(({ rule }) => statusOf(rule.checked, level) === status).length);
    const [complete = 0, canFire = 0] = counts;
    print([set, of.length, ...counts, percent(complete, of.length), percent(complete + canFire, of.length)]);
  }
}

/** What each capability that is missing would do alone, and how many rules wait for it at all. */
function missing(rules: readonly Counted[], level: Level): void {
  const status = new Map(rules.map(({ rule }) => [rule, statusOf(rule.checked, level)]));
  const needs = new Map(rules.map(({ rule }) => [rule, needsOf(rule.checked)]));
  const names = new Set([...needs.values()].flatMap((one) => [...one.values()]));
  const rows = [...names].flatMap((name) => {
    const touched = rules.filter(({ rule }) =>
      [...(needs.get(rule) ?? [])].some(([need, of]) => of === name && level(of, need) !== "all"),
    );
    if (touched.length === 0) return [];
    const raised: Level = (capability, need) => (capability === name ? "all" : level(capability, need));
    const after = touched.map(({ rule }) => [status.get(rule), statusOf(rule.checked, raised)] as const);
    const completed = after.filter(([, then]) => then === "complete").length;
    const firing = after.filter(
      ([now, then]) => now !== "can_fire" && (then === "complete" || then === "can_fire"),
    ).length;
    return [[name, touched.length, completed, firing] as const];
  });
  print(["missing or partial", "touched by", "completes", "lets fire"]);
  for (const row of rows.sort((a, b) => b[1] - a[1])) print(row);
}

interface Usage {
  readonly levels: Readonly<Record<string, readonly string[]>>;
  readonly rules: Readonly<
    Record<string, { readonly status: Readonly<Record<string, string>>; readonly capabilities: readonly string[] }>
  >;
}

function compare(rules: readonly Counted[], usage: Usage): void {
  for (const [name, capabilities] of Object.entries(usage.levels)) {
    const level: Level = (capability) => (capability === null || capabilities.includes(capability) ? "all" : "none");
    let same = 0;
    const differing: string[] = [];
    for (const { path, rule } of rules) {
      const theirs = usage.rules[path]?.status[name];
      if (theirs === undefined) continue;
      const ours = statusOf(rule.checked, level);
      if (ours === theirs) same += 1;
      else differing.push(`${theirs} → ${ours}  ${path}`);
    }
    if (same + differing.length === 0) continue;
    console.log(`${name}: ${same} as the specification says, ${differing.length} other`);
    for (const line of differing) console.log(`  ${line}`);
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { usage: { type: "string" } } });
const [folder = ""] = positionals;
if (folder === "" || !existsSync(folder)) {
  console.log("skipped: name a folder of rule files");
} else {
  const files = readRuleFiles([folder]);
  const loaded = loadRules(files.ok ? files.value : [], { schema: mailSchema, problemOf: patternError });
  const rules = loaded.ready.map((rule): Counted => {
    const path = relative(folder, rule.rule.path);
    return { path, set: path.split("/").at(0) ?? "", rule };
  });
  console.log(`${rules.length} rules, ${loaded.notApplicable.length} do not apply, ${loaded.broken.length} broken`);
  for (const { name, level } of levels) {
    console.log(`\n${name}`);
    table(rules, level);
    missing(rules, level);
  }
  if (values.usage !== undefined && existsSync(values.usage)) {
    console.log("");
    compare(rules, JSON.parse(readFileSync(values.usage, "utf8")) as Usage);
  }
}
