/** What may lie in the folder instead of a good case, and that nothing of it is ever changed. */
import assert from "node:assert/strict";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, beforeEach, describe, test } from "node:test";
import { packItem } from "../../src/store/packed/pack-item.ts";
import { connectImmutable } from "../../src/store/sqlite/connections.ts";
import { dumpCase } from "../../src/store/sqlite/dump.ts";
import { decodeMarks } from "../../src/store/sqlite/marks-column.ts";
import { type OpenCaseOptions, openCase } from "../../src/store/sqlite/open-case.ts";
import { APPLICATION_ID, hasExpectedSchema, MIGRATIONS, migrate, versionAfter } from "../../src/store/sqlite/schema.ts";
import { shaOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { collect, INBOX, itemOf, must, readSource } from "./fixtures.ts";
import { registrableDomain } from "./registrable-domain.ts";

const WRITE: OpenCaseOptions = { mode: "write", registrableDomain };
const READ: OpenCaseOptions = { mode: "read" };

describe("opening a case", () => {
  let root: string;
  let folder: string;
  let file: string;
  let count = 0;
  before(() => {
    root = temporaryFolder();
  });
  after(() => rmSync(root, { recursive: true }));
  beforeEach(() => {
    folder = join(root, `case-${count++}`);
    file = join(folder, "case.db");
  });

  async function makeCase(): Promise<void> {
    const store = must(await openCase(folder, WRITE));
    const items = Array.from({ length: 300 }, (_, i) => itemOf({ name: `m${i}`, subject: "x".repeat(i) }, i));
    await readSource(store, INBOX, items);
    await store.close();
  }

  /** The error's code in each mode; asserts that the file stays as it is. */
  async function codes(): Promise<readonly [write: string, read: string]> {
    const before = readFileSync(file);
    const found: string[] = [];
    for (const options of [WRITE, READ]) {
      const opened = await openCase(folder, options);
      found.push(opened.ok ? "ok" : opened.error.code);
      if (opened.ok) await opened.value.close();
      else
        assert.match(
          opened.error.message,
          new RegExp(`${folder.replaceAll("\\", "\\\\")}.*\\. .*\\.`),
          "what, where, what to do",
        );
    }
    if (found[0] !== "ok") assert.ok(before.equals(readFileSync(file)), "the file was changed");
    return [found[0] ?? "", found[1] ?? ""];
  }

  /** Opens the file behind the store's back. */
  function tamper(sql: string): void {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  }

  test("makes the folder and the files for their owner alone", async () => {
    folder = join(folder, "below", "it");
    file = join(folder, "case.db");
    const store = must(await openCase(folder, WRITE));
    await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
    if (process.platform !== "win32") {
      assert.equal(statSync(folder).mode & 0o777, 0o700);
      for (const name of readdirSync(folder)) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
    }
    await store.close();
    assert.deepEqual(readdirSync(folder).sort(), ["case.db", "case.lock"], "one file at rest, and the lock");
  });

  test("a folder without a case: missing to a reader, who makes nothing", async () => {
    const opened = await openCase(folder, READ);
    assert.equal(!opened.ok && opened.error.code, "missing");
    assert.equal(existsSync(folder), false);
  });

  test("a file that the first run left empty: made a case by the next, missing to a reader", async () => {
    mkdirSync(folder);
    writeFileSync(file, "");
    assert.deepEqual(await codes(), ["ok", "ok"]);
    rmSync(file);
    writeFileSync(file, "");
    const opened = await openCase(folder, READ);
    assert.equal(!opened.ok && opened.error.code, "missing");
  });

  test("a later version: newer", async () => {
    await makeCase();
    tamper("PRAGMA user_version = 7");
    assert.deepEqual(await codes(), ["newer", "newer"]);
  });

  test("an earlier version than this program reads: older", async () => {
    await makeCase();
    tamper("PRAGMA user_version = 1");
    assert.deepEqual(await codes(), ["older", "older"]);
  });

  test("a version that this program can bring up to date: older to a reader, up to date after a writer", async () => {
    mkdirSync(folder);
    const database = new DatabaseSync(file);
    migrate(database, MIGRATIONS.slice(0, 1));
    database.close();
    const opened = await openCase(folder, READ);
    assert.equal(!opened.ok && opened.error.code, "older");
    assert.deepEqual(await codes(), ["ok", "ok"]);
  });

  const foreign: readonly (readonly [what: string, sql: string])[] = [
    ["a table and no application id", "CREATE TABLE t (a)"],
    ["another application id", "PRAGMA application_id = 252006673"],
    ["a version and nothing else", "PRAGMA user_version = 1"],
    [
      "our application id and other tables",
      `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 2; CREATE TABLE t (a)`,
    ],
  ];
  for (const [what, sql] of foreign) {
    test(`a database with ${what}: damaged`, async () => {
      mkdirSync(folder);
      tamper(sql);
      assert.deepEqual(await codes(), ["damaged", "damaged"]);
    });
  }

  const attacks: readonly (readonly [what: string, sql: string])[] = [
    ["a trigger", "CREATE TRIGGER t AFTER INSERT ON messages BEGIN DELETE FROM messages; END"],
    [
      "a view in the place of a table",
      "DROP TABLE people; CREATE VIEW people AS SELECT 1 AS position, 'x' AS id, 'y' AS body",
    ],
    ["no index", "DROP INDEX messages_by_date"],
  ];
  for (const [what, sql] of attacks) {
    test(`attack: a case with ${what} is damaged`, async () => {
      await makeCase();
      tamper(sql);
      assert.deepEqual(await codes(), ["damaged", "damaged"]);
    });
  }

  test("a file that is no database: damaged", async () => {
    mkdirSync(folder);
    writeFileSync(file, "From nobody Thu Jan  1 00:00:00 1970\n".repeat(300));
    assert.deepEqual(await codes(), ["damaged", "damaged"]);
  });

  test("a file that was cut: damaged", async () => {
    await makeCase();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    assert.deepEqual(await codes(), ["damaged", "damaged"]);
  });

  test("pages of zeros: never a crash, never a silent loss", async () => {
    await makeCase();
    const whole = readFileSync(file);
    for (let at = 8192; at < whole.length; at += 8192) {
      const bytes = Buffer.from(whole);
      bytes.fill(0, at, at + 8192);
      writeFileSync(file, bytes);
      const opened = await openCase(folder, READ);
      if (!opened.ok) {
        assert.equal(opened.error.code, "damaged");
        continue;
      }
      // A page that holds no message: everything must be there.
      try {
        assert.equal((await collect(opened.value.messages({}))).length, 300);
      } finally {
        await opened.value.close();
      }
    }
  });

  test("a damaged record is told when it is read", async () => {
    await makeCase();
    const store = must(await openCase(folder, READ));
    tamper(`UPDATE messages SET record = '{"v":1,"size":"no number"}' WHERE id = 7`);
    await assert.rejects(collect(store.messages({})), /is damaged/);
    tamper("UPDATE messages SET date = 9223372036854775807 WHERE id = 8");
    await assert.rejects(store.counts(), /is damaged/);
    await store.close();
  });

  test("a path that is a file, or lies below one: io", async () => {
    mkdirSync(folder);
    writeFileSync(file, "");
    for (const path of [file, join(file, "below")]) {
      const opened = await openCase(path, WRITE);
      assert.equal(!opened.ok && opened.error.code, "io");
    }
  });

  test("a case on a read-only medium is read", async () => {
    await makeCase();
    rmSync(join(folder, "case.lock"));
    chmodSync(file, 0o400);
    chmodSync(folder, 0o500);
    try {
      const store = must(await openCase(folder, READ));
      assert.equal((await store.counts()).messages, 300);
      await store.close();
      // What the fallback does, also where the test runs as a user whom no permission stops.
      const database = connectImmutable(file);
      assert.equal(database.prepare("SELECT count(*) AS messages FROM messages").get()?.["messages"], 300);
      database.close();
    } finally {
      chmodSync(folder, 0o700);
    }
  });

  test("no space left: full, and what was read before is kept", async () => {
    const store = must(await openCase(folder, { ...WRITE, bytesMax: 500_000 }));
    await readSource(store, INBOX, [itemOf({ name: "kept" }, 0)]);
    const before = await dumpCase(folder);
    const items = Array.from({ length: 200 }, (_, i) => itemOf({ name: `m${i}`, subject: "x".repeat(3000) }, 100 + i));
    const applied = await store.applyBatch({
      source: INBOX.path,
      slice: { start: 0, end: 9, done: true, atSourceEnd: false },
      items: items.map(packItem),
      notCovered: [],
    });
    assert.equal(!applied.ok && applied.error.code, "full");
    assert.equal(await dumpCase(folder), before, "nothing of the batch is there");
    // A smaller batch with a value that the failed one used first.
    must(
      await store.applyBatch({
        source: INBOX.path,
        slice: { start: 0, end: 9, done: true, atSourceEnd: false },
        items: [packItem(itemOf({ name: "m0" }, 100))],
        notCovered: [],
      }),
    );
    assert.equal((await store.message(shaOf("m0")))?.record.subject, "About m0");
    await store.close();
    await must(await openCase(folder, READ)).close();
  });

  test("a folder whose name looks like a URI is a folder", async () => {
    folder = join(root, "file:case?mode=memory#x %41");
    await makeCase();
    assert.ok(existsSync(join(folder, "case.db")));
  });

  test("a copy of the file alone is a whole case", async () => {
    await makeCase();
    const copy = join(root, "copy");
    mkdirSync(copy);
    copyFileSync(file, join(copy, "case.db"));
    assert.equal(await dumpCase(copy), await dumpCase(folder));
  });
});

describe("migrations", () => {
  const STEP_2 = "ALTER TABLE sources ADD COLUMN note TEXT; CREATE TABLE notes (id INTEGER PRIMARY KEY) STRICT;";

  test("bring an older case to the tables of a new one, and keep what it holds", () => {
    const database = new DatabaseSync(":memory:");
    migrate(database);
    database.exec("INSERT INTO settings (name, value) VALUES ('settings', '{}')");
    migrate(database, [...MIGRATIONS, STEP_2]);
    assert.equal(hasExpectedSchema(database, [...MIGRATIONS, STEP_2]), true);
    assert.equal(hasExpectedSchema(database), false);
    assert.equal(database.prepare("PRAGMA user_version").get()?.["user_version"], versionAfter(MIGRATIONS) + 1);
    assert.equal(database.prepare("SELECT count(*) AS n FROM settings").get()?.["n"], 1);
    database.close();
  });

  test("version 3: flags become marks of unknown origin", () => {
    const database = new DatabaseSync(":memory:");
    migrate(database, MIGRATIONS.slice(0, 1));
    const place = (key: string, flags: string) =>
      database.exec(
        `INSERT INTO locations (source, key, message, path, offset, length, folder, flags, generation)
         VALUES (1, '${key}', 1, '+', 0, 1, '', '${flags}', 1)`,
      );
    place("a", "[]");
    place("b", '["\\\\Answered","\\\\Seen"]');
    migrate(database);
    assert.equal(hasExpectedSchema(database), true);
    const rows = database.prepare("SELECT marks FROM locations ORDER BY key").all();
    assert.deepEqual(
      rows.map((row) => decodeMarks(String(row["marks"]))),
      [[], [{ origin: "unknown", flags: ["\\Answered", "\\Seen"], labels: [] }]],
    );
    database.close();
  });

  test("are whole or not at all", () => {
    const database = new DatabaseSync(":memory:");
    migrate(database);
    assert.throws(() => migrate(database, [...MIGRATIONS, `${STEP_2} NOT SQL`]));
    assert.equal(database.isTransaction, false);
    assert.equal(hasExpectedSchema(database), true);
    database.close();
  });
});
