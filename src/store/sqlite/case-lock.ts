/**
 * The writer's lock of a case: an exclusive transaction on the empty database `case.lock`, held while the run lasts.
 *
 * The lock is the operating system's, on an open file: it ends with the process, however that ends, and needs no clean-up
 * and no guess whether a process number is still the same process. `case.db` itself stays readable meanwhile.
 */
import { accessSync, constants } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export interface CaseLock {
  release(): void;
}

/** Throws SQLITE_BUSY when another run holds it. The file must exist. */
export function acquireCaseLock(path: string): CaseLock {
  // On a file that it may only read, SQLite would grant the transaction and lock nothing.
  accessSync(path, constants.W_OK);
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    // Nothing is ever written, so there is no journal to keep on disk.
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw cause;
  }
  return { release: () => database.close() };
}
