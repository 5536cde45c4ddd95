/** Documents → the ledger as it is read: matters, denials beside accusations, conflicts, names. Pure; the order of documents changes nothing. */
import { limits } from "../../base/limits.ts";
import type { LedgerDocument, RecordedStatement } from "../../case/ledger.ts";
import type { LedgerView } from "../../case/ledger-view.ts";
import { claimedNames } from "./alias-claims.ts";
import { conflictsOf } from "./conflicts.ts";
import { denialsOf } from "./denials.ts";
import { ACCUSING, CLAIMS, comparedOf } from "./effective.ts";
import { inTimeOrder, mattersOf } from "./matters.ts";
import { newest, saidNoMore, statementsOf } from "./revisions.ts";

export function ledgerView(documents: readonly LedgerDocument[]): LedgerView {
  const current = newest(documents);
  const aliases = current.flatMap((one) => one.aliases);
  const all = inTimeOrder(statementsOf(documents));
  const statements = all.slice(0, limits.ledgerStatementsMax);
  const denials = denialsOf(statements);
  const answering = new Set([...denials.values()].flat().map(({ denial }) => denial.assertion.id));
  return {
    documents: current,
    matters: mattersOf(statements, aliases).map((matter) => ({
      id: matter.id,
      entries: matter.members.map((member) => ({
        ...member,
        isAccusation: ACCUSING.has(member.statement.assertion.kind),
        canBeAnswered: isAnswerable(member.statement),
        denials: denials.get(member.statement.assertion.id) ?? [],
      })),
      conflicts: conflictsOf(matter, aliases),
    })),
    looseDenials: statements.filter(({ assertion: { kind, id } }) => kind === "denial" && !answering.has(id)),
    others: statements.filter(({ assertion: { kind } }) => kind !== "denial" && !CLAIMS.has(kind)),
    names: claimedNames(aliases),
    saidNoMore: inTimeOrder(saidNoMore(documents)),
    leftOut: all.length - statements.length,
  };
}

function isAnswerable(statement: RecordedStatement): boolean {
  const { accused, accusedCountries } = comparedOf(statement);
  return accused.size + accusedCountries.size > 0;
}
