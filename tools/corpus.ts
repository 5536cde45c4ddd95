/**
 * Real mail for benchmarks and measurements: unpacks sets of the shared corpus, where it lies beside the project, into
 * `scratch/` (ignored by git), and packs them as mbox. The corpus itself is never committed; where it is absent the
 * callers fall back to the demo's invented mail and say so.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const corpus = join(root, "../shared/corpus");
const scratch = join(root, "scratch/corpus");

/** The folder of an unpacked set, or null where the corpus is absent. */
export function unpackSet(name: string): string | null {
  const folder = join(corpus, name);
  if (!existsSync(folder)) return null;
  const unpacked = join(scratch, name);
  if (existsSync(unpacked)) return unpacked;
  mkdirSync(scratch, { recursive: true });
  for (const archive of readdirSync(folder)
    .filter((file) => file.endsWith(".tar.gz"))
    .sort()) {
    const { status, stderr } = spawnSync("tar", ["-xzf", join(folder, archive), "-C", scratch], { encoding: "utf8" });
    if (status !== 0) throw new Error(`tar could not unpack ${basename(archive)}: ${stderr}`);
  }
  return unpacked;
}

/** Public rules that somebody has at hand to try the engine with: the folder that LETTERLOCK_PUBLIC_RULES names; null for none. */
export function publicRules(): string | null {
  const folder = process.env["LETTERLOCK_PUBLIC_RULES"] ?? "";
  return folder !== "" && existsSync(folder) ? folder : null;
}

/** The given paths; without any, the folders of these sets. Says so where there is neither. */
export function pathsOrSets(given: readonly string[], sets: readonly string[]): readonly string[] {
  const paths =
    given.length > 0 ? given.map((path) => resolve(path)) : sets.map(unpackSet).filter((path) => path !== null);
  if (paths.length === 0) console.log("no corpus beside the project, and no path given");
  return paths;
}

/** All `.eml` files of a folder as one mbox (mboxrd), in name order. Returns its path, size, messages and hash. */
export function packMbox(
  folder: string,
  file: string,
): { readonly messages: number; readonly bytes: number; readonly sha256: string } {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".eml"))
    .sort();
  const hash = createHash("sha256");
  const out = openSync(file, "w");
  let bytes = 0;
  const write = (chunk: Buffer) => {
    hash.update(chunk);
    bytes += writeSync(out, chunk);
  };
  for (const name of names) {
    write(Buffer.from("From corpus@mail.example Thu Jan  1 00:00:00 1970\n"));
    const quoted = readFileSync(join(folder, name))
      .toString("latin1")
      .replace(/^(>*From )/gm, ">$1");
    write(Buffer.from(quoted, "latin1"));
    write(Buffer.from(quoted.endsWith("\n") ? "\n" : "\n\n"));
  }
  closeSync(out);
  return { messages: names.length, bytes, sha256: hash.digest("hex") };
}
