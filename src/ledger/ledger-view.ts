/** Documents → the ledger as it is read: matters, denials beside accusations, conflicts, names. Pure; the order of documents changes nothing. */
import { limits } from "../base/limits.ts";
import type { LedgerDocument, RecordedStatement } from "../case/ledger.ts";
import type { LedgerView } from "../case/ledger-view.ts";
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
  const { byAccusation: denials, answering } = denialsOf(all, aliases);
  // A denial is never what is left out: its accusation would stand as one that nobody answered.
  const statements = fitting(all);
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

/** All denials, and as many others as can be laid beside each other; the newest go first out of those. */
function fitting(all: readonly RecordedStatement[]): readonly RecordedStatement[] {
  let room = limits.ledgerStatementsMax;
  return all.filter(({ assertion: { kind } }) => {
    if (kind === "denial") return true;
    room -= 1;
    return room >= 0;
  });
}

function isAnswerable(statement: RecordedStatement): boolean {
  const { accused, accusedCountries } = comparedOf(statement);
  return accused.size + accusedCountries.size > 0;
}
