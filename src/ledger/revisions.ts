/** A document beside those that are kept: the same one again, a new revision of its source, or a new one. Pure. */
import type { LedgerDocument, LedgerStatement, RecordedStatement, RemovedItem } from "../case/ledger.ts";

export interface Entered {
  readonly document: LedgerDocument;
  /** `same`: these very bytes are kept · `revision`: its source was kept with other bytes · `removed`: the user took it out. */
  readonly as: "new" | "same" | "revision" | "removed";
  /** Of its statements: taken out by the user before, here or in an earlier revision. */
  readonly statementsLeftOut: number;
}

/** Numbers a document and leaves out what the user took out. `again`: take it in although the user took it out. */
export function enter(
  document: LedgerDocument,
  {
    kept,
    removed,
    again,
  }: {
    readonly kept: readonly LedgerDocument[];
    readonly removed: readonly RemovedItem[];
    readonly again: boolean;
  },
): Entered {
  const isRemoved = removed.some(({ what, id }) => what === "document" && id === document.id);
  if (isRemoved && !again) return { document, as: "removed", statementsLeftOut: 0 };
  const gone = new Set(removed.flatMap(({ what, id, words }) => (what === "statement" ? [id, words] : [])));
  const statements = document.statements.filter((one) => !gone.has(one.assertion.id) && !gone.has(wordsOf(one)));
  const left = { ...document, statements };
  const statementsLeftOut = document.statements.length - statements.length;
  const same = kept.find(({ sha256 }) => sha256 === document.sha256);
  if (same !== undefined) {
    const { revision, source, origin, added } = same;
    // Given again without the user's word about it: who vouched for it before still does, the user before a server.
    const isSurer = left.vouchedBy === undefined || (left.vouchedBy === "server" && same.vouchedBy === "user");
    const vouched =
      isSurer && same.vouchedBy !== undefined ? { publisher: same.publisher, vouchedBy: same.vouchedBy } : {};
    return { document: { ...left, ...vouched, revision, source, origin, added }, as: "same", statementsLeftOut };
  }
  const before = kept.filter(({ source }) => source === document.source);
  if (before.length === 0) return { document: { ...left, revision: 1 }, as: "new", statementsLeftOut };
  const revision = 1 + Math.max(...before.map((one) => one.revision));
  return { document: { ...left, revision }, as: "revision", statementsLeftOut };
}

/** By which a statement is known again in another revision of its source. */
export function wordsOf({ assertion: { kind, quote } }: LedgerStatement): string {
  return `${kind} ${quote.text.replace(/\s+/g, " ").trim()}`;
}

/** The newest revision of every source, in the order given. */
export function newest(documents: readonly LedgerDocument[]): readonly LedgerDocument[] {
  const last = new Map<string, LedgerDocument>();
  for (const one of documents) {
    if ((last.get(one.source)?.revision ?? 0) <= one.revision) last.set(one.source, one);
  }
  return documents.filter((one) => last.get(one.source) === one);
}

/** What earlier revisions say and the newest says no more: part of the record, too. */
export function saidNoMore(documents: readonly LedgerDocument[]): readonly RecordedStatement[] {
  const today = new Map(newest(documents).map((one) => [one.source, new Set(one.statements.map(wordsOf))]));
  const told = new Set<string>();
  return documents.flatMap((document) =>
    document.statements.flatMap((statement) => {
      const key = `${document.source}\n${wordsOf(statement)}`;
      if (today.get(document.source)?.has(wordsOf(statement)) !== false || told.has(key)) return [];
      told.add(key);
      return [{ ...statement, document }];
    }),
  );
}

/** Statements of the newest revisions; one that several documents hold under one id, as a ledger that came back does, stands once. */
export function statementsOf(documents: readonly LedgerDocument[]): readonly RecordedStatement[] {
  const byId = new Map<string, RecordedStatement>();
  for (const document of newest(documents)) {
    for (const statement of document.statements) {
      if (!byId.has(statement.assertion.id)) byId.set(statement.assertion.id, { ...statement, document });
    }
  }
  return [...byId.values()];
}
