/** One message with its places, its second copies and its judgement, by id. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Sha256 } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import { piecesInPath } from "../../case/joined.ts";
import type { Judgement } from "../../case/judgement.ts";
import type { LocationRecord, MarkRecord, MessageRecord } from "../../case/record.ts";
import type { StoredMessage } from "../../ports/store.ts";
import { decodeRecord } from "../packed/record-codec.ts";
import { decodeJudgement } from "./judgement-codec.ts";
import { toLocation } from "./locations-table.ts";
import { ID_BY_HASH } from "./messages-table.ts";
import { DamagedCase, decode, integerOf, type Row, sha256FromRow } from "./rows.ts";
import { COPIES_OF_HEAD, HEAD_OF_COPY } from "./second-copies.ts";

/** Index: the tables' keys. */
export const MESSAGE_BY_ID = `
  SELECT m.sha256, m.record, j.body FROM messages m LEFT JOIN judgements j ON j.message = m.id WHERE m.id = ?`;

/** Index: locations_by_message. */
export const LOCATIONS_OF_MESSAGE = `
  SELECT s.path AS source_path, l.path, l.offset, l.length, l.folder, l.marks
    FROM locations l INDEXED BY locations_by_message JOIN sources s ON s.id = l.source
   WHERE l.message = ?`;

/** Index: the key of gone_locations. */
export const GONE_LOCATIONS_OF_MESSAGE = `
  SELECT s.path AS source_path, g.path, g.offset, g.length, g.folder, g.marks
    FROM gone_locations g JOIN sources s ON s.id = g.source
   WHERE g.message = ?`;

export class MessageLoader {
  readonly #byId: StatementSync;
  readonly #locations: StatementSync;
  readonly #goneLocations: StatementSync;
  readonly #headOf: StatementSync;
  readonly #copiesOf: StatementSync;
  readonly #idByHash: StatementSync;

  constructor(database: DatabaseSync) {
    this.#byId = database.prepare(MESSAGE_BY_ID);
    this.#locations = database.prepare(LOCATIONS_OF_MESSAGE);
    this.#goneLocations = database.prepare(GONE_LOCATIONS_OF_MESSAGE);
    this.#headOf = database.prepare(HEAD_OF_COPY);
    this.#copiesOf = database.prepare(COPIES_OF_HEAD);
    this.#idByHash = database.prepare(ID_BY_HASH);
  }

  /** The message, or the one that it is a second copy of. */
  loadHead(id: number): StoredMessage {
    return this.load(this.#headOfId(id));
  }

  /** Throws when there is no such message: ids come from the same snapshot. */
  load(id: number): StoredMessage {
    const row = this.#byId.get(id);
    if (row === undefined) throw new DamagedCase("an index names a message that is not there");
    const sha256 = sha256FromRow(row, "sha256");
    const record = decode("record", () => decodeRecord(row["record"], sha256));
    const judgement = this.#judgementOf(row, sha256);
    const copies = this.#copiesOf.all(id);
    const placed = this.#placesOf(id, copies).map((places) => places.map((place) => this.#asKept(place)));
    const locations = placed.flat().sort(byPlace);
    const message = { record: withFidelity(record, locations), locations, judgement };
    if (copies.length === 0) return message;
    const secondCopies = copies.map((copy, index) => ({
      sha256: sha256FromRow(copy, "sha256"),
      size: integerOf(copy, "size"),
      locations: placed[index + 1] ?? [],
    }));
    return { ...message, secondCopies };
  }

  #headOfId(id: number): number {
    const row = this.#headOf.get(id);
    return row === undefined ? id : integerOf(row, "head");
  }

  /** Of the message and of each of its copies. What lies nowhere any more is shown only where nothing else of them lies. */
  #placesOf(id: number, copies: readonly Row[]): readonly (readonly LocationRecord[])[] {
    const placed = [id, ...copies.map((copy) => integerOf(copy, "id"))].map((one) => this.#locationsOf(one));
    const isGone = placed.every((one) => one.isGone);
    return placed.map((one) => (isGone || !one.isGone ? one.locations : []));
  }

  #judgementOf(row: Row, sha256: Sha256): Judgement | null {
    const body = row["body"];
    return body === null ? null : decode("body", () => decodeJudgement(body, sha256));
  }

  /** Where the message lies; where it lay last, when it lies nowhere any more. */
  #locationsOf(id: number): { readonly isGone: boolean; readonly locations: readonly LocationRecord[] } {
    const rows = this.#locations.all(id);
    const isGone = rows.length === 0;
    return { isGone, locations: (isGone ? this.#goneLocations.all(id) : rows).map(toLocation).sort(byPlace) };
  }

  /** What was put together from pieces is kept as its first piece is: in that folder, with the marks of all its places. */
  #asKept(location: LocationRecord, levels: number = limits.pieceLevelsMax): LocationRecord {
    const [first] = piecesInPath(location.path) ?? [];
    const row = first === undefined || levels === 0 ? undefined : this.#idByHash.get(Buffer.from(first, "hex"));
    if (row === undefined) return location;
    const id = this.#headOfId(integerOf(row, "id"));
    const [kept, ...others] = this.#placesOf(id, this.#copiesOf.all(id)).flat().sort(byPlace);
    if (kept === undefined) return location;
    const { folder, marks } = this.#asKept(kept, levels - 1);
    return { ...location, folder, marks: distinct([...marks, ...others.flatMap((other) => other.marks)]) };
  }
}

/** Whether it was found is told by its places: the same bytes may be found later, and the record is written once. */
function withFidelity(record: MessageRecord, locations: readonly LocationRecord[]): MessageRecord {
  const isJoined = locations.length > 0 && locations.every(({ path }) => piecesInPath(path) !== null);
  return isJoined ? { ...record, fidelity: "joined" } : record;
}

function distinct(marks: readonly MarkRecord[]): readonly MarkRecord[] {
  return [...new Map(marks.map((mark) => [JSON.stringify([mark.origin, mark.flags, mark.labels]), mark])).values()];
}

function byPlace(a: LocationRecord, b: LocationRecord): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.offset - b.offset;
}
