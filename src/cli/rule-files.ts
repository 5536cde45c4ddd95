/** Rule files on disk: the files that are named, and all `.yml` and `.yaml` in folders that are, to any depth. Reads only. */
import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { limits } from "../base/limits.ts";
import type { Result } from "../base/result.ts";
import { err, ok } from "../base/result.ts";
import type { RuleFile } from "../rules/load-rules.ts";
import { TESTS } from "./rule-test-files.ts";

/** In the order of the operands, those of a folder by name. The error is a sentence for the user. */
export function readRuleFiles(operands: readonly string[]): Result<readonly RuleFile[], string> {
  const files: RuleFile[] = [];
  for (const operand of operands) {
    try {
      const paths = statSync(operand).isDirectory() ? rulePathsIn(operand) : [operand];
      if (paths.length === 0) return err(`${operand} holds no rule file (.yml or .yaml)`);
      for (const path of paths) files.push({ path, text: readText(path) });
    } catch (cause) {
      return err(`${operand} could not be read: ${(cause as NodeJS.ErrnoException).code ?? "unknown"}`);
    }
  }
  return ok(files);
}

/** Hidden folders, such as that of a version control, and test messages hold no rules. Links to folders are not followed. */
function rulePathsIn(folder: string): readonly string[] {
  const paths: string[] = [];
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || (entry.isDirectory() && entry.name === TESTS)) continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) open.push(path);
      else if (/\.ya?ml$/i.test(entry.name) && statSync(path).isFile()) paths.push(path);
    }
  }
  return paths.sort();
}

/** One byte more than a rule file may have, so that a longer one is told as such; the rest of it is not read. */
function readText(path: string): string {
  const bytes = Buffer.allocUnsafe(Math.min(statSync(path).size, limits.ruleFileBytesMax) + 1);
  const file = openSync(path, "r");
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    return new TextDecoder().decode(bytes.subarray(0, length));
  } finally {
    closeSync(file);
  }
}
