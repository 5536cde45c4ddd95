/**
 * The tables of `case.db` and how an older file becomes a newer one. What each column means: docs/formats/case.md.
 *
 * Relations are kept by the one writer inside its transactions, so there are no foreign keys to check on every row.
 * Tables that are only ever found by their key are WITHOUT ROWID: one tree instead of two.
 */
import { DatabaseSync } from "node:sqlite";
import { inTransaction } from "./transaction.ts";

/** `PRAGMA application_id`: the bytes `Llck`. */
export const APPLICATION_ID = 0x4c6c636b;

const VERSION_2 = `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE sources (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, size INTEGER NOT NULL,
    mtime_ms REAL NOT NULL, folder TEXT NOT NULL, fingerprint TEXT NOT NULL,
    generation INTEGER NOT NULL, finished INTEGER NOT NULL, locations INTEGER NOT NULL) STRICT;

  CREATE TABLE slices (
    source INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, done INTEGER NOT NULL,
    at_source_end INTEGER NOT NULL, PRIMARY KEY (source, start)) STRICT, WITHOUT ROWID;

  CREATE TABLE not_covered (
    origin TEXT NOT NULL, path TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
    slice_start INTEGER NOT NULL, slice_end INTEGER NOT NULL,
    PRIMARY KEY (origin, path, code)) STRICT, WITHOUT ROWID;

  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, date INTEGER, status TEXT NOT NULL, size INTEGER NOT NULL,
    from_domains TEXT NOT NULL, record ANY NOT NULL) STRICT;
  CREATE UNIQUE INDEX messages_by_sha256 ON messages (sha256);
  CREATE INDEX messages_by_date ON messages (date, sha256, status, size);
  CREATE TABLE outlines (message INTEGER PRIMARY KEY, body ANY NOT NULL) STRICT;

  CREATE TABLE message_ids (
    message_id TEXT NOT NULL, message INTEGER NOT NULL, PRIMARY KEY (message_id, message)) STRICT, WITHOUT ROWID;
  CREATE TABLE recent_message_ids (message INTEGER PRIMARY KEY, message_id TEXT NOT NULL) STRICT;

  CREATE TABLE locations (
    source INTEGER NOT NULL, key TEXT NOT NULL, message INTEGER NOT NULL, path TEXT NOT NULL,
    offset INTEGER NOT NULL, length INTEGER NOT NULL, folder TEXT NOT NULL, flags TEXT NOT NULL,
    generation INTEGER NOT NULL, file_size INTEGER, file_mtime_ms REAL, file_name TEXT,
    PRIMARY KEY (source, key)) STRICT, WITHOUT ROWID;
  CREATE INDEX locations_by_message ON locations (message);

  CREATE TABLE gone_locations (
    message INTEGER NOT NULL, source INTEGER NOT NULL, key TEXT NOT NULL, path TEXT NOT NULL,
    offset INTEGER NOT NULL, length INTEGER NOT NULL, folder TEXT NOT NULL, flags TEXT NOT NULL,
    PRIMARY KEY (message, source, key)) STRICT, WITHOUT ROWID;

  CREATE TABLE addresses (id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE address_uses (
    address INTEGER NOT NULL, message INTEGER NOT NULL, roles INTEGER NOT NULL,
    PRIMARY KEY (address, message)) STRICT, WITHOUT ROWID;
  CREATE TABLE recent_address_uses (
    message INTEGER NOT NULL, address INTEGER NOT NULL, roles INTEGER NOT NULL,
    PRIMARY KEY (message, address)) STRICT, WITHOUT ROWID;

  CREATE TABLE hosts (id INTEGER PRIMARY KEY, labels TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE host_uses (
    host INTEGER NOT NULL, message INTEGER NOT NULL, roles INTEGER NOT NULL,
    PRIMARY KEY (host, message)) STRICT, WITHOUT ROWID;
  CREATE TABLE recent_host_uses (
    message INTEGER NOT NULL, host INTEGER NOT NULL, roles INTEGER NOT NULL,
    PRIMARY KEY (message, host)) STRICT, WITHOUT ROWID;

  CREATE TABLE judgements (
    message INTEGER PRIMARY KEY, date INTEGER, sha256 BLOB NOT NULL, verdict TEXT NOT NULL, class TEXT NOT NULL,
    campaign TEXT, body ANY NOT NULL) STRICT;
  CREATE INDEX judgements_by_date ON judgements (date, sha256, verdict, class);
  CREATE INDEX judgements_by_campaign ON judgements (campaign, date, sha256) WHERE campaign IS NOT NULL;

  CREATE TABLE month_tallies (
    month TEXT NOT NULL, verdict TEXT NOT NULL, class TEXT NOT NULL, messages INTEGER NOT NULL,
    PRIMARY KEY (month, verdict, class)) STRICT, WITHOUT ROWID;
  CREATE TABLE sender_tallies (
    class TEXT NOT NULL, domain TEXT NOT NULL, messages INTEGER NOT NULL,
    PRIMARY KEY (class, domain)) STRICT, WITHOUT ROWID;

  CREATE TABLE campaigns (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body ANY NOT NULL) STRICT;
  CREATE TABLE people (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body ANY NOT NULL) STRICT;
`;

/** Flags gain their origin: a list of flags becomes a list of marks. */
const VERSION_3 = ["locations", "gone_locations"]
  .map(
    (table) => `
  ALTER TABLE ${table} RENAME COLUMN flags TO marks;
  UPDATE ${table} SET marks = json_array(json_object('origin', 'unknown', 'flags', json(marks))) WHERE marks <> '[]';`,
  )
  .join("");

/** Messages with CRLF gain the hash that they would have with LF. Mail that was read before has none until it is read again. */
const VERSION_4 = `
  CREATE TABLE line_forms (message INTEGER PRIMARY KEY, line_sha256 BLOB NOT NULL) STRICT;
  CREATE INDEX line_forms_by_hash ON line_forms (line_sha256);
  CREATE TABLE second_copies (message INTEGER PRIMARY KEY, head INTEGER NOT NULL) STRICT;
  CREATE INDEX second_copies_by_head ON second_copies (head);
`;

/** What is hunted for, and where it was seen. */
const VERSION_5 = `
  CREATE TABLE intel (position INTEGER PRIMARY KEY, path TEXT NOT NULL, body ANY NOT NULL) STRICT;
  CREATE TABLE sightings (position INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, body ANY NOT NULL) STRICT;
`;

/** Attached files by hash and name; what was read before has none until it is read again, and that is noted. What published documents say. */
const VERSION_6 = `
  CREATE TABLE files (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE file_uses (
    file INTEGER NOT NULL, message INTEGER NOT NULL, roles INTEGER NOT NULL,
    PRIMARY KEY (file, message)) STRICT, WITHOUT ROWID;
  CREATE TABLE recent_file_uses (
    message INTEGER NOT NULL, file INTEGER NOT NULL, roles INTEGER NOT NULL,
    PRIMARY KEY (message, file)) STRICT, WITHOUT ROWID;
  INSERT INTO settings (name, value) SELECT 'unhashedFiles', 'true' WHERE EXISTS (SELECT 1 FROM messages);
  CREATE TABLE documents (
    position INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, source TEXT NOT NULL, body ANY NOT NULL) STRICT;
  CREATE TABLE removed (id TEXT PRIMARY KEY, body ANY NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Version 1 was never released, and what it lacks is only in the mail itself. */
export const OLDEST_VERSION = 2;

/** The first step makes a file of `OLDEST_VERSION`, each further one the next version of it; steps are only ever added. */
export const MIGRATIONS: readonly string[] = [VERSION_2, VERSION_3, VERSION_4, VERSION_5, VERSION_6];

/** The version of a file that the steps have made. */
export function versionAfter(migrations: readonly string[]): number {
  return OLDEST_VERSION + migrations.length - 1;
}

/** The steps that a file of the version has seen; none for version 0, a file without tables. */
export function stepsUpTo(version: number, migrations: readonly string[] = MIGRATIONS): readonly string[] {
  return migrations.slice(0, Math.max(0, version - OLDEST_VERSION + 1));
}

/** What a file says it is. `empty`: no table yet, as when the first run was killed before its first transaction. */
export type FileState =
  | { readonly kind: "empty" }
  | { readonly kind: "foreign" }
  | { readonly kind: "case"; readonly version: number };

export function fileState(database: DatabaseSync): FileState {
  const version = pragmaNumber(database, "user_version");
  const application = pragmaNumber(database, "application_id");
  if (application === APPLICATION_ID) return { kind: "case", version };
  const tables = database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get();
  return application === 0 && version === 0 && tables === undefined ? { kind: "empty" } : { kind: "foreign" };
}

/** Runs the missing steps in one transaction: a kill in the middle leaves the old version whole. */
export function migrate(database: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  const seen = stepsUpTo(pragmaNumber(database, "user_version"), migrations).length;
  if (seen === migrations.length) return;
  inTransaction(database, () => {
    for (const step of migrations.slice(seen)) database.exec(step);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${versionAfter(migrations)}`);
  });
}

const SCHEMA =
  "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

/**
 * True when the file holds exactly our tables and indexes. A file from elsewhere could carry triggers or views that
 * change what our statements do, so anything else is not opened.
 */
export function hasExpectedSchema(database: DatabaseSync, migrations: readonly string[] = MIGRATIONS): boolean {
  const expected = new DatabaseSync(":memory:");
  try {
    for (const step of migrations) expected.exec(step);
    return JSON.stringify(expected.prepare(SCHEMA).all()) === JSON.stringify(database.prepare(SCHEMA).all());
  } finally {
    expected.close();
  }
}

export function pragmaNumber(database: DatabaseSync, name: "user_version" | "application_id" | "page_count"): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}
