/**
 * One index from values to messages: a table of distinct values, and two tables of (value, message, roles).
 *
 * The uses of a message belong to as many places of an index as it has values, so writing them one batch after the
 * other would rewrite most of a large index each time. They are appended to a recent table in the order of messages
 * instead, and folded into the index in its own order once they are many. Queries look into both.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { assert } from "../../base/assert.ts";
import { integerOf, textOf } from "./rows.ts";
import { toLabels, toStoredText } from "./stored-text.ts";

interface UseIndexSql {
  readonly find: string;
  /** Of a JSON array of values: adds those that are new. */
  readonly add: string;
  /** Of a JSON array of values: `stored` and `id` of each. */
  readonly findMany: string;
  /** Followed by one or more `(?, ?, ?)`: message, value, roles. */
  readonly append: string;
  readonly countRecent: string;
  readonly fold: string;
  readonly removeRecent: string;
  readonly remove: string;
  readonly toStored: (value: string) => string;
}

interface UseTables {
  /** Table of the distinct values, each with its id, and the unique column that holds them. */
  readonly values: string;
  readonly column: string;
  /** What a value is called in the tables of its uses, `recent_…_uses` and `…_uses`. */
  readonly one: string;
  readonly toStored: (value: string) => string;
}

/** Index: the unique column of the values; the keys (message, value) of recent and (value, message) of folded uses. */
function useIndexSql({ values, column, one, toStored }: UseTables): UseIndexSql {
  return {
    find: `SELECT id FROM ${values} WHERE ${column} = ?`,
    add: `INSERT OR IGNORE INTO ${values} (${column}) SELECT value FROM json_each(?)`,
    findMany: `
      SELECT v.value AS stored, k.id AS id FROM json_each(?) v CROSS JOIN ${values} k ON k.${column} = v.value`,
    append: `INSERT INTO recent_${one}_uses (message, ${one}, roles) VALUES`,
    countRecent: `SELECT count(*) AS uses FROM recent_${one}_uses`,
    fold: `
      INSERT INTO ${one}_uses (${one}, message, roles)
      SELECT ${one}, message, roles FROM recent_${one}_uses ORDER BY ${one}, message;
      DELETE FROM recent_${one}_uses;`,
    removeRecent: `DELETE FROM recent_${one}_uses WHERE message = ?`,
    remove: `DELETE FROM ${one}_uses WHERE ${one} = ? AND message = ?`,
    toStored,
  };
}

export const ADDRESS_INDEX = useIndexSql({
  ...{ values: "addresses", column: "address", one: "address" },
  toStored: toStoredText,
});

export const HOST_INDEX = useIndexSql({
  ...{ values: "hosts", column: "labels", one: "host" },
  toStored: (host) => toStoredText(toLabels(host)),
});

export const FILE_INDEX = useIndexSql({
  ...{ values: "files", column: "value", one: "file" },
  toStored: toStoredText,
});

/**
 * Values whose ids are remembered: those of a mailbox repeat, and a look-up is dearer than the row it is for. Some 150
 * bytes each, for three indexes; what repeats is soon remembered again.
 */
const REMEMBERED_MAX = 50_000;

/** A query reads all recent uses: some 20 ms. */
const RECENT_MAX = 250_000;

const ROWS_PER_STATEMENT = 32;
const VALUES_PER_STATEMENT = 3 * ROWS_PER_STATEMENT;

/** Values that one statement adds and finds: it costs less than a statement for each, and its JSON stays small. */
const VALUES_PER_LOOKUP = 2000;

/** Uses that wait for their statements: a batch of mail to thousands of readers has millions. */
const WAITING_MAX = 50_000;

/** A value in a message, with its roles there. */
interface Use {
  readonly message: number;
  readonly value: string;
  readonly roles: number;
}

export class UseIndex {
  readonly #database: DatabaseSync;
  readonly #sql: UseIndexSql;
  readonly #find: StatementSync;
  readonly #add: StatementSync;
  readonly #findMany: StatementSync;
  readonly #appendOne: StatementSync;
  readonly #appendMany: StatementSync;
  readonly #ids = new Map<string, number>();
  /** To be written by `flush`. */
  #waiting: Use[] = [];
  /** At least the rows of the recent table. */
  #recent: number;
  readonly #recentMax: number;
  readonly #waitingMax: number;
  readonly #rememberedMax: number;

  /**
   * `recentMax`: rows of the recent table beyond which it is folded; `waitingMax`: uses that wait at once;
   * `rememberedMax`: ids that are kept from one flush to the next.
   */
  constructor(
    database: DatabaseSync,
    sql: UseIndexSql,
    recentMax = RECENT_MAX,
    waitingMax = WAITING_MAX,
    rememberedMax = REMEMBERED_MAX,
  ) {
    this.#database = database;
    this.#sql = sql;
    this.#recentMax = recentMax;
    this.#waitingMax = waitingMax;
    this.#rememberedMax = rememberedMax;
    this.#find = database.prepare(sql.find);
    this.#add = database.prepare(sql.add);
    this.#findMany = database.prepare(sql.findMany);
    this.#appendOne = database.prepare(`${sql.append} (?, ?, ?)`);
    const rows = Array.from({ length: ROWS_PER_STATEMENT }, () => "(?, ?, ?)");
    this.#appendMany = database.prepare(`${sql.append} ${rows.join(", ")}`);
    this.#recent = integerOf(database.prepare(sql.countRecent).get() ?? {}, "uses");
  }

  /** Ids that are kept between batches. */
  get remembered(): number {
    return this.#ids.size;
  }

  /** Within the transaction that wrote the message; `flush` must follow in it. May write what waits. */
  append(message: number, uses: ReadonlyMap<string, number>): void {
    for (const [value, roles] of uses) this.#waiting.push({ message, value, roles });
    if (this.#waiting.length >= this.#waitingMax) this.flush();
  }

  /** Writes what was appended; folds when it is time. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#learnIds(waiting);
    this.#write(waiting.flatMap(({ message, value, roles }) => [message, this.#idOf(value), roles]));
    if (this.#ids.size > this.#rememberedMax) this.#ids.clear();
    this.#recent += waiting.length;
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

  /** Afterwards the id of every value of the uses is remembered. */
  #learnIds(uses: readonly Use[]): void {
    const values = new Map<string, string>();
    for (const { value } of uses) if (!this.#ids.has(value)) values.set(this.#sql.toStored(value), value);
    const stored = [...values.keys()];
    for (let i = 0; i < stored.length; i += VALUES_PER_LOOKUP) {
      const list = JSON.stringify(stored.slice(i, i + VALUES_PER_LOOKUP));
      this.#add.run(list);
      for (const row of this.#findMany.iterate(list)) {
        this.#ids.set(values.get(textOf(row, "stored")) ?? "", integerOf(row, "id"));
      }
    }
  }

  #idOf(value: string): number {
    const id = this.#ids.get(value);
    assert(id !== undefined, "every value that is used has its row");
    return id;
  }

  /** Message, value, roles, message …: whole rows, many at a time. */
  #write(numbers: readonly number[]): void {
    let at = 0;
    for (; at + VALUES_PER_STATEMENT <= numbers.length; at += VALUES_PER_STATEMENT) {
      this.#appendMany.run(...numbers.slice(at, at + VALUES_PER_STATEMENT));
    }
    for (; at < numbers.length; at += 3) this.#appendOne.run(...numbers.slice(at, at + 3));
  }
}
