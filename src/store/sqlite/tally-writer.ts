/**
 * Counts that judging adds up: gathered in memory and written when they are many and at the end, since a row is counted
 * up far more often than it is made.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Index: the table's key. */
export const MORE_MONTHS = `
  INSERT INTO month_tallies (month, verdict, class, messages) VALUES (?, ?, ?, ?)
  ON CONFLICT (month, verdict, class) DO UPDATE SET messages = messages + excluded.messages`;

/** Index: the table's key. */
export const MORE_SENDERS = `
  INSERT INTO sender_tallies (class, domain, messages) VALUES (?, ?, ?)
  ON CONFLICT (class, domain) DO UPDATE SET messages = messages + excluded.messages`;

/** Keys held at once: some megabytes. */
const KEYS_MAX = 20_000;

interface Tally {
  readonly key: readonly string[];
  messages: number;
}

export class TallyWriter {
  readonly #more: StatementSync;
  readonly #tallies = new Map<string, Tally>();
  readonly #keysMax: number;

  /** `sql` takes the parts of a key and a number of messages. */
  constructor(database: DatabaseSync, sql: string, keysMax = KEYS_MAX) {
    this.#more = database.prepare(sql);
    this.#keysMax = keysMax;
  }

  /** So many messages more, or less. Only the last part of a key may hold a space. `flush` must follow in the transaction. */
  add(messages: number, ...key: readonly string[]): void {
    const name = key.join(" ");
    const tally = this.#tallies.get(name);
    if (tally !== undefined) {
      tally.messages += messages;
      return;
    }
    if (this.#tallies.size >= this.#keysMax) this.flush();
    this.#tallies.set(name, { key, messages });
  }

  flush(): void {
    for (const { key, messages } of this.#tallies.values()) this.#more.run(...key, messages);
    this.#tallies.clear();
  }

  /** After a failed transaction. */
  forget(): void {
    this.#tallies.clear();
  }
}
