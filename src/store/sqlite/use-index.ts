/**
 * One index from values to messages: a table of distinct values, and two tables of (value, message, roles).
 *
 * The uses of a message belong to as many places of an index as it has values, so writing them one batch after the
 * other would rewrite most of a large index each time. They are appended to a recent table in the order of messages
 * instead, and folded into the index in its own order once they are many. Queries look into both.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { integerOf } from "./rows.ts";
import { toLabels, toStoredText } from "./stored-text.ts";

interface UseIndexSql {
  readonly find: string;
  readonly add: string;
  /** Followed by one or more `(?, ?, ?)`: message, value, roles. */
  readonly append: string;
  readonly countRecent: string;
  readonly fold: string;
  readonly removeRecent: string;
  readonly remove: string;
  readonly toStored: (value: string) => string;
}

/** Index: addresses' unique (address); the keys (message, address) of recent and (address, message) of folded uses. */
export const ADDRESS_INDEX: UseIndexSql = {
  find: "SELECT id FROM addresses WHERE address = ?",
  add: "INSERT INTO addresses (address) VALUES (?)",
  append: "INSERT INTO recent_address_uses (message, address, roles) VALUES",
  countRecent: "SELECT count(*) AS uses FROM recent_address_uses",
  fold: `
    INSERT INTO address_uses (address, message, roles)
    SELECT address, message, roles FROM recent_address_uses ORDER BY address, message;
    DELETE FROM recent_address_uses;`,
  removeRecent: "DELETE FROM recent_address_uses WHERE message = ?",
  remove: "DELETE FROM address_uses WHERE address = ? AND message = ?",
  toStored: toStoredText,
};

/** Index: hosts' unique (labels); the keys (message, host) of recent and (host, message) of folded uses. */
export const HOST_INDEX: UseIndexSql = {
  find: "SELECT id FROM hosts WHERE labels = ?",
  add: "INSERT INTO hosts (labels) VALUES (?)",
  append: "INSERT INTO recent_host_uses (message, host, roles) VALUES",
  countRecent: "SELECT count(*) AS uses FROM recent_host_uses",
  fold: `
    INSERT INTO host_uses (host, message, roles)
    SELECT host, message, roles FROM recent_host_uses ORDER BY host, message;
    DELETE FROM recent_host_uses;`,
  removeRecent: "DELETE FROM recent_host_uses WHERE message = ?",
  remove: "DELETE FROM host_uses WHERE host = ? AND message = ?",
  toStored: (host) => toStoredText(toLabels(host)),
};

/** Values whose ids are remembered: those of a mailbox repeat, and a look-up is dearer than the row it is for. */
const REMEMBERED_MAX = 200_000;

/** A query reads all recent uses: some 20 ms. */
const RECENT_MAX = 250_000;

const ROWS_PER_STATEMENT = 32;
const VALUES_PER_STATEMENT = 3 * ROWS_PER_STATEMENT;

export class UseIndex {
  readonly #database: DatabaseSync;
  readonly #sql: UseIndexSql;
  readonly #find: StatementSync;
  readonly #add: StatementSync;
  readonly #appendOne: StatementSync;
  readonly #appendMany: StatementSync;
  readonly #ids = new Map<string, number>();
  /** Message, value, roles, message … of rows to be appended. */
  #waiting: number[] = [];
  /** At least the rows of the recent table. */
  #recent: number;
  readonly #recentMax: number;

  /** `recentMax`: rows of the recent table beyond which it is folded. */
  constructor(database: DatabaseSync, sql: UseIndexSql, recentMax = RECENT_MAX) {
    this.#database = database;
    this.#sql = sql;
    this.#recentMax = recentMax;
    this.#find = database.prepare(sql.find);
    this.#add = database.prepare(sql.add);
    this.#appendOne = database.prepare(`${sql.append} (?, ?, ?)`);
    const rows = Array.from({ length: ROWS_PER_STATEMENT }, () => "(?, ?, ?)");
    this.#appendMany = database.prepare(`${sql.append} ${rows.join(", ")}`);
    this.#recent = integerOf(database.prepare(sql.countRecent).get() ?? {}, "uses");
  }

  /** Within the transaction that wrote the message; `flush` must follow in it. */
  append(message: number, roles: ReadonlyMap<string, number>): void {
    for (const [value, bits] of roles) {
      this.#waiting.push(message, this.#idOf(value), bits);
      if (this.#waiting.length < VALUES_PER_STATEMENT) continue;
      this.#appendMany.run(...this.#waiting);
      this.#waiting = [];
    }
    this.#recent += roles.size;
  }

  /** Writes what is left of `append`; folds when it is time. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let i = 0; i < waiting.length; i += 3) this.#appendOne.run(...waiting.slice(i, i + 3));
    if (this.#recent <= this.#recentMax) return;
    this.#database.exec(this.#sql.fold);
    this.#recent = 0;
  }

  /** After a failed transaction: rows that wait, and the ids, since some were given out in it. */
  forget(): void {
    this.#waiting = [];
    this.#ids.clear();
    this.#recent = this.#recentMax;
  }

  /** After `flush`. The values themselves stay in their table: they are small, and another message may bring them back. */
  remove(message: number, values: Iterable<string>): void {
    this.#database.prepare(this.#sql.removeRecent).run(message);
    const remove = this.#database.prepare(this.#sql.remove);
    for (const value of values) {
      const found = this.#find.get(this.#sql.toStored(value));
      if (found !== undefined) remove.run(integerOf(found, "id"), message);
    }
  }

  #idOf(value: string): number {
    const remembered = this.#ids.get(value);
    if (remembered !== undefined) return remembered;
    const stored = this.#sql.toStored(value);
    const found = this.#find.get(stored);
    const id = found === undefined ? Number(this.#add.run(stored).lastInsertRowid) : integerOf(found, "id");
    if (this.#ids.size >= REMEMBERED_MAX) this.#ids.clear();
    this.#ids.set(value, id);
    return id;
  }
}
