/** `intel list --json`: documents and statements, one a line (DESIGN 5: fields may be added, never changed). */
import type { LedgerDocument, RecordedStatement } from "../case/ledger.ts";
import type { Conflict, LedgerView } from "../case/ledger-view.ts";
import { documentJson, type StatementJson, statementJson } from "./document-json.ts";
import { isoOf } from "./wording.ts";

export interface DocumentRowJson {
  readonly type: "document";
  readonly id: string;
  readonly origin: LedgerDocument["origin"];
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly tlp: string;
  readonly path: string;
  readonly sha256: string;
  readonly revision: number;
  readonly statements: number;
  readonly indicators: number;
  /** What is wrong with the bytes that were kept; null where they are whole. */
  readonly damage: string | null;
}

export interface StatementRowJson extends StatementJson {
  readonly type: "statement";
  readonly document: string;
  readonly origin: LedgerDocument["origin"];
  readonly tlp: string;
  /** With which others it speaks of one matter, and why; null for what is in none. */
  readonly matter: { readonly id: string; readonly why: string } | null;
  /** Denials that answer it, each with why; null for what is no accusation. */
  readonly denials: readonly { readonly id: string; readonly why: string }[] | null;
  readonly conflicts: readonly { readonly kind: Conflict["kind"]; readonly with: string }[];
  /** It stands in an earlier revision only. */
  readonly saidNoMore: boolean;
}

export interface NamesRowJson {
  readonly type: "names";
  readonly claims: LedgerDocument["aliases"];
  readonly shared: readonly string[];
}

export function ledgerRows(
  view: LedgerView,
  damaged: ReadonlyMap<string, string>,
): readonly (DocumentRowJson | StatementRowJson | NamesRowJson)[] {
  const { matters, looseDenials, others, saidNoMore, names } = view;
  const answering = new Map(
    matters.flatMap(({ entries }) =>
      entries.flatMap(({ denials }) => denials.map(({ denial }) => [denial.assertion.id, denial] as const)),
    ),
  );
  return [
    ...view.documents.map((one) => documentRow(one, damaged.get(one.sha256) ?? null)),
    ...matters.flatMap(({ id, entries, conflicts }) =>
      entries.map(({ statement, why, isAccusation, denials }) => ({
        ...statementRow(statement),
        matter: { id, why },
        denials: isAccusation ? denials.map((one) => ({ id: one.denial.assertion.id, why: one.why })) : null,
        conflicts: conflicts.flatMap(({ kind, a, b }) => {
          const own = statement.assertion.id;
          return a === own ? [{ kind, with: b }] : b === own ? [{ kind, with: a }] : [];
        }),
      })),
    ),
    ...[...answering.values(), ...looseDenials, ...others].map(statementRow),
    ...saidNoMore.map((one) => ({ ...statementRow(one), saidNoMore: true })),
    ...names.map(({ claims, sharedNames }) => ({ type: "names" as const, claims, shared: sharedNames })),
  ];
}

function documentRow(document: LedgerDocument, damage: string | null): DocumentRowJson {
  const { id, origin, title, publisher, date, tlp, path, sha256, revision } = { ...documentJson(document) };
  const { statements, indicators } = document;
  return {
    ...{ type: "document", id, origin, title, publisher, date, tlp, path, sha256, revision },
    statements: statements.length,
    indicators: indicators.length,
    damage,
  };
}

function statementRow(statement: RecordedStatement): StatementRowJson {
  const { document } = statement;
  const said = statementJson(statement);
  return {
    type: "statement",
    ...said,
    // A document's date stands in for a statement's own, as wherever they are laid in order.
    date: said.date ?? isoOf(document.date),
    document: document.id,
    origin: document.origin,
    tlp: document.tlp,
    matter: null,
    denials: null,
    conflicts: [],
    saidNoMore: false,
  };
}
