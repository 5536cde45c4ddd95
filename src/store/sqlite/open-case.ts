/**
 * Opens the case in a folder: the file `case.db`, its lock, its version (docs/formats/case.md).
 *
 * A case that is not well is never changed, moved or deleted; the error says what to do. One run writes at a time; any
 * number may read meanwhile, and each read sees whole batches only.
 */
import { closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { err, ok, type Result } from "../../base/result.ts";
import type { CaseStore, StoreError } from "../../ports/store.ts";
import { acquireCaseLock, type CaseLock } from "./case-lock.ts";
import { connectForReading, connectForWriting } from "./connections.ts";
import type { RegistrableDomain } from "./messages-table.ts";
import { DamagedCase } from "./rows.ts";
import {
  fileState,
  hasExpectedSchema,
  MIGRATIONS,
  migrate,
  OLDEST_VERSION,
  stepsUpTo,
  versionAfter,
} from "./schema.ts";
import { SqliteCase } from "./sqlite-case.ts";
import { CaseFault, storeError, toStoreError } from "./store-error.ts";

export type OpenCaseOptions =
  | {
      /** Makes the case when there is none, brings an older one up to date, and holds its lock until `close`. */
      readonly mode: "write";
      /** The registrable domain of a host, or the host itself: senders are counted by it. */
      readonly registrableDomain: RegistrableDomain;
      /** The index's share of the disk in bytes; reaching it is `full`. Default: the disk. */
      readonly bytesMax?: number;
    }
  | {
      /** Every method that saves is then a mistake of ours and throws. */
      readonly mode: "read";
    };

/** Larger files are not looked through on every opening: it would take longer than the answer. */
const FULL_CHECK_BYTES_MAX = 256 * 1024 * 1024;

/** `folder` may be relative. Errors: `busy`, `older`, `newer`, `damaged`, `full`, `io`; `missing` in read mode only. */
export async function openCase(folder: string, options: OpenCaseOptions): Promise<Result<CaseStore, StoreError>> {
  const where = resolve(folder);
  try {
    return ok(options.mode === "write" ? openForWriting(where, options) : openForReading(where));
  } catch (cause) {
    return err(toStoreError(cause, folder));
  }
}

function openForReading(folder: string): CaseStore {
  const path = join(folder, "case.db");
  // Not `existsSync`: a folder that may not be searched is another fault than a folder without a case.
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw missing(folder);
  const database = connectForReading(path);
  try {
    const version = versionOf(database, folder);
    if (version === 0) throw missing(folder);
    checkWhole(database, path, version);
    // Reading never changes a case, so an older one waits for the next scan.
    if (version < versionAfter(MIGRATIONS)) throw outdated("older", folder, version);
    return new SqliteCase(folder, () => connectForReading(path), null);
  } finally {
    database.close();
  }
}

function openForWriting(folder: string, options: OpenCaseOptions & { readonly mode: "write" }): CaseStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "case.db");
  const lock = acquireLock(folder);
  let database: DatabaseSync | null = null;
  try {
    createPrivateFile(path);
    // Looked at before the first statement that could write: a file that is not ours stays as it is.
    examine(path, folder);
    database = connectForWriting(path, options.bytesMax ?? null);
    migrate(database);
    const writer = { database, lock, registrableDomain: options.registrableDomain };
    return new SqliteCase(folder, () => connectForReading(path), writer);
  } catch (cause) {
    database?.close();
    lock.release();
    throw cause;
  }
}

function acquireLock(folder: string): CaseLock {
  const path = join(folder, "case.lock");
  createPrivateFile(path);
  return acquireCaseLock(path);
}

/**
 * Creates the file for its owner alone. One that exists is not opened: closing it would end the locks that another
 * connection of this process holds on it (POSIX record locks).
 */
function createPrivateFile(path: string): void {
  if (existsSync(path)) return;
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (cause) {
    if (!existsSync(path)) throw cause;
  }
}

function examine(path: string, folder: string): void {
  const database = connectForReading(path);
  try {
    const version = versionOf(database, folder);
    if (version > 0) checkWhole(database, path, version);
  } finally {
    database.close();
  }
}

/** 0 for a file without tables. Throws for a foreign file and for a version that this program does not know. */
function versionOf(database: DatabaseSync, folder: string): number {
  const state = fileState(database);
  if (state.kind === "foreign") throw new DamagedCase("its application id is not letterlock's");
  if (state.kind === "empty") return 0;
  const { version } = state;
  const newest = versionAfter(MIGRATIONS);
  if (version >= OLDEST_VERSION && version <= newest) return version;
  throw outdated(version > newest ? "newer" : "older", folder, version);
}

function outdated(code: "older" | "newer", folder: string, version: number): CaseFault {
  const detail = `version ${version}, known are ${OLDEST_VERSION} to ${versionAfter(MIGRATIONS)}`;
  return new CaseFault(storeError(code, folder, detail), null);
}

function checkWhole(database: DatabaseSync, path: string, version: number): void {
  if (!hasExpectedSchema(database, stepsUpTo(version))) throw new DamagedCase("its tables are not as written");
  if (statSync(path).size > FULL_CHECK_BYTES_MAX) return;
  const [row] = database.prepare("PRAGMA quick_check(1)").all();
  if (row?.["quick_check"] !== "ok") throw new DamagedCase("its integrity check failed");
}

function missing(folder: string): CaseFault {
  return new CaseFault(storeError("missing", folder, "no case.db"), null);
}
