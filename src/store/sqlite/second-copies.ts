/**
 * Messages that lie in the case with CRLF and with LF are one. The hash of the form with LF is the name of both. Where both are
 * in the case and their records say the same, the one with LF is the head and the other its second copy.
 *
 * What is written here depends on the messages of the case alone, not on the order in which they came.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { MessageRecord } from "../../case/record.ts";
import { decodeRecord } from "../packed/record-codec.ts";
import { factsDigest } from "../packed/record-facts.ts";
import { decode, integerOf, type Row, sha256FromRow } from "./rows.ts";

/** Index: the table's key. */
export const HEAD_OF_COPY = "SELECT head FROM second_copies WHERE message = ?";

/** Index: second_copies_by_head; the key of messages. In no order. */
export const COPIES_OF_HEAD = `
  SELECT m.id, m.sha256, m.size
    FROM second_copies c INDEXED BY second_copies_by_head CROSS JOIN messages m ON m.id = c.message WHERE c.head = ?`;

/** Index: the key of second_copies. A condition on the id of a message. */
export function notSecondCopy(id: string): string {
  return `NOT EXISTS (SELECT 1 FROM second_copies WHERE second_copies.message = ${id})`;
}

const ADD_FORM = "INSERT INTO line_forms (message, line_sha256) VALUES (?, ?) ON CONFLICT (message) DO NOTHING";
/** Index: the table's key. */
const FORGET_FORM = "DELETE FROM line_forms WHERE message = ?";

/** Index: line_forms_by_hash; the key of messages. One row, since a name has one form with CRLF (`mail/line-form.ts`). */
export const CRLF_FORM = `
  SELECT m.id, m.sha256, m.record
    FROM line_forms f INDEXED BY line_forms_by_hash CROSS JOIN messages m ON m.id = f.message WHERE f.line_sha256 = ?`;

/** Index: messages_by_sha256. */
export const LF_FORM = "SELECT id, sha256, record FROM messages WHERE sha256 = ?";

const ADD_COPY = "INSERT INTO second_copies (message, head) VALUES (?, ?) ON CONFLICT (message) DO NOTHING";
/** Index: the table's key; second_copies_by_head. */
const FORGET_COPIES = "DELETE FROM second_copies WHERE message = :message OR head = :message";

export class SecondCopies {
  readonly #addForm: StatementSync;
  readonly #forgetForm: StatementSync;
  readonly #crlfForm: StatementSync;
  readonly #lfForm: StatementSync;
  readonly #addCopy: StatementSync;
  readonly #forgetCopies: StatementSync;

  constructor(database: DatabaseSync) {
    this.#addForm = database.prepare(ADD_FORM);
    this.#forgetForm = database.prepare(FORGET_FORM);
    this.#crlfForm = database.prepare(CRLF_FORM);
    this.#lfForm = database.prepare(LF_FORM);
    this.#addCopy = database.prepare(ADD_COPY);
    this.#forgetCopies = database.prepare(FORGET_COPIES);
  }

  /** A message that is in the case; `line`: the hash of its form with LF, null when it has none. Costs a look into an index. */
  add(message: number, sha256: Uint8Array, line: Uint8Array | null): void {
    if (line !== null && this.#addForm.run(message, line).changes === 0) return;
    const crlf = this.#crlfForm.get(line ?? sha256);
    const lf = crlf === undefined ? undefined : this.#lfForm.get(line ?? sha256);
    if (crlf === undefined || lf === undefined || !isSameMail(lf, crlf)) return;
    this.#addCopy.run(integerOf(crlf, "id"), integerOf(lf, "id"));
  }

  /** A message that is taken out of the case. */
  remove(message: number): void {
    this.#forgetForm.run(message);
    this.#forgetCopies.run({ message });
  }
}

/** Not by the bytes alone: should reading find other things in the two, both are to be judged. */
function isSameMail(a: Row, b: Row): boolean {
  return factsDigest(recordOf(a)) === factsDigest(recordOf(b));
}

function recordOf(row: Row): MessageRecord {
  const sha256 = sha256FromRow(row, "sha256");
  return decode("record", () => decodeRecord(row["record"], sha256));
}
