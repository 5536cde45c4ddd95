/** The bytes of kept documents lie as files that any tool can check: damage is told, and mended by adding the document again. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { MIGRATIONS, migrate } from "../../src/store/sqlite/schema.ts";
import { ledgerDocument } from "../support/ledger.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { must } from "./fixtures.ts";
import { registrableDomain } from "./registrable-domain.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

test("a file by its hash, private; one that was changed or is gone is told and can be mended", async () => {
  const folder = join(home, "case");
  const bytes = Buffer.from("Nobody was harmed.\n");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const document = { ...ledgerDocument("note"), sha256, id: `d-${sha256.slice(0, 12)}` };
  const store = must(await openCase(folder, { mode: "write", registrableDomain }));
  must(await store.keepDocuments([{ document, bytes }]));
  const place = join(folder, "intel", sha256);
  assert.deepEqual(readdirSync(join(folder, "intel")), [sha256]);
  assert.equal(statSync(place).mode & 0o777, 0o600);

  writeFileSync(place, "Nobody was harmed!\n");
  const changed = await store.documentBytes(sha256);
  assert.ok(!changed.ok && changed.error.code === "damaged");
  assert.match(changed.error.message, /another hash than its name/);

  must(await store.keepDocuments([{ document, bytes }]));
  assert.deepEqual(readFileSync(place), bytes);
  rmSync(place);
  const gone = await store.documentBytes(sha256);
  assert.ok(!gone.ok && gone.error.code === "missing");
  await store.close();
});

test("where the bytes cannot be kept, the document is not", async () => {
  const folder = join(home, "closed");
  const store = must(await openCase(folder, { mode: "write", registrableDomain }));
  // What is in the way is a file: making the folder fails for everybody, root as well.
  writeFileSync(join(folder, "intel"), "");
  const kept = await store.keepDocuments([{ document: ledgerDocument("note"), bytes: Buffer.from("note") }]);
  assert.ok(!kept.ok && kept.error.code === "io");
  assert.deepEqual(await store.documents(), []);
  await store.close();
});

test("a case of version 5, which knew no documents: older to a reader; a writer brings it up to date and keeps documents in it", async () => {
  const folder = join(home, "older");
  mkdirSync(folder);
  const database = new DatabaseSync(join(folder, "case.db"));
  migrate(database, MIGRATIONS.slice(0, 4));
  assert.equal(database.prepare("PRAGMA user_version").get()?.["user_version"], 5);
  database.close();
  const read = await openCase(folder, { mode: "read" });
  assert.ok(!read.ok && read.error.code === "older");

  const store = must(await openCase(folder, { mode: "write", registrableDomain }));
  assert.deepEqual([await store.documents(), await store.removed()], [[], []]);
  const bytes = Buffer.from("note");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // As it was kept before rejected values were listed.
  const document = { ...ledgerDocument("note"), sha256, id: `d-${sha256.slice(0, 12)}` };
  must(await store.keepDocuments([{ document, bytes }]));
  must(await store.keepDocuments([{ document, bytes }]));
  assert.deepEqual(await store.documents(), [document]);
  must(await store.remove({ id: document.id, what: "document", sha256, words: "" }));
  assert.deepEqual([await store.documents(), readdirSync(join(folder, "intel"))], [[], []]);
  must(await store.keepDocuments([{ document, bytes }]));
  assert.deepEqual([(await store.documents()).length, await store.removed()], [1, []]);
  await store.close();
});
