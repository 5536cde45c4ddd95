/** Files of indicators that the user names: read, told when they cannot be, and kept in the case beside those of before. */
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { IntelFile, UnusableIndicator } from "../case/indicator.ts";
import { parseManifest } from "../intel/misp/feed.ts";
import { readIntel } from "../intel/read-intel.ts";
import type { CaseStore } from "../ports/store.ts";

/** The error is a sentence for the user. */
export function readIntelFiles(paths: readonly string[]): Result<readonly IntelFile[], string> {
  const files: IntelFile[] = [];
  for (const path of new Set(paths.map((one) => resolve(one)))) {
    const read = isFolder(path) ? readFeed(path) : readOne(path);
    if (!read.ok) return err(`${path} ${read.error}`);
    files.push(...[read.value].flat());
  }
  return ok(files);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A MISP feed: the events that its manifest names, each a file of its own. One that is not there or broken is told in the first one's list. */
function readFeed(folder: string): Result<readonly IntelFile[], string> {
  const manifest = textOf(join(folder, "manifest.json"));
  if (!manifest.ok) return err("is a folder without a manifest.json: a MISP feed has one; name other files themselves");
  const parsed = parseManifest(manifest.value);
  if (!parsed.ok) return err(`has a manifest.json that ${parsed.error}`);
  const files: IntelFile[] = [];
  const failed: UnusableIndicator[] = [];
  for (const { file, info } of parsed.value.entries) {
    const read = readOne(join(folder, file));
    if (read.ok) files.push(read.value);
    else failed.push({ place: file, text: info.slice(0, 200), why: `the event ${read.error}` });
  }
  for (const key of parsed.value.strange) failed.push({ place: "manifest.json", text: key, why: "the key is no uuid" });
  const [first, ...others] = files;
  if (first === undefined)
    return err(`is a MISP feed, and none of its events could be read: ${failed[0]?.why ?? "it names none"}`);
  const unusable = [...failed, ...first.unusable].slice(0, limits.unusableListedMax);
  return ok([{ ...first, unusable, unusableCount: first.unusableCount + failed.length }, ...others]);
}

function textOf(path: string): Result<string, string> {
  try {
    if (statSync(path).size > limits.intelFileBytesMax) return err("is too large");
    return ok(decodeText(readFileSync(path)).text);
  } catch (cause) {
    return err((cause as NodeJS.ErrnoException).message);
  }
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
