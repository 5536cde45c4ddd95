/** Message-IDs to messages: appended in the order of messages, folded into the order of the ids once they are many (`UseIndex`). */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { integerOf } from "./rows.ts";
import { toStoredText } from "./stored-text.ts";

const APPEND = "INSERT INTO recent_message_ids (message, message_id) VALUES (?, ?)";
const COUNT_RECENT = "SELECT count(*) AS recent FROM recent_message_ids";
const FOLD = `
  INSERT INTO message_ids (message_id, message)
  SELECT message_id, message FROM recent_message_ids ORDER BY message_id, message;
  DELETE FROM recent_message_ids;`;

/** Index: the table's key. */
const REMOVE_RECENT = "DELETE FROM recent_message_ids WHERE message = ?";
/** Index: the table's key (message_id, message). */
const REMOVE = "DELETE FROM message_ids WHERE message_id = ? AND message = ?";

const RECENT_MAX = 50_000;

export class MessageIdIndex {
  readonly #database: DatabaseSync;
  readonly #append: StatementSync;
  /** At least the rows of the recent table. */
  #recent: number;
  readonly #recentMax: number;

  /** `recentMax`: rows of the recent table beyond which it is folded. */
  constructor(database: DatabaseSync, recentMax = RECENT_MAX) {
    this.#database = database;
    this.#recentMax = recentMax;
    this.#append = database.prepare(APPEND);
    this.#recent = integerOf(database.prepare(COUNT_RECENT).get() ?? {}, "recent");
  }

  append(message: number, messageId: string): void {
    if (messageId === "") return;
    this.#append.run(message, toStoredText(messageId));
    this.#recent += 1;
  }

  /** Folds when it is time. */
  flush(): void {
    if (this.#recent <= this.#recentMax) return;
    this.#database.exec(FOLD);
    this.#recent = 0;
  }

  /** After a failed transaction: a fold may have been undone. */
  forget(): void {
    this.#recent = this.#recentMax;
  }

  remove(message: number, messageId: string): void {
    this.#database.prepare(REMOVE_RECENT).run(message);
    this.#database.prepare(REMOVE).run(toStoredText(messageId), message);
  }
}
