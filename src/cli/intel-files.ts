/** Files of indicators that the user names: read, told when they cannot be, and kept in the case beside those of before. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { IntelFile } from "../case/indicator.ts";
import { readIntel } from "../intel/read-intel.ts";
import type { CaseStore } from "../ports/store.ts";

/** The error is a sentence for the user. */
export function readIntelFiles(paths: readonly string[]): Result<readonly IntelFile[], string> {
  const files: IntelFile[] = [];
  for (const path of new Set(paths.map((one) => resolve(one)))) {
    const read = readOne(path);
    if (!read.ok) return err(`${path} ${read.error}`);
    files.push(read.value);
  }
  return ok(files);
}

function readOne(path: string): Result<IntelFile, string> {
  try {
    const { size } = statSync(path);
    if (size > limits.intelFileBytesMax)
      return err(`has ${size} bytes; give it in parts of at most ${limits.intelFileBytesMax}`);
    return readIntel(readFileSync(path), path);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return err("was not found");
    return err(`cannot be read: ${message}`);
  }
}

/** A file that was given before is replaced by what it holds today. `forgotten`: files that are kept no more. */
export async function keepIntel(
  store: CaseStore,
  files: readonly IntelFile[],
  forgotten: readonly string[] = [],
): Promise<Result<readonly IntelFile[], string>> {
  const known = await store.intel();
  const gone = new Set(forgotten.map((one) => resolve(one)));
  const stranger = [...gone].find((path) => !known.some((file) => file.path === path));
  if (stranger !== undefined) return err(`${stranger} is not among the files that are hunted for`);
  const given = new Set([...files.map(({ path }) => path), ...gone]);
  const before = known.filter(({ path }) => !given.has(path));
  const all = [...before, ...files];
  const saved = await store.saveIntel(all);
  return saved.ok ? ok(all) : err(saved.error.message);
}
