/** What of a ledger may leave this machine: without the places of files here, and within the traffic light that was asked for. Pure. */
import type { LedgerDocument, LedgerStatement } from "../../case/ledger.ts";
import { isAtMost, type Level, levelOf } from "./traffic-lights.ts";

export interface Outward {
  readonly documents: readonly LedgerDocument[];
  /** Left out, since their light is stricter or is none that is known. */
  readonly leftOut: readonly LedgerDocument[];
}

/** `level`: the strictest light that may go out, which those without one then bear; null for all as they are. */
export function outwardOf(documents: readonly LedgerDocument[], level: Level | null): Outward {
  const may = (one: LedgerDocument): boolean => {
    if (level === null || one.tlp === "") return true;
    const own = levelOf(one.tlp);
    return own !== null && isAtMost(own, level);
  };
  return {
    documents: documents.filter(may).map((one) => ({
      ...one,
      source: one.source.startsWith("letterlock:") ? one.source : fileName(one.source),
      tlp: one.tlp === "" && level !== null ? `TLP:${level}` : one.tlp,
    })),
    leftOut: documents.filter((one) => !may(one)),
  };
}

/** A ledger that somebody sent, as one document here: its bytes are the bundle's, and each statement keeps who published it and when. */
export function received(bundle: LedgerDocument, documents: readonly LedgerDocument[]): LedgerDocument {
  return {
    ...bundle,
    statements: documents.flatMap((one) => one.statements.map((statement) => ofSender(statement, one))),
    aliases: documents.flatMap((one) => one.aliases),
    indicators: documents.flatMap((one) => one.indicators),
    techniques: documents.flatMap((one) => one.techniques),
    quantities: documents.flatMap((one) => one.quantities),
    actors: documents.flatMap((one) => one.actors),
    targets: documents.flatMap((one) => one.targets),
  };
}

function ofSender(statement: LedgerStatement, { title, publisher, date }: LedgerDocument): LedgerStatement {
  const { assertion, source } = statement;
  const published =
    date === null ? null : { from: date, until: null, words: new Date(date).toISOString().slice(0, 10) };
  return {
    ...statement,
    publisher: statement.publisher || publisher,
    source: source || title,
    assertion: { ...assertion, date: assertion.date ?? published },
  };
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
