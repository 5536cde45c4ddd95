/**
 * The part of a ledger that was asked for. Chosen after everything was laid beside everything: an accusation keeps its denials, and `not
 * answered` stays true. Pure.
 */
import type { RecordedStatement } from "../case/ledger.ts";
import type { LedgerView } from "../case/ledger-view.ts";

export interface Wish {
  /** Empty for all. */
  readonly kinds: readonly string[];
  /** Words that stand in it, in any case; empty for all. */
  readonly about: string;
}

export function chosenOf(view: LedgerView, { kinds, about }: Wish): LedgerView {
  if (kinds.length === 0 && about === "") return view;
  const words = about.toLowerCase();
  const isWanted = (one: RecordedStatement) =>
    (kinds.length === 0 || kinds.includes(one.assertion.kind)) && textOf(one).includes(words);
  const denials = view.matters.flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.denials.map((one) => one.denial)),
  );
  const matters = view.matters.flatMap(({ id, entries, conflicts }) => {
    const left = entries.filter(({ statement }) => isWanted(statement));
    const ids = new Set(left.map(({ statement }) => statement.assertion.id));
    const between = conflicts.filter(({ a, b }) => ids.has(a) && ids.has(b));
    return left.length === 0 ? [] : [{ id, entries: left, conflicts: between }];
  });
  const shown = new Set(
    matters.flatMap(({ entries }) => entries.flatMap((one) => one.denials.map(({ denial }) => denial.assertion.id))),
  );
  // A denial that was asked for stands by itself where the accusation beside it was not.
  const alone = new Map(
    [...view.looseDenials, ...denials]
      .filter((one) => isWanted(one) && !shown.has(one.assertion.id))
      .map((one) => [one.assertion.id, one]),
  );
  return {
    documents: view.documents.filter(({ statements, ...rest }) =>
      statements.some((one) => isWanted({ ...one, document: { statements, ...rest } })),
    ),
    matters,
    looseDenials: [...alone.values()],
    others: view.others.filter(isWanted),
    names:
      kinds.length > 0
        ? []
        : view.names.filter(({ claims }) =>
            claims.some(({ by, name, aliases }) => [by, name, ...aliases].join("\n").toLowerCase().includes(words)),
          ),
    saidNoMore: view.saidNoMore.filter(isWanted),
    leftOut: view.leftOut,
  };
}

/** One statement with what stands beside it: its matter, or itself; null where there is none. */
export function onlyStatement(view: LedgerView, id: string): LedgerView | null {
  const is = ({ assertion }: RecordedStatement) => assertion.id === id;
  const matters = view.matters.filter(({ entries }) =>
    entries.some(({ statement, denials }) => is(statement) || denials.some(({ denial }) => is(denial))),
  );
  const looseDenials = view.looseDenials.filter(is);
  const others = view.others.filter(is);
  const saidNoMore = view.saidNoMore.filter(is);
  if (matters.length + looseDenials.length + others.length + saidNoMore.length === 0) return null;
  return { ...view, matters, looseDenials, others, saidNoMore, documents: [], names: [], leftOut: 0 };
}

function textOf({ assertion, source, publisher, document }: RecordedStatement): string {
  const { by, via, against, targets, about, quote } = assertion;
  const parties = [...by, ...via, ...against, ...targets].flatMap(({ name, words, country }) => [name, words, country]);
  return [...parties, about, quote.text, source, publisher, document.title].join("\n").toLowerCase();
}
