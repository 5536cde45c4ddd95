/** Writing messages: one row each, by hash, the first record wins; and taking one out again. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Sha256 } from "../../base/brand.ts";
import type { PackedRecord } from "../../ports/store.ts";
import { fromDomainsOf, observablesOf } from "../packed/observables.ts";
import { decodeRecord } from "../packed/record-codec.ts";
import { MessageIdIndex } from "./message-id-index.ts";
import { monthOf } from "./month.ts";
import { dateOf, decode, integerOf, sha256FromRow, textOf } from "./rows.ts";
import { SecondCopies } from "./second-copies.ts";
import { toStoredText } from "./stored-text.ts";
import { ADDRESS_INDEX, FILE_INDEX, HOST_INDEX, UseIndex } from "./use-index.ts";

/** Index: messages_by_sha256, unique. */
export const ID_BY_HASH = "SELECT id FROM messages WHERE sha256 = ?";

const INSERT = `
  INSERT INTO messages (sha256, date, status, size, from_domains, record) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (sha256) DO NOTHING`;

const INSERT_OUTLINE = "INSERT INTO outlines (message, body) VALUES (?, ?)";

/** Index: the tables' keys. */
const BY_ID = `
  SELECT m.sha256, m.date, m.from_domains, m.record, j.verdict, j.class
    FROM messages m LEFT JOIN judgements j ON j.message = m.id WHERE m.id = ?`;

const DELETE_MESSAGE = "DELETE FROM messages WHERE id = ?";
const DELETE_OUTLINE = "DELETE FROM outlines WHERE message = ?";
const DELETE_JUDGEMENT = "DELETE FROM judgements WHERE message = ?";

/** Index: the tallies' keys. */
const LESS_MONTH = "UPDATE month_tallies SET messages = messages - 1 WHERE month = ? AND verdict = ? AND class = ?";
const NO_MONTH = "DELETE FROM month_tallies WHERE month = ? AND verdict = ? AND class = ? AND messages = 0";
const LESS_SENDER = "UPDATE sender_tallies SET messages = messages - 1 WHERE class = ? AND domain = ?";
const NO_SENDER = "DELETE FROM sender_tallies WHERE class = ? AND domain = ? AND messages = 0";

export type RegistrableDomain = (host: string) => string;

export class MessagesTable {
  readonly #database: DatabaseSync;
  readonly #registrableDomain: RegistrableDomain;
  readonly #idByHash: StatementSync;
  readonly #insert: StatementSync;
  readonly #insertOutline: StatementSync;
  readonly #messageIds: MessageIdIndex;
  readonly #addresses: UseIndex;
  readonly #hosts: UseIndex;
  readonly #files: UseIndex;
  readonly #secondCopies: SecondCopies;

  constructor(database: DatabaseSync, registrableDomain: RegistrableDomain) {
    this.#database = database;
    this.#registrableDomain = registrableDomain;
    this.#idByHash = database.prepare(ID_BY_HASH);
    this.#insert = database.prepare(INSERT);
    this.#insertOutline = database.prepare(INSERT_OUTLINE);
    this.#messageIds = new MessageIdIndex(database);
    this.#addresses = new UseIndex(database, ADDRESS_INDEX);
    this.#hosts = new UseIndex(database, HOST_INDEX);
    this.#files = new UseIndex(database, FILE_INDEX);
    this.#secondCopies = new SecondCopies(database);
  }

  /** The message's id, after making sure that it is in the case. Its uses are written by `flush`. */
  ensure(record: PackedRecord): number {
    const hash = hashBytes(record.sha256);
    const { date, status, size, fromDomains, body } = record;
    // Most messages are new, so the insert comes first and costs no look-up.
    const inserted = this.#insert.run(hash, date, status, size, JSON.stringify(fromDomains), body);
    if (inserted.changes === 0) {
      const known = integerOf(this.#idByHash.get(hash) ?? {}, "id");
      // Written by a version that did not look at line ends.
      if (record.lineSha256 !== null) this.#secondCopies.add(known, hash, hashBytes(record.lineSha256));
      return known;
    }
    const id = Number(inserted.lastInsertRowid);
    this.#secondCopies.add(id, hash, record.lineSha256 === null ? null : hashBytes(record.lineSha256));
    this.#insertOutline.run(id, record.outline);
    this.#messageIds.append(id, record.messageId);
    this.#addresses.append(id, record.addresses);
    this.#hosts.append(id, record.hosts);
    this.#files.append(id, record.files);
    return id;
  }

  flush(): void {
    this.#messageIds.flush();
    this.#addresses.flush();
    this.#hosts.flush();
    this.#files.flush();
  }

  /** After a failed transaction. */
  forget(): void {
    this.#messageIds.forget();
    this.#addresses.forget();
    this.#hosts.forget();
    this.#files.forget();
  }

  /** Takes a message out with all that is derived from it; rare, so its statements are prepared here. */
  remove(id: number): void {
    const row = this.#database.prepare(BY_ID).get(id);
    if (row === undefined) return;
    const record = decode("record", () => decodeRecord(row["record"], sha256FromRow(row, "sha256")));
    const { addresses, hosts, files } = observablesOf(record);
    this.#messageIds.remove(id, record.messageId);
    this.#addresses.remove(id, addresses.keys());
    this.#hosts.remove(id, hosts.keys());
    this.#files.remove(id, files.keys());
    if (row["verdict"] !== null) {
      const month = monthOf(dateOf(row, "date"));
      this.#removeFromTallies(month, textOf(row, "verdict"), textOf(row, "class"), fromDomainsOf(record));
    }
    this.#database.prepare(DELETE_JUDGEMENT).run(id);
    this.#database.prepare(DELETE_OUTLINE).run(id);
    this.#database.prepare(DELETE_MESSAGE).run(id);
    this.#secondCopies.remove(id);
  }

  #removeFromTallies(month: string, verdict: string, trackingClass: string, fromDomains: readonly string[]): void {
    this.#database.prepare(LESS_MONTH).run(month, verdict, trackingClass);
    this.#database.prepare(NO_MONTH).run(month, verdict, trackingClass);
    for (const domain of registrableDomains(fromDomains, this.#registrableDomain)) {
      this.#database.prepare(LESS_SENDER).run(trackingClass, domain);
      this.#database.prepare(NO_SENDER).run(trackingClass, domain);
    }
  }
}

/** Distinct, in stored form. */
export function registrableDomains(domains: readonly string[], registrableDomain: RegistrableDomain): Set<string> {
  return new Set(domains.map((domain) => toStoredText(registrableDomain(domain))));
}

export function hashBytes(sha256: Sha256): Uint8Array {
  return Buffer.from(sha256, "hex");
}
