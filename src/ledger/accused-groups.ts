/**
 * Which groups a state accuses, by the ledger: in an accusation, a charge or a sanction of a state or one of its bodies, which names the group itself.
 * Vendors' other names for it are claims and count for nothing here. With who accuses, and who denies. Pure.
 */
import type { Party } from "../case/assertion.ts";
import type { KnownGroup } from "../case/intel.ts";
import type { LedgerDocument, RecordedStatement } from "../case/ledger.ts";
import { denialsOf } from "./denials.ts";
import { ACCUSING, groupsOf, madeAt, nameKey } from "./effective.ts";
import { inTimeOrder } from "./matters.ts";
import { newest, statementsOf } from "./revisions.ts";

const TOLD_MAX = 4;
const TITLE_CHARS = 60;

/** By name, in the order of their first accusation; names as first written. */
export function accusedGroups(documents: readonly LedgerDocument[]): readonly KnownGroup[] {
  const statements = inTimeOrder(statementsOf(documents));
  const { byAccusation } = denialsOf(
    statements,
    newest(documents).flatMap(({ aliases }) => aliases),
  );
  const found = new Map<
    string,
    { readonly name: string; readonly by: Set<string>; readonly denied: Set<RecordedStatement> }
  >();
  for (const statement of statements) {
    const { kind, by, against, isNegated, id } = statement.assertion;
    if (!ACCUSING.has(kind) || isNegated || !by.some(isOfficial)) continue;
    for (const name of groupsOf(against)) {
      const group = found.get(nameKey(name)) ?? { name, by: new Set<string>(), denied: new Set<RecordedStatement>() };
      found.set(nameKey(name), group);
      group.by.add(whoSaid(statement));
      for (const { denial } of byAccusation.get(id) ?? []) group.denied.add(denial);
    }
  }
  return [...found.values()].map(({ name, by, denied }) => ({
    name,
    standing: "accused",
    techniques: [],
    accusedBy: toldOf([...by]),
    ...(denied.size === 0 ? {} : { deniedBy: toldOf([...new Set(inTimeOrder([...denied]).map(whoSaid))]) }),
  }));
}

function toldOf(all: readonly string[]): readonly string[] {
  const more = all.length - TOLD_MAX;
  return more > 0 ? [...all.slice(0, TOLD_MAX), `${more} more`] : all;
}

/** Under these, registries give names to bodies of a state or of several alone. */
const STATES_HOSTS =
  /(?:^|\.)(?:gov|mil|(?:gov|mil|gouv|gob|gub|govt)\.[a-z]{2}|go\.(?:jp|kr|th|id|ke|tz|ug)|gc\.ca|admin\.ch|bund\.de|overheid\.nl|europa\.eu|nato\.int)$/;

/**
 * Documents that a body which speaks for a state published, on somebody's word: the user's, or the certificate's of a server whose name only such a body
 * can have. What a document says of its publisher is a claim of whoever wrote it, and counts for nothing here.
 */
export function officialDocuments(documents: readonly LedgerDocument[]): readonly LedgerDocument[] {
  return documents.filter(
    ({ publisher, vouchedBy }) =>
      vouchedBy === "user" || (vouchedBy === "server" && STATES_HOSTS.test(publisher.toLowerCase())),
  );
}

function isOfficial({ kind }: Party): boolean {
  return kind === "state" || kind === "agency" || kind === "office";
}

/** With the document that has it: anybody can write one. */
function whoSaid(statement: RecordedStatement): string {
  const date = madeAt(statement);
  const who = statement.assertion.by[0]?.name || "somebody";
  const told = [...(date === null ? [] : [new Date(date).toISOString().slice(0, 10)]), documentShown(statement)];
  return `${who} (${told.join(", ")})`;
}

function documentShown({ document: { title, origin } }: RecordedStatement): string {
  if (origin === "shipped") return "the record that ships";
  const cut = title.length > TITLE_CHARS ? `${title.slice(0, TITLE_CHARS)}…` : title;
  return origin === "by-hand" ? `as typed in “${cut}”` : `by “${cut}”`;
}
