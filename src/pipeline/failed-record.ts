/**
 * The record of a message that could not be analysed: by our own fault (`analysis.fault`) or because it ended or hung
 * a worker twice (`poison`, INV-11). It is counted and shown like any other; nothing is skipped silently.
 */
import { NO_CLAIMS, NO_CONTENT } from "../case/empty.ts";
import type { MessageRecord } from "../case/record.ts";
import type { RawMessage } from "../ports/mailbox.ts";

export function failedRecord(raw: RawMessage, code: "analysis.fault" | "poison"): MessageRecord {
  return {
    sha256: raw.sha256,
    size: raw.size,
    fidelity: raw.fidelity,
    outlook: raw.outlook,
    piece: null,
    rules: null,
    status: "unparseable",
    problems: [{ code }, ...raw.problems],
    flags: [],
    messageId: "",
    date: null,
    dateFrom: "none",
    subject: "",
    to: [],
    cc: [],
    deliveredTo: [],
    claims: NO_CLAIMS,
    auth: [],
    loads: [],
    loadCount: 0,
    content: NO_CONTENT,
  };
}
