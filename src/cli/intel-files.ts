/**
 * Files of the public record that the user names: read, told when they cannot be, and kept in the case: their indicators to hunt for,
 * what they say and their bytes in the ledger.
 */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { IntelFile } from "../case/indicator.ts";
import type { LedgerDocument } from "../case/ledger.ts";
import { type Entered, enter } from "../intel/ledger/revisions.ts";
import type { CaseStore } from "../ports/store.ts";

export interface GivenIntel {
  readonly document: LedgerDocument;
  /** What it gives to hunt for; null for statements that somebody typed. */
  readonly file: IntelFile | null;
  readonly bytes: Uint8Array;
}

/** A file that gives something to hunt for. */
export interface GivenFile extends GivenIntel {
  readonly file: IntelFile;
}

/** The error is a sentence for the user. */
export async function readIntelFiles(paths: readonly string[]): Promise<Result<readonly GivenFile[], string>> {
  if (paths.length === 0) return ok([]);
  // Loaded here: most runs are given none, and the readers of documents are large.
  const { readPublished } = await import("../intel/ledger/read-published.ts");
  return readAll(paths, async (bytes, path) => {
    const read = await readPublished(bytes, path);
    return read.ok ? ok({ ...read.value, bytes }) : read;
  });
}

export async function readStatementFiles(paths: readonly string[]): Promise<Result<readonly GivenIntel[], string>> {
  const { readStatementFile } = await import("../intel/ledger/read-statement-file.ts");
  return readAll(paths, async (bytes, path) => {
    const read = readStatementFile(bytes, path);
    return read.ok ? ok({ document: read.value, file: null, bytes }) : read;
  });
}

async function readAll<T>(
  paths: readonly string[],
  read: (bytes: Uint8Array, path: string) => Promise<Result<T, string>>,
): Promise<Result<readonly T[], string>> {
  const found: T[] = [];
  for (const path of new Set(paths.map((one) => resolve(one)))) {
    const bytes = readBytes(path);
    const one = bytes.ok ? await read(bytes.value, path) : bytes;
    if (!one.ok) return err(`${path} ${one.error}`);
    found.push(one.value);
  }
  return ok(found);
}

function readBytes(path: string): Result<Uint8Array, string> {
  try {
    const { size } = statSync(path);
    if (size > limits.intelFileBytesMax)
      return err(`has ${size} bytes; give it in parts of at most ${limits.intelFileBytesMax}`);
    return ok(readFileSync(path));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return err("was not found");
    return err(`cannot be read: ${message}`);
  }
}

/** What is hunted for after it. A file that was given before is replaced by what it holds today. `forgotten`: files that are kept no more. */
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

/** Keeps what documents say, with their bytes. `again`: also those that the user had taken out. */
export async function keepInLedger(
  store: CaseStore,
  given: readonly GivenIntel[],
  again = false,
): Promise<Result<readonly Entered[], string>> {
  const [documents, removed] = [[...(await store.documents())], await store.removed()];
  const entered: Entered[] = [];
  const kept: { readonly document: LedgerDocument; readonly bytes: Uint8Array }[] = [];
  for (const { document, bytes } of given) {
    const one = enter(document, { kept: documents, removed, again });
    entered.push(one);
    if (one.as === "removed") continue;
    kept.push({ document: one.document, bytes });
    if (one.as !== "same") documents.push(one.document);
  }
  const saved = kept.length === 0 ? ok(undefined) : await store.keepDocuments(kept);
  return saved.ok ? ok(entered) : err(saved.error.message);
}
