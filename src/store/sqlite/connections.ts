/** Opening `case.db` with the settings that the case relies on. */
import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { sqliteCodeOf } from "./store-error.ts";

/** For the short locks between connections: recovery after a kill, and the last connection's tidying. */
const WAIT_MS = 10_000;

const COMMON = {
  timeout: WAIT_MS,
  enableForeignKeyConstraints: false,
  allowExtension: false,
  defensive: true,
} as const;

/** Nothing that lies in the file is trusted to call functions, and every page's cells are checked when it is read. */
const GUARDS = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;";

/**
 * The write-ahead log lets readers go on while a batch is written. `synchronous = NORMAL`: a killed process loses
 * nothing that was committed; after a power loss the last batches may be missing, whole, and are read again. Pages
 * larger than 8 KiB would hold records with less waste, but a batch writes a page of each index for nearly every
 * message of a large case. The log is folded into the file every 64 MiB.
 */
const WRITING = `
  PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 8192; PRAGMA journal_size_limit = 67108864;`;

/** Of the writer: what the writing of some batches touches. Pages beyond it lie in the memory that the system lends to files, and are a short copy away. */
export const WRITING_CACHE = "PRAGMA cache_size = -24576;";

const READING = "PRAGMA cache_size = -16384;";

const PAGE_BYTES = 8192;

/** `bytesMax`: null for no bound of ours. */
export function connectForWriting(path: string, bytesMax: number | null): DatabaseSync {
  const database = new DatabaseSync(path, COMMON);
  return configured(database, () => {
    database.exec(GUARDS + WRITING + WRITING_CACHE);
    // SQLite opens what it may not write for reading only, and says so at the first write.
    database.exec("BEGIN IMMEDIATE; COMMIT");
    if (bytesMax !== null) database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(bytesMax / PAGE_BYTES))}`);
  });
}

/**
 * A reader shares a small index of the log with the writer and must be able to write that. Where it cannot, on a
 * read-only medium, and no log is left over, the file cannot change either and is read as it is.
 */
export function connectForReading(path: string): DatabaseSync {
  try {
    return connectShared(path);
  } catch (cause) {
    if (!isForbidden(cause) || hasLog(path)) throw cause;
    return connectImmutable(path);
  }
}

function connectShared(path: string): DatabaseSync {
  return firstRead(new DatabaseSync(path, { ...COMMON, readOnly: true }));
}

export function connectImmutable(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.searchParams.set("immutable", "1");
  return firstRead(new DatabaseSync(url, { ...COMMON, readOnly: true }));
}

/** The log is opened by the first read, not by the connection. */
function firstRead(database: DatabaseSync): DatabaseSync {
  return configured(database, () => {
    database.exec(GUARDS + READING);
    database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get();
  });
}

function configured(database: DatabaseSync, configure: () => void): DatabaseSync {
  try {
    configure();
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** SQLITE_READONLY or SQLITE_CANTOPEN. */
function isForbidden(cause: unknown): boolean {
  const primary = (sqliteCodeOf(cause) ?? 0) & 0xff;
  return primary === 8 || primary === 14;
}

function hasLog(path: string): boolean {
  const log = `${path}-wal`;
  return existsSync(log) && statSync(log).size > 0;
}
