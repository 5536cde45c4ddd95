/**
 * Passes over all messages of a case, for judging: a statement each, that yields what it is about and nothing else.
 * Order: by date (undated first), then by hash. Second copies are left out.
 */
import type { DatabaseSync } from "node:sqlite";
import type { Sha256 } from "../../base/brand.ts";
import type { MessageOutline } from "../../case/outline.ts";
import type { MessageRecord } from "../../case/record.ts";
import type { WantedRecords } from "../../ports/store.ts";
import { decodeOutline } from "../packed/outline-codec.ts";
import { decodeRecord } from "../packed/record-codec.ts";
import { hashBytes } from "./messages-table.ts";
import { dateOf, decode, integerOf, type Row, sha256FromRow } from "./rows.ts";
import { notSecondCopy } from "./second-copies.ts";

/** Index: messages_by_date (date, sha256, …), covering, and the key of outlines; no sort step. NULL is before any date. */
export const OUTLINES = `
  SELECT m.sha256, m.date, o.body
    FROM messages m INDEXED BY messages_by_date CROSS JOIN outlines o ON o.message = m.id
   WHERE ${notSecondCopy("m.id")}
   ORDER BY m.date, m.sha256`;

/**
 * Index: messages' unique (sha256), and the keys of messages and outlines; no sort step. The smallest hashes are a fair
 * draw of all messages.
 */
export const OUTLINE_SAMPLE = `
  SELECT m.sha256, m.date, o.body
    FROM messages m INDEXED BY messages_by_sha256 CROSS JOIN outlines o ON o.message = m.id
   WHERE ${notSecondCopy("m.id")}
   ORDER BY m.sha256 LIMIT ?`;

/** Index: messages_by_date (date, sha256, …); no sort step. */
export const RECORDS = `
  SELECT sha256, record FROM messages INDEXED BY messages_by_date
   WHERE ${notSecondCopy("messages.id")} ORDER BY date, sha256`;

/** Index: messages' unique (sha256). */
export const PLACE_OF_WANTED = `SELECT id, date FROM messages WHERE sha256 = ? AND ${notSecondCopy("messages.id")}`;

/** Index: the table's key. */
export const RECORD_OF = "SELECT record FROM messages WHERE id = ?";

export function* outlinesIn(
  database: DatabaseSync,
  { sample }: { readonly sample?: number },
): Iterable<MessageOutline> {
  const rows =
    sample === undefined ? database.prepare(OUTLINES).iterate() : database.prepare(OUTLINE_SAMPLE).iterate(sample);
  for (const row of rows) yield toOutline(row);
}

/** Of a message that is not wanted nothing but its hash is looked at; with a set not even that. */
export function* recordsIn(database: DatabaseSync, wanted: WantedRecords = () => true): Iterable<MessageRecord> {
  if (typeof wanted === "function") yield* recordsPassing(database, wanted);
  else yield* recordsNamed(database, wanted);
}

function* recordsPassing(database: DatabaseSync, isWanted: (sha256: Sha256) => boolean): Iterable<MessageRecord> {
  for (const row of database.prepare(RECORDS).iterate()) {
    const sha256 = sha256FromRow(row, "sha256");
    if (isWanted(sha256)) yield decode("record", () => decodeRecord(row["record"], sha256));
  }
}

interface Place {
  readonly id: number;
  readonly sha256: Sha256;
  readonly date: number | null;
}

/** Memory: a small entry for each. */
function* recordsNamed(database: DatabaseSync, wanted: ReadonlySet<Sha256>): Iterable<MessageRecord> {
  const placeOf = database.prepare(PLACE_OF_WANTED);
  const places = [...wanted].flatMap((sha256): readonly Place[] => {
    const row = placeOf.get(hashBytes(sha256));
    return row === undefined ? [] : [{ id: integerOf(row, "id"), sha256, date: dateOf(row, "date") }];
  });
  const recordOf = database.prepare(RECORD_OF);
  for (const { id, sha256 } of places.sort(inOrder)) {
    const row = recordOf.get(id);
    if (row !== undefined) yield decode("record", () => decodeRecord(row["record"], sha256));
  }
}

function inOrder(a: Place, b: Place): number {
  const [one, other] = [a.date ?? Number.NEGATIVE_INFINITY, b.date ?? Number.NEGATIVE_INFINITY];
  if (one !== other) return one - other;
  return a.sha256 < b.sha256 ? -1 : 1;
}

function toOutline(row: Row): MessageOutline {
  const sha256 = sha256FromRow(row, "sha256");
  const date = dateOf(row, "date");
  return decode("body", () => decodeOutline(row["body"], sha256, date));
}
