/**
 * Pieces of longer messages and what was put together from them: where a piece can be read again, be it with other line ends,
 * and which joined messages a piece is a part of. Joined messages lie in the source `joined:`, and the path of such a place names the pieces.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Sha256, sha256Of } from "../../base/brand.ts";
import { JOINED_SOURCE, piecesInPath } from "../../case/joined.ts";
import type { FileMemory, PiecePlace, Source, SourceKind } from "../../ports/mailbox.ts";
import type { StoredPiece } from "../../ports/store.ts";
import { decodeRecord } from "../packed/record-codec.ts";
import { toLocation } from "./locations-table.ts";
import { idStatementsFor } from "./message-queries.ts";
import { decode, freeTextOf, integerOf, nullableIntegerOf, type Row, sha256FromRow, textOf } from "./rows.ts";
import { COPIES_OF_HEAD } from "./second-copies.ts";
import { toStoredText } from "./stored-text.ts";

/** Index: the key of messages. */
export const RECORD_BY_ID = "SELECT sha256, record FROM messages WHERE id = ?";

/** Index: locations_by_message. */
export const PLACES_OF_MESSAGE = `
  SELECT s.path AS source_path, s.kind, s.size, s.mtime_ms, s.folder AS source_folder, l.key, l.path, l.offset, l.length,
         l.folder, l.marks, l.file_size, l.file_mtime_ms, l.file_name
    FROM locations l INDEXED BY locations_by_message JOIN sources s ON s.id = l.source
   WHERE l.message = ?
   ORDER BY s.path, l.key`;

/** Index: the unique path of sources, the key of locations (source, key). */
export const JOINED_KEYS = `
  SELECT key FROM locations WHERE source = (SELECT id FROM sources WHERE path = ?) ORDER BY key`;

/**
 * Index: the unique path of sources, the key of locations (source, key): a pass over the joined messages; the key of
 * second_copies.
 */
export const JOINED_WITH_PIECE = `
  SELECT DISTINCT m.sha256
    FROM locations l
         CROSS JOIN messages m ON m.id = coalesce((SELECT head FROM second_copies WHERE message = l.message), l.message)
   WHERE l.source = (SELECT id FROM sources WHERE path = ?) AND instr(l.path, ?) > 0
   ORDER BY m.sha256`;

/** A piece's status is `partial`: where all is in one, nothing needs to be joined. */
export function* piecesIn(database: DatabaseSync): Iterable<StoredPiece> {
  const record = database.prepare(RECORD_BY_ID);
  const places = new PlaceReader(database);
  for (const { sql, values } of idStatementsFor({ statuses: ["partial"] })) {
    for (const row of database.prepare(sql).iterate(values)) {
      const piece = pieceOf(integerOf(row, "id"), record, places);
      if (piece !== null) yield piece;
    }
  }
}

function pieceOf(id: number, recordById: StatementSync, reader: PlaceReader): StoredPiece | null {
  const row = recordById.get(id) ?? {};
  const stored = row["record"];
  // Most messages that were read partly are no pieces.
  if (typeof stored === "string" && !stored.includes('"piece":{')) return null;
  const sha256 = sha256FromRow(row, "sha256");
  const record = decode("record", () => decodeRecord(stored, sha256));
  if (record.piece === null) return null;
  return { record, ...reader.placesOf(id) };
}

/** Keeps the sources that it has met: many pieces lie in one. */
class PlaceReader {
  readonly #places: StatementSync;
  readonly #copiesOf: StatementSync;
  readonly #sources = new Map<string, Source>();

  constructor(database: DatabaseSync) {
    this.#places = database.prepare(PLACES_OF_MESSAGE);
    this.#copiesOf = database.prepare(COPIES_OF_HEAD);
  }

  /** The first place of the message and of each second copy, then their second ones, and so on: not all may be tried. */
  placesOf(message: number): Pick<StoredPiece, "places" | "joinedFrom"> {
    const copies = this.#copiesOf.all(message).map((copy) => integerOf(copy, "id"));
    const rows = [message, ...copies].flatMap((id) => this.#places.all(id).map((row, turn) => ({ row, turn })));
    const places: PiecePlace[] = [];
    const joinedFrom: (readonly Sha256[])[] = [];
    for (const { row } of rows.sort((a, b) => a.turn - b.turn)) {
      const { path } = toLocation(row);
      const pieces = textOf(row, "kind") === "joined" ? piecesInPath(path) : null;
      if (pieces !== null) joinedFrom.push(pieces);
      else places.push({ source: this.#sourceOf(row), key: freeTextOf(row, "key"), file: toFile(row), path });
    }
    return { places, joinedFrom };
  }

  #sourceOf(row: Row): Source {
    const path = freeTextOf(row, "source_path");
    const known = this.#sources.get(path);
    if (known !== undefined) return known;
    const source = {
      path,
      kind: textOf(row, "kind") as SourceKind,
      size: integerOf(row, "size"),
      mtimeMs: integerOf(row, "mtime_ms"),
      folder: freeTextOf(row, "source_folder"),
    };
    this.#sources.set(path, source);
    return source;
  }
}

function toFile(row: Row): FileMemory | null {
  const size = nullableIntegerOf(row, "file_size");
  if (size === null) return null;
  return { size, mtimeMs: integerOf(row, "file_mtime_ms"), name: freeTextOf(row, "file_name") };
}

export function joinedKeysIn(database: DatabaseSync): readonly string[] {
  const rows = database.prepare(JOINED_KEYS).all(toStoredText(JOINED_SOURCE));
  return rows.map((row) => freeTextOf(row, "key"));
}

export function joinedWithPiece(database: DatabaseSync, piece: Sha256): readonly Sha256[] {
  const rows = database.prepare(JOINED_WITH_PIECE).all(toStoredText(JOINED_SOURCE), sha256Of(piece));
  return rows.map((row) => sha256FromRow(row, "sha256"));
}
