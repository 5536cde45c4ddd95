/**
 * Rules as they were read and checked before, kept by content in a folder: an entry is named by the hash of the rules' files and of everything that
 * reading them depends on, so a changed rule, model or program finds none. Beside its name an entry says the hash of what it holds: one that is cut,
 * damaged or another's is passed over and written anew. Whoever may write the folder may as well change the program that lies beside it.
 *
 * A cache that cannot be read or written costs time, nothing else.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Schema } from "../mql/types.ts";
import type { RuleFile } from "../rules/load-rules.ts";
import { type PackedRules, packRules, unpackRules } from "../rules/packed-rules.ts";
import type { ReadRules } from "../rules/read-rules.ts";

/** What reads rules, and what they are checked against. */
const SOURCES = [
  "../base/limits.ts",
  "../mql",
  "../rules",
  "../mdm/types",
  "../mdm/functions",
  "../mdm/lists/names.ts",
];
const PARSERS = ["../../node_modules/re2js/package.json", "../../node_modules/yaml/package.json"];
/** Sets of rules that are kept: one person tries few. Each is some megabytes. */
const ENTRIES_MAX = 6;
const ENDING = ".rules.json";
const HASH_CHARS = 64;

/** Folder for entries: beside the compiled code that the launcher keeps; null where nobody named one. */
export function ruleCacheFolder(): string | null {
  const compiled = process.env["NODE_COMPILE_CACHE"] ?? "";
  return compiled === "" ? null : join(compiled, "rules");
}

/** What `read` makes of the files, or made of them before. */
export function cachedRules(
  folder: string | null,
  files: readonly RuleFile[],
  schema: Schema,
  read: () => ReadRules,
): ReadRules {
  if (folder === null) return read();
  const path = join(folder, `${nameOf(files)}${ENDING}`);
  const kept = readEntry(path);
  if (kept !== null) return kept;
  const rules = read();
  writeEntry(folder, path, JSON.stringify(packRules(rules, schema)));
  return rules;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function nameOf(files: readonly RuleFile[]): string {
  const hash = createHash("sha256").update(codePrint());
  for (const { path, text } of files) hash.update(`\n${path.length} ${text.length}\n`).update(path).update(text);
  return hash.digest("hex");
}

let print: string | null = null;

/** Of the program's own text: whoever changes it must not meet what it made before. */
function codePrint(): string {
  if (print !== null) return print;
  const hash = createHash("sha256");
  for (const source of [...SOURCES, ...PARSERS]) {
    const path = fileURLToPath(new URL(source, import.meta.url));
    for (const file of filesIn(path)) hash.update(readFileSync(file)).update("\n");
  }
  print = hash.digest("hex");
  return print;
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const inside = join(path, entry.name);
    return entry.isDirectory() ? filesIn(inside) : [inside];
  });
}

/** Null where there is none, or it is not what was written. */
function readEntry(path: string): ReadRules | null {
  try {
    const text = readFileSync(path, "utf8");
    const body = text.slice(HASH_CHARS);
    if (text.slice(0, HASH_CHARS) !== hashOf(body)) return null;
    return unpackRules(JSON.parse(body) as PackedRules);
  } catch {
    return null;
  }
}

/** In one step, since workers may read it meanwhile. */
function writeEntry(folder: string, path: string, body: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = `${path}.${process.pid}.${Math.floor(performance.now() * 1000)}`;
    writeFileSync(draft, `${hashOf(body)}${body}`, { mode: 0o600 });
    renameSync(draft, path);
    for (const old of entriesByAge(folder).slice(ENTRIES_MAX)) rmSync(old, { force: true });
  } catch {
    // The rules were read all the same.
  }
}

/** The youngest first. */
function entriesByAge(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .map(({ path }) => path);
}
