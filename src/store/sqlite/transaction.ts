import type { DatabaseSync } from "node:sqlite";

/** All of `work` or nothing of it. A kill inside leaves nothing of it either: the journal is only valid once committed. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const value = work();
    database.exec("COMMIT");
    return value;
  } catch (cause) {
    rollBack(database);
    throw cause;
  }
}

/** SQLite ends the transaction by itself on some faults, a full disk among them. */
export function rollBack(database: DatabaseSync): void {
  if (database.isTransaction) database.exec("ROLLBACK");
}
