/** Which rules a scan asks: those that ship, those the user named, in any mix; and what of them the case remembers. */
import { createHash } from "node:crypto";
import { basename, dirname, resolve } from "node:path";
import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { RulePack } from "../case/answer.ts";
import type { CaseRules } from "../ports/store.ts";
import { type FindingRule, says } from "../rules/finding-rule.ts";
import type { RuleFile } from "../rules/load-rules.ts";
import { type ReadRules, readRules } from "../rules/read-rules.ts";
import { isAskedWhenJudged } from "../rules/rule-desk.ts";
import { cachedRules, ruleCacheFolder } from "./rule-cache.ts";
import { readRuleFiles } from "./rule-files.ts";
import { ruleWorld } from "./rule-world.ts";
import { SHIPPED_FOLDER, shippedFiles } from "./shipped-rules.ts";

/** Plain data, so that a worker can be sent it. */
export interface RuleChoice {
  readonly shipped: boolean;
  /** The user's, by the path that was named, in that order. */
  readonly named: readonly { readonly path: string; readonly files: readonly RuleFile[] }[];
}

/** `paths`: files and folders. The error is a sentence for the user. */
export function chooseRules(shipped: boolean, paths: readonly string[]): Result<RuleChoice, string> {
  const named: { path: string; files: readonly RuleFile[] }[] = [];
  const seen = new Set<string>();
  for (const path of [...new Set(paths.map((one) => resolve(one)))]) {
    const files = readRuleFiles([path]);
    if (!files.ok) return err(files.error);
    named.push({ path, files: files.value.filter((file) => !seen.has(file.path)) });
    for (const file of files.value) seen.add(file.path);
  }
  return ok({ shipped, named });
}

/** From `cache`, a folder, where they were read before. Ours first, so that a rule of the user's with the id of one of ours is the one that is told as broken. */
export function rulesOf({ shipped, named }: RuleChoice, cache: string | null = ruleCacheFolder()): ReadRules {
  const ours = shipped ? shippedFiles() : [];
  const files = [...ours, ...named.flatMap(({ files }) => files)];
  const read = cachedRules(cache, files, ruleWorld.schema, () => readRules(files, ruleWorld));
  const paths = new Set(ours.map(({ path }) => path));
  assert(!read.broken.some(({ path }) => paths.has(path)), "a rule that ships is broken: see rules check");
  return read;
}

/** 12 hex digits for the rules that are asked when mail is read, whatever their files are called; empty for none. */
export function ruleSetName(rules: readonly FindingRule[]): string {
  const asked = rules.filter((one) => says(one) && !isAskedWhenJudged(one));
  if (asked.length === 0) return "";
  const texts = asked.map(({ rule: { path: _, ...rule } }) => JSON.stringify(rule)).sort();
  return createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 12);
}

/** What the case remembers of rules that were read from the choice. */
export function caseRulesOf(choice: RuleChoice, rules: readonly FindingRule[]): CaseRules {
  const saying = rules.filter(says);
  const ofUser = new Map(choice.named.flatMap(({ path, files }) => files.map((file) => [file.path, path])));
  const packs = new Map<string, RulePack>();
  for (const one of saying) {
    const source = ofUser.get(one.rule.path) ?? shippedPack(one.rule.path);
    const { rules: count, atReading } = packs.get(source) ?? { rules: 0, atReading: 0 };
    packs.set(source, { source, rules: count + 1, atReading: atReading + (isAskedWhenJudged(one) ? 0 : 1) });
  }
  return {
    shipped: choice.shipped,
    paths: choice.named.map(({ path }) => path),
    set: ruleSetName(rules),
    packs: [...packs.values()],
    files: saying.filter(({ rule }) => ofUser.has(rule.path)).map(({ rule }) => ({ rule: rule.id, path: rule.path })),
  };
}

/** Folder under `rules/`. */
function shippedPack(path: string): string {
  const folder = dirname(path);
  return resolve(folder) === resolve(SHIPPED_FOLDER) ? "letterlock" : basename(folder);
}
