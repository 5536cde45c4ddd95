/**
 * Documents of the public record: what they say as JSON, their bytes as a file `intel/<sha256>` of the case that any tool can check
 * against its name (docs/formats/case.md, "Documents").
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { isObject, isOneOf, isString } from "../../base/checks.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { LedgerDocument, RemovedItem } from "../../case/ledger.ts";
import { isLedgerDocument } from "../../case/ledger-form.ts";
import type { StoreError } from "../../ports/store.ts";
import { decodeVersioned, encodeVersioned, isSha256 } from "./judgement-codec.ts";
import { decode } from "./rows.ts";
import { toStoreError } from "./store-error.ts";
import { toStoredText } from "./stored-text.ts";
import { inTransaction } from "./transaction.ts";

const READ_DOCUMENTS = "SELECT body FROM documents ORDER BY position";
/** Index: the unique one on the hash. A document that is there keeps its position. */
const KEEP_DOCUMENT = `
  INSERT INTO documents (sha256, source, body) VALUES (?, ?, ?)
      ON CONFLICT (sha256) DO UPDATE SET source = excluded.source, body = excluded.body`;
const REMOVE_DOCUMENT = "DELETE FROM documents WHERE sha256 = ?";
const READ_REMOVED = "SELECT body FROM removed ORDER BY id";
const SAVE_REMOVED = "INSERT INTO removed (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body";
const FORGET_REMOVED = "DELETE FROM removed WHERE id = ?";

const isRemoved = isObject<RemovedItem>({
  id: isString,
  what: isOneOf("document", "statement"),
  sha256: isSha256,
  words: isString,
});

export function readDocuments(database: DatabaseSync): readonly LedgerDocument[] {
  const rows = database.prepare(READ_DOCUMENTS).all();
  return rows.map((row) => decode("body", () => decodeVersioned(row["body"], isLedgerDocument, "document")));
}

export function readRemoved(database: DatabaseSync): readonly RemovedItem[] {
  const rows = database.prepare(READ_REMOVED).all();
  return rows.map((row) => decode("body", () => decodeVersioned(row["body"], isRemoved, "removed item")));
}

export function keepDocuments(database: DatabaseSync, documents: readonly LedgerDocument[]): void {
  inTransaction(database, () => {
    const keep = database.prepare(KEEP_DOCUMENT);
    const forget = database.prepare(FORGET_REMOVED);
    for (const document of documents) {
      keep.run(Buffer.from(document.sha256, "hex"), toStoredText(document.source), encodeVersioned(document));
      forget.run(document.id);
    }
  });
}

/** A statement is taken out of its document's row; the bytes of a document go last, when nothing names them any more. */
export function removeItem(database: DatabaseSync, folder: string, item: RemovedItem): void {
  inTransaction(database, () => {
    if (item.what === "document") database.prepare(REMOVE_DOCUMENT).run(Buffer.from(item.sha256, "hex"));
    else removeStatement(database, item);
    database.prepare(SAVE_REMOVED).run(item.id, encodeVersioned(item));
  });
  if (item.what === "document") rmSync(placeOf(folder, item.sha256), { force: true });
}

function removeStatement(database: DatabaseSync, { id, sha256 }: RemovedItem): void {
  const document = readDocuments(database).find((one) => one.sha256 === sha256);
  if (document === undefined) return;
  const statements = document.statements.filter(({ assertion }) => assertion.id !== id);
  const body = encodeVersioned({ ...document, statements });
  database.prepare(KEEP_DOCUMENT).run(Buffer.from(sha256, "hex"), toStoredText(document.source), body);
}

function placeOf(folder: string, sha256: string): string {
  return join(folder, "intel", sha256);
}

/** Under its name only when it is whole; what is there and is well stays as it is. */
export function keepBytes(folder: string, sha256: string, bytes: Uint8Array): void {
  const place = placeOf(folder, sha256);
  if (readDocumentBytes(folder, sha256).ok) return;
  mkdirSync(join(folder, "intel"), { recursive: true, mode: 0o700 });
  const unfinished = `${place}.part`;
  const file = openSync(unfinished, "w", 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, place);
}

/** Checked against its hash each time. */
export function readDocumentBytes(folder: string, sha256: string): Result<Uint8Array, StoreError> {
  const place = placeOf(folder, sha256);
  try {
    if (statSync(place, { throwIfNoEntry: false }) === undefined)
      return err({ code: "missing", message: goneWords(place) });
    const bytes = readFileSync(place);
    const is = createHash("sha256").update(bytes).digest("hex");
    return is === sha256 ? ok(bytes) : err({ code: "damaged", message: damagedWords(place) });
  } catch (cause) {
    return err(toStoreError(cause, folder));
  }
}

function goneWords(place: string): string {
  return `The file ${place} of the case is gone. What was read from it is still there, but nobody can check it any more. Add the document again.`;
}

function damagedWords(place: string): string {
  return `The file ${place} of the case is not what was kept: its bytes have another hash than its name. What was read from it is still there; do not hand the file on. Add the document again.`;
}
