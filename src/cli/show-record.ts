/** `show d-…`, `show a-…`: a document of the public record, or one statement with all that stands beside it. */
import type { LedgerDocument } from "../case/ledger.ts";
import { onlyStatement } from "../ledger/chosen.ts";
import { ledgerView } from "../ledger/ledger-view.ts";
import type { CaseStore } from "../ports/store.ts";
import { documentJson } from "../report/document-json.ts";
import { documentText } from "../report/document-text.ts";
import { ledgerRows } from "../report/ledger-json.ts";
import { statementText } from "../report/ledger-text.ts";
import { shippedRecord } from "./shipped-record.ts";

/** Null where nothing has the id. */
export async function showRecord(
  store: CaseStore,
  id: string,
): Promise<{ readonly json: unknown; readonly text: string } | null> {
  const documents = [...(await store.documents()), ...shippedRecord()];
  if (id.startsWith("d-")) {
    const document = documents.find((one) => one.id === id);
    return document === undefined ? null : shownDocument(store, document);
  }
  const view = onlyStatement(ledgerView(documents), id);
  if (view === null) return null;
  const row = ledgerRows(view, new Map()).find((one) => one.type === "statement" && one.id === id);
  return { json: row, text: statementText(view) };
}

async function shownDocument(
  store: CaseStore,
  document: LedgerDocument,
): Promise<{ readonly json: unknown; readonly text: string }> {
  const bytes = document.origin === "shipped" ? null : await store.documentBytes(document.sha256);
  const damage = bytes === null || bytes.ok ? null : bytes.error.message;
  return {
    json: { ...documentJson(document), damage },
    text: documentText(document, { isKept: true, damage, all: true }),
  };
}
